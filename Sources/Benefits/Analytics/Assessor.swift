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
    known[series] ?? reading(of: series, asOf: nil).assessment
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
    reading(of: series, asOf: day).assessment
  }

  private func reading(of series: Series, asOf day: Day?) -> SeriesReading {
    guard let context = index.context(of: series.measure, asOf: day) else {
      preconditionFailure("the plan has no measure \(series.measure)")
    }
    return SeriesReading(
      series, in: context, asOf: day, index: index, parts: parts, snapshot: snapshot)
  }
}
