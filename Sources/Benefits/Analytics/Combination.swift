public import BenefitsModel

/// Combines what sites, or strata, have recorded of one measure into a whole.
///
/// Sums are added, ratios are the ratio of sums, means are weighted by n; a mean of rates is never taken.
/// A recorded whole beats a sum of parts. A part that has begun to record and has no usable value for a
/// period makes the sum of that period partial: it is shown, and not used.
struct Combination: Hashable {
  /// The combined measurements in calendar order.
  var measurements: [Measurement] = []
  /// The periods for which some parts have no usable value.
  var partial: [Period: PartCoverage] = [:]
  /// The periods whose recorded whole is not what the sites come to; `nil` where there are no two things to compare.
  var conflicts: [PartConflict]?

  /// Combines the parts of a whole.
  ///
  /// - Complexity: O(*n*), where *n* is the number of measurements.
  init(
    of measure: Measure, own: [Measurement], parts: [Part] = [],
    kind: PartCoverage.Kind = .site
  ) {
    let parts = parts.filter { !$0.isEmpty }
    measurements = own
    guard let earliest = parts.compactMap(\.first).min(),
      let latest = parts.compactMap(\.last).max()
    else { return }
    let recorded = Dictionary(own.map { ($0.period, $0) }) { first, _ in first }
    if kind == .site, !own.isEmpty { conflicts = [] }
    guard measure.kind != .event else {
      combineEvents(of: parts, recorded: Set(recorded.keys))
      measurements.sort { $0.period < $1.period }
      return
    }
    var sums = [PeriodSum](repeating: PeriodSum(), count: earliest.distance(to: latest) + 1)
    for (place, part) in parts.enumerated() {
      part.add(to: &sums, from: earliest, place: Int32(place), weighs: measure.aggregation == .mean)
    }
    var expected = 0
    for (offset, sum) in sums.enumerated() {
      expected += sum.starting
      let period = earliest.advanced(by: offset)
      guard sum.count > 0 else { continue }
      let combined = sum.combined(of: measure, parts, for: period)
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
  private mutating func combineEvents(of parts: [Part], recorded: Set<Period>) {
    guard let completeTo = parts.compactMap(\.last).min() else { return }
    var events: [Period: Double] = [:]
    for measurement in parts.lazy.flatMap(\.measurements)
    where measurement.period <= completeTo && !recorded.contains(measurement.period) {
      events[measurement.period, default: 0] += measurement.number ?? 1
    }
    measurements += events.map { Measurement(period: $0, number: $1) }
  }

  /// The measurements of the periods that end by a day, in calendar order.
  ///
  /// - Complexity: O(log *n*), where *n* is the number of measurements.
  func measurements(through day: Day) -> ArraySlice<Measurement> {
    measurements[..<measurements.partitioned { $0.period.last > day }]
  }
}

extension Combination {
  /// What a part of a whole has recorded, by itself or put together from parts of its own.
  enum Part {
    case recorded(MeasurementColumns)
    case combined(Combination)

    var isEmpty: Bool { first == nil }

    /// The first period with a measurement.
    var first: Period? {
      switch self {
      case .recorded(let columns): columns.count > 0 ? columns.period(at: 0) : nil
      case .combined(let combination): combination.measurements.first?.period
      }
    }

    /// The last period with a measurement.
    var last: Period? {
      switch self {
      case .recorded(let columns):
        columns.count > 0 ? columns.period(at: columns.count - 1) : nil
      case .combined(let combination): combination.measurements.last?.period
      }
    }

    var measurements: [Measurement] {
      switch self {
      case .recorded(let columns): columns.full
      case .combined(let combination): combination.measurements
      }
    }

    func measurement(at index: Int) -> Measurement {
      switch self {
      case .recorded(let columns): columns.measurement(at: index)
      case .combined(let combination): combination.measurements[index]
      }
    }

    /// Adds the measurements of the part to the sums of all parts, of which the first is that of a period.
    fileprivate func add(
      to sums: inout [PeriodSum], from earliest: Period, place: Int32, weighs: Bool
    ) {
      guard let first else { return }
      sums[earliest.distance(to: first)].starting += 1
      switch self {
      case .recorded(let columns):
        for index in 0..<columns.count {
          sums[Int(columns.ordinals[index]) - earliest.ordinal].add(
            columns.numbers[index], columns.denominator(at: index), columns.state(at: index),
            isExcluded: columns.isExcluded(at: index), from: (place, Int32(index)), weighs: weighs)
        }
      case .combined(let combination):
        for (index, measurement) in combination.measurements.enumerated() {
          sums[earliest.distance(to: measurement.period)].add(
            measurement.number ?? .nan, measurement.denominator ?? .nan, measurement.state,
            isExcluded: measurement.isExcluded, from: (place, Int32(index)), weighs: weighs)
        }
        for period in combination.partial.keys {
          sums[earliest.distance(to: period)].incomplete += 1
        }
      }
    }
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

  /// The part that has the first usable measurement, and its place there.
  private var first: (part: Int32, index: Int32) = (0, 0)
  private var number = 0.0
  private var denominator = 0.0
  private var hasDenominators = true
  private var isFinal = true
  private var canBeWeighed = true

  /// Adds a measurement; NaN stands for no number and for no denominator.
  mutating func add(
    _ own: Double, _ divisor: Double, _ state: MeasurementState, isExcluded: Bool,
    from source: (part: Int32, index: Int32), weighs: Bool
  ) {
    count += 1
    guard !own.isNaN, state != .suppressed, !isExcluded else { return }
    if usable == 0 { first = source }
    usable += 1
    let n = divisor.isNaN ? 0 : divisor
    if weighs {
      // Without n, sites cannot be weighed against each other.
      canBeWeighed = canBeWeighed && n > 0
      number += own * n
    } else {
      number += own
    }
    denominator += n
    hasDenominators = hasDenominators && !divisor.isNaN
    isFinal = isFinal && state == .final
  }

  /// The measurement of the whole; `nil` where nothing is usable or cannot be weighed.
  func combined(
    of measure: Measure, _ parts: [Combination.Part], for period: Period
  ) -> Measurement? {
    guard usable > 0 else { return nil }
    guard usable > 1 else { return parts[Int(first.part)].measurement(at: Int(first.index)) }
    guard canBeWeighed else { return nil }
    return Measurement(
      period: period,
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
