public import BenefitsModel

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
  /// The periods whose recorded whole is not what the sites come to; `nil` where there are no two things to compare.
  var conflicts: [PartConflict]?

  /// Combines the parts of a whole.
  ///
  /// - Complexity: O(*n* log *n*), where *n* is the number of measurements.
  init(
    of measure: Measure, own: [Measurement], parts: [Combination],
    kind: PartCoverage.Kind = .site
  ) {
    let parts = parts.filter { !$0.measurements.isEmpty }
    measurements = own
    guard let earliest = parts.compactMap({ $0.measurements.first?.period }).min(),
      let latest = parts.compactMap({ $0.measurements.last?.period }).max()
    else { return }
    let recorded = Dictionary(own.map { ($0.period, $0) }) { first, _ in first }
    if kind == .site, !own.isEmpty { conflicts = [] }
    guard measure.kind != .event else {
      combineEvents(of: parts, recorded: Set(recorded.keys))
      measurements.sort { $0.period < $1.period }
      return
    }
    var sums = [PeriodSum](repeating: PeriodSum(), count: earliest.distance(to: latest) + 1)
    for part in parts {
      sums[earliest.distance(to: part.measurements[0].period)].starting += 1
      for measurement in part.measurements {
        sums[earliest.distance(to: measurement.period)].add(measurement, of: measure)
      }
      for period in part.partial.keys { sums[earliest.distance(to: period)].incomplete += 1 }
    }
    var expected = 0
    for (offset, sum) in sums.enumerated() {
      expected += sum.starting
      let period = earliest.advanced(by: offset)
      guard sum.count > 0 else { continue }
      let combined = sum.combined(of: measure)
      if let whole = recorded[period] {
        if conflicts != nil, sum.usable == expected, sum.incomplete == 0, let combined,
          let conflict = PartConflict(whole, combined, of: measure)
        {
          conflicts?.append(conflict)
        }
        continue
      }
      // What cannot be combined is recorded all the same, and keeps a larger whole from being complete.
      measurements.append(
        combined
          ?? Measurement(
            period: period, number: nil, state: sum.usable == 0 ? .suppressed : .final))
      if combined == nil || sum.usable < expected || sum.incomplete > 0 {
        partial[period] = PartCoverage(
          recorded: sum.usable, expected: expected,
          missing: expected - sum.count + sum.incomplete, kind: kind)
      }
    }
    measurements.sort { $0.period < $1.period }
  }

  /// Events of all parts are events of the whole, up to the day that the last of them is complete to.
  private mutating func combineEvents(of parts: [Combination], recorded: Set<Period>) {
    guard let completeTo = parts.compactMap({ $0.measurements.last?.period }).min() else { return }
    var events: [Period: Double] = [:]
    for measurement in parts.lazy.flatMap(\.measurements)
    where measurement.period <= completeTo && !recorded.contains(measurement.period) {
      events[measurement.period, default: 0] += measurement.number ?? 1
    }
    measurements += events.map { Measurement(period: $0, number: $1) }
  }
}

/// What the parts of a whole have recorded for one period, added up.
private struct PeriodSum {
  /// How many parts begin to record with the period.
  var starting = 0
  /// How many have a measurement.
  private(set) var count = 0
  /// How many of these can be used.
  private(set) var usable = 0
  /// How many parts lack parts of their own.
  var incomplete = 0

  private var first: Measurement?
  private var number = 0.0
  private var denominator = 0.0
  private var hasDenominators = true
  private var isFinal = true
  private var canBeWeighed = true

  mutating func add(_ measurement: Measurement, of measure: Measure) {
    count += 1
    guard let own = measurement.number, measurement.state != .suppressed, !measurement.isExcluded
    else { return }
    if usable == 0 { first = measurement }
    usable += 1
    if measure.aggregation == .mean {
      // Without n, sites cannot be weighed against each other.
      let n = measurement.denominator ?? 0
      canBeWeighed = canBeWeighed && n > 0
      number += own * n
    } else {
      number += own
    }
    denominator += measurement.denominator ?? 0
    hasDenominators = hasDenominators && measurement.denominator != nil
    isFinal = isFinal && measurement.state == .final
  }

  /// The measurement of the whole; `nil` where nothing is usable or cannot be weighed.
  func combined(of measure: Measure) -> Measurement? {
    guard let first, usable > 1 else { return first }
    guard canBeWeighed else { return nil }
    return Measurement(
      period: first.period,
      number: measure.aggregation == .mean && !measure.kind.isRatio ? number / denominator : number,
      denominator: measure.kind.isRatio || hasDenominators ? denominator : nil,
      state: isFinal ? .final : .provisional)
  }
}

/// A recorded whole that is not what its sites come to.
public struct PartConflict: Hashable, Sendable {
  /// The period.
  public var period: Period
  /// The displayed value that is recorded for the whole.
  public var whole: Double
  /// The displayed value that the sites come to.
  public var parts: Double

  /// Compares a recorded whole with what its parts come to.
  ///
  /// Fails where they agree to half of the last displayed decimal, and where the whole is not used.
  init?(_ whole: Measurement, _ parts: Measurement, of measure: Measure) {
    guard whole.state != .suppressed, !whole.isExcluded, let recorded = measure.value(of: whole),
      let combined = measure.value(of: parts)
    else { return nil }
    var half = 0.5
    for _ in 0..<measure.decimals { half /= 10 }
    let rounding = 1e-9 * max(recorded.magnitude, combined.magnitude)
    guard (recorded - combined).magnitude > half + rounding else { return nil }
    period = whole.period
    self.whole = recorded
    self.parts = combined
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
  /// The periods of parts that are hidden for the sake of another part.
  let hidden: [Series: Set<Period>]

  init(_ snapshot: Snapshot) {
    let whole = Site.ID(snapshot.plan.programme.id)
    children = Dictionary(grouping: snapshot.plan.sites.lazy.filter { $0.id != whole }) { site in
      site.parent ?? whole
    }.mapValues { $0.map(\.id) }
    strata = snapshot.plan.strata.map(\.id).filter { $0 != .all }
    var count: [Measure.ID: Int] = [:]
    for series in snapshot.measurements.keys { count[series.measure, default: 0] += 1 }
    seriesCount = count
    hidden = ComplementarySuppression(snapshot).hidden
  }

  /// Returns what is recorded of a series, with what its parts add up to where it has none of its own.
  func combination(
    of series: Series, measure: Measure, measurements: SeriesMeasurements
  ) -> Combination {
    let own = measurements[series] ?? []
    let hasParts = (seriesCount[series.measure] ?? 0) > (own.isEmpty ? 0 : 1)
    guard hasParts else { return Combination(of: measure, own: own, parts: []) }
    return combine(series, measure: measure, measurements: measurements, depth: 0)
  }

  private func combine(
    _ series: Series, measure: Measure, measurements: SeriesMeasurements, depth: Int
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
    whole.conflicts = bySite.conflicts
    return whole
  }
}
