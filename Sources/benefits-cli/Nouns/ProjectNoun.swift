import ArgumentParser
import BenefitsModel
import BenefitsPlan
import BenefitsTerminal

/// The projects of a plan on the command line.
enum ProjectNoun: EditableNoun {
  typealias NewSubject = ThingArgument
  typealias Subject = ThingArgument

  static let noun = PlanNoun.project
  static let abstract = "Projects: what is being done."
  static let columns = ["id", "title", "owner", "go_live"]

  /// The keys of a project as options.
  struct Keys: KeyOptions {
    @Option(help: ArgumentHelp("The name for headings.", valueName: "text"))
    var title: String?
    @Option(
      help: ArgumentHelp("The role that answers for it, not a person's name.", valueName: "role"))
    var owner: String?
    @Option(help: ArgumentHelp("The day on which the change begins to work.", valueName: "date"))
    var goLive: String?

    var given: [(key: String, texts: [String])] {
      PlanEdit.Value.list(["title": title, "owner": owner, "go_live": goLive])
    }
  }

  static func examples(of verb: NounVerb) -> [String] {
    switch verb {
    case .add:
      [
        #"P2 --title "Frailty at the front door" --go-live 2025-09-01"#,
        #"P2 --title "Frailty at the front door" --owner "Medical Director" --dry-run"#,
      ]
    case .edit:
      [
        #"P1 --owner "Community Nursing Lead""#,
        #"P1 --clear owner --reason "The post is vacant""#,
      ]
    case .list:
      [
        #""#,
        #"--format csv"#,
        #"--known-at 2025-06-01"#,
      ]
    case .show:
      [
        #"P1"#,
        #"P1 --known-at 2"#,
      ]
    case .retire:
      [
        #"P9 --reason "Merged into P1""#,
        #"P9 --decision D-017 --dry-run"#,
      ]
    }
  }
}
