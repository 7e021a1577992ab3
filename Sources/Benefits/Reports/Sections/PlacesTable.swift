import BenefitsAnalytics
import BenefitsCharts
import BenefitsModel

/// The sites and the groups that a measure is taken at, side by side.
struct PlacesTable {
  let entry: ReportContent.AssessedMeasure
  let content: ReportContent

  init(_ entry: ReportContent.AssessedMeasure, content: ReportContent) {
    self.entry = entry
    self.content = content
  }

  /// How many charts stand on a sheet of paper.
  static let mostOnASheet = 12

  private var measure: Measure { entry.measure }

  /// A site or a group of the measure.
  struct Member {
    var title: String
    var series: Series
  }

  /// The sites, and the groups, that something is known of, in the order of the plan; none is empty.
  var parts: [(noun: String, members: [Member])] {
    let whole = entry.assessment.series
    let sites = content.plan.sites.map { site in
      Member(
        title: site.title,
        series: Series(measure: measure.id, site: site.id, stratum: whole.stratum))
    }
    let groups = content.plan.strata.filter { $0.id != .all }.map { stratum in
      Member(
        title: stratum.title,
        series: Series(measure: measure.id, site: whole.site, stratum: stratum.id))
    }
    return [("site", sites), ("group", groups)].map { noun, members in
      (noun, members.filter { isKnown($0.series) && $0.series != whole })
    }.filter { !$0.members.isEmpty }
  }

  /// Nothing where the measure has no parts.
  var fields: ReportFields {
    let tables = parts.map { table($0.noun, of: $0.members) }
    return [
      "isKnown": .flag(!tables.isEmpty),
      "anchor": .text("\(entry.anchor)-places"),
      "tables": .list(tables),
    ]
  }

  private func table(_ noun: String, of known: [Member]) -> ReportFields {
    var table = TableMarkup([
      .title(noun.capitalisedFirst), .text("Trend"), .number("Latest"), .number("Level"),
      .number("Baseline"),
      .number("Target"), .number("Realised"), .text("Status"), .text("Data"),
    ])
    let assessments = known.map { content.assessor.assess($0.series) }
    let sheets =
      assessments.count > 1 ? figure(assessments, noun).sheets(of: PlacesTable.mostOnASheet) : []
    let dataLink = content.layout.link(to: .data(measure.id)) + "-by-\(noun)"
    let colours = content.options.colours
    for (part, assessment) in zip(known, assessments) {
      table.append(cells(part.title, assessment))
    }
    return [
      "sheets": .list(
        sheets.enumerated().map { number, sheet in
          [
            "chart": .markup(sheet.svg(.inline, colours: colours)),
            "narrow": .markup(
              content.hasNarrowCharts ? sheet.narrow.svg(.inline, colours: colours) : ""),
            "dataLink": .text(number == sheets.count - 1 ? dataLink : nil),
          ]
        }),
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
