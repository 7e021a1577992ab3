import ArgumentParser
import BenefitsAnalytics
import BenefitsChecks
import BenefitsModel
import BenefitsTerminal

/// Asks whether the promises are being kept, for a schedule as for a person.
struct CheckCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks whether the promises are being kept.",
    discussion: """
      Ends with 0 when nothing fails, 1 when something does, and 2 when nothing fails but \
      something cannot be evaluated or nothing was checked.

      EXAMPLES:
        benefits-report check
        benefits-report check --strict --format text --format junit=checks.xml
        benefits-report check --format json --as-of 2026-04-24
        benefits-report check --profile plan

      A format with =FILE writes a file, and replaces the one of the run before.
      """)

  @Option(
    help: ArgumentHelp(
      "text, json or junit; with =FILE into a file; repeatable (default: text).",
      valueName: "format[=file]"),
    transform: CheckOutput.init(argument:))
  var format: [CheckOutput] = []

  @Option(
    name: .customLong("fail-on"),
    help: ArgumentHelp(
      "The severity from which a breach fails (default: error, or warn with the strict profile).",
      valueName: "severity"))
  var failOn: CheckSeverity?

  @Flag(help: "Let warnings fail, as --fail-on warn does.")
  var strict = false

  @Flag(help: "List what passes, is not due or does not apply too.")
  var verbose = false

  @Option(
    help: ArgumentHelp("Which checks to run (default: what the plan says).", valueName: "profile"))
  var profile: CheckPolicy.Profile?

  @OptionGroup var source: SourceOptions
  @OptionGroup(title: "DISPLAY") var display: DisplayOptions

  func validate() throws {
    if strict, let failOn, failOn != .warn {
      throw ValidationError("--strict means --fail-on warn; give one of the two")
    }
    if format.count(where: { $0.path == nil }) > 1 {
      throw ValidationError(
        "only one format can go to standard output; give the others a file, as in --format junit=checks.xml"
      )
    }
  }

  func run(in session: inout Session) throws {
    let reading = try Reading(source, withHistory: true, in: session)
    let run = CheckRun(
      reading.assessor, history: reading.history, profile: profile,
      failOn: strict ? .warn : failOn)
    let outputs = format.isEmpty ? [CheckOutput(form: .text, path: nil)] : format
    for output in outputs {
      let text = text(of: run, as: output.form, reading: reading)
      if let path = output.path {
        try OutputFile.write(text, to: path, replaces: true)
      } else if output.form == .text, session.surroundings.writesToTerminal {
        try session.write(
          CheckListing(text).text(
            width: session.surroundings.textWidth, style: session.outputStyle))
      } else {
        try session.write(text)
      }
    }
    if outputs.allSatisfy({ $0.path != nil }) {
      try session.note(
        "\(run.counts.total) checks: \(run.counts.text); exit \(run.exit.status) because "
          + run.exit.reason)
    }
    let status = ExitStatus(rawValue: run.exit.status) ?? ExitStatus.programFault
    if status != ExitStatus.done { throw CommandFailure.silent(status) }
  }

  private func text(of run: CheckRun, as form: CheckOutput.Form, reading: Reading) -> String {
    switch form {
    case .text: run.text(verbose: verbose)
    case .json:
      run.json(
        tool: "benefits-report \(Program.version)", entry: reading.snapshot.entry,
        dataHash: reading.snapshot.headHash)
    case .junit: run.junit()
    }
  }
}

/// A form of the result and where it goes.
struct CheckOutput {
  /// The forms of the result.
  enum Form: String, CaseIterable {
    /// For reading.
    case text
    /// For programs.
    case json
    /// For build servers.
    case junit
  }

  /// The form.
  var form: Form
  /// The file; standard output when there is none.
  var path: String?

  init(form: Form, path: String?) {
    self.form = form
    self.path = path
  }

  /// Reads `json` or `json=FILE`.
  init(argument: String) throws {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first.map(String.init) ?? ""
    guard let form = Form(rawValue: name) else {
      let names = Form.allCases.map(\.rawValue)
      let meant = Suggestion.clause(for: name, in: names)
      let listed = "; the formats are " + names.joined(separator: ", ")
      throw ValidationError("there is no format '\(name)'" + (meant.isEmpty ? listed : meant))
    }
    let path = parts.count > 1 ? String(parts[1]) : nil
    guard path != "" else {
      throw ValidationError("name a file behind the =, as in \(name)=checks.\(name)")
    }
    self.init(form: form, path: path == "-" ? nil : path)
  }
}
