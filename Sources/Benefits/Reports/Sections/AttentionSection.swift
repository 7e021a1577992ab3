import BenefitsAnalytics
import BenefitsChecks
import BenefitsModel

/// What a board has to look at: at most seven measures, worst first.
struct AttentionSection {
  static let longest = 7

  let content: ReportContent

  init(_ content: ReportContent) { self.content = content }

  func add(to fields: inout ReportFields) {
    let ranked = self.ranked
    let shown = ranked.prefix(AttentionSection.longest)
    fields["hasAttention"] = .flag(!ranked.isEmpty)
    fields["attention"] = .list(shown.map(item))
    let rest = ranked.count - shown.count
    fields["attentionRest"] = .text(
      rest > 0
        ? "\(rest.of("more measure")) \(rest == 1 ? "wants" : "want") attention; the overview shows them."
        : nil)
    let waived = content.checks.results.count { $0.outcome == .waived }
    fields["attentionWaived"] = .text(
      waived > 0
        ? "\(waived.of("breach", "breaches")) accepted by a waiver; see the checks below." : nil)
  }

  /// The measures that want attention.
  ///
  /// A failed check comes before one that is unknown and one that warns; then the status decides, then the
  /// order of the plan.
  private var ranked: [ReportContent.MeasureEntry] {
    let wanting = content.measures.enumerated().compactMap { place, entry -> (Int, Int, Int)? in
      let worst = entry.open.map { rank($0.outcome) }.min()
      let status = Status.bySeverity.firstIndex(of: entry.assessment.status) ?? 0
      let isOpenStatus =
        StatusMark(entry.assessment.status) == .bad || entry.assessment.status == .strained
      guard let rank = worst ?? (isOpenStatus && entry.waiver == nil ? 3 : nil) else { return nil }
      return (rank, status, place)
    }
    return wanting.sorted(by: <).map { content.measures[$0.2] }
  }

  private func rank(_ outcome: CheckOutcome) -> Int {
    switch outcome {
    case .fail: 0
    case .unknown: 1
    default: 2
    }
  }

  private func item(_ entry: ReportContent.MeasureEntry) -> ReportFields {
    let status = entry.assessment.status
    let actions = entry.open.sorted { rank($0.outcome) < rank($1.outcome) }.filter {
      $0.outcome != .unknown || entry.open.allSatisfy { $0.outcome == .unknown }
    }
    let expected = actions.prefix(2).compactMap { result -> ReportFields? in
      guard let action = result.action else { return nil }
      return ["owner": .text(result.owner ?? "No owner"), "action": .text(action)]
    }
    return [
      "mark": .markup(StatusMark(status).svg),
      "anchor": .text(entry.anchor),
      "title": .text(entry.measure.title),
      "status": .text(status.title),
      "sentence": .text(entry.assessment.sentence),
      "expected": .list(expected),
    ]
  }
}
