/// What is counted: an operational definition with its unit, direction, kind and frequency.
public struct Measure: Hashable, Sendable, Codable, Identifiable {
  /// The identifier of a measure.
  public typealias ID = Identifier<Measure>

  /// The identifier.
  public var id: ID
  /// The name for headings.
  public var title: String
  /// The benefits that this measure shows.
  public var benefits: [Benefit.ID]
  /// The benefits that this measure guards against harm elsewhere.
  public var guards: [Benefit.ID]
  /// What the measure is for.
  public var role: MeasureRole
  /// What one value is made of.
  public var kind: MeasureKind
  /// The unit of the displayed value, as `%`, `days` or `£k`.
  public var unit: String
  /// What a proportion or a rate is multiplied by for display: 100 for a percentage, 1000 for a rate per 1,000.
  public var multiply: Double
  /// The decimals of a displayed value, from 0 through 6.
  public var decimals: Int
  /// Which direction is better.
  public var direction: Direction
  /// How values combine over periods and sites.
  public var aggregation: Aggregation
  /// The operational definition, exact enough for somebody else to count the same.
  public var definition: String?
  /// The version of the definition, as `2`.
  public var definitionVersion: String?
  /// The first period that is counted by this version of the definition; the first measured one when none is given.
  public var definitionFrom: Period?
  /// The system or survey that the values come from.
  public var source: String?
  /// The role that provides the values.
  public var owner: String?
  /// How often the measure is taken, and when each value is due.
  public var frequency: Frequency
  /// The smallest denominator that may be shown; smaller ones are suppressed.
  public var suppressBelow: Double?
  /// The values that there can be, where that is more than the kind of the measure says.
  public var possible: Bounds?
  /// The values that would surprise nobody.
  public var expected: Bounds?
  /// How much worse than its baseline the level may be before that is a failure, in the displayed unit.
  public var tolerance: Double?
  /// How far the strata of the measure may lie apart, in the displayed unit.
  public var equityGap: Double?
  /// Whether the values follow the seasons of the year.
  public var isSeasonal: Bool
  /// The later phases of the series, each of which gets a centre line of its own.
  public var phases: [Phase]
  /// Words by which checks and listings select it.
  public var tags: [String]
  /// Where, or for whom, it is counted that the change did not reach.
  public var comparison: MeasureComparison?

  /// Creates a measure.
  ///
  /// - Parameters:
  ///   - id: The identifier.
  ///   - title: The name for headings.
  ///   - kind: What one value is made of.
  ///   - unit: The unit of the displayed value.
  ///   - direction: Which direction is better.
  ///   - frequency: How often the measure is taken.
  ///   - role: What the measure is for.
  ///   - benefits: The benefits that this measure shows.
  ///   - guards: The benefits that this measure guards.
  ///   - multiply: The display factor of a proportion or a rate; by default 100 for a proportion in `%`, else 1.
  ///   - decimals: The decimals of a displayed value; by default 0 for counts, events and sums of money, else 1.
  ///   - aggregation: How values combine; by default what the kind suggests.
  ///   - definition: The operational definition.
  ///   - source: The system or survey that the values come from.
  ///   - owner: The role that provides the values.
  ///   - suppressBelow: The smallest denominator that may be shown.
  ///   - isSeasonal: Whether the values follow the seasons.
  ///   - phases: The later phases of the series.
  ///   - definitionVersion: The version of the definition.
  ///   - definitionFrom: The first period that is counted by this version of the definition.
  ///   - possible: The values that there can be.
  ///   - expected: The values that would surprise nobody.
  ///   - tolerance: How much worse than its baseline the level may be before that is a failure.
  ///   - equityGap: How far the strata of the measure may lie apart.
  ///   - tags: Words by which checks and listings select it.
  ///   - comparison: Where, or for whom, it is counted that the change did not reach.
  public init(
    id: ID, title: String, kind: MeasureKind, unit: String, direction: Direction,
    frequency: Frequency, role: MeasureRole = .outcome, benefits: [Benefit.ID] = [],
    guards: [Benefit.ID] = [], multiply: Double? = nil, decimals: Int? = nil,
    aggregation: Aggregation? = nil, definition: String? = nil, source: String? = nil,
    owner: String? = nil, suppressBelow: Double? = nil, isSeasonal: Bool = false,
    phases: [Phase] = [], definitionVersion: String? = nil, definitionFrom: Period? = nil,
    possible: Bounds? = nil, expected: Bounds? = nil, tolerance: Double? = nil,
    equityGap: Double? = nil, tags: [String] = [],
    comparison: MeasureComparison? = nil
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.unit = unit
    self.direction = direction
    self.frequency = frequency
    self.role = role
    self.benefits = benefits
    self.guards = guards
    self.multiply = multiply ?? (kind == .proportion && unit == "%" ? 100 : 1)
    self.aggregation = aggregation ?? kind.usualAggregation
    // Sums of money are not told to the tenth of a pound; a mean may be small.
    let isMoneySum = kind == .value && aggregation == .sum && ["£", "€", "$"].contains(unit)
    self.decimals = decimals ?? (kind == .count || kind == .event || isMoneySum ? 0 : 1)
    self.definition = definition
    self.source = source
    self.owner = owner
    self.suppressBelow = suppressBelow
    self.isSeasonal = isSeasonal
    self.phases = phases
    self.definitionVersion = definitionVersion
    self.definitionFrom = definitionFrom
    self.possible = possible
    self.expected = expected
    self.tolerance = tolerance
    self.equityGap = equityGap
    self.tags = tags
    self.comparison = comparison
  }

