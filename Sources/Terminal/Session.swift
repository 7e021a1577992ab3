/// One run of a command: where it came from, and where its words go.
///
/// Results go to standard output through a buffer; everything else goes to standard error.
package struct Session: ~Copyable {
  /// The program's name, for messages.
  package let program: String
  /// What the program found around it.
  package let surroundings: Surroundings
  /// How text on standard output is coloured.
  package let outputStyle: Style
  /// How text on standard error is coloured.
  package let messageStyle: Style
  /// Whether notes, hints and warnings are left out.
  package let isQuiet: Bool
  private var output = StandardOutput()

  /// Creates a session that talks as the options of a command say.
  package init(program: String, surroundings: Surroundings, display: DisplayOptions) {
    self.init(
      program: program, surroundings: surroundings, color: display.color, isQuiet: display.quiet)
  }

  /// Creates a session before any option is known: options that were not parsed cannot be asked.
  package init(
    program: String, surroundings: Surroundings, color: ColorChoice = .auto, isQuiet: Bool = false
  ) {
    self.program = program
    self.surroundings = surroundings
    outputStyle = color.style(isTerminal: surroundings.writesToTerminal, surroundings: surroundings)
    messageStyle = color.style(
      isTerminal: surroundings.reportsToTerminal, surroundings: surroundings)
    self.isQuiet = isQuiet
  }

  /// The command line, for messages.
  package var commandLine: String {
    CommandLineText.quoted([program] + surroundings.arguments)
  }

  /// The command line for the entry that it writes, without the name of the database that holds the entry.
  package var recordedCommandLine: String {
    CommandLineText.quoted([program] + CommandLineText.withoutDatabase(surroundings.arguments))
  }

  /// Writes a line of the result.
  package mutating func print(_ line: String) throws(CommandFailure) {
    try output.write(line)
    try output.write("\n")
  }

  /// Writes a part of the result as it is.
  package mutating func write(_ text: String) throws(CommandFailure) { try output.write(text) }

  /// Writes a table of the result, laid out for the terminal.
  package mutating func print(_ table: TextTable, hasHeadings: Bool = true) throws(CommandFailure) {
    try output.write(
      table.text(
        width: surroundings.tableWidth, style: outputStyle, hasHeadings: hasHeadings))
  }

  /// Reports something on standard error.
  package mutating func note(_ line: String) throws(CommandFailure) {
    guard !isQuiet else { return }
    // What was printed before is to stand before it in a terminal.
    try output.flush()
    StandardError.write(line + "\n")
  }

  /// Suggests a next step on standard error.
  package mutating func hint(_ line: String) throws(CommandFailure) {
    try note(messageStyle.paint("hint:", .info) + " " + line)
  }

  /// Warns on standard error.
  package mutating func warn(_ line: String) throws(CommandFailure) {
    try note(messageStyle.paint("warning:", .caution) + " " + line)
  }

  /// Writes out what the buffer holds.
  package mutating func flush() throws(CommandFailure) { try output.flush() }
}

/// Writes command lines that can be pasted.
package enum CommandLineText {
  /// Returns words as a shell would need them, quoted where they must be.
  package static func quoted(_ words: [String]) -> String {
    words.map(quoted).joined(separator: " ")
  }

  /// Returns arguments without the option that names the database.
  package static func withoutDatabase(_ arguments: [String]) -> [String] {
    var kept = [String]()
    var rest = arguments[...]
    while let word = rest.popFirst() {
      if word == "--" { return kept + [word] + rest }
      if word == "--database" || word == "-d" {
        rest = rest.dropFirst()
      } else if !word.hasPrefix("--database=") {
        kept.append(word)
      }
    }
    return kept
  }

  private static func quoted(_ word: String) -> String {
    let isPlain = word.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0)
        || "-_=./:,+@%".unicodeScalars.contains($0)
    }
    if isPlain, !word.isEmpty { return word }
    return "'"
      + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#)
      + "'"
  }
}
