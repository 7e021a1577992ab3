import BenefitsExchange
import BenefitsModel
import BenefitsTerminal

/// What is to be known of all series of a table before the first is analysed.
struct AnalysisSurvey {
  /// The only series that is asked for.
  private let only: String?
  /// Whether periods are asked for by name.
  private let asksForPeriods: Bool
  private let isSeasonal: Bool
  private let control: ControlOptions

  /// The names of all series.
  private var names: [String] = []
  /// The readers of periods of their kinds.
  private(set) var readers: [PeriodReader] = []
  /// In how many of the chosen series each period is, of all that any series has.
  private(set) var periods: [Period: Int] = [:]
  /// How many series are chosen.
  private(set) var count = 0
  /// The name of the first that is chosen.
  private(set) var first: String?
  /// What is worth saying about values that the chart cannot use.
  private(set) var warnings: [String] = []
  /// The first reason why the choices do not go with the data.
  private var failure: CommandFailure?
  private var seasonalFailure: CommandFailure?

  init(only: String?, asksForPeriods: Bool, isSeasonal: Bool, control: ControlOptions) {
    self.only = only
    self.asksForPeriods = asksForPeriods
    self.isSeasonal = isSeasonal
    self.control = control
  }

  /// Takes note of a series.
  mutating func add(_ series: AnalysisSeries) {
    let isChosen = isChosen(series)
    names.append(series.name)
    if asksForPeriods {
      for period in series.periods { periods[period, default: 0] += isChosen ? 1 : 0 }
      if let reader = series.reader, !readers.contains(reader) { readers.append(reader) }
    }
    guard isChosen else { return }
    count += 1
    if first == nil { first = series.name }
    if failure == nil { failure = control.failure(for: series) }
    if let warning = control.warning(for: series) { warnings.append(warning) }
    if isSeasonal, seasonalFailure == nil, series.periods.first?.kind == .year {
      let name = series.name.isEmpty ? "" : " '\(series.name.printable)'"
      seasonalFailure = CommandFailure(
        .wrongUsage,
        "--seasonal: the periods of the series\(name) are years, which have no seasons")
    }
  }

  /// The names of the series that are chosen.
  var chosen: [String] { only.map { [$0] } ?? names }

  /// Whether a series is to be analysed.
  func isChosen(_ series: AnalysisSeries) -> Bool { only.map { $0 == series.name } ?? true }

  /// Throws where the file has no series of the name that was asked for, or a choice does not go with the data.
  func check() throws(CommandFailure) {
    if let only, count == 0 {
      throw CommandFailure(
        .notFound, "no series '\(only)' in the file" + Suggestion.clause(for: only, in: names))
    }
    if let failure { throw failure }
    if let seasonalFailure { throw seasonalFailure }
  }
}
