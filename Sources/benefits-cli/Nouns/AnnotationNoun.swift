import ArgumentParser
import BenefitsModel
import BenefitsPlan
import BenefitsTerminal

/// The annotations of a plan on the command line.
enum AnnotationNoun: EditableNoun {
  typealias NewSubject = NewAnnotationArgument
  typealias Subject = ThingArgument

  static let noun = PlanNoun.annotation
  static let abstract = "Annotations: what charts show beside the values."
  static let columns = ["id", "date", "kind", "text"]

  /// The keys of an annotation as options.
  struct Keys: KeyOptions {
    @Option(
      help: ArgumentHelp("The day, or a period, which stands for its first day.", valueName: "date")
    )
    var date: String?
    @Option(
      help: ArgumentHelp("go-live, pdsa, decision, data-issue or context.", valueName: "kind"))
    var kind: String?
    @Option(help: ArgumentHelp("What happened, in a sentence.", valueName: "text"))
    var text: String?
    @Option(
      help: ArgumentHelp(
        "The projects that it belongs to; several with commas (default: all).", valueName: "ids"))
    var projects: [String] = []
    @Option(help: ArgumentHelp("The measures that it belongs to (default: all).", valueName: "ids"))
    var measures: [String] = []
    @Option(help: ArgumentHelp("The sites that it belongs to (default: all).", valueName: "ids"))
    var sites: [String] = []

    var given: [(key: String, texts: [String])] {
      PlanEdit.Value.list(["date": date, "kind": kind, "text": text])
        + [("projects", projects), ("measures", measures), ("sites", sites)].filter {
          !$0.1.isEmpty
        }
    }
  }

  static func examples(of verb: NounVerb) -> [String] {
    switch verb {
    case .add:
      [
        #"--date 2025-01-13 --kind pdsa --text "Second team begins""#,
        #"flu-2025 --date 2025-01 --kind context --text "Flu peak" --measures M1,M2"#,
      ]
    case .edit:
      [
        #"2024-06-01-go-live --text "Falls clinic live in the north""#,
        #"2024-06-01-go-live --clear projects --dry-run"#,
      ]
    case .list:
      [
        #""#,
        #"--format csv"#,
      ]
    case .show:
      [
        #"2024-06-01-go-live"#,
        #"2024-06-01-GO-LIVE --known-at 2"#,
      ]
    case .retire:
      [
        #"2024-06-01-go-live --reason "Entered twice""#,
        #"2024-06-01-go-live --dry-run"#,
      ]
    }
  }
}
