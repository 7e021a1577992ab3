import BenefitsAnalytics
import BenefitsChecks
import BenefitsModel

/// What a board has to look at: at most seven measures, worst first.
struct AttentionSection {
  static let longest = 7
  /// How many more are named in a line.
  static let longestRest = 14

  let content: ReportContent
  /// The measures that want attention, worst first.
  let ranked: [ReportContent.MeasureEntry]

  init(_ content: ReportContent) {
    self.content = content
    ranked = AttentionSection.ranked(content)
  }

  func add(to fields: inout ReportFields) {
    let shown = ranked.prefix(AttentionSection.longest)
    fields["hasAttention"] = .flag(!ranked.isEmpty)
    fields["attention"] = .list(shown.map(item))
    let rest = listedRest
    fields["attentionRest"] = .text(
      restText.map { $0 + (rest.isEmpty ? "; the checks below name them." : ":") })
    fields["attentionOthers"] = .list(
      rest.map { other($0, end: $0.measure.id == rest.last?.measure.id ? "." : ";") })
    fields["attentionWaived"] = .text(waived)
  }

  /// How many more there are; `nil` where there are none.
  var restText: String? {
    let rest = max(0, ranked.count - AttentionSection.longest)
    return rest == 0
      ? nil : "\(rest.of("more measure")) \(rest == 1 ? "wants" : "want") attention"
  }

  /// Those that follow the listed ones, where they are few enough to be named.
  var listedRest: [ReportContent.MeasureEntry] {
    let rest = ranked.dropFirst(AttentionSection.longest)
    return rest.count <= AttentionSection.longestRest ? Array(rest) : []
  }

  /// What is not listed because a waiver accepts it.
  var waived: String? {
    let accepted = content.measures.compactMap { entry in
      entry.waiver.map { "\(entry.measure.title) (until \($0.expires.spoken))" }
    }
    return accepted.isEmpty
      ? nil : "Accepted for now by a waiver: " + accepted.joined(separator: "; ") + "."
  }

  /// The measures that want attention.
  ///
  /// A failed check comes before one that is unknown and one that warns; then the status decides, then the
  /// order of the plan.
  private static func ranked(_ content: ReportContent) -> [ReportContent.MeasureEntry] {
    let wanting = content.measures.enumerated().compactMap { place, entry -> (Int, Int, Int)? in
      let worst = entry.open.map { rank($0.outcome) }.min()
      let status = Status.bySeverity.firstIndex(of: entry.status) ?? 0
      let isOpenStatus =
        StatusMark(entry.status) == .bad || entry.status == .strained
      guard let rank = worst ?? (isOpenStatus && entry.waiver == nil ? 3 : nil) else { return nil }
      return (rank, status, place)
    }
    return wanting.sorted(by: <).map { content.measures[$0.2] }
  }

  private static func rank(_ outcome: CheckOutcome) -> Int {
    switch outcome {
    case .fail: 0
    case .unknown: 1
    default: 2
    }
  }

  private func other(_ entry: ReportContent.MeasureEntry, end: String) -> ReportFields {
    [
      "link": .text(content.layout.link(to: .measure(entry.measure.id))),
      "title": .text(entry.measure.title), "status": .text(entry.status.title),
      "end": .text(end),
    ]
  }

  private func item(_ entry: ReportContent.MeasureEntry) -> ReportFields {
    let status = entry.status
    let also = entry.untold.filter(entry.open.contains).map { result -> ReportFields in
      [
        "finding": .text(result.told), "owner": .text(result.owner),
        "action": .text(result.action),
      ]
    }
    return [
      "mark": .markup(StatusMark(status).svg),
      "link": .text(content.layout.link(to: .measure(entry.measure.id))),
      "title": .text(entry.measure.title),
      "status": .text(status.title),
      "sentence": .text(content.assessed(entry).assessment.sentence),
      "also": .list(also),
    ]
  }
}
