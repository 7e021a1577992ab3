import ArgumentParser
import BenefitsModel
import BenefitsPlan
import BenefitsTerminal

/// The waivers of a plan on the command line.
enum WaiverNoun: EditableNoun {
  typealias NewSubject = ThingArgument
  typealias Subject = ThingArgument

  static let noun = PlanNoun.waiver
  static let abstract = "Waivers: breaches that are accepted for a time."
  static let columns = ["id", "check", "subject", "expires", "approved_by"]

  /// The keys of a waiver as options.
  struct Keys: KeyOptions {
    @Option(help: ArgumentHelp("The check, as target.met-by-date.", valueName: "check"))
    var check: String?
    @Option(
      name: .customLong("subject"),
      help: ArgumentHelp("The measure, benefit, project, site or programme.", valueName: "id"))
    var about: String?
    @Option(help: ArgumentHelp("accept or defer (default: accept).", valueName: "kind"))
    var kind: String?
    @Option(help: ArgumentHelp("The role that accepts it.", valueName: "role"))
    var approvedBy: String?
    @Option(
      name: .customLong("decision"),
      help: ArgumentHelp("The decision that it rests on.", valueName: "text"))
    var rests: String?
    @Option(help: ArgumentHelp("Its first day (default: today).", valueName: "date"))
    var created: String?
    @Option(help: ArgumentHelp("Its last day.", valueName: "date"))
    var expires: String?
    @Option(help: ArgumentHelp("End it when less than this % is realised.", valueName: "number"))
    var realisedBelow: String?
    @Option(
      help: ArgumentHelp(
        "End it in this status, as deteriorated; repeatable.", valueName: "status"))
    var status: [String] = []
    @Option(
      help: ArgumentHelp("Accept that the check cannot be evaluated too.", valueName: "flag"))
    var unknown: String?

    var given: [(key: String, texts: [String])] {
      PlanEdit.Value.list([
        "check": check, "subject": about, "kind": kind, "approved_by": approvedBy,
        "decision": rests, "created": created, "expires": expires,
        "realised_below": realisedBelow, "unknown": unknown,
      ]) + (status.isEmpty ? [] : [("status", status)])
    }

    func implied(by act: PlanEdit.Act, reason: String?, asOf: Day) -> [PlanEdit.Value] {
      var values: [PlanEdit.Value] = []
      if let reason { values.append(.init("reason", [reason])) }
      if act == .add, created == nil { values.append(.init("created", [asOf.description])) }
      return values
    }
  }

  static func remarks(on verb: NounVerb) -> String {
    switch verb {
    case .add:
      "--reason says why the breach is accepted. 'benefits-cli waive' does the same in fewer words."
    case .edit: "--reason says why the breach is accepted now."
    default: ""
    }
  }

  static func examples(of verb: NounVerb) -> [String] {
    switch verb {
    case .add:
      [
        #"W2 --check data.overdue --subject M4 --reason "The survey is late" --approved-by "Programme Lead" --created 2025-06-01 --expires 2025-07-31"#,
        #"W3 --check target.met-by-date --subject M2 --reason "New start" --approved-by Board --created 2025-06-01 --expires 2025-08-31 --decision D-017"#,
      ]
    case .edit:
      [
        #"W1 --expires 2025-08-15"#,
        #"W1 --reason "Two vacancies are being filled" --dry-run"#,
      ]
    case .list:
      [
        #""#,
        #"--format csv"#,
      ]
    case .show:
      [
        #"W1"#,
        #"W1 --known-at 8"#,
      ]
    case .retire:
      [
        #"W1 --reason "Filled early""#,
        #"W1 --dry-run"#,
      ]
    }
  }
}
