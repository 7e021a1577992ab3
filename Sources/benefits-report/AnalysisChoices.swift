import BenefitsAnalytics
import BenefitsExchange
import BenefitsModel
import BenefitsTerminal

/// What an analyst asks of a table: a frozen baseline, phases and points to leave out.
struct AnalysisChoices {
  /// The most periods that can be forecast.
  static let mostForecast = 1000

  /// How many of the first periods the first median is taken from.
  var frozen: Int?
  /// The first period of each later phase.
  var phases: [Period] = []
  /// The periods that are drawn and not used.
  var excluded: [Period] = []
  /// Whether each season is compared with itself.
  var isSeasonal = false
  /// How many periods are to be forecast.
  var forecastSteps: Int?
  /// Which chart was asked for.
  var chart: ChartKind?
  /// What the values are.
  var kind: MeasureKind?
  /// The conventions that were asked for.
  var rules: RuleSet?
  /// What values and lines are multiplied by for display.
  var multiply = 1.0
  /// How shifts are found that a re-base is suggested for.
  var rebasing = RebaseSuggestion.Method()
  /// Which direction is better.
  var direction: Direction?
  /// A value to be reached.
  var target: Double?

  /// Whether nothing was asked for that may lead to another chart than a run chart.
  var isRunChartOnly: Bool { chart == .run || (chart == nil && kind == nil && rules == nil) }

  /// Reads periods as they were typed; each must be in the data of at least one series.
  ///
  /// - Parameters:
  ///   - texts: The periods as typed.
  ///   - option: The option they were given to, for messages.
  ///   - survey: What is known of the series of the table.
  /// - Returns: The periods.
  /// - Throws: `CommandFailure` when a text is no period, or a period that no series has.
  static func periods(
    _ texts: [String], option: String, in survey: AnalysisSurvey
  ) throws(CommandFailure) -> [Period] {
    var periods = [Period]()
    for text in texts {
      let readings = try read(text, option: option, readers: survey.readers)
      let found = readings.filter { survey.periods[$0] != nil }
      guard !found.isEmpty else {
        throw absent(readings[0], option: option, in: survey.periods.keys)
      }
      periods += found
    }
    return periods
  }

  /// Returns what is worth saying where a period is in the data of some series and not of others.
  ///
  /// - Parameter survey: What is known of the series that are analysed.
  /// - Returns: One line for each such period.
  func warnings(for survey: AnalysisSurvey) -> [String] {
    let lines = { (periods: [Period], option: String, effect: String) in
      periods.compactMap { period -> String? in
        let count = survey.count - (survey.periods[period] ?? 0)
        return count == 0
          ? nil
          : "\(option) \(period): \(count) of \(survey.count) series \(count == 1 ? "has" : "have") no such period\(effect)"
      }
    }
    return lines(phases, "--phase", ", and no phase that starts there")
      + lines(excluded, "--exclude", "")
  }

  private static func read(
    _ text: String, option: String, readers: [PeriodReader]
  ) throws(CommandFailure) -> [Period] {
    var readings = [Period]()
    var fault: PeriodFault?
    for reader in readers {
      do throws(PeriodFault) { readings.append(try reader.read(text)) } catch {
        fault = fault ?? error
      }
    }
    guard readings.isEmpty else { return readings }
    throw CommandFailure(
      .wrongInput, "\(option): \(fault?.description ?? "the file holds no period")")
  }

  private static func absent(
    _ period: Period, option: String, in all: some Sequence<Period>
  ) -> CommandFailure {
    let nearest = all.filter { $0.kind == period.kind }.min {
      ($0.distance(to: period).magnitude, $0) < ($1.distance(to: period).magnitude, $1)
    }
    return CommandFailure(
      .wrongInput,
      "\(option): \(period) is not in the data" + (nearest.map { "; the nearest is \($0)" } ?? ""))
  }
}

extension AnalysisSeries {
  /// The reader of periods of this series' kind; `nil` where it has none.
  var reader: PeriodReader? {
    periods.first.map {
      PeriodReader(kind: $0.kind, yearStart: $0.yearStart, acceptsDateInPeriod: true)
    }
  }
}
