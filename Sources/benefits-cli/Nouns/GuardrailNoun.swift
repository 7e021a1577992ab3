import ArgumentParser
import BenefitsModel
import BenefitsPlan
import BenefitsTerminal

/// The guardrails of a plan on the command line.
enum GuardrailNoun: EditableNoun {
  typealias NewSubject = SeriesArguments
  typealias Subject = SeriesArguments

  static let noun = PlanNoun.guardrail
  static let abstract = "Guardrails: limits that must not be passed."
  static let columns = ["measure", "site", "stratum", "limit", "amber"]

  /// The keys of a guardrail as options.
  struct Keys: KeyOptions {
    @Option(parsing: .unconditional, help: ArgumentHelp("The limit.", valueName: "number"))
    var limit: String?
    @Option(
      parsing: .unconditional,
      help: ArgumentHelp("The value from which it is near.", valueName: "number"))
    var amber: String?

    var given: [(key: String, texts: [String])] {
      PlanEdit.Value.list(["limit": limit, "amber": amber])
    }
  }

  static func examples(of verb: NounVerb) -> [String] {
    switch verb {
    case .add:
      [
        #"M2 --limit 60 --amber 50"#,
        #"M5 --site north --limit 21"#,
      ]
    case .edit:
      [
        #"M5 --limit 15"#,
        #"M5 --clear amber"#,
      ]
    case .list:
      [
        #""#,
        #"--format csv"#,
      ]
    case .show:
      [
        #"M5"#,
        #"M5 --site my-programme"#,
      ]
    case .retire:
      [
        #"M5 --reason "Replaced by a target""#,
        #"M5 --dry-run"#,
      ]
    }
  }
}
