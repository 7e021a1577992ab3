import BenefitsAnalytics
import BenefitsCharts
import BenefitsModel

/// The sites and the groups that a measure is taken at, side by side.
struct PlacesTable {
  let entry: ReportContent.MeasureEntry
  let content: ReportContent

  init(_ entry: ReportContent.MeasureEntry, content: ReportContent) {
    self.entry = entry
    self.content = content
  }

  private var measure: Measure { entry.measure }

  /// Nothing where the measure has no parts.
  var fields: ReportFields {
    let whole = entry.assessment.series
    let sites = content.plan.sites.map { site in
      (site.title, Series(measure: measure.id, site: site.id, stratum: whole.stratum))
    }
    let groups = content.plan.strata.filter { $0.id != .all }.map { stratum in
      (stratum.title, Series(measure: measure.id, site: whole.site, stratum: stratum.id))
    }
    let tables = [table("site", "Site", of: sites), table("group", "Group", of: groups)]
      .compactMap(\.self)
    return [
      "isKnown": .flag(!tables.isEmpty),
      "anchor": .text("\(entry.anchor)-places"),
      "tables": .list(tables),
    ]
  }

  private func table(
    _ noun: String, _ heading: String, of parts: [(title: String, series: Series)]
  ) -> ReportFields? {
    let known = parts.filter { isKnown($0.series) && $0.series != entry.assessment.series }
    guard !known.isEmpty else { return nil }
    var table = TableMarkup([
      .title(heading), .text("Trend"), .number("Latest"), .number("Level"), .number("Baseline"),
      .number("Target"), .number("Realised"), .text("Status"), .text("Data"),
    ])
    let assessments = known.map { content.assessor.assess($0.series) }
    let figure = assessments.count > 1 ? figure(assessments, noun) : nil
    let colours = content.options.colours
    for (part, assessment) in zip(known, assessments) {
      table.append(cells(part.title, assessment))
    }
    return [
      "chart": .markup(figure?.svg(.inline, colours: colours) ?? ""),
      "narrow": .markup(
        content.hasNarrowCharts ? figure?.narrow.svg(.inline, colours: colours) ?? "" : ""),
      "captionAnchor": .text("\(entry.anchor)-by-\(noun)"),
      "caption": .text("\(measure.title), \(known.count.of(noun)) on \(content.day)"),
      "table": .markup(table.finished),
    ]
  }

  /// The parts side by side on one scale; each kind of part is a picture of its own.
  private func figure(_ assessments: [Assessment], _ noun: String) -> SmallMultiples {
    SmallMultiples(
      name: measure.title,
      panels: assessments.map { assessment in
        .init(
          name: content.place(of: assessment.series) ?? measure.title,
          input: ChartInput(assessment, plan: content.plan))
      }, kind: noun == "site" ? .place : .group, id: measure.id.text, width: 736)
  }

  private func cells(_ title: String, _ assessment: Assessment) -> [TableMarkup.Cell] {
    let number = { (value: Double?) -> TableMarkup.Cell in
      .text(value.map { Numeral.fixed($0, decimals: measure.decimals) } ?? .none)
    }
    let latest = assessment.latest.map { assessment.points[$0] }
    return [
      .text(title), .markup(Sparkline(assessment).svg(.inline)), number(latest?.value),
      number(assessment.level), number(assessment.baseline),
      number(assessment.target?.value ?? assessment.commitment.guardrail?.limit),
      .text(assessment.realised.map { Numeral.fixed($0, decimals: 0) + "%" } ?? .none),
      .markup(StatusMark.pair(assessment.status)), .text(latest?.period.spoken ?? "no value"),
    ]
  }

  private func isKnown(_ series: Series) -> Bool {
    content.snapshot.measurements[series] != nil || content.plan.commitments[series] != nil
  }
}
