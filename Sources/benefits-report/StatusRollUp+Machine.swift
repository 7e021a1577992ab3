import BenefitsAnalytics
import BenefitsExchange
import BenefitsModel

extension StatusRollUp {
  /// The rows as JSON objects, which `docs/json.md` describes.
  var json: JSONValue {
    .array(
      rows.map { row in
        .object(
          [.init("id", .string(row.id)), .init("title", .string(row.title))]
            + row.rollUp.members
            + [.init("benefits", .array(row.benefits.map { .string($0.benefit.id.text) }))])
      })
  }

  /// The rows as CSV, with a column of counts for each status.
  var csv: String {
    let header =
      [grouping.rawValue, "title"]
      + (grouping == .benefit
        ? [
          "aim", "project", "owner", "lifecycle", "class", "weight", "status", "worst_status",
          "realised_percent", "breached_guardrails", "waived_until", "sentence",
        ]
        : [
          "benefits", "realised_percent", "worst_status", "measured", "measured_weight_percent",
          "flagged",
        ] + Status.bySeverity.map(\.rawValue))
    return CSVWriter.text(
      header: header,
      rows: rows.map { row in
        [row.id, CSVWriter.harmless(row.title)]
          + (grouping == .benefit ? row.benefits.flatMap(Self.cells) : Self.cells(of: row.rollUp))
      })
  }

  private static func cells(of rollUp: RollUp) -> [String] {
    [
      String(rollUp.total), CSVWriter.number(rollUp.realised), rollUp.worst?.rawValue ?? "",
      String(rollUp.measured), CSVWriter.number(rollUp.measuredWeight), String(rollUp.flagged),
    ]
      + Status.bySeverity.map { status in
        String(rollUp.counts.first { $0.status == status }?.benefits ?? 0)
      }
  }

  private static func cells(of verdict: BenefitAssessment) -> [String] {
    let benefit = verdict.benefit
    return [
      benefit.aim.rawValue, benefit.project.text, CSVWriter.harmless(benefit.owner ?? ""),
      benefit.lifecycle.rawValue, benefit.valueClass?.rawValue ?? "",
      CSVWriter.number(benefit.weight), verdict.status.rawValue,
      verdict.worstOutcome?.status.rawValue ?? "", CSVWriter.number(verdict.realised),
      verdict.breachedGuardrails.map(\.measure.id.text).joined(separator: " "),
      verdict.waiver?.expires.description ?? "", CSVWriter.harmless(verdict.sentence),
    ]
  }
}

extension RollUp {
  /// The roll-up as members of a JSON object.
  var members: [JSONValue.Member] {
    [
      .init("realised_percent", JSONValue(realised)),
      .init("worst_status", JSONValue(worst?.rawValue)),
      .init("counts", .object(counts.map { .init($0.status.rawValue, .integer($0.benefits)) })),
      .init("total", .integer(total)),
      .init("measured", .integer(measured)),
      .init("measured_weight_percent", JSONValue(measuredWeight)),
      .init("coverage", .string(coverage)),
      .init("flagged", .integer(flagged)),
    ]
  }
}
