import ArgumentParser
import BenefitsModel
import BenefitsPlan
import BenefitsTerminal

/// The reviews of a plan on the command line.
enum ReviewNoun: EditableNoun {
  typealias NewSubject = ThingArgument
  typealias Subject = ThingArgument

  static let noun = PlanNoun.review
  static let abstract = "Reviews: dated looks at benefits by a body."
  static let columns = ["id", "date", "body", "benefits", "decision", "next_due"]

  /// The keys of a review as options.
  struct Keys: KeyOptions {
    @Option(help: ArgumentHelp("The day.", valueName: "date"))
    var date: String?
    @Option(help: ArgumentHelp("The body that looked, as \"Programme Board\".", valueName: "body"))
    var body: String?
    @Option(
      help: ArgumentHelp(
        "review, or sustainability for whether a benefit will last.", valueName: "kind"))
    var kind: String?
    @Option(
      help: ArgumentHelp(
        "The benefits that it looked at; several with commas (default: the programme).",
        valueName: "ids"))
    var benefits: [String] = []
    @Option(
      name: .customLong("decision"),
      help: ArgumentHelp("What was decided, or the id of the decision.", valueName: "text"))
    var decided: String?
    @Option(help: ArgumentHelp("What was seen and said.", valueName: "text"))
    var narrative: String?
    @Option(
      help: ArgumentHelp("The day by which the body is to look again.", valueName: "date"))
    var nextDue: String?

    var given: [(key: String, texts: [String])] {
      PlanEdit.Value.list([
        "date": date, "body": body, "kind": kind, "decision": decided, "narrative": narrative,
        "next_due": nextDue,
      ]) + [("benefits", benefits)].filter { !$0.1.isEmpty }
    }
  }

  static func examples(of verb: NounVerb) -> [String] {
    switch verb {
    case .add:
      [
        #"R2 --date 2025-06-19 --body "Programme Board" --next-due 2025-09-18"#,
        #"R3 --date 2025-06-20 --body "Clinical Senate" --benefits B1,B2 --decision Continue --narrative "On course""#,
      ]
    case .edit:
      [
        #"R1 --next-due 2025-07-01"#,
        #"R1 --narrative "The clinic runs on four days" --dry-run"#,
      ]
    case .list:
      [
        #""#,
        #"--format csv"#,
      ]
    case .show:
      [
        #"R1"#,
        #"R1 --known-at 8"#,
      ]
    case .retire:
      [
        #"R1 --reason "Entered twice""#,
        #"R1 --dry-run"#,
      ]
    }
  }
}
