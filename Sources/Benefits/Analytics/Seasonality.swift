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
  /// that a change at go-live is not taken for a season; the factors are scaled to a mean of 1. A phase that
  /// holds some seasons more often than others has a mean that is off by them, so the phases' means are taken
  /// again from the adjusted values until nothing changes.
  ///
  /// Fails when the periods have no seasons.
  ///
  /// - Complexity: O(*n*), where *n* is the number of points.
  init?(_ values: [UsedValue], kind: PeriodKind, goLive: Period?) {
    guard kind == .month || kind == .quarter else { return nil }
    let seasons = Dictionary(grouping: values.indices) { values[$0].period.season }
    guard values.count >= Seasonality.leastPoints, seasons.count > 1,
      seasons.values.allSatisfy({ $0.count >= Seasonality.leastYears }),
      let factors = Seasonality.factors(
        of: values.map(\.value), seasons: seasons,
        split: values.firstIndex { value in goLive.map { value.period >= $0 } ?? false })
    else {
      self = .sameSeason
      return
    }
    self = .adjusted(factors: factors)
  }

  /// Returns the factor of each season; `nil` where ratios make no sense, as around a mean of 0.
  private static func factors(
    of values: [Double], seasons: [Int: [Int]], split: Int?
  ) -> [Int: Double]? {
    let split = split ?? values.endIndex
    let phases = [0..<split, split..<values.endIndex].filter { !$0.isEmpty }
    var adjusted = values
    var factors: [Int: Double] = [:]
    for _ in 0..<30 {
      var ratios = values
      for phase in phases {
        guard let mean = adjusted[phase].mean(), mean != 0 else { return nil }
        for index in phase { ratios[index] /= mean }
      }
      let means = seasons.compactMapValues { indices in indices.lazy.map { ratios[$0] }.mean() }
      guard means.values.allSatisfy({ $0 > 0 }),
        let middle = means.sorted(by: { $0.key < $1.key }).map(\.value).mean()
      else { return nil }
      let next = means.mapValues { $0 / middle }
      let isSettled = next.allSatisfy { abs($0.value - (factors[$0.key] ?? 0)) < 1e-12 }
      factors = next
      if isSettled { break }
      for (season, indices) in seasons {
        for index in indices { adjusted[index] = values[index] / (next[season] ?? 1) }
      }
    }
    return factors
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
