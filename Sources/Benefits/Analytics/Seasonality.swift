import BenefitsModel

/// How the seasons of the year are taken out of a series before it is judged.
public enum Seasonality: Hashable, Sendable {
  /// Each value is divided by the factor of its season: the month's, or the quarter's, share of the year.
  case adjusted(factors: [Int: Double])
  /// Too little is recorded for factors: each value is compared with the same season of the baseline.
  case sameSeason

  /// The fewest usable points that factors are taken from.
  static let leastPoints = 24
  /// How often every season must be there.
  static let leastYears = 2

  /// Takes factors from the usable points.
  ///
  /// A factor is the mean ratio of a season's values to the mean of their phase, before or after go-live, so
  /// that a change at go-live is not taken for a season; the factors are scaled to a mean of 1.
  ///
  /// Fails when the periods have no seasons.
  ///
  /// - Complexity: O(*n*), where *n* is the number of points.
  init?(_ values: [UsedValue], kind: PeriodKind, goLive: Period?) {
    guard kind == .month || kind == .quarter else { return nil }
    let (before, after) = (
      values.prefix { value in goLive.map { value.period < $0 } ?? true },
      values.drop { value in goLive.map { value.period < $0 } ?? true }
    )
    var ratios: [Int: [Double]] = [:]
    for phase in [before, after] {
      guard let mean = phase.lazy.map(\.value).mean(), mean != 0 else { continue }
      for value in phase { ratios[value.period.season, default: []].append(value.value / mean) }
    }
    let isEnough =
      values.count >= Seasonality.leastPoints
      && ratios.values.allSatisfy { $0.count >= Seasonality.leastYears }
    let means = ratios.compactMapValues { $0.mean() }
    guard isEnough, means.count > 1, means.values.allSatisfy({ $0 > 0 }),
      let middle = means.sorted(by: { $0.key < $1.key }).map(\.value).mean()
    else {
      self = .sameSeason
      return
    }
    self = .adjusted(factors: means.mapValues { $0 / middle })
  }

  /// Returns the points as they are judged.
  ///
  /// - Parameters:
  ///   - values: The usable points.
  ///   - window: The window of the baseline.
  /// - Returns: The adjusted values; without factors the values as they are, with their difference from the
  ///   same season of the baseline as their change.
  /// - Complexity: O(*n*), where *n* is the number of points.
  func judged(_ values: [UsedValue], window: ClosedRange<Period>?) -> [UsedValue] {
    switch self {
    case .adjusted(let factors):
      return values.map { value in
        guard let factor = factors[value.period.season] else { return value }
        var adjusted = value
        adjusted.value /= factor
        adjusted.number /= factor
        adjusted.change = adjusted.value
        return adjusted
      }
    case .sameSeason:
      let seasons = Dictionary(
        grouping: values.filter { window?.contains($0.period) ?? false }, by: \.period.season
      ).compactMapValues { $0.map(\.value).mean() }
      return values.map { value in
        var compared = value
        compared.change = seasons[value.period.season].map { value.value - $0 }
        return compared
      }
    }
  }
}

extension Period {
  /// The number of the season of the year that the period lies in: its first month.
  var season: Int { first.month }
}
