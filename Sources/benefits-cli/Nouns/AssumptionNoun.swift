import ArgumentParser
import BenefitsModel
import BenefitsPlan
import BenefitsTerminal

/// The assumptions of a plan on the command line.
enum AssumptionNoun: EditableNoun {
  typealias NewSubject = ThingArgument
  typealias Subject = ThingArgument

  static let noun = PlanNoun.assumption
  static let abstract = "Assumptions: what must be true for a benefit to come."
  static let columns = ["id", "text", "benefits", "state", "tested_on"]

  /// The keys of an assumption as options.
  struct Keys: KeyOptions {
    @Option(help: ArgumentHelp("What is assumed, in a sentence.", valueName: "text"))
    var text: String?
    @Option(
      help: ArgumentHelp("The benefits that rest on it; several with commas.", valueName: "ids"))
    var benefits: [String] = []
    @Option(help: ArgumentHelp("untested, supported or refuted.", valueName: "state"))
    var state: String?
    @Option(help: ArgumentHelp("The day on which it was tested.", valueName: "date"))
    var testedOn: String?
    @Option(help: ArgumentHelp("What was found.", valueName: "text"))
    var evidence: String?

    var given: [(key: String, texts: [String])] {
      PlanEdit.Value.list([
        "text": text, "state": state, "tested_on": testedOn, "evidence": evidence,
      ]) + [("benefits", benefits)].filter { !$0.1.isEmpty }
    }
  }

  static func examples(of verb: NounVerb) -> [String] {
    switch verb {
    case .add:
      [
        #"U2 --text "A visit within two hours averts an ambulance" --benefits B1,B2"#,
        #"U3 --text "Staff stay" --benefits B4 --state supported --tested-on 2025-03-31"#,
      ]
    case .edit:
      [
        #"U1 --state supported --tested-on 2025-05-30 --evidence "Audit of 60 visits""#,
        #"U1 --state refuted --dry-run"#,
      ]
    case .list:
      [
        #""#,
        #"--format csv"#,
      ]
    case .show:
      [
        #"U1"#,
        #"U1 --known-at 8"#,
      ]
    case .retire:
      [
        #"U1 --reason "No benefit rests on it any more""#,
        #"U1 --dry-run"#,
      ]
    }
  }
}
