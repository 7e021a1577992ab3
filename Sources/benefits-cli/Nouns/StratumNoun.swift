import ArgumentParser
import BenefitsModel
import BenefitsPlan
import BenefitsTerminal

/// The strata of a plan on the command line.
enum StratumNoun: EditableNoun {
  typealias NewSubject = ThingArgument
  typealias Subject = ThingArgument

  static let noun = PlanNoun.stratum
  static let abstract = "Strata: for which group a measure is taken."
  static let columns = ["id", "title"]

  /// The keys of a stratum as options.
  struct Keys: KeyOptions {
    @Option(help: ArgumentHelp("The name for headings (default: the id).", valueName: "text"))
    var title: String?

    var given: [(key: String, texts: [String])] {
      PlanEdit.Value.list(["title": title])
    }
  }

  static func examples(of verb: NounVerb) -> [String] {
    switch verb {
    case .add:
      [
        #"fifth-5 --title "Least deprived fifth""#,
        #"over-85"#,
      ]
    case .edit:
      [
        #"fifth-1 --title "Most deprived fifth""#,
        #"fifth-1 --clear title"#,
      ]
    case .list:
      [
        #""#,
        #"--format csv"#,
      ]
    case .show:
      [
        #"fifth-1"#,
        #"fifth-1 --known-at 8"#,
      ]
    case .retire:
      [
        #"fifth-1 --reason "Not collected any more""#,
        #"fifth-1 --dry-run"#,
      ]
    }
  }
}
