import BenefitsAnalytics
import BenefitsCharts
import BenefitsModel
import BenefitsTerminal

/// The charts of many series as a folder with a file for each.
struct ChartFolder {
  private let command: ChartCommand
  private let path: String

  /// Creates a folder of the charts that a command asks for.
  init(_ command: ChartCommand, path: String) {
    self.command = command
    self.path = path
  }

  /// Draws the charts; a chart that cannot be drawn, or a file that is not to be replaced, is found before anything
  /// is written.
  func write(in session: inout Session) throws(CommandFailure) {
    let reading = try Reading(command.source, withRevisions: true, in: session)
    let plan = reading.plan
    let chosen = try series(in: reading)
    let look = command.look
    if look.chart != nil {
      for series in chosen { _ = try look.charted(reading.assessor.assess(series)) }
    }
    let versions = Dictionary(grouping: reading.revisions, by: \.series.measure)
    let drawings = chosen.map { (series: $0, name: name(of: $0, in: plan)) }
    var heights: [Double] = []
    try DrawingFolder.fill(
      path, with: drawings.map(\.name), replacing: command.force
    ) { folder throws(CommandFailure) in
      heights = try Concurrently.map(drawings) { one throws(CommandFailure) in
        let series = one.series
        let figure = look.figure(
          try look.charted(reading.assessor.assess(series)), plan: plan,
          revised: reading.snapshot.revisedPeriods(
            of: series, among: versions[series.measure] ?? []))
        try folder.write(figure.bytes(colours: look.palette), name: one.name)
        return look.height == nil ? 0 : figure.height
      }
    }
    if let height = look.height {
      let higher = heights.count { $0 > Double(height) + 1 }
      if higher > 0 {
        try session.warn(
          "--height \(height): title, axis and notes need more; \(higher) of \(chosen.count) "
            + "drawings \(higher == 1 ? "is" : "are") higher")
      }
    }
    try DrawingFolder.tell(chosen.count, in: path, to: &session)
  }

  /// The series to draw, in the order of the plan; of a place, those that are known there.
  private func series(in reading: Reading) throws(CommandFailure) -> [Series] {
    let plan = reading.plan
    let measures = try self.measures(in: plan)
    if command.eachSite {
      let parts = Dictionary(
        grouping: Set(reading.snapshot.measurements.keys).union(plan.commitments.keys),
        by: \.measure)
      return measures.flatMap { measure in
        let whole = plan.wholeSeries(of: measure)
        return [whole]
          + (parts[measure.id] ?? []).filter { $0 != whole }.sorted().map {
            // As the plan spells it, whatever case it was first recorded in.
            Series(measure: measure.id, site: $0.site, stratum: $0.stratum)
          }
      }
    }
    var chosen: [Series] = []
    for measure in measures { chosen.append(try command.series.series(of: measure, in: plan)) }
    if try command.series.isWhole(in: plan) { return chosen }
    let known = chosen.filter { reading.isKnown(reading.assessor.assess($0)) }
    guard known.isEmpty else { return known }
    throw CommandFailure(
      .notFound,
      "nothing is recorded of \(measures.count == 1 ? "this measure" : "these measures")"
        + (try command.series.place(in: plan)))
  }

  /// The measures that are named or fit a pattern, in the order of the plan.
  private func measures(in plan: Plan) throws(CommandFailure) -> [Measure] {
    guard !command.all else {
      guard !plan.measures.isEmpty else {
        throw CommandFailure(.notFound, "the plan has no measures")
      }
      return plan.measures
    }
    var ids: Set<Measure.ID> = []
    for name in command.measures {
      let pattern = Glob(name)
      guard !pattern.isPlain else {
        ids.insert(try plan.measure(named: name).id)
        continue
      }
      let fitting = plan.measures.filter { pattern.matches($0.id.text) }
      guard !fitting.isEmpty else {
        throw CommandFailure(
          .notFound, "no measure fits '\(name)'",
          hints: ["benefits-report status --by measure lists the measures"])
      }
      ids.formUnion(fitting.map(\.id))
    }
    return plan.measures.filter { ids.contains($0.id) }
  }

  /// The name of the drawing of a series, by what the series is of: no identifier has an underscore, and none differs
  /// from another in case only.
  private func name(of series: Series, in plan: Plan) -> String {
    var name = series.measure.text
    if series.site != Site.ID(plan.programme.id) || series.stratum != .all {
      name += "_\(series.site)"
    }
    if series.stratum != .all { name += "_\(series.stratum)" }
    return name
  }
}
