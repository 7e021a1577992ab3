import ArgumentParser
import BenefitsAnalytics
import BenefitsChecks
import BenefitsModel
import BenefitsStorage
import BenefitsTerminal

/// Asks whether the promises are being kept, for a schedule as for a person.
struct CheckCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks whether the promises are being kept.",
    discussion: """
      Ends with 0 when nothing fails, 1 when something does, and 2 when nothing fails but \
      something cannot be evaluated or nothing was checked. With --exit-style nagios: 0 OK, 1 WARNING, \
      2 CRITICAL, 3 UNKNOWN.

      EXAMPLES:
        benefits-report check
        benefits-report check --strict --format text --format junit=checks.xml
        benefits-report check --profile plan
        benefits-report check --select "aim:cost-efficiency+!role:context"
        benefits-report check --since 2026-03-31 --changes
        benefits-report check --format nagios --exit-style nagios

      Without --since, each result is compared with the end of the period before, by what is known \
      now. With --since, --changes or --fail-on-new, it is compared with what was known then.

      A format with =FILE writes a file, and replaces the one of the run before. In GitHub Actions, \
      --format github also adds a table to the summary of the job. 'benefits-report explain CHECK' \
      says what a check looks at and what to do.
      """)

  @Option(
    help: ArgumentHelp(
      "text, json, junit, github, markdown, nagios, prometheus or csv; with =FILE into a file; repeatable (default: text).",
      valueName: "format[=file]"),
    transform: CheckOutput.init(argument:))
  var format: [CheckOutput] = []

  @Option(
    name: .customLong("fail-on"),
    help: ArgumentHelp(
      "The severity from which a breach fails (default: what the plan says, or error; warn with the strict profile).",
      valueName: "severity"))
  var failOn: CheckSeverity?

  @Flag(help: "Let warnings fail, as --fail-on warn does.")
  var strict = false

  @Flag(name: .customLong("fail-on-new"), help: "Let only what is new, or has become worse, fail.")
  var failOnNew = false

  @Flag(
    name: .customLong("exit-zero"),
    help: "End with 0 whatever is found, for a job that only reports.")
  var exitZero = false

  @Flag(name: .customLong("allow-empty"), help: "Take it for no fault when nothing is checked.")
  var allowEmpty = false

  @Option(
    name: .customLong("exit-style"),
    help: ArgumentHelp("What exit statuses mean: ci or nagios.", valueName: "style"))
  var exitStyle = CheckExit.Style.ci

  @Flag(help: "List what passes, is not due or does not apply too.")
  var verbose = false

  @Flag(help: "List only what is new, has become worse or is resolved.")
  var changes = false

  @Option(
    help: ArgumentHelp(
      "Compare with what was known on a day (default with --changes or --fail-on-new: the last day of the month before).",
      valueName: "date"), transform: Arguments.day)
  var since: Day?

  @Option(
    help: ArgumentHelp("Which checks to run (default: what the plan says).", valueName: "profile"))
  var profile: CheckPolicy.Profile?

  @Option(
    name: .customLong("check"),
    help: ArgumentHelp("Only the checks that fit, as data.*; repeatable.", valueName: "glob"))
  var checks: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only these subjects: programme:, project:, benefit:, measure:, aim:, role:, class:, owner: or tag: with a pattern; + for and, a comma for or, ! for not.",
      valueName: "selection"), transform: CheckOutput.selection)
  var select: CheckSelection?

  @Flag(
    name: .customLong("include-provisional"),
    help: "Let values that may still change count like any other.")
  var includeProvisional = false

  @OptionGroup var source: SourceOptions
  @OptionGroup(title: "DISPLAY") var display: DisplayOptions

  func validate() throws {
    if strict, let failOn, failOn != .warn {
      throw ValidationError("--strict means --fail-on warn; give one of the two")
    }
    if changes, verbose {
      throw ValidationError(
        "--changes lists what is new or resolved, --verbose everything; give one of the two")
    }
    if format.count(where: { $0.path == nil }) > 1 {
      throw ValidationError(
        "only one format can go to standard output; give the others a file, as in --format junit=checks.xml"
      )
    }
    let ids = CheckVocabulary.all.map(\.id)
    for check in checks where !ids.contains(where: { Glob(check).matches($0) }) {
      let near = Suggestion.clause(for: check, in: ids)
      throw ValidationError(
        "no check fits '\(check)'"
          + (near.isEmpty ? "; 'benefits-report explain' lists them" : near))
    }
  }

  func run(in session: inout Session) throws {
    let reading = try Reading(source, withHistory: true, in: session)
    if let since, since >= reading.asOf {
      throw CommandFailure(
        .wrongUsage, "--since \(since) is not before the day of the run, \(reading.asOf)",
        hints: ["give an earlier day, or another --as-of"])
    }
    let former = try former(of: reading, in: &session)
    let outputs = format.isEmpty ? [CheckOutput(form: .text, path: nil)] : format
    // Lines take a fraction of the memory of the results that they are made of.
    let isTextOnly = outputs.allSatisfy { $0.form == .text }
    var lines = CheckLines(verbose: verbose, changesOnly: changes)
    let run = CheckRun(
      reading.assessor, history: reading.history, options: options, former: former,
      keeps: keeps, sink: isTextOnly ? { lines.add($0) } : nil)
    if !isTextOnly { for result in run.results { lines.add(result) } }
    for output in outputs {
      try write(output, of: run, lines: lines, reading: reading, in: &session)
    }
    if outputs.allSatisfy({ $0.path != nil }) {
      try session.note(
        "\(run.counts.total) checks: \(run.counts.text); exit \(run.exit.status) because "
          + run.exit.reason)
    }
    let status = ExitStatus(rawValue: run.exit.status) ?? ExitStatus.programFault
    if status != ExitStatus.done { throw CommandFailure.silent(status) }
  }

  private func write(
    _ output: CheckOutput, of run: CheckRun, lines: CheckLines, reading: Reading,
    in session: inout Session
  ) throws {
    func write(_ body: (String) throws(CommandFailure) -> Void) throws(CommandFailure) {
      if output.form == .text {
        try lines.write(run, to: body)
      } else {
        try body(output.form.text(of: run, reading: reading))
      }
    }
    if let path = output.path {
      try OutputFile.write(to: path, replaces: true) { file throws(CommandFailure) in
        try write { text throws(CommandFailure) in try file.write(text) }
      }
    } else if output.form == .text, session.surroundings.writesToTerminal {
      let (width, style) = (session.surroundings.textWidth, session.outputStyle)
      try write { text throws(CommandFailure) in
        try session.write(CheckListing(text).text(width: width, style: style))
      }
    } else {
      try write { text throws(CommandFailure) in try session.write(text) }
    }
    if output.form == .github { try appendSummary(of: run, in: session) }
  }

  private var options: CheckOptions {
    CheckOptions(
      profile: profile, failOn: strict ? .warn : failOn, select: select,
      checks: checks.map(Glob.init), includesProvisional: includeProvisional,
      allowsEmpty: allowEmpty, failsOnNewOnly: failOnNew, changesOnly: changes,
      exitStyle: exitStyle, exitsZero: exitZero)
  }

  /// Whether a result is needed: most formats show all, those for a person only what wants attention.
  private func keeps(_ outcome: CheckOutcome, _ state: CheckState?) -> Bool {
    let needsAll = verbose || format.contains { $0.form.showsAll }
    return needsAll || state == .resolved || (outcome.isChecked && outcome != .pass)
  }

  /// What an earlier run found, by what was known then, where it is to be compared with.
  private func former(
    of reading: Reading, in session: inout Session
  ) throws -> CheckRecord? {
    guard since != nil || changes || failOnNew else { return nil }
    let day = since ?? CheckRun.usualLookBack(before: reading.asOf)
    guard let snapshot = try reading.formerSnapshot(on: day, source, in: session) else {
      try session.note("nothing was known on \(day) yet, so that everything is new")
      return CheckRecord(emptyOn: day)
    }
    var options = options
    options.changesOnly = false
    return CheckRecord(
      CheckRun(
        Assessor(snapshot: snapshot, asOf: day), options: options, keeps: { _, _ in false }))
  }

  /// Adds a table to the summary of a GitHub job, of which GitHub takes 1 MiB for each step.
  private func appendSummary(of run: CheckRun, in session: borrowing Session) throws {
    guard let path = session.surroundings.variable(.gitHubStepSummary) else { return }
    let limit = 1 << 20
    let taken = (try? InputFile.read(path, surroundings: session.surroundings).count) ?? 0
    guard taken < limit else { return }
    let text = run.markdown(limit: limit - taken)
    if text.utf8.count <= limit - taken { try OutputFile.append(text, to: path) }
  }
}
