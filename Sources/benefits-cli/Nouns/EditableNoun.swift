import ArgumentParser
import BenefitsModel
import BenefitsPlan
import BenefitsTerminal

/// A noun whose things are added, changed, listed, shown and retired one by one.
protocol EditableNoun: SendableMetatype {
  /// How a new thing is named on the command line.
  associatedtype NewSubject: SubjectArguments
  /// How a thing that is there is named on the command line.
  associatedtype Subject: SubjectArguments
  /// The keys of the plan file as options.
  associatedtype Keys: KeyOptions

  /// The noun.
  static var noun: PlanNoun { get }
  /// What the noun is, in a few words for the list of commands.
  static var abstract: String { get }
  /// The keys that a table shows; the machine forms have all.
  static var columns: [String] { get }
  /// What is to be said of a command beside its examples.
  static func remarks(on verb: NounVerb) -> String
  /// The examples of a command, without the words that lead to it.
  static func examples(of verb: NounVerb) -> [String]
}

/// What can be done with the things of a noun.
enum NounVerb: String, CaseIterable {
  case add
  case edit
  case list
  case show
  case retire
}

extension EditableNoun {
  static func remarks(on verb: NounVerb) -> String { "" }

  /// The text below the abstract of a command.
  static func discussion(of verb: NounVerb) -> String {
    let remarks = remarks(on: verb)
    let examples = examples(of: verb).map { example in
      broken(
        "  benefits-cli \(noun.rawValue) \(verb.rawValue)" + (example.isEmpty ? "" : " ") + example)
    }
    return (remarks.isEmpty ? "" : remarks + "\n\n")
      + (["EXAMPLES:"] + examples).joined(separator: "\n")
  }
}

extension EditableNoun {
  /// A command in lines that fit the narrowest usual terminal and can still be pasted.
  private static func broken(_ command: String) -> String {
    let width = 78
    guard command.count > width else { return command }
    var lines: [String] = []
    var line = ""
    // An option and its value stay together, and so do the words of a quoted text.
    for part in command.components(splitBefore: " --") {
      if !line.isEmpty, line.count + part.count > width - 2 {
        lines.append(line)
        line = "     "
      }
      line += part
    }
    return (lines + [line]).joined(separator: " \\\n")
  }
}

extension String {
  /// The parts of the text that begin with a separator, and what stands before the first.
  fileprivate func components(splitBefore separator: String) -> [String] {
    var parts: [String] = []
    var start = startIndex
    var index = startIndex
    while index < endIndex {
      if index > start, self[index...].hasPrefix(separator) {
        parts.append(String(self[start..<index]))
        start = index
      }
      index = self.index(after: index)
    }
    return parts + [String(self[start...])]
  }
}

/// The arguments that name a thing.
protocol SubjectArguments: ParsableArguments {
  /// The thing that is meant.
  var subject: PlanEdit.Subject { get }
}

/// The options for the keys of a noun.
protocol KeyOptions: ParsableArguments {
  /// The keys that were given, each with the texts that were typed.
  var given: [(key: String, texts: [String])] { get }
  /// The decision that allows a change of what was promised, where it is no key of the thing itself.
  var decision: String? { get }
  /// The keys that follow from other options of the command.
  func implied(by act: PlanEdit.Act, reason: String?, asOf: Day) -> [PlanEdit.Value]
}

extension KeyOptions {
  var decision: String? { nil }

  func implied(by act: PlanEdit.Act, reason: String?, asOf: Day) -> [PlanEdit.Value] { [] }
}

extension PlanEdit.Value {
  /// The values of options, without those that were not given.
  static func list(_ options: KeyValuePairs<String, String?>) -> [(key: String, texts: [String])] {
    options.compactMap { key, text in text.map { (key, [$0]) } }
  }
}

// MARK: - Subjects

/// A thing named by its identifier.
struct ThingArgument: SubjectArguments {
  @Argument(help: "The id.") var id: String

  var subject: PlanEdit.Subject { PlanEdit.Subject(id: id) }
}

/// A new thing that gets an identifier by itself where none is given.
struct NewAnnotationArgument: SubjectArguments {
  @Argument(help: "The id (default: the date and the kind, as 2025-01-31-decision).")
  var id: String?

  var subject: PlanEdit.Subject { PlanEdit.Subject(id: id) }
}

/// What was promised of a series: its measure, and the site and the stratum where it is for a part.
struct SeriesArguments: SubjectArguments {
  @Argument(help: "The measure.") var measure: String
  @Option(help: "The site (default: the whole programme).") var site: String?
  @Option(help: "The stratum (default: all).") var stratum: String?

  var subject: PlanEdit.Subject {
    PlanEdit.Subject(id: measure, site: site, stratum: stratum)
  }
}

/// One target of a series.
struct TargetArguments: SubjectArguments {
  @Argument(help: "The measure.") var measure: String
  @Argument(help: "The period by which the target is to be reached, where there are several.")
  var period: String?
  @Option(help: "The site (default: the whole programme).") var site: String?
  @Option(help: "The stratum (default: all).") var stratum: String?

  var subject: PlanEdit.Subject {
    PlanEdit.Subject(id: measure, site: site, stratum: stratum, reachBy: period)
  }
}
