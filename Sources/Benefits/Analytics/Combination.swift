import BenefitsModel

/// Combines what sites, or strata, have recorded of one measure into a whole.
///
/// Sums are added, ratios are the ratio of sums, means are weighted by n; a mean of rates is never taken.
/// A recorded whole beats a sum of parts. A part that has begun to record and has no usable value for a
/// period makes the sum of that period partial: it is shown, and not used.
struct Combination {
  /// The combined measurements in calendar order.
  var measurements: [Measurement] = []
  /// The periods for which some parts have no usable value.
  var partial: [Period: PartCoverage] = [:]

  /// Combines the parts of a whole.
  ///
  /// - Complexity: O(*n* log *n*), where *n* is the number of measurements.
  init(
    of measure: Measure, own: [Measurement], parts: [Combination],
    kind: PartCoverage.Kind = .site
  ) {
    let parts = parts.filter { !$0.measurements.isEmpty }
    guard !parts.isEmpty else {
      measurements = own
      return
    }
    var byPeriod: [Period: [Measurement]] = [:]
    var incompleteParts: [Period: Int] = [:]
    for part in parts {
      for measurement in part.measurements {
        byPeriod[measurement.period, default: []].append(measurement)
      }
      for period in part.partial.keys { incompleteParts[period, default: 0] += 1 }
    }
    let recorded = Set(own.map(\.period))
    let starts = parts.compactMap { $0.measurements.first?.period }.sorted()
    measurements = own
    if measure.kind == .event {
      combineEvents(byPeriod, recorded: recorded, parts: parts)
    } else {
      var expected = 0
      for period in byPeriod.keys.sorted() {
        while expected < starts.count, starts[expected] <= period { expected += 1 }
        guard !recorded.contains(period), let values = byPeriod[period] else { continue }
        let usable = values.filter {
          $0.number != nil && $0.state != .suppressed && !$0.isExcluded
        }
        let combined = Combination.combine(usable, of: measure, for: period)
        // What cannot be combined is recorded all the same, and keeps a larger whole from being complete.
        measurements.append(
          combined
            ?? Measurement(
              period: period, number: nil, state: usable.isEmpty ? .suppressed : .final))
        let incomplete = incompleteParts[period] ?? 0
        if combined == nil || usable.count < expected || incomplete > 0 {
          partial[period] = PartCoverage(
            recorded: usable.count, expected: expected,
            missing: expected - values.count + incomplete, kind: kind)
        }
      }
    }
    measurements.sort { $0.period < $1.period }
  }

  /// Events of all parts are events of the whole, up to the day that the last of them is complete to.
  private mutating func combineEvents(
    _ byPeriod: [Period: [Measurement]], recorded: Set<Period>, parts: [Combination]
  ) {
    guard let completeTo = parts.compactMap({ $0.measurements.last?.period }).min() else { return }
    for (period, values) in byPeriod where period <= completeTo && !recorded.contains(period) {
      measurements.append(
        Measurement(period: period, number: values.reduce(0) { $0 + ($1.number ?? 1) }))
    }
  }

  private static func combine(
    _ values: [Measurement], of measure: Measure, for period: Period
  ) -> Measurement? {
    guard let only = values.first else { return nil }
    if values.count == 1 { return only }
    var number = 0.0
    var denominator = 0.0
    for value in values {
      guard let own = value.number else { continue }
      switch measure.aggregation {
      case .sum, .last, .ratio: number += own
      case .mean:
        // Without n, sites cannot be weighed against each other.
        guard let n = value.denominator, n > 0 else { return nil }
        number += own * n
      }
      denominator += value.denominator ?? 0
    }
    let hasDenominator = measure.kind.isRatio || values.allSatisfy { $0.denominator != nil }
    let isFinal = values.allSatisfy { $0.state == .final }
    return Measurement(
      period: period,
      number: measure.aggregation == .mean && !measure.kind.isRatio ? number / denominator : number,
      denominator: hasDenominator ? denominator : nil, state: isFinal ? .final : .provisional)
  }
}

