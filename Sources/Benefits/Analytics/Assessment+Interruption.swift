public import BenefitsModel

extension Assessment {
  /// Compares the time before go-live with the time after.
  ///
  /// - Parameter comparison: The same measure at a place that the change did not reach.
  /// - Returns: The comparison; `nil` where no go-live is known, for rare events, and with fewer than 8 usable
  ///   points on either side.
  /// - Complexity: O(*n*²), where *n* is the number of points.
  public func interruption(comparedWith comparison: Assessment? = nil) -> InterruptedTimeSeries? {
    guard let goLive, measure.kind != .event,
      let start = points.firstIndex(where: { $0.period.last >= goLive })
    else { return nil }
    var others: [Double?]?
    if let comparison {
      let known = Dictionary(
        zip(comparison.points.map(\.period), comparison.judgedValues)
      ) { first, _ in first }
      others = points.map { known[$0.period] ?? nil }
    }
    return InterruptedTimeSeries(judgedValues, start: start, comparison: others)
  }

  /// Returns what else is recorded to have happened around go-live.
  ///
  /// - Parameters:
  ///   - plan: The plan, whose annotations are looked through.
  ///   - periods: How many periods before and after go-live are looked at.
  /// - Returns: The annotations that belong to the measure, to its projects, or to nothing in particular.
  /// - Complexity: O(*n*), where *n* is the number of annotations.
  public func otherEvents(in plan: Plan, within periods: Int = 3) -> [Annotation] {
    guard let goLive else { return [] }
    let middle = measure.period(of: goLive)
    let from = middle.advanced(by: -periods).first
    let to = middle.advanced(by: periods).last
    let projects = Set(benefits.map(\.project))
    return plan.annotations.filter { annotation in
      let isSubject =
        annotation.measures.contains(measure.id)
        || annotation.projects.contains(where: projects.contains)
        || (annotation.measures.isEmpty && annotation.projects.isEmpty)
      return isSubject && annotation.date != goLive && from <= annotation.date
        && annotation.date <= to
    }
  }

  /// The values that are judged: usable, and without their season where it is taken out.
  var judgedValues: [Double?] {
    points.indices.map { points[$0].use == .used ? chart.values[$0] : nil }
  }
}
