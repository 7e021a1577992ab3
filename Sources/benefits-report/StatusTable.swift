import BenefitsAnalytics
import BenefitsCharts
import BenefitsModel
import BenefitsTerminal

/// How the series of a plan stand, as a table for reading.
struct StatusTable {
  private let listing: StatusListing
  private let isLong: Bool
  private let isFlat: Bool

  /// The number of periods whose course is shown.
  static let periods = 12

  /// Lays out a listing.
  ///
  /// - Parameters:
  ///   - listing: The listing.
  ///   - isLong: Whether everything that a status rests on is told.
  ///   - isFlat: Whether the series are listed without their benefits.
  init(_ listing: StatusListing, isLong: Bool, isFlat: Bool = false) {
    self.listing = listing
    self.isLong = isLong
    self.isFlat = isFlat
  }

  /// The width from which the names of measures have room in the table; below, the sentence under each row
  /// begins with the name.
  private static let roomy = 100

  /// Returns the table, laid out for a width; one line a row where there is no limit.
  func text(width: Int?, style: Style) -> String {
    let isNarrow = width.map { $0 < Self.roomy } ?? false
    var table = TextTable([
      .init(listing.isBySite ? "Site" : "Measure", narrowest: 11), .init("Course"),
      .init("Latest", .trailing),
      .init("Level", .trailing), .init("Realised", .trailing), .init("Status", narrowest: 10),
    ])
    var told = Set<Series>()
    let groups =
      isFlat
      ? [StatusListing.Group(verdict: nil, assessments: listing.assessments)] : listing.groups
    for group in groups {
      if !isFlat {
        table.append(note: "", indent: 0)
        table.append(note: .init(heading(of: group), .strong), indent: 0)
      }
      if group.assessments.isEmpty, let verdict = group.verdict {
        table.append(note: .init(verdict.sentence.printable, .faint))
      }
      for assessment in group.assessments {
        table.append(row(assessment, in: group, isNarrow: isNarrow))
        // A measure of several benefits explains itself once.
        guard told.insert(assessment.series).inserted else {
          if isNarrow { table.append(note: .init(assessment.measure.title.printable)) }
          continue
        }
        table.append(note: .init(assessment.sentence.printable))
        if isLong { for line in details(assessment) { table.append(note: .init(line, .faint)) } }
      }
    }
    let body =
      groups.allSatisfy { $0.verdict == nil && $0.assessments.isEmpty }
      ? "" : "\n" + table.text(width: width, style: style)
    return listing.heading(style, width: width) + body + footer(width: width, style: style)
  }

  private func heading(of group: StatusListing.Group) -> String {
    guard let verdict = group.verdict else { return "Measures without a benefit" }
    let benefit = verdict.benefit
    var parts = ["\(benefit.id) \(benefit.title.printable)", benefit.aim.title]
    if benefit.isDisbenefit { parts.append("disbenefit") }
    // The verdict is that of the whole programme, not of one place in it.
    guard listing.place.isEmpty else { return parts.joined(separator: " · ") }
    parts.append(verdict.status.title)
    if let worst = verdict.worstOutcome, worst.status != verdict.status,
      verdict.status != .closed
    {
      parts.append("worst outcome \(worst.status.title)")
    }
    if let waiver = verdict.waiver { parts.append("waived until \(waiver.expires.spoken)") }
    if !verdict.isClean, verdict.status != .breached { parts.append("guardrail breached") }
    return parts.joined(separator: " · ")
  }

  private func row(
    _ assessment: Assessment, in group: StatusListing.Group, isNarrow: Bool
  ) -> [TextTable.Cell] {
    let measure = assessment.measure
    let isGuard = group.verdict.map { !measure.benefits.contains($0.benefit.id) } ?? false
    return [
      .init(
        isNarrow
          ? listing.label(of: assessment) + (isGuard ? " guard" : "")
          : name(of: assessment) + (isGuard ? " (guardrail)" : "")),
      .init(Sparkline(values: assessment.course, limit: StatusTable.periods).text),
      .init(latest(assessment)),
      .init(assessment.level.map(measure.shortText) ?? "–"),
      .init(assessment.realised.map { Self.percent($0) } ?? "–"),
      .init(Self.word(assessment), assessment.status.tone),
    ]
  }

  private func latest(_ assessment: Assessment) -> String {
    guard let point = assessment.latestPoint, let value = point.value else { return "–" }
    let mark = point.measurement.map { $0.state == .final ? "" : "*" } ?? ""
    return assessment.measure.shortText(value) + mark + " " + point.period.spoken
  }

  /// The measure with its unit, unless each value carries it, and with its place where there are several.
  private func name(of assessment: Assessment) -> String {
    let measure = assessment.measure
    let title =
      listing.isBySite
      ? listing.reading.plan.title(of: assessment.series.site) : measure.title
    let name = "\(listing.label(of: assessment)) \(title.printable)"
    let unit = measure.unit.printable
    return unit.isEmpty || measure.text(0) == measure.shortText(0) ? name : "\(name), \(unit)"
  }

  /// A share in per cent for reading; what is far beyond the scale is not told to the digit.
  static func percent(_ share: Double) -> String {
    if share >= 1000 { return "> 999%" }
    if share <= -1000 { return "< -999%" }
    return Numeral.fixed(share, decimals: 0) + "%"
  }

