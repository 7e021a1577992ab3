import BenefitsModel
import BenefitsPlan
import BenefitsStorage
import BenefitsTerminal

/// What an entry wrote as rows: the thing, the field, what stood there before and what stands there after.
struct ChangeListing {
  let changes: [RowChange]
  /// The programme, which is left out of the names of series.
  let programme: Programme.ID?

  /// One field of one thing.
  private struct Line {
    var field: String
    var before: String?
    var after: String?
  }

  var listing: Listing {
    var listing = Listing([
      .init(.init("what", narrowest: 16), key: "what"), .init(.init("field"), key: "field"),
      .init(.init("before", narrowest: 12), key: "before"),
      .init(.init("after", narrowest: 12), key: "after"),
    ])
    for change in changes {
      let name = name(of: change.subject)
      for (index, line) in Self.lines(of: change).enumerated() {
        listing.append([
          .init(.init(index == 0 ? name : ""), .string(name)), .init(line.field),
          .init(line.before), .init(line.after),
        ])
      }
    }
    return listing
  }

  private func name(of subject: RowChange.Subject) -> String {
    switch subject {
    case .measurement(let series, let period): "\(name(of: series)), \(period)"
    case .baseline(let series): "baseline of \(name(of: series))"
    case .target(let series, let ordinal):
      "target \(ordinal) of \(name(of: series))"
    case .guardrail(let series): "guardrail of \(name(of: series))"
    case .definition, .text: subject.description
    }
  }

  private func name(of series: Series) -> String {
    guard let programme, series.site == Site.ID(programme), series.stratum == .all else {
      return series.description
    }
    return series.measure.text
  }

  private static func lines(of change: RowChange) -> [Line] {
    if case .text = change.subject {
      return [Line(field: "text", before: "(redacted)", after: nil)]
    }
    let (before, after) = (fields(of: change.before), fields(of: change.after))
    guard !after.isEmpty else {
      return [Line(field: "", before: summary(before), after: "retired")]
    }
    var lines = before.filter { old in !after.contains { $0.key == old.key } }
      .map { Line(field: $0.key, before: $0.value, after: nil) }
    for field in after {
      let old = before.first { $0.key == field.key }?.value
      if old != field.value {
        lines.append(Line(field: field.key, before: old, after: field.value))
      }
    }
    // Only the place among others changed.
    return lines.isEmpty ? [Line(field: "place", before: nil, after: "moved")] : lines
  }

  private static func summary(_ fields: [(key: String, value: String)]) -> String? {
    let field = fields.first { $0.key == "title" || $0.key == "value" } ?? fields.first
    return field?.value
  }

  private static func fields(of content: RowChange.Content?) -> [(key: String, value: String)] {
    switch content {
    case nil: []
    case .measurement(let measurement)?: [("value", text(of: measurement))]
    case .baseline(let baseline)?: PlanThing.fields(of: baseline).map { ($0.key, $0.value) }
    case .target(let target)?: PlanThing.fields(of: target).map { ($0.key, $0.value) }
    case .guardrail(let guardrail)?: PlanThing.fields(of: guardrail).map { ($0.key, $0.value) }
    case .definition(let fields)?: fields.map { ($0.key, $0.value) }
    }
  }

  /// A measurement in one line, as `61 / 84, provisional, note: Two teams`.
  private static func text(of measurement: Measurement) -> String {
    var parts: [String] = []
    if let number = measurement.number {
      parts.append(
        Numeral.shortest(number)
          + (measurement.denominator.map { " / \(Numeral.shortest($0))" } ?? ""))
    }
    if measurement.state != .final { parts.append(measurement.state.rawValue) }
    if measurement.isExcluded { parts.append("excluded") }
    if let note = measurement.note { parts.append("note: \(note)") }
    return parts.joined(separator: ", ")
  }
}
