import BenefitsAnalytics
import BenefitsModel

/// What the report is about, and what it was made from.
struct HeaderSection {
  let content: ReportContent

  init(_ content: ReportContent) { self.content = content }

  var fields: ReportFields {
    let snapshot = content.snapshot
    return [
      "title": .text(content.plan.programme.title),
      "purpose": .text(content.plan.programme.purpose),
      "asOf": .text(content.day),
      "periodCovered": .text(periodCovered),
      "entry": .text(String(snapshot.entry)),
      "recordedAt": .text(recordedAt(snapshot.recordedAt)),
      "tool": .text(content.tool),
      "headHash": .text(snapshot.headHash),
    ]
  }

  /// From the first to the last day that any usable value belongs to.
  private var periodCovered: String? {
    let periods = content.measures.flatMap(\.assessment.points).filter { $0.value != nil }.map(
      \.period)
    guard let first = periods.min(by: { $0.first < $1.first }),
      let last = periods.max(by: { $0.last < $1.last })
    else { return nil }
    return first == last ? first.spoken : "\(first.spoken) to \(last.spoken)"
  }

  private func recordedAt(_ instant: Instant) -> String {
    let clock = instant.description.dropFirst(11).prefix(5)
    return "\(instant.day.spoken), \(clock) UTC"
  }
}
