import BenefitsExchange
import BenefitsModel
import BenefitsTerminal

/// The table that was given to `analyse`.
///
/// A large one is read twice: once to find out whether all of it can be analysed, once to analyse one series after the
/// other, so that only one is held at a time. Where the rows of the series stand mixed, all rows are held.
struct AnalysisInput: ~Copyable {
  private var blocks: InputBlocks
  private let name: String
  /// The series, where they are few or had to be read all at once.
  private var whole: [AnalysisSeries]?
  /// How many points are held rather than read a second time.
  private static let heldPoints = 50_000

  /// Reads a file, or standard input for `-`, a first time.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - survey: What is to be known of all series before one is analysed.
  ///   - session: Where warnings go.
  /// - Throws: `CommandFailure` with all faults at once.
  init(
    _ path: String, survey: inout AnalysisSurvey, in session: inout Session
  ) throws(CommandFailure) {
    let name = path == "-" ? "standard input" : path
    var blocks = try InputBlocks(path, surroundings: session.surroundings)
    var whole: [AnalysisSeries]?
    let before = survey
    var warnings: [Fault] = []
    var held: [AnalysisSeries] = []
    var points = 0
    let isGrouped = try Self.scan(&blocks, name: name, warnings: &warnings) { series in
      survey.add(series)
      points += series.periods.count
      if points <= Self.heldPoints { held.append(series) } else { held = [] }
    }
    if isGrouped {
      if points <= Self.heldPoints { whole = held }
    } else {
      survey = before
      let table = AnalysisTable(try blocks.all(), file: name)
      guard table.faults.isEmpty else {
        let count = table.faults.count
        throw CommandFailure(
          .wrongInput,
          "\(name): \(count) \(count == 1 ? "problem" : "problems"); nothing was analysed",
          faults: table.faults)
      }
      warnings = table.warnings
      table.series.forEach { survey.add($0) }
      whole = table.series
    }
    for line in warnings.lines() { try session.warn(line) }
    self.name = name
    self.blocks = blocks
    self.whole = whole
  }

  /// Calls a function with each series, in the order in which the table first names them.
  mutating func forEach(
    _ body: (AnalysisSeries) throws(CommandFailure) -> Void
  ) throws(CommandFailure) {
    if let whole {
      for series in whole { try body(series) }
      return
    }
    var warnings: [Fault] = []
    guard try Self.scan(&blocks, name: name, warnings: &warnings, body) else {
      throw CommandFailure(.readOrWriteFailed, "\(name) was changed while it was analysed")
    }
  }

  /// Reads the table series by series; `false` where that cannot be done.
  private static func scan(
    _ blocks: inout InputBlocks, name: String, warnings: inout [Fault],
    _ body: (AnalysisSeries) throws(CommandFailure) -> Void
  ) throws(CommandFailure) -> Bool {
    blocks.rewind()
    var scan = AnalysisScan(file: name)
    var isAtEnd = false
    while !isAtEnd, !scan.needsWhole {
      let block = try blocks.next()
      isAtEnd = block.isEmpty
      for series in isAtEnd ? scan.finish() : scan.add(block) { try body(series) }
    }
    warnings = scan.warnings
    return !scan.needsWhole
  }
}
