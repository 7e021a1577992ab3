import BenefitsAnalytics
import BenefitsModel

/// How baselines, targets and guardrails of a measure came to be what they are.
struct PromiseHistory {
  let entry: ReportContent.AssessedMeasure
  let content: ReportContent

  init(_ entry: ReportContent.AssessedMeasure, content: ReportContent) {
    self.entry = entry
    self.content = content
  }

  private var measure: Measure { entry.measure }

  /// One change of one part of a promise.
  private struct Step {
    var entry: EntryID
    var what: String
    var text: String
    var decision: String?
  }

  /// What was set once and never changed is told in a sentence; a table lists every change.
  var fields: ReportFields {
    let steps = self.steps
    let isChanged = steps.count > Set(steps.map(\.what)).count
    let first = steps.first?.entry
    return [
      "isChanged": .flag(isChanged),
      "unchanged": .text(
        isChanged ? nil : first.map { "Made \(content.moment(of: $0)); not changed since." }),
      "anchor": .text("\(entry.anchor)-promises"),
      "captionAnchor": .text("\(entry.anchor)-promises-caption"),
      "caption": .text("\(measure.title): every version of what was promised"),
      "table": .markup(isChanged ? table(steps) : ""),
    ]
  }

  private func table(_ steps: [Step]) -> String {
    var table = TableMarkup([
      .text("Recorded"), .text("What"), .prose("As"), .text("By"), .prose("Why"),
    ])
    for step in steps {
      let recorded = content.records.entries[step.entry]
      table.append([
        content.moment(of: step.entry), step.what, step.text, recorded?.recordedBy ?? .none,
        step.decision ?? recorded?.reason ?? "",
      ])
    }
    return table.finished
  }

  private var steps: [Step] {
    let series = content.promisedSeries[measure.id] ?? []
    return series.flatMap { series in
      let place = content.place(of: series).map { ", \($0)" } ?? ""
      var before = Commitment()
      return (content.records.history.commitments[series] ?? []).flatMap { version in
        defer { before = version.commitment }
        return steps(from: before, to: version.commitment).map { part in
          Step(
            entry: version.entry, what: part.what + place, text: part.text, decision: part.decision)
        }
      }
    }.enumerated().sorted { ($0.element.entry, $0.offset) < ($1.element.entry, $1.offset) }
      .map(\.element)
  }

  private func steps(
    from before: Commitment, to after: Commitment
  ) -> [(what: String, text: String, decision: String?)] {
    var steps: [(what: String, text: String, decision: String?)] = []
    if before.baseline != after.baseline {
      steps.append(("Baseline", after.baseline.map(text) ?? Self.takenBack, nil))
    }
    for place in 0..<max(before.targets.count, after.targets.count) {
      let old = before.targets.indices.contains(place) ? before.targets[place] : nil
      let new = after.targets.indices.contains(place) ? after.targets[place] : nil
      guard old != new else { continue }
      steps.append(
        (
          place == 0 ? "Target" : "Target \(place + 1)", new.map(text) ?? Self.takenBack,
          new?.decision
        ))
    }
    if before.guardrail != after.guardrail {
      steps.append(("Guardrail", after.guardrail.map(text) ?? Self.takenBack, nil))
    }
    return steps
  }

  private static let takenBack = "taken back"

  private func text(of baseline: Baseline) -> String {
    list([
      baseline.basisText(measure), baseline.state.rawValue,
      baseline.validatedBy.map { "by \($0)" }, baseline.validatedOn.map { "on \($0.spoken)" },
    ])
  }

  private func text(of target: Target) -> String {
    list([
      measure.text(target.value) + (target.basis == .toDate ? " in all" : ""),
      "by \(target.reachBy.spoken)", target.from.map { "from \($0.spoken)" },
      target.holdUntil.map { "held until \($0.spoken)" },
      target.stretch.map { "stretch \(measure.text($0))" }, target.trajectory.map { $0.shape },
      target.committedBy.map { "committed by \($0)" },
      target.committedOn.map { "on \($0.spoken)" },
    ])
  }

  private func text(of guardrail: Guardrail) -> String {
    list([
      measure.text(guardrail.limit),
      guardrail.amber.map { "strained from \(measure.text($0))" },
    ])
  }

  private func list(_ parts: [String?]) -> String {
    parts.compactMap(\.self).joined(separator: ", ")
  }
}

extension Baseline {
  /// The window, or the stated value with its source.
  func basisText(_ measure: Measure) -> String {
    switch basis {
    case .window(let from, let to): "\(from.spoken) to \(to.spoken)"
    case .stated(let value, let source): "\(measure.text(value)) (\(source))"
    }
  }
}

extension Trajectory {
  /// What is planned on the way to the target.
  fileprivate var shape: String {
    switch self {
    case .linear: "straight line"
    case .step: "in one step"
    case .sCurve: "S-curve"
    case .table(let planned): "planned for \(planned.count.of("period"))"
    }
  }
}
