package import ArgumentParser
package import BenefitsModel

/// The options of every command that writes to the database.
package struct WritingOptions: ParsableArguments {
  /// The role that records, as given.
  @Option(
    help: ArgumentHelp(
      "The role that records, not a person's name (default: $BENEFITS_BY, else your user name).",
      valueName: "role"))
  package var by: String?

  /// Why it is recorded.
  @Option(help: ArgumentHelp("Why, in a sentence; kept with the entry.", valueName: "text"))
  package var reason: String?

  /// Whether everything is done but recording it.
  @Flag(
    name: [.customShort("n"), .customLong("dry-run")],
    help: "Do everything but record it, and say what would be recorded.")
  package var dryRun = false

  /// The stated moment, for loading history.
  @Option(
    name: .customLong("recorded-at"),
    help: ArgumentHelp(
      "State another moment of recording when history is loaded, as 2026-04-24T09:30:00Z or "
        + "2026-04-24; it is marked as stated (default: now).",
      valueName: "moment"),
    transform: Arguments.instant)
  package var recordedAt: Instant?

  /// Creates the options as the parser needs them.
  package init() {}

  /// Checks the texts that would be kept for ever.
  package func validate() throws {
    if let by { try Self.check(by, of: "--by", example: "\"Data Intelligence Lead\"") }
    if let reason { try Self.check(reason, of: "--reason", example: "\"late returns\"") }
  }

  /// The role to record under, and whether nobody named it.
  package func role(in surroundings: Surroundings) -> (name: String, isAssumed: Bool) {
    if let by { return (by.trimmed(), false) }
    if let role = surroundings.variable(.recordedBy) { return (role.trimmed(), false) }
    return (surroundings.userName ?? "unknown", true)
  }

  /// Refuses a text that is empty, or that would break a line of a listing.
  package static func check(_ text: String, of option: String, example: String) throws {
    let isBlank = text.allSatisfy(\.isWhitespace)
    let hasControls = text.unicodeScalars.contains { $0.properties.generalCategory == .control }
    guard !isBlank, !hasControls else {
      throw ValidationError(
        "\(option) takes \(isBlank ? "a text" : "one line of text"), as in \(option) \(example)")
    }
  }
}
