/// The classical rules for run charts (Perla, Provost & Murray, BMJ Quality & Safety 2011; 20: 46), shown as notes.
///
/// On pure noise they signal far more often than Anhøj's, so they never decide a verdict by themselves.
public struct ClassicalRules: Hashable, Sendable {
  /// How many useful points on one side of the median make a shift.
  public static let shiftLength = 6
  /// How many points that each rise, or each fall, make a trend.
  public static let trendLength = 5

  /// One phase's number of runs, against what chance lets expect of the split above and below.
  public struct Runs: Hashable, Sendable {
    /// The median that points are compared with.
    public var centre: Double?
    /// How many points lie above the median.
    public var above: Int
    /// How many points lie below it.
    public var below: Int
    /// How many runs there are.
    public var count: Int
    /// The fewest runs to be expected.
    public var lower: Int?
    /// The most runs to be expected.
    public var upper: Int?

    /// Whether there are fewer runs than are to be expected.
    public var isTooFew: Bool { lower.map { count < $0 } ?? false }
    /// Whether there are more runs than are to be expected.
    public var isTooMany: Bool { upper.map { count > $0 } ?? false }
  }

  /// The indices of the first and last useful point of each shift.
  public var shifts: [ClosedRange<Int>] = []
  /// The indices of the first and last point of each trend.
  public var trends: [ClosedRange<Int>] = []
  /// The runs of each phase.
  public var runs: [Runs] = []

  /// The fewest useful points that the published table of runs has limits for.
  public static let leastTabulated = 10

  /// Applies the rules phase by phase.
  ///
  /// - Parameters:
  ///   - chart: The run chart, whose medians are the lines.
  ///   - isTabulated: Whether the limits of runs are those of the published table: for as many points above the
  ///     line as below it, from 10 useful points on. Else they are those of the actual split.
  /// - Complexity: O(*n*), where *n* is the number of periods.
  public init(_ chart: RunChart, isTabulated: Bool = false) {
    for phase in chart.phases {
      let used = phase.range.filter { !chart.excluded.contains($0) }
      let values: [SpecialCauseSearch.Point] = used.compactMap { index in
        chart.values[index].map { (index: index, value: $0) }
      }
      trends += SpecialCauseSearch.trends(
        in: values, length: ClassicalRules.trendLength, skipsEqual: true
      ).map(\.span)
      var counter = RunCounter(centre: phase.centre ?? 0)
      var above = 0
      if let centre = phase.centre {
        for (index, value) in values {
          counter.count(value, at: index)
          if value > centre { above += 1 }
        }
        shifts += SpecialCauseSearch.shifts(
          in: values, centre: centre, length: ClassicalRules.shiftLength, isEndedByLine: false
        ).map(\.span)
      }
      let below = counter.useful - above
      let isInTable = counter.useful >= ClassicalRules.leastTabulated
      let half = isInTable ? counter.useful / 2 : 0
      let limits =
        isTabulated
        ? RunsDistribution(above: half, below: counter.useful - half)
        : RunsDistribution(above: above, below: below)
      runs.append(
        Runs(
          centre: phase.centre, above: above, below: below, count: counter.runs,
          lower: limits.lower, upper: limits.upper))
    }
  }
}
