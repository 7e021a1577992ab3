import ArgumentParser
import BenefitsModel
import BenefitsPlan
import BenefitsTerminal

/// The targets of a plan on the command line.
enum TargetNoun: EditableNoun {
  typealias NewSubject = SeriesArguments
  typealias Subject = TargetArguments

  static let noun = PlanNoun.target
  static let abstract = "Targets: what is to be reached, and by when."
  static let columns = [
    "measure", "site", "stratum", "value", "reach_by", "hold_until", "decision",
  ]

  /// The keys of a target as options.
  struct Keys: KeyOptions {
    @Option(
      parsing: .unconditional, help: ArgumentHelp("The value to be reached.", valueName: "number"))
    var value: String?
    @Option(help: ArgumentHelp("From when it is in force.", valueName: "period"))
    var from: String?
    @Option(help: ArgumentHelp("The period by which it is to be reached.", valueName: "period"))
    var reachBy: String?
    @Option(help: ArgumentHelp("The last period in which it is to be held.", valueName: "period"))
    var holdUntil: String?
    @Option(
      parsing: .unconditional,
      help: ArgumentHelp("A value that would be better still.", valueName: "number"))
    var stretch: String?
    @Option(help: ArgumentHelp("level, or to-date for a running sum.", valueName: "basis"))
    var basis: String?
    @Option(
      help: ArgumentHelp(
        "linear, step, s-curve, shape=linear,from=2024-10, or 2024-07=62,2024-08=64.",
        valueName: "plan"))
    var trajectory: String?
    @Option(help: ArgumentHelp("The role that committed to it.", valueName: "role"))
    var committedBy: String?
    @Option(help: ArgumentHelp("The day on which it was committed to.", valueName: "date"))
    var committedOn: String?
    @Option(help: ArgumentHelp("The decision that allows the change.", valueName: "text"))
    var decision: String?

    var given: [(key: String, texts: [String])] {
      PlanEdit.Value.list([
        "value": value, "from": from, "reach_by": reachBy, "hold_until": holdUntil,
        "stretch": stretch, "basis": basis, "trajectory": trajectory, "committed_by": committedBy,
        "committed_on": committedOn, "decision": decision,
      ])
    }
  }

  static func remarks(on verb: NounVerb) -> String {
    switch verb {
    case .edit:
      "After go-live a target changes by --decision only; what was promised before stays visible for ever."
    default: ""
    }
  }

  static func examples(of verb: NounVerb) -> [String] {
    switch verb {
    case .add:
      [
        #"M5 --value 10 --reach-by 2026-06 --committed-by "Chief Operating Officer""#,
        #"M2 --value 25 --reach-by 2027-06 --from 2026-07 --trajectory s-curve"#,
      ]
    case .edit:
      [
        #"M1 --value 80 --decision D-017"#,
        #"M2 --reach-by 2026-12 --decision "Board of May 2025""#,
        #"M2 2026-06 --committed-by "Medical Director""#,
      ]
    case .list:
      [
        #""#,
        #"--format csv"#,
      ]
    case .show:
      [
        #"M1"#,
        #"M1 --known-at 2025-06-01"#,
      ]
    case .retire:
      [
        #"M4 --decision D-017"#,
        #"M4 2026-06 --decision D-017 --dry-run"#,
      ]
    }
  }
}