  /// The values that there can be: those stated, else what the kind of the measure allows; `nil` for any.
  public var range: Bounds? {
    if let possible { return possible }
    return switch kind {
    case .value: nil
    case .proportion: Bounds(from: 0, to: multiply)
    case .rate, .count, .event: Bounds(from: 0)
    }
  }

  /// The identifier of the measure's series for the whole programme.
  ///
  /// - Parameter programme: The programme.
  /// - Returns: The series at the programme's own site, not split by stratum.
  public func wholeSeries(in programme: Programme.ID) -> Series {
    Series(measure: id, site: Site.ID(programme))
  }
}

/// A span of a series that has a centre line of its own, declared with a reason.
public struct Phase: Hashable, Sendable, Codable {
  /// The first period of the phase.
  public var from: Period
  /// Why the series is judged afresh from here.
  public var reason: String?

  /// Creates a phase.
  ///
  /// - Parameters:
  ///   - from: The first period of the phase.
  ///   - reason: Why the series is judged afresh from here.
  public init(from: Period, reason: String? = nil) {
    self.from = from
    self.reason = reason
  }
}

/// Which direction of a measure is better.
public enum Direction: String, Hashable, Sendable, Codable, CaseIterable {
  /// Higher values are better.
  case higher
  /// Lower values are better.
  case lower
  /// Neither: the value is to stay within a band.
  case stable

  /// The sign that makes better positive: +1 where higher is better, −1 where lower is, 0 for neither.
  public var sign: Double {
    switch self {
    case .higher: 1
    case .lower: -1
    case .stable: 0
    }
  }

  /// The direction for a caption.
  public var phrase: String {
    switch self {
    case .higher: "higher is better"
    case .lower: "lower is better"
    case .stable: "neither direction is better"
    }
  }
}

/// What one value of a measure is made of.
public enum MeasureKind: String, Hashable, Sendable, Codable, CaseIterable {
  /// A number as it is: a mean, an amount of money, a score. The denominator, where given, is the n of a mean.
  case value
  /// A numerator out of a denominator.
  case proportion
  /// A count per exposure.
  case rate
  /// A count on its own.
  case count
  /// How many rare events happened on a day; 0 says "none, complete to this day".
  case event

  /// Whether a value is a numerator over a denominator.
  public var isRatio: Bool { self == .proportion || self == .rate }

  /// The aggregation of a measure that names none.
  public var usualAggregation: Aggregation {
    switch self {
    case .value: .mean
    case .proportion, .rate: .ratio
    case .count, .event: .sum
    }
  }
}

/// What a measure is for.
public enum MeasureRole: String, Hashable, Sendable, Codable, CaseIterable {
  /// It shows the benefit itself.
  case outcome
  /// It shows that the change is being done.
  case process
  /// It guards benefits: it shows harm done elsewhere.
  case balancing
  /// It shows how far the change has spread.
  case adoption
  /// It helps to read the others.
  case context
}

/// How values combine over periods and sites; never as a mean of rates.
public enum Aggregation: String, Hashable, Sendable, Codable, CaseIterable {
  /// Add the values: flows and counts.
  case sum
  /// Divide the sum of numerators by the sum of denominators.
  case ratio
  /// Take the mean, weighted by n where n is known.
  case mean
  /// Take the last: levels and running totals.
  case last
}
