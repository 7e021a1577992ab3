public import BenefitsAnalytics
public import BenefitsModel

/// Planned against actual to date, for a target on the running sum: a picture with its words.
///
/// The line is the sum of what has been recorded since the plan began, the dotted one the sum that was planned.
public struct ToDateFigure: Hashable, Sendable {
  /// The chart of the sums.
  public let figure: ChartFigure

  /// Creates the chart of an assessed series whose target in force is one on the running sum.
  ///
  /// Fails for other targets, and before there is a plan to compare with.
  ///
  /// - Parameters:
  ///   - assessment: What is known of the series.
  ///   - plan: The plan that the series belongs to.
  ///   - size: How large it is drawn.
  public init?(_ assessment: Assessment, plan: Plan, size: ChartFigure.Size = .init()) {
    guard let input = ChartInput(toDate: assessment, plan: plan) else { return nil }
    figure = ChartFigure(input, size: size)
  }

  /// The message of the chart, as a heading.
  public var title: String { figure.title }

  /// What the chart shows, in sentences for somebody who cannot see it.
  public var description: String { figure.description }

  /// Returns the drawing.
  ///
  /// - Parameters:
  ///   - form: How it is embedded.
  ///   - colours: The set of colours.
  /// - Returns: An `svg` element with a title and a description, one element a line.
  public func svg(_ form: SVGForm = .standAlone, colours: ChartColours = .standard) -> String {
    figure.svg(form, colours: colours)
  }
}

extension ChartInput {
  /// Creates the input of a chart of sums; fails for other targets than those on the running sum.
  init?(toDate assessment: Assessment, plan: Plan) {
    guard let target = assessment.target, target.basis == .toDate,
      let origin = assessment.trajectory.first?.period
    else { return nil }
    var sum = 0.0
    let points = assessment.points.filter { $0.period > origin }.map { point in
      var point = point
      guard point.use == .used, let value = point.value else {
        point.value = nil
        return point
      }
      sum += value
      point.value = sum
      return point
    }
    var planned = 0.0
    let trajectory = assessment.trajectory.filter(\.value.isFinite).map { step in
      planned += step.value
      return PlannedValue(period: step.period, value: planned)
    }
    var chart = RunChart(values: points.map(\.value))
    // A sum that only grows has no median to compare with.
    chart.phases = []
    let measure = assessment.measure
    let own = ChartInput(assessment, plan: plan)
    self.init(
      name: "\(measure.title) to date", points: points, chart: chart, id: own.id,
      unit: measure.unit, decimals: own.decimals, direction: measure.direction,
      yearStart: plan.calendar.yearStarts)
    id = own.id + "_to-date"
    (place, interval, isTrajectoryAssumed) = (own.place, own.interval, own.isTrajectoryAssumed)
    (annotations, sentence) = (own.annotations, own.sentence)
    self.trajectory = trajectory
    targets = [ChartTarget(value: target.value, reachBy: target.reachBy)]
    if let outlook = assessment.outlook {
      forecast = ChartForecast(outlook.forecast, of: outlook.period)
    }
    let missing = points.filter { $0.use != .used && $0.use != .partial }.count
    if missing > 0 {
      remarks.append(
        "\(missing) \(missing == 1 ? "period has" : "periods have") no value that is used: "
          + "the sum lacks \(missing == 1 ? "it" : "them").")
    }
    finding = toDateFinding(assessment)
  }

  private func toDateFinding(_ assessment: Assessment) -> String {
    guard let latest = assessment.latest, let level = assessment.level else { return "no data" }
    let period = assessment.points[latest].period.spoken
    let reached = "\(format.label(level)) by \(period)"
    guard let planned = assessment.planned else { return reached }
    let difference = level - planned
    let (amount, plan) = (format.label(difference.magnitude), format.label(planned))
    guard amount != format.label(0) else { return "\(reached), as planned" }
    return "\(reached), \(amount) \(difference > 0 ? "more" : "less") than the \(plan) planned"
  }
}
