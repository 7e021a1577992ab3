import BenefitsModel

/// What was said, decided and asked for about a benefit, the newest first.
struct StoryTable {
  let benefit: Benefit
  let content: ReportContent

  init(_ benefit: Benefit, content: ReportContent) {
    self.benefit = benefit
    self.content = content
  }

  private struct Row {
    var day: Day
    var what: String
    var of: String
    var text: String
  }

  /// Nothing where nobody said anything.
  var fields: ReportFields {
    let rows = rows.enumerated().sorted {
      ($1.element.day, $0.offset) < ($0.element.day, $1.offset)
    }.map(\.element)
    let assumptions = content.plan.assumptions.filter { $0.benefits.contains(benefit.id) }
    var table = TableMarkup([.text("Day"), .text("What"), .text("Of"), .prose("In words")])
    for row in rows { table.append([row.day.spoken, row.what, row.of, row.text]) }
    let anchor = ReportLayout.Target.benefit(benefit.id).anchor
    return [
      "isKnown": .flag(!rows.isEmpty || !assumptions.isEmpty),
      "hasRows": .flag(!rows.isEmpty),
      "anchor": .text("\(anchor)-story"),
      "captionAnchor": .text("\(anchor)-story-caption"),
      "caption": .text("\(benefit.title): reviews, decisions and actions"),
      "table": .markup(rows.isEmpty ? "" : table.finished),
      "hasAssumptions": .flag(!assumptions.isEmpty),
      "assumptions": .list(assumptions.map(assumption)),
    ]
  }

  private var rows: [Row] {
    let plan = content.plan
    let measures = Set(plan.measures(of: benefit.id).map(\.id))
    let concerns = { (benefits: [Benefit.ID], named: [Measure.ID]) in
      benefits.contains(benefit.id) || !measures.isDisjoint(with: named)
    }
    var rows = plan.reviews.filter { $0.date <= content.asOf && concerns($0.benefits, []) }.map {
      Row(
        day: $0.date, what: "Review", of: $0.body,
        text: sentence([
          $0.narrative, $0.decision.map { "Decided: \($0)" },
          $0.nextDue.map { "Next on \($0.spoken)" },
        ]))
    }
    rows += plan.decisions.filter { $0.date <= content.asOf && concerns($0.benefits, $0.measures) }
      .map { Row(day: $0.date, what: "Decision \($0.id)", of: $0.body, text: $0.text) }
    rows += plan.actions.filter {
      ($0.raised ?? $0.due) <= content.asOf && concerns($0.benefits, $0.measures)
    }.map {
      Row(
        day: $0.raised ?? $0.due, what: "Action \($0.id)", of: $0.owner,
        text: sentence([$0.text, state(of: $0)]))
    }
    return rows
  }

  private func state(of action: Action) -> String {
    if let done = action.doneOn, done <= content.asOf { return "Done on \(done.spoken)" }
    let late =
      action.due < content.asOf ? ", \(action.due.distance(to: content.asOf).of("day")) late" : ""
    return "Due on \(action.due.spoken)\(late)"
  }

  /// Parts as sentences, each with a full stop.
  private func sentence(_ parts: [String?]) -> String {
    parts.compactMap(\.self).filter { !$0.isEmpty }
      .map { $0.last.map { ".!?".contains($0) } ?? true ? $0 : $0 + "." }
      .joined(separator: " ")
  }

  private func assumption(_ assumption: Assumption) -> ReportFields {
    [
      "state": .text(assumption.state.rawValue.capitalisedFirst),
      "text": .text(assumption.text),
      "evidence": .text(
        [
          assumption.testedOn.map { "tested on \($0.spoken)" }, assumption.evidence,
        ].compactMap(\.self).joined(separator: ": ")),
    ]
  }
}
