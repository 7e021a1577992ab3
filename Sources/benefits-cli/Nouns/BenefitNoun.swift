import ArgumentParser
import BenefitsModel
import BenefitsPlan
import BenefitsTerminal

/// The benefits of a plan on the command line.
enum BenefitNoun: EditableNoun {
  typealias NewSubject = ThingArgument
  typealias Subject = ThingArgument

  static let noun = PlanNoun.benefit
  static let abstract = "Benefits: the improvements that are promised."
  static let columns = ["id", "title", "aim", "project", "owner", "lifecycle"]

  /// The keys of a benefit as options.
  struct Keys: KeyOptions {
    @Option(help: ArgumentHelp("The name for headings.", valueName: "text"))
    var title: String?
    @Option(
      help: ArgumentHelp(
        "patient-experience, population-health, cost-efficiency or staff-wellbeing.",
        valueName: "aim"))
    var aim: String?
    @Option(help: ArgumentHelp("The project that is to bring it.", valueName: "project"))
    var project: String?
    @Option(
      help: ArgumentHelp("The role that answers for it, not a person's name.", valueName: "role"))
    var owner: String?
    @Option(
      help: ArgumentHelp(
        "draft, planned, committed, realising, closed or superseded.", valueName: "state"))
    var lifecycle: String?
    @Option(
      name: .customLong("class"),
      help: ArgumentHelp(
        "cash-releasing, non-cash-releasing, societal or qualitative.", valueName: "class"))
    var valueClass: String?
    @Option(
      help: ArgumentHelp(
        "The day, or the period, from which any of it is expected.", valueName: "date"))
    var firstBenefit: String?
    @Option(help: ArgumentHelp("Its weight in a roll-up (default: 1).", valueName: "number"))
    var weight: String?
    @Option(
      help: ArgumentHelp(
        "true for a worsening that is tolerated up to a guardrail.", valueName: "true|false"))
    var disbenefit: String?
    @Option(
      help: ArgumentHelp(
        "How many points realised % may fall behind planned %, as amber=5,red=15.",
        valueName: "limits"))
    var tolerance: String?
    @Option(
      help: ArgumentHelp(
        "The day by which it is handed over to business as usual.", valueName: "date"))
    var handOver: String?
    @Option(
      help: ArgumentHelp("The role that answers for it in business as usual.", valueName: "role"))
    var bauOwner: String?
    @Option(help: ArgumentHelp("Words that select it; several with commas.", valueName: "words"))
    var tags: [String] = []

    var given: [(key: String, texts: [String])] {
      PlanEdit.Value.list([
        "title": title, "aim": aim, "project": project, "owner": owner, "lifecycle": lifecycle,
        "class": valueClass, "first_benefit": firstBenefit, "weight": weight,
        "disbenefit": disbenefit, "tolerance": tolerance, "hand_over": handOver,
        "bau_owner": bauOwner,
      ]) + [("tags", tags)].filter { !$0.1.isEmpty }
    }

    func implied(by act: PlanEdit.Act, reason: String?, asOf: Day) -> [PlanEdit.Value] {
      guard let reason, ["closed", "superseded"].contains(lifecycle) else { return [] }
      return [.init("reason", [reason])]
    }
  }

  static func remarks(on verb: NounVerb) -> String {
    switch verb {
    case .edit:
      "A benefit that is closed or superseded says why: --reason is kept with the entry and with the benefit."
    default: ""
    }
  }

  static func examples(of verb: NounVerb) -> [String] {
    switch verb {
    case .add:
      [
        #"B5 --title "Shorter stays" --aim cost-efficiency --project P1"#,
        #"B6 --title "Fewer admissions" --aim population-health --project P1 --weight 2"#,
      ]
    case .edit:
      [
        #"B1 --owner "Community Nursing Lead""#,
        #"B1 --hand-over 2026-04-01 --bau-owner "Head of Community Services""#,
        #"B2 --tolerance amber=5,red=15 --weight 2 --dry-run"#,
        #"B4 --lifecycle superseded --reason "Superseded by B1""#,
      ]
    case .list:
      [
        #""#,
        #"--format csv"#,
      ]
    case .show:
      [
        #"B1"#,
        #"B1 --known-at 2025-06-01"#,
      ]
    case .retire:
      [
        #"B9 --reason "Never agreed""#,
        #"B9 --dry-run"#,
      ]
    }
  }
}
