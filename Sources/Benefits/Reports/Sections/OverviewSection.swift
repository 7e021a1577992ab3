import BenefitsAnalytics
import BenefitsCharts
import BenefitsModel

/// One row for each measure.
struct OverviewSection {
  let content: ReportContent

  init(_ content: ReportContent) { self.content = content }

  func add(to fields: inout ReportFields) {
    fields["hasMeasures"] = .flag(!content.measures.isEmpty)
    fields["rows"] = .rows(content.measures.count) { row(content.assessed(content.measures[$0])) }
  }

  private func row(_ measured: ReportContent.AssessedMeasure) -> ReportFields {
    let (entry, assessment) = (measured.entry, measured.assessment)
    let measure = entry.measure
    // The tables of the data have every digit of values that would take up the row.
    let short = ValueFormat(unit: "", decimals: measure.decimals)
    let number = { (value: Double?) -> ReportField in
      .text(
        value.map {
          $0.magnitude < 1e7 ? Numeral.fixed($0, decimals: measure.decimals) : short.label($0)
        } ?? .none)
    }
    let limit = assessment.target == nil ? assessment.commitment.guardrail?.limit : nil
    let latest = assessment.latest.map { assessment.points[$0] }
    let percent = { (value: Double) in Numeral.fixed(value, decimals: 0) + "%" }
    return [
      "link": .text(content.layout.link(to: .measure(entry.measure.id))),
      "title": .text(measure.title),
      "id": .text(measure.id.text),
      "unit": .text(measure.unit.isEmpty ? measure.direction.phrase : measure.unit),
      "sparkline": .markup(Sparkline(assessment).svg(.inline)),
      "latest": number(latest?.value),
      "level": number(assessment.level),
      "baseline": number(assessment.baseline),
      "target": number(assessment.target?.value ?? limit),
      "targetBy": .text(
        assessment.target.map { "by \($0.reachBy.spoken)" } ?? (limit == nil ? "" : "limit")),
      "planned": number(assessment.planned),
      "realised": .text(assessment.realised.map(percent) ?? .none),
      "plannedRealised": .text(assessment.plannedRealised.map { "planned \(percent($0))" }),
      "mark": .markup(StatusMark(assessment.status).svg),
      "status": .text(assessment.status.title),
      "waiver": .text(entry.waiver.map { "waived until \($0.expires.spoken)" }),
      "data": .text(latest.map { $0.period.spoken } ?? "no value"),
      "dataAge": .text(age(of: latest?.period, overdue: assessment.overdue.count)),
    ]
  }

  private func age(of period: Period?, overdue: Int) -> String? {
    if overdue > 0 { return "\(overdue) overdue" }
    return period.map { "\($0.last.distance(to: content.asOf).of("day")) old" }
  }
}
