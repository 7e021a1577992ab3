import BenefitsAnalytics
import BenefitsCharts
import BenefitsModel

/// What the report is about and what it was made from; every template of every page may show it.
struct HeaderSection {
  let content: ReportContent

  init(_ content: ReportContent) { self.content = content }

  var fields: ReportFields {
    let snapshot = content.snapshot
    let layout = content.layout
    let accent = content.options.accent
    var fields: ReportFields = [
      "title": .text(content.plan.programme.title),
      "organisation": .text(content.options.organisation),
      "purpose": .text(content.plan.programme.purpose),
      "asOf": .text(content.day),
      "stamp": .text(content.options.stamp),
      "periodCovered": .text(periodCovered),
      "entry": .text(String(snapshot.entry)),
      "recordedAt": .text(recordedAt(snapshot.recordedAt)),
      "tool": .text(content.tool),
      "headHash": .text(snapshot.headHash),
      "isIndex": .flag(layout.page == .index),
      "isWhole": .flag(layout.page == .whole),
      "pageMark": .markup(layout.page == .whole ? "" : ReportPage.mark(of: layout.page.path)),
      "home": .text(layout.upwards + "index.html"),
      "dataFolder": .text(content.options.dataFolder.map { layout.upwards + $0 }),
      "chartStyle": .markup(Palette.darkStyleSheet),
      "accentLight": .text(accent?.onLight ?? Palette.light(.improvement)),
      "accentDark": .text(accent?.onDark ?? Palette.dark(.improvement)),
      "barLight": .text(accent?.onLight ?? Palette.light(.ink)),
      "barDark": .text(accent?.onDark ?? Palette.dark(.ink)),
      "panelLight": .text(Accent.lightPanel),
      "panelDark": .text(Accent.darkPanel),
      "light": .fields(colours(Palette.light)),
      "dark": .fields(colours(Palette.dark)),
    ]
    // A benefit stands below the title of the whole report, and at the top of its own page.
    let isOwnPage = layout.page != .whole && layout.page != .index
    for (name, level) in [("benefitLevel", 3), ("measureLevel", 4), ("partLevel", 5)] {
      fields[name] = .text(String(isOwnPage ? level - 2 : level))
    }
    return fields
  }

  private func colours(_ palette: (ColourRole) -> String) -> ReportFields {
    var fields = ReportFields()
    for role in ColourRole.allCases { fields[role.rawValue] = .text(palette(role)) }
    return fields
  }

  /// From the first to the last day that any usable value belongs to.
  private var periodCovered: String? {
    content.periodsCovered.map { first, last in
      first == last ? first.spoken : "\(first.spoken) to \(last.spoken)"
    }
  }

  private func recordedAt(_ instant: Instant) -> String {
    let clock = instant.description.dropFirst(11).prefix(5)
    return "\(instant.day.spoken), \(clock) UTC"
  }
}