  /// The status in words, with the one that stale data hides in brackets, and whether it is accepted.
  static func word(_ assessment: Assessment) -> String {
    assessment.status.title
      + (assessment.statusBeforeStale.map { " (\($0.title))" } ?? "")
      + (assessment.waiver == nil ? "" : ", waived")
  }

  private func details(_ assessment: Assessment) -> [String] {
    let measure = assessment.measure
    var promise = [String]()
    if let baseline = assessment.baseline {
      let source = assessment.baselinePoints.map { " (\($0) points)" } ?? " (stated)"
      promise.append("baseline \(measure.text(baseline))\(source)")
    } else {
      promise.append("no baseline")
    }
    if let target = assessment.target {
      promise.append("target \(measure.text(target.value)) by \(target.reachBy.spoken)")
    }
    if let guardrail = assessment.commitment.guardrail {
      promise.append("limit \(measure.text(guardrail.limit))")
    }
    if let planned = assessment.planned {
      let share = assessment.plannedRealised.map { " (\(Self.percent($0)))" } ?? ""
      promise.append(
        "planned \(measure.text(planned))\(share)"
          + (assessment.isTrajectoryAssumed ? ", assumed" : ""))
    }
    if let pace = assessment.pace { promise.append("pace \(Numeral.fixed(pace, decimals: 2))") }
    promise.append(measure.direction.phrase)
    var lines = [promise.joined(separator: " · ")]
    if let outlook = assessment.outlookText { lines.append(outlook) }
    if let comparison = listing.reading.assessor.goLiveComparison(of: assessment) {
      lines.append(assessment.text(of: comparison))
      lines.append(assessment.assumptions(of: comparison))
    }
    if let waiver = assessment.waiver { lines.append("waiver \(waiver.id): \(waiver.reason)") }
    if let incomplete = assessment.incomplete, let value = incomplete.value,
      let parts = incomplete.parts
    {
      lines.append(
        "incomplete: \(measure.text(value)) \(incomplete.period.spoken), without \(parts.lack)")
    }
    if !assessment.overdue.isEmpty {
      lines.append("overdue: " + Self.list(assessment.overdue))
    }
    if !assessment.gaps.isEmpty {
      lines.append("missing: " + Self.list(assessment.gaps))
    }
    return lines.map(\.printable)
  }

  /// A few periods by name, many by their number and ends.
  private static func list(_ periods: [Period]) -> String {
    guard periods.count > 4, let first = periods.first, let last = periods.last else {
      return periods.map(\.spoken).joined(separator: ", ")
    }
    return "\(periods.count) periods from \(first.spoken) to \(last.spoken)"
  }

  private func footer(width: Int?, style: Style) -> String {
    var lines = [String]()
    let isMarked = listing.assessments.contains { assessment in
      assessment.latestPoint?.measurement.map { $0.state != .final } ?? false
    }
    if isMarked { lines.append("* provisional or estimated") }
    if listing.isComplete, !listing.emptyAims.isEmpty {
      lines.append(
        "no benefit yet for: " + listing.emptyAims.map(\.title).joined(separator: ", "))
    }
    let count = listing.assessments.count
    if count > 0 {
      lines.append(
        "\(count) \(listing.isBySite ? "series" : count == 1 ? "measure" : "measures"): "
          + listing.counts.map { group in
            "\(group.count) \(group.status.title)"
              + (group.waived == 0 ? "" : " (\(group.waived) waived)")
          }.joined(separator: " · "))
    }
    let room = width ?? Int(Int16.max)
    return lines.isEmpty
      ? ""
      : "\n"
        + lines.flatMap { $0.wrapped(to: max(room, 20)) }.map { style.paint($0, .faint) + "\n" }
        .joined()
  }
}

extension StatusListing {
  /// What a row is called where there is little room: the measure, or its place where there are several.
  func label(of assessment: Assessment) -> String {
    guard isBySite else { return assessment.measure.id.text }
    let isOne = Set(assessments.map(\.measure.id)).count == 1
    return (isOne ? "" : "\(assessment.measure.id) ") + assessment.series.site.text
  }

  /// What is listed, of which day and what state of knowledge.
  func heading(_ style: Style, width: Int?) -> String {
    let knownAt = reading.knownAt == .latest ? "" : ", as known at \(reading.knownAt)"
    return StatusListing.heading(
      (plan.programme.title + place).printable, "as of \(reading.asOf.spoken)\(knownAt)",
      width: width, style: style)
  }

  /// A title with the day, on lines of their own where one is too short for both.
  static func heading(_ title: String, _ day: String, width: Int?, style: Style) -> String {
    guard let width, DisplayWidth.of("\(title), \(day)") > width else {
      return style.paint(title, .strong) + ", \(day)\n"
    }
    return title.wrapped(to: width).map { style.paint($0, .strong) + "\n" }.joined() + day + "\n"
  }
}

extension Measure {
  /// A value with the sign of its unit, where that is a sign: `85.0%`, `£1,234k` or `9.5`.
  func shortText(_ value: Double) -> String {
    let isSign = unit == "%" || unit.first.map { "£$€".contains($0) } ?? false
    return isSign ? text(value) : Numeral.fixed(value, decimals: decimals)
  }
}

extension Plan {
  /// The name of a site, or of the programme.
  func title(of site: Site.ID) -> String {
    sites.first { $0.id == site }?.title ?? programme.title
  }
}
