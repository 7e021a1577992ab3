import ArgumentParser
import BenefitsModel
import BenefitsPlan
import BenefitsTerminal

/// The decisions of a plan on the command line.
enum DecisionNoun: EditableNoun {
  typealias NewSubject = ThingArgument
  typealias Subject = ThingArgument

  static let noun = PlanNoun.decision
  static let abstract = "Decisions: what a body decided."
  static let columns = ["id", "date", "body", "text"]

  /// The keys of a decision as options.
  struct Keys: KeyOptions {
    @Option(help: ArgumentHelp("The day.", valueName: "date"))
    var date: String?
    @Option(help: ArgumentHelp("The body that decided, as \"Programme Board\".", valueName: "body"))
    var body: String?
    @Option(help: ArgumentHelp("What was decided, in a sentence.", valueName: "text"))
    var text: String?
    @Option(
      help: ArgumentHelp("The benefits that it is about; several with commas.", valueName: "ids"))
    var benefits: [String] = []
    @Option(
      help: ArgumentHelp("The measures that it is about; several with commas.", valueName: "ids"))
    var measures: [String] = []

    var given: [(key: String, texts: [String])] {
      PlanEdit.Value.list(["date": date, "body": body, "text": text])
        + [("benefits", benefits), ("measures", measures)].filter { !$0.1.isEmpty }
    }
  }

  static func examples(of verb: NounVerb) -> [String] {
    switch verb {
    case .add:
      [
        #"D2 --date 2025-06-19 --body "Programme Board" --text "Accept the slip of M2" --measures M2"#,
        #"D3 --date 2025-06-19 --body "Programme Board" --text "Go on as planned""#,
      ]
    case .edit:
      [
        #"D1 --measures M1,M2"#,
        #"D1 --text "Lower the target of M1" --dry-run"#,
      ]
    case .list:
      [
        #""#,
        #"--format csv"#,
      ]
    case .show:
      [
        #"D1"#,
        #"D1 --known-at 8"#,
      ]
    case .retire:
      [
        #"D1 --reason "Never minuted""#,
        #"D1 --dry-run"#,
      ]
    }
  }
}
