import BenefitsAnalytics
import BenefitsModel
import Mustache

/// A section for each benefit; a measure of several benefits is shown with the first of them.
struct BenefitSections {
  let content: ReportContent

  init(_ content: ReportContent) { self.content = content }

  /// The fields of one benefit; its measures are made when they are written.
  func fields(of benefit: Benefit, in library: MustacheLibrary) -> ReportFields {
    var fields = section(benefit)
    fields["measures"] = measures(shownWith: benefit.id, in: library)
    return fields
  }

  /// The measures that are shown with a benefit, or that belong to none, each made when it is written.
  func measures(shownWith benefit: Benefit.ID?, in library: MustacheLibrary) -> ReportField {
    let content = content
    let common = HeaderSection(content).fields
    return .slot { sink in
      for entry in content.measures(shownWith: benefit) {
        try MeasureSection(entry, content: content).fields.filled(from: common)
          .write("measure", from: library, to: sink)
      }
    }
  }

  /// A line for each benefit that leads to its page.
  var links: [ReportFields] {
    content.plan.benefits.map { benefit in
      section(benefit).filled(from: [
        "link": .text(content.layout.link(to: .benefit(benefit.id))),
        "measureCount": .text(content.measures(shownWith: benefit.id).count.of("measure")),
      ])
    }
  }

  private func section(_ benefit: Benefit) -> ReportFields {
    let assessment = content.benefits[benefit.id]
    let entries = ((assessment?.measures ?? []) + (assessment?.guards ?? [])).compactMap {
      content.entry($0.measure.id)
    }
    let elsewhere = entries.filter { content.layout.homes[$0.measure.id] != benefit.id }
    let status = content.benefits[benefit.id]?.status ?? .notDefined
    let project = content.plan.project(benefit.project)
    return [
      "anchor": .text(ReportLayout.Target.benefit(benefit.id).anchor),
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
      "alsoMeasured": .list(elsewhere.map { also($0, benefit) }),
      "handOver": .text(handOver(benefit)),
      "story": .fields(StoryTable(benefit, content: content).fields),
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

  private func handOver(_ benefit: Benefit) -> String? {
    guard benefit.handOver != nil || benefit.bauOwner != nil else { return nil }
    return [benefit.bauOwner.map { "to the \($0)" }, benefit.handOver.map { "on \($0.spoken)" }]
      .compactMap(\.self).joined(separator: " ")
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
      "link": .text(content.layout.link(to: .measure(entry.measure.id))),
      "title": .text(entry.measure.title),
      "why": .text(
        entry.measure.benefits.contains(benefit.id)
          ? "which also shows this benefit" : "which guards this benefit"),
    ]
  }
}
