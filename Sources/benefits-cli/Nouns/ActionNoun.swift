import ArgumentParser
import BenefitsModel
import BenefitsPlan
import BenefitsTerminal

/// The actions of a plan on the command line.
enum ActionNoun: EditableNoun {
  typealias NewSubject = ThingArgument
  typealias Subject = ThingArgument

  static let noun = PlanNoun.action
  static let abstract = "Actions: what a role is to do by a day."
  static let columns = ["id", "text", "owner", "due", "done_on"]

  /// The keys of an action as options.
  struct Keys: KeyOptions {
    @Option(help: ArgumentHelp("What is to be done, in a sentence.", valueName: "text"))
    var text: String?
    @Option(
      help: ArgumentHelp("The role that is to do it, not a person's name.", valueName: "role"))
    var owner: String?
    @Option(help: ArgumentHelp("The day on which it was agreed.", valueName: "date"))
    var raised: String?
    @Option(help: ArgumentHelp("The day by which it is to be done.", valueName: "date"))
    var due: String?
    @Option(help: ArgumentHelp("The day on which it was done.", valueName: "date"))
    var doneOn: String?
    @Option(
      help: ArgumentHelp("The benefits that it is for; several with commas.", valueName: "ids"))
    var benefits: [String] = []
    @Option(
      help: ArgumentHelp("The measures that it is for; several with commas.", valueName: "ids"))
    var measures: [String] = []

    var given: [(key: String, texts: [String])] {
      PlanEdit.Value.list([
        "text": text, "owner": owner, "raised": raised, "due": due, "done_on": doneOn,
      ]) + [("benefits", benefits), ("measures", measures)].filter { !$0.1.isEmpty }
    }
  }

  static func examples(of verb: NounVerb) -> [String] {
    switch verb {
    case .add:
      [
        #"T2 --text "Open a fifth day" --owner "Operations Manager" --due 2025-08-29 --measures M1"#,
        #"T3 --text "Count again" --owner Analyst --raised 2025-06-01 --due 2025-06-30 --benefits B1,B2"#,
      ]
    case .edit:
      [
        #"T1 --done-on 2025-05-28"#,
        #"T1 --due 2025-07-31 --dry-run"#,
      ]
    case .list:
      [
        #""#,
        #"--format csv"#,
      ]
    case .show:
      [
        #"T1"#,
        #"T1 --known-at 8"#,
      ]
    case .retire:
      [
        #"T1 --reason "Agreed twice""#,
        #"T1 --dry-run"#,
      ]
    }
  }
}
