import ArgumentParser
import BenefitsModel
import BenefitsStorage
import BenefitsTerminal

/// `redact`: removes a free text for good.
struct Redact: Command {
  static let configuration = CommandConfiguration(
    commandName: "redact",
    abstract: "Removes a free text for good, such as a person's name typed by mistake.",
    discussion: """
      This is the only command that cannot be undone. The hash of the text stays, so that `verify` \
      still agrees; the commands that said the text go with it. Backups and reports keep what they \
      hold. A text that stands anywhere else is read from a file, since what is typed here is \
      itself recorded.

      EXAMPLES:
        benefits-cli redact --reason-of 8 --dry-run
        benefits-cli redact --note-of M2 --period 2024-06
        benefits-cli redact --text-in name.txt
      """)

  @Option(help: ArgumentHelp("Remove why an entry was recorded.", valueName: "entry"))
  var reasonOf: Int?
  @Option(help: ArgumentHelp("Remove the command that wrote an entry.", valueName: "entry"))
  var commandOf: Int?
  @Option(help: ArgumentHelp("Remove the remark on a number of a measure.", valueName: "measure"))
  var noteOf: String?
  @Option(help: "The period of that number.") var period: String?
  @Option(help: "Its site (default: the whole programme).") var site: String?
  @Option(help: "Its stratum (default: all).") var stratum: String?
  @Option(
    help: ArgumentHelp(
      "Remove the text that a file holds, wherever it stands whole; - reads standard input.",
      valueName: "file"), completion: .file())
  var textIn: String?
  @Option(help: ArgumentHelp("Remove the text with a SHA-256.", valueName: "sha256"))
  var hash: String?
  @OptionGroup(title: "Database") var database: DatabaseOptions
  @OptionGroup(title: "Entry") var writing: WritingOptions
  @OptionGroup(title: "Display") var display: DisplayOptions

  func validate() throws {
    let given = [reasonOf != nil, commandOf != nil, noteOf != nil, textIn != nil, hash != nil]
    guard given.count(where: { $0 }) == 1 else {
      throw ValidationError(
        "say which text: one of --reason-of, --command-of, --note-of, --text-in and --hash")
    }
    guard (noteOf == nil) == (period == nil) else {
      throw ValidationError(
        noteOf == nil
          ? "--period belongs to --note-of" : "name the number's period with --period")
    }
  }

  mutating func run(in session: inout Session) throws {
    let recording = Recording(database: database, writing: writing)
    let command = self
    let hashInFile = try textIn.map { path in
      try Self.hash(ofTextIn: path, surroundings: session.surroundings)
    }
    var store = try recording.open(in: session)
    let recorded = try recording.record(in: &store, session) { writer throws in
      let text = try command.text(hashInFile: hashInFile, plan: writer.plan)
      return (text: text, redaction: try writer.redact(text))
    }
    let (text, redaction) = recorded.result
    if redaction.wasRedacted {
      try session.print("\(text): removed already")
      return
    }
    let ending = writing.dryRun ? "would be removed (dry run: nothing was removed)" : "removed"
    let entry = writing.dryRun ? "" : recorded.entry.map { " (entry \($0.id))" } ?? ""
    try session.print("\(text): \(ending)\(entry)")
    if !redaction.commands.isEmpty {
      let names = redaction.commands.map(String.init).joined(separator: ", ")
      try session.print(
        "with the command of \(redaction.commands.count == 1 ? "entry" : "entries") \(names)")
    }
    try session.note("backups and reports that were made before keep the text")
  }

  private func text(hashInFile: String?, plan: Plan?) throws -> RedactableText {
    if let reasonOf { return .reason(of: reasonOf) }
    if let commandOf { return .command(of: commandOf) }
    if let hash = hash ?? hashInFile { return .hash(hash) }
    guard let noteOf, let period, let plan else {
      throw CommandFailure(.notFound, "there is no plan yet, and so no number with a note")
    }
    let measure = try plan.measure(named: noteOf)
    let reader = PeriodReader(kind: measure.frequency.kind, yearStart: plan.calendar.yearStarts)
    let series = Series(
      measure: measure.id, site: try plan.site(named: site),
      stratum: try plan.stratum(named: stratum))
    do {
      return .note(of: series, try reader.read(period))
    } catch {
      throw CommandFailure(.wrongInput, "\(error)")
    }
  }

  /// The hash of a text without the line feed that editors put behind it.
  private static func hash(ofTextIn path: String, surroundings: Surroundings) throws -> String {
    var bytes = try InputFile.read(path, surroundings: surroundings)
    while let last = bytes.last, [0x0A, 0x0D].contains(last) { bytes.removeLast() }
    return SourceFile(name: path, bytes: bytes).sha256
  }
}