/// How many parts of a whole have a usable value for a period.
public struct PartCoverage: Hashable, Sendable {
  /// What the parts are.
  public enum Kind: String, Hashable, Sendable {
    /// Places.
    case site
    /// Groups of people or cases.
    case stratum
  }

  /// How many sites or strata have a usable value.
  public var recorded: Int
  /// How many have begun to record by then.
  public var expected: Int
  /// How many have recorded nothing for the period, or lack parts of their own; a value that is suppressed or
  /// excluded is not missing.
  public var missing: Int
  /// What the parts are.
  public var kind: Kind

  /// Creates a coverage.
  ///
  /// - Parameters:
  ///   - recorded: How many sites or strata have a usable value.
  ///   - expected: How many have begun to record by then.
  ///   - missing: How many have recorded nothing; by default all that have no usable value.
  ///   - kind: What the parts are.
  public init(recorded: Int, expected: Int, missing: Int? = nil, kind: Kind = .site) {
    self.recorded = recorded
    self.expected = expected
    self.missing = missing ?? expected - recorded
    self.kind = kind
  }

  /// What is missing, as `60 of 240 sites`.
  public var lack: String {
    let noun =
      switch kind {
      case .site: expected == 1 ? "site" : "sites"
      case .stratum: expected == 1 ? "group" : "groups"
      }
    return "\(missing) of \(expected) \(noun)"
  }
}

/// Which sites and strata a measure is recorded for, looked up once.
struct PartIndex {
  private let children: [Site.ID: [Site.ID]]
  private let strata: [Stratum.ID]
  /// How many series each measure has.
  private let seriesCount: [Measure.ID: Int]

  init(_ snapshot: Snapshot) {
    let whole = Site.ID(snapshot.plan.programme.id)
    children = Dictionary(grouping: snapshot.plan.sites.lazy.filter { $0.id != whole }) { site in
      site.parent ?? whole
    }.mapValues { $0.map(\.id) }
    strata = snapshot.plan.strata.map(\.id).filter { $0 != .all }
    var count: [Measure.ID: Int] = [:]
    for series in snapshot.measurements.keys { count[series.measure, default: 0] += 1 }
    seriesCount = count
  }

  /// Returns what is recorded of a series, with what its parts add up to where it has none of its own.
  func combination(
    of series: Series, measure: Measure, measurements: [Series: [Measurement]]
  ) -> Combination {
    let own = measurements[series] ?? []
    let hasParts = (seriesCount[series.measure] ?? 0) > (own.isEmpty ? 0 : 1)
    guard hasParts else { return Combination(of: measure, own: own, parts: []) }
    return combine(series, measure: measure, measurements: measurements, depth: 0)
  }

  private func combine(
    _ series: Series, measure: Measure, measurements: [Series: [Measurement]], depth: Int
  ) -> Combination {
    // A plan whose sites are parents of each other is refused when it is read; this is the last resort.
    guard depth < 32 else { return Combination(of: measure, own: [], parts: []) }
    let sites = (children[series.site] ?? []).map { site in
      combine(
        Series(measure: series.measure, site: site, stratum: series.stratum), measure: measure,
        measurements: measurements, depth: depth + 1)
    }
    let bySite = Combination(of: measure, own: measurements[series] ?? [], parts: sites)
    guard series.stratum == .all, !strata.isEmpty else { return bySite }
    let groups = strata.map { stratum in
      let part = Series(measure: series.measure, site: series.site, stratum: stratum)
      return Combination(of: measure, own: measurements[part] ?? [], parts: [])
    }
    var whole = Combination(
      of: measure, own: bySite.measurements, parts: groups, kind: .stratum)
    whole.partial.merge(bySite.partial) { first, _ in first }
    return whole
  }
}
