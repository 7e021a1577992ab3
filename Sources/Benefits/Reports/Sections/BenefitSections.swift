import BenefitsAnalytics
import BenefitsModel

/// A section for each benefit; a measure of several benefits is shown with the first of them.
struct BenefitSections {
  let content: ReportContent

  init(_ content: ReportContent) { self.content = content }

  func add(to fields: inout ReportFields) {
    fields["benefits"] = .list(content.plan.benefits.map(section))
    let others = content.measures.filter { home(of: $0.measure) == nil }
    fields["hasOther"] = .flag(!others.isEmpty)
    fields["otherMeasures"] = .list(others.map { MeasureSection($0, content: content).fields })
  }

  /// The benefit that a measure is shown with.
  private func home(of measure: Measure) -> Benefit.ID? {
    (measure.benefits + measure.guards).first { content.benefits[$0] != nil }
  }

  private func section(_ benefit: Benefit) -> ReportFields {
    let assessment = content.benefits[benefit.id]
    let entries = ((assessment?.measures ?? []) + (assessment?.guards ?? [])).compactMap {
      content.entry($0.measure.id)
    }
    let own = entries.filter { home(of: $0.measure) == benefit.id }
    let elsewhere = entries.filter { home(of: $0.measure) != benefit.id }
    let status = content.benefits[benefit.id]?.status ?? .notDefined
    let project = content.plan.project(benefit.project)
    return [
      "anchor": .text(content.anchor(of: benefit.id)),
      "id": .text(benefit.id.text + (benefit.isDisbenefit ? ", disbenefit" : "")),
      "title": .text(benefit.title),
      "mark": .markup(StatusMark(status).svg),
      "status": .text(status.title.capitalisedFirst),
      "sentence": .text(sentence(benefit)),
      "worst": .text(worst(benefit, status: status)),
      "worstMark": .markup(
        content.benefits[benefit.id]?.worstOutcome.map { StatusMark($0.status).svg } ?? ""),
      "guardrail": .text(guardrail(benefit)),
      "guardrailMark": .markup(StatusMark(.breached).svg),
      "owner": .text(benefit.owner ?? project?.owner ?? "none named"),
      "project": .text(projectText(project)),
      "aim": .text(benefit.aim.title),
      "lifecycle": .text(benefit.lifecycle.rawValue.capitalisedFirst),
      "valueClass": .text(
        benefit.valueClass.map {
          $0.rawValue.capitalisedFirst
        }),
      "firstBenefit": .text(benefit.firstBenefit.map { "from \($0.spoken)" }),
      "reason": .text(status == .closed ? nil : benefit.reason),
      "measures": .list(own.map { MeasureSection($0, content: content).fields }),
      "alsoMeasured": .list(elsewhere.map { also($0, benefit) }),
    ]
  }

  private func projectText(_ project: Project?) -> String {
    guard let project else { return String.none }
    return project.title + (project.goLive.map { ", live \($0.spoken)" } ?? "")
  }

  /// Why the benefit stands where it stands, where no measure says so right below.
  private func sentence(_ benefit: Benefit) -> String? {
    guard let assessment = content.benefits[benefit.id] else { return nil }
    return assessment.headline == nil || assessment.status == .closed ? assessment.sentence : nil
  }

  private func worst(_ benefit: Benefit, status: Status) -> String? {
    guard let worst = content.benefits[benefit.id]?.worstOutcome, worst.status != status else {
      return nil
    }
    return "Worst of its outcome measures: \(worst.measure.title), \(worst.status.title)."
  }

  private func guardrail(_ benefit: Benefit) -> String? {
    let breached = content.flaggedGuardrails(of: benefit.id)
    guard !breached.isEmpty else { return nil }
    return "Guardrail breached: "
      + breached.map(\.measure.title).joined(separator: "; ")
      + ". The benefit is not counted as clean."
  }

  private func also(_ entry: ReportContent.MeasureEntry, _ benefit: Benefit) -> ReportFields {
    [
      "anchor": .text(entry.anchor), "title": .text(entry.measure.title),
      "why": .text(
        entry.measure.benefits.contains(benefit.id)
          ? "which also shows this benefit" : "which guards this benefit"),
    ]
  }
}
