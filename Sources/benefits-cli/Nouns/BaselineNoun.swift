import ArgumentParser
import BenefitsModel
import BenefitsPlan
import BenefitsTerminal

/// The baselines of a plan on the command line.
enum BaselineNoun: EditableNoun {
  typealias NewSubject = SeriesArguments
  typealias Subject = SeriesArguments

  static let noun = PlanNoun.baseline
  static let abstract = "Baselines: what the future is compared with."
  static let columns = ["measure", "site", "stratum", "from", "to", "value", "state"]

  /// The keys of a baseline as options.
  struct Keys: KeyOptions {
    @Option(help: ArgumentHelp("The first period of the window.", valueName: "period"))
    var from: String?
    @Option(help: ArgumentHelp("The last period of the window.", valueName: "period"))
    var to: String?
    @Option(
      parsing: .unconditional,
      help: ArgumentHelp("The stated value, where there is no window.", valueName: "number"))
    var value: String?
    @Option(help: ArgumentHelp("Where the stated value comes from.", valueName: "text"))
    var source: String?
    @Option(help: ArgumentHelp("provisional or validated.", valueName: "state"))
    var state: String?
    @Option(help: ArgumentHelp("The role that validated it.", valueName: "role"))
    var validatedBy: String?
    @Option(help: ArgumentHelp("The day on which it was validated.", valueName: "date"))
    var validatedOn: String?
    @Option(
      name: .customLong("decision"),
      help: ArgumentHelp(
        "The decision that allows the change, kept with the targets.", valueName: "text"))
    var decision: String?

    var given: [(key: String, texts: [String])] {
      PlanEdit.Value.list([
        "from": from, "to": to, "value": value, "source": source, "state": state,
        "validated_by": validatedBy, "validated_on": validatedOn,
      ])
    }
  }

  static func remarks(on verb: NounVerb) -> String {
    switch verb {
    case .edit: "After go-live a baseline that has targets changes by --decision only."
    case .add: "Either --from and --to, or --value and --source."
    default: ""
    }
  }

  static func examples(of verb: NounVerb) -> [String] {
    switch verb {
    case .add:
      [
        #"M2 --site north --value 12 --source "Audit of 2023/24""#,
        #"M1 --site north --from 2023-06 --to 2024-05"#,
      ]
    case .edit:
      [
        #"M2 --state validated --validated-by "Head of Performance" --validated-on 2025-06-01"#,
        #"M2 --from 2023-09 --decision D-017"#,
      ]
    case .list:
      [
        #""#,
        #"--format csv"#,
      ]
    case .show:
      [
        #"M2"#,
        #"M2 --known-at 2025-06-01"#,
      ]
    case .retire:
      [
        #"M4 --decision D-017 --reason "The survey has changed""#,
        #"M4 --decision D-017 --dry-run"#,
      ]
    }
  }
}
