import BenefitsAnalytics
import BenefitsCharts
import BenefitsChecks
import BenefitsModel

/// One measure: its sentence, chart, events and definition.
struct MeasureSection {
  let entry: ReportContent.MeasureEntry
  let content: ReportContent

  init(_ entry: ReportContent.MeasureEntry, content: ReportContent) {
    self.entry = entry
    self.content = content
  }

  var fields: ReportFields {
    let measure = entry.measure
    let assessment = entry.assessment
    let hasPoints = assessment.points.contains { $0.use != .missing }
    let figure = RunChartFigure(assessment, plan: content.plan)
    let events = content.plan.annotations(of: assessment.series)
    return [
      "anchor": .text(entry.anchor),
      "id": .text(measure.id.text),
      "title": .text(measure.title),
      "role": .text(role),
      "mark": .markup(StatusMark(assessment.status).svg),
      "status": .text(statusText),
      "sentence": .text(assessment.sentence),
      "findings": .list(findings),
      "chart": .markup(hasPoints ? figure.svg(.inline) : ""),
      "caption": .text(caption),
      "dataAnchor": .text(entry.dataAnchor),
      "hasEvents": .flag(!events.isEmpty),
      "events": .list(events.enumerated().map(event)),
      "facts": .list(facts),
      "definition": .text(measure.definition),
      "source": .text(measure.source),
      "owner": .text(measure.owner),
      "frequency": .text(measure.frequency.phrase),
    ]
  }

  private var role: String {
    let measure = entry.measure
    return measure.role.rawValue
      + (measure.guards.isEmpty
        ? "" : ", guards \(measure.guards.map(\.text).joined(separator: " and "))")
  }

  private var statusText: String {
    let assessment = entry.assessment
    let before = assessment.statusBeforeStale.map { " (before that: \($0.title))" } ?? ""
    return assessment.status.title.capitalisedFirst + before
  }

  private var findings: [ReportFields] {
    entry.results.filter { $0.outcome.isChecked && $0.outcome != .pass }.map { result in
      [
        "outcome": .text(result.outcome.title.capitalisedFirst), "message": .text(result.message),
      ]
    }
  }

  private var caption: String {
    let measure = entry.measure
    let unit = measure.unit.isEmpty ? "" : "\(measure.unit), "
    return (unit + measure.frequency.phrase + "; " + measure.direction.phrase + ".")
      .capitalisedFirst
  }

  private func event(_ number: Int, _ annotation: Annotation) -> ReportFields {
    [
      "number": .text(String(number + 1)),
      "date": .text(annotation.date.spoken),
      "text": .text(annotation.text),
      "kind": .text(annotation.kind.title),
    ]
  }

  private var facts: [ReportFields] {
    let assessment = entry.assessment
    let measure = entry.measure
    let percent = { (value: Double) in Numeral.fixed(value, decimals: 0) + "%" }
    var facts: [(String, String)] = []
    if let index = assessment.latest, let value = assessment.points[index].value {
      facts.append(
        ("Latest, \(assessment.points[index].period.spoken)", measure.text(value)))
    }
    if let level = assessment.level { facts.append(("Level", measure.text(level))) }
    if let baseline = assessment.baseline {
      facts.append(("Baseline\(baselineNote)", measure.text(baseline)))
    }
    for target in assessment.commitment.targets {
      facts.append(("Target by \(target.reachBy.spoken)", measure.text(target.value)))
      if let stretch = target.stretch { facts.append(("Stretch", measure.text(stretch))) }
      if let hold = target.holdUntil { facts.append(("To be held until", hold.spoken)) }
    }
    if let guardrail = assessment.commitment.guardrail {
      facts.append(("Guardrail", measure.text(guardrail.limit)))
      if let amber = guardrail.amber { facts.append(("Strained from", measure.text(amber))) }
    }
    if let planned = assessment.planned {
      facts.append(
        (
          "Planned now" + (assessment.isTrajectoryAssumed ? " (assumed)" : ""),
          measure.text(planned)
        ))
    }
    if let realised = assessment.realised {
      let planned = assessment.plannedRealised.map { " of \(percent($0)) planned" } ?? ""
      facts.append(("Realised", percent(realised) + planned))
    }
    return facts.map { ["name": .text($0.0), "value": .text($0.1)] }
  }

  private var baselineNote: String {
    switch entry.assessment.commitment.baseline?.basis {
    case .window(let from, let to): ", \(from.spoken) to \(to.spoken)"
    case .stated(_, let source): ", \(source)"
    case nil: ""
    }
  }
}

extension Frequency {
  /// How often the measure is taken, and when its values are due.
  var phrase: String {
    let unit = kind.rawValue
    let every = interval == 1 ? "every \(unit)" : "every \(interval) \(unit)s"
    let due =
      lagWorkingDays == 0 ? "" : ", due \(lagWorkingDays.of("working day")) after its end"
    return every + due
  }
}

extension Annotation.Kind {
  /// The kind for a list.
  var title: String {
    switch self {
    case .goLive: "go-live"
    case .pdsa: "PDSA cycle"
    case .decision: "decision"
    case .dataIssue: "data"
    case .context: "context"
    }
  }
}
