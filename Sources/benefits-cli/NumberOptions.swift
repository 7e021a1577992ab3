import ArgumentParser
import BenefitsTerminal

/// The options of `record` that say more about the numbers.
struct NumberOptions: ParsableArguments {
  @Option(help: "The site (default: the whole programme).") var site: String?
  @Option(help: "The stratum (default: all).") var stratum: String?
  @Flag(help: "The numbers are expected to change.") var provisional = false
  @Option(help: ArgumentHelp("A remark on the numbers.", valueName: "text")) var note: String?

  func validate() throws {
    if let note { try WritingOptions.check(note, of: "--note", example: "\"strike on 3 days\"") }
  }
}

/// The option that turns conflicts with what is recorded into revisions.
struct RevisionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Accept numbers that differ from those recorded, and say why.", valueName: "reason"))
  var revise: String?

  func validate() throws {
    if let revise { try WritingOptions.check(revise, of: "--revise", example: "\"late returns\"") }
  }

  /// Refuses two reasons for one entry.
  func check(beside writing: WritingOptions) throws {
    guard revise != nil, writing.reason != nil else { return }
    throw ValidationError("--revise says why already; leave --reason out")
  }
}
