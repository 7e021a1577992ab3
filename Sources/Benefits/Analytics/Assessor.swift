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
    guard let context = index.context(of: series.measure) else {
      preconditionFailure("the plan has no measure \(series.measure)")
    }
    return SeriesReading(series, in: context, index: index, parts: parts, snapshot: snapshot)
      .assessment
  }
}
