import BenefitsAnalytics
import BenefitsCharts
import BenefitsChecks
import BenefitsModel

/// One measure: its sentence, chart, events and definition.
struct MeasureSection {
  let entry: ReportContent.AssessedMeasure
  let content: ReportContent

  init(_ entry: ReportContent.MeasureEntry, content: ReportContent) {
    self.entry = content.assessed(entry)
    self.content = content
  }

  var fields: ReportFields {
    let measure = entry.measure
    let assessment = entry.assessment
    let hasPoints = assessment.points.contains { $0.use != .missing }
    var input = ChartInput(assessment, plan: content.plan)
    input.revised = content.revisedPeriods(of: entry.entry)
    let figure = ChartFigure(input, size: .init(width: 736))
    let toDate = ToDateFigure(assessment, plan: content.plan, size: .init(width: 736))?.figure
    let colours = content.options.colours
    let events = content.plan.annotations(of: assessment.series)
    return [
      "anchor": .text(entry.anchor),
      "id": .text(measure.id.text),
      "title": .text(measure.title),
      "role": .text(role),
      "mark": .markup(StatusMark(assessment.status).svg),
      "status": .text(statusText),
      "sentence": .text(assessment.sentence),
      "findings": .list(entry.entry.told.first.map(finding)),
      "remarks": .list(entry.entry.told.last.map(finding)),
      "outlook": .text(assessment.outlookText),
      "comparison": .text(comparison),
      "comparisonName": .text(comparisonName),
      "comparisonLink": .text(content.layout.link(to: .section("methods-before"))),
      "chart": .markup(hasPoints ? figure.svg(.inline, colours: colours) : ""),
      "narrow": .markup(
        hasPoints && content.hasNarrowCharts ? figure.narrow.svg(.inline, colours: colours) : ""),
      "toDate": .markup(toDate?.svg(.inline, colours: colours) ?? ""),
      "toDateNarrow": .markup(
        content.hasNarrowCharts ? toDate?.narrow.svg(.inline, colours: colours) ?? "" : ""),
      "dataLink": .text(hasPoints ? content.layout.link(to: .data(measure.id)) : nil),
      "hasEvents": .flag(!events.isEmpty),
      "events": .list(events.map(event)),
      "facts": .list(facts),
      "definition": .text(measure.definition),
      "source": .text(measure.source),
      "owner": .text(measure.owner),
      "frequency": .text(measure.frequency.phrase),
      "places": .fields(PlacesTable(entry, content: content).fields),
      "promises": .fields(PromiseHistory(entry, content: content).fields),
      "revisions": .fields(RevisionTable(entry, content: content).fields),
    ]
  }

  /// What the time before go-live and after it shows, and in what way that may mislead here; what is taken for
  /// granted of all measures stands in the methods.
  private var comparison: String? {
    content.assessor.goLiveComparison(of: entry.assessment).map { comparison in
      let warnings = comparison.cautions.filter { $0 != .uncontrolled }.map {
        comparison.result.words(for: $0, otherEvents: comparison.otherEvents.count)
      }
      return ([entry.assessment.text(of: comparison)] + warnings).joined(separator: " ")
    }
  }

  private var comparisonName: String? {
    content.assessor.goLiveComparison(of: entry.assessment).map {
      $0.result.isControlled
        ? "Before and after go-live" : "Before and after go-live, without a comparison"
    }
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

  private func finding(_ result: CheckResult) -> ReportFields {
    let isAccepted = result.outcome == .waived
    return [
      "outcome": .text(result.outcome.title.capitalisedFirst),
      "finding": .text(result.told),
      "waiver": .text(isAccepted ? result.acceptance : nil),
      "owner": .text(isAccepted ? nil : result.owner),
      "action": .text(isAccepted ? nil : result.action),
    ]
  }

  private func event(_ annotation: Annotation) -> ReportFields {
    [
      "date": .text(annotation.date.spoken),
      "text": .text(annotation.text),
      "kind": .text(annotation.kind.title),
    ]
  }

  private var facts: [ReportFields] {
    let assessment = entry.assessment
    let measure = entry.measure
    let percent = { (value: Double) in Numeral.fixed(value, decimals: 0) + "%" }
    var facts: [ReportFields] = []
    func add(_ name: String, _ value: String, _ note: String? = nil) {
      facts.append(["name": .text(name), "value": .text(value), "note": .text(note)])
    }
    if let index = assessment.latest, let value = assessment.points[index].value {
      add("Latest", measure.text(value), assessment.points[index].period.spoken)
    }
    if let level = assessment.level { add("Level", measure.text(level)) }
    if let baseline = assessment.baseline {
      add("Baseline", measure.text(baseline), baselineNote)
    }
    for target in assessment.commitment.targets {
      add("Target", measure.text(target.value), "by \(target.reachBy.spoken)")
      if let stretch = target.stretch { add("Stretch", measure.text(stretch)) }
      if let hold = target.holdUntil { add("To be held until", hold.spoken) }
    }
    if let guardrail = assessment.commitment.guardrail {
      add("Guardrail", measure.text(guardrail.limit))
      if let amber = guardrail.amber { add("Strained from", measure.text(amber)) }
    }
    if let planned = assessment.planned {
      add("Planned now", measure.text(planned), assessment.isTrajectoryAssumed ? "assumed" : nil)
    }
    if let realised = assessment.realised {
      add(
        "Realised", percent(realised),
        assessment.plannedRealised.map { "planned \(percent($0))" })
    }
    return facts
  }

  private var baselineNote: String? {
    switch entry.assessment.commitment.baseline?.basis {
    case .window(let from, let to): "\(from.spoken) to \(to.spoken)"
    case .stated(_, let source): source
    case nil: nil
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
