public import BenefitsModel

/// Says of each series of a snapshot what is realised on one day.
///
/// An assessor reads no clock, file or database: the same snapshot and day give the same answers.
public struct Assessor: Sendable {
  /// What was known.
  public let snapshot: Snapshot
  /// The day that the question is asked for.
  public let asOf: Day
  let index: PlanIndex
  private let parts: PartIndex
  private var known: [Series: Assessment] = [:]

  /// Creates an assessor.
  ///
  /// - Parameters:
  ///   - snapshot: What was known.
  ///   - asOf: The day that the question is asked for.
  /// - Complexity: O(*m*), where *m* is the size of the plan.
  public init(snapshot: Snapshot, asOf: Day) {
    self.snapshot = snapshot
    self.asOf = asOf
    index = PlanIndex(plan: snapshot.plan, asOf: asOf)
    parts = PartIndex(snapshot)
  }

  /// Returns the assessments of the whole series of each measure, in the order of the plan.
  ///
  /// - Returns: One assessment for each measure.
  /// - Complexity: O(*n* log *n*), where *n* is the number of points.
  public func assessments() -> [Assessment] {
    snapshot.plan.measures.map { assess(snapshot.plan.wholeSeries(of: $0)) }
  }

  /// Assesses one series.
  ///
  /// - Parameter series: A series of a measure of the plan.
  /// - Returns: What is known of the series on the day.
  /// - Complexity: O(*n* log *n*), where *n* is the number of points.
  public func assess(_ series: Series) -> Assessment {
    known[series] ?? assess(combined(series))
  }

  /// Returns an assessor that gives the same answers and need not work some of them out again.
  ///
  /// - Parameter assessments: Answers of this assessor.
  /// - Returns: An assessor that remembers them.
  /// - Complexity: O(*n*), where *n* is the number of assessments.
  public func remembering(_ assessments: [Assessment]) -> Assessor {
    var assessor = self
    for assessment in assessments { assessor.known[assessment.series] = assessment }
    return assessor
  }

  /// Assesses one series as it stood on an earlier day, by what is known now.
  ///
  /// Values that were not due on that day are left out, as if they had come when they were due.
  ///
  /// - Parameters:
  ///   - series: A series of a measure of the plan.
  ///   - day: The earlier day.
  /// - Returns: What is known now of the series on that day.
  /// - Complexity: O(*n* log *n*), where *n* is the number of points.
  public func assess(_ series: Series, asOf day: Day) -> Assessment {
    assess(combined(series), asOf: day)
  }

  /// Returns a series whose parts are put together once, to be assessed on several days.
  ///
  /// - Parameter series: A series of a measure of the plan.
  /// - Returns: The series with what is recorded of it and its parts.
  /// - Complexity: O(*n*), where *n* is the number of points.
  package func combined(_ series: Series) -> CombinedSeries {
    let context = index.context(of: series.measure)
    return CombinedSeries(
      series, in: context, index: index, hidden: parts.hidden[series],
      combination: parts.combination(
        of: series, measure: context.measure, measurements: snapshot.measurements))
  }

  /// Assesses a series as it stood on an earlier day, or stands on the day that the question is asked for.
  ///
  /// - Parameters:
  ///   - combined: The series.
  ///   - day: The earlier day; `nil` for the day that the question is asked for.
  ///   - later: The assessment of a later day, from which this one takes what is the same.
  /// - Returns: What is known now of the series on that day.
  package func assess(
    _ combined: CombinedSeries, asOf day: Day? = nil, later: Assessment? = nil
  ) -> Assessment {
    if day == nil, let known = known[combined.series] { return known }
    return Assessment(
      SeriesReading(
        combined, asOf: day, index: index, recorded: snapshot.recordedAt.day,
        later: later?.reading))
  }
}

/// A series with what the plan says of it and what is recorded of it, or of its parts where it has no values of its
/// own.
package final class CombinedSeries: Sendable {
  package let series: Series
  /// What was promised of it.
  package let commitment: Commitment
  let context: PlanIndex.MeasureContext
  let goLive: Day?
  /// The period of the measure's kind that holds go-live.
  let goLivePeriod: Period?
  let firstBenefit: Day?
  /// The periods that are hidden for the sake of another part.
  let hidden: Set<Period>?
  let combination: Combination

  init(
    _ series: Series, in context: PlanIndex.MeasureContext, index: PlanIndex,
    hidden: Set<Period>?, combination: Combination
  ) {
    self.series = series
    self.context = context
    commitment = index.commitment(of: series, in: context)
    goLive = index.goLive(of: series, in: context)
    goLivePeriod = goLive.map(context.measure.period(of:))
    firstBenefit = index.firstBenefit(of: series, in: context)
    self.hidden = hidden
    self.combination = combination
  }

  /// The benefits behind the series: those that it shows, then those that it guards.
  package var benefits: [Benefit] { context.benefits }
}
