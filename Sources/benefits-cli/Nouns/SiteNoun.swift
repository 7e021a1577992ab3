import ArgumentParser
import BenefitsModel
import BenefitsPlan
import BenefitsTerminal

/// The sites of a plan on the command line.
enum SiteNoun: EditableNoun {
  typealias NewSubject = ThingArgument
  typealias Subject = ThingArgument

  static let noun = PlanNoun.site
  static let abstract = "Sites: where measures are taken."
  static let columns = ["id", "title", "parent", "go_live"]

  /// The keys of a site as options.
  struct Keys: KeyOptions {
    @Option(help: ArgumentHelp("The name for headings (default: the id).", valueName: "text"))
    var title: String?
    @Option(
      help: ArgumentHelp(
        "The site that it is a part of (default: the programme).", valueName: "site"))
    var parent: String?
    @Option(
      help: ArgumentHelp(
        "The day on which the change begins to work here (default: that of the project).",
        valueName: "date"))
    var goLive: String?

    var given: [(key: String, texts: [String])] {
      PlanEdit.Value.list(["title": title, "parent": parent, "go_live": goLive])
    }
  }

  static func examples(of verb: NounVerb) -> [String] {
    switch verb {
    case .add:
      [
        #"south --title "South locality""#,
        #"south --parent north --go-live 2025-09-01"#,
      ]
    case .edit:
      [
        #"north --title "North locality""#,
        #"north --go-live 2024-09-01 --by "Programme Lead""#,
      ]
    case .list:
      [
        #""#,
        #"--format json"#,
      ]
    case .show:
      [
        #"north"#,
        #"north --known-at 8"#,
      ]
    case .retire:
      [
        #"north --reason "Merged with the south""#,
        #"north --dry-run"#,
      ]
    }
  }
}
