import BenefitsAnalytics
import BenefitsExchange
import BenefitsModel

extension StatusListing {
  /// The listing as CSV: one row a series, the numbers in full.
  var csv: String {
    CSVWriter.text(header: Self.columns.map(\.name), rows: assessments.map(row))
  }

  private func row(_ assessment: Assessment) -> [String] {
    Self.columns.map { $0.cell(assessment, plan) }
  }

  private struct Column: Sendable {
    var name: String
    var cell: @Sendable (Assessment, Plan) -> String

    init(_ name: String, _ cell: @escaping @Sendable (Assessment, Plan) -> String) {
      self.name = name
      self.cell = cell
    }
  }

  private static let columns: [Column] = [
    .init("measure") { assessment, _ in assessment.measure.id.text },
    .init("title") { assessment, _ in harmless(assessment.measure.title) },
    .init("site") { assessment, _ in assessment.series.site.text },
    .init("stratum") { assessment, _ in assessment.series.stratum.text },
    .init("benefits") { assessment, _ in list(assessment.measure.benefits.map(\.text)) },
    .init("guards") { assessment, _ in list(assessment.measure.guards.map(\.text)) },
    .init("aim") { assessment, plan in
      (assessment.measure.benefits + assessment.measure.guards).first
        .flatMap { plan.benefit($0)?.aim.rawValue } ?? ""
    },
    .init("role") { assessment, _ in assessment.measure.role.rawValue },
    .init("unit") { assessment, _ in harmless(assessment.measure.unit) },
    .init("direction") { assessment, _ in assessment.measure.direction.rawValue },
    .init("status") { assessment, _ in assessment.status.rawValue },
    .init("status_before_stale") { assessment, _ in assessment.statusBeforeStale?.rawValue ?? "" },
    .init("latest_period") { assessment, _ in
      assessment.latestPoint?.period.description ?? ""
    },
    .init("latest") { assessment, _ in number(assessment.latestPoint?.value) },
    .init("level") { assessment, _ in number(assessment.level) },
    .init("baseline") { assessment, _ in number(assessment.baseline) },
    .init("target") { assessment, _ in number(assessment.target?.value) },
    .init("reach_by") { assessment, _ in assessment.target?.reachBy.description ?? "" },
    .init("limit") { assessment, _ in number(assessment.commitment.guardrail?.limit) },
    .init("planned") { assessment, _ in number(assessment.planned) },
    .init("realised_percent") { assessment, _ in number(assessment.realised) },
    .init("planned_percent") { assessment, _ in number(assessment.plannedRealised) },
    .init("pace") { assessment, _ in number(assessment.pace) },
    .init("variance") { assessment, _ in number(assessment.variance) },
    .init("overdue") { assessment, _ in list(assessment.overdue.map(\.description)) },
    .init("gaps") { assessment, _ in list(assessment.gaps.map(\.description)) },
    .init("incomplete_period") { assessment, _ in
      assessment.incomplete?.period.description ?? ""
    },
    .init("incomplete") { assessment, _ in number(assessment.incomplete?.value) },
    .init("parts_missing") { assessment, _ in
      assessment.incomplete?.parts.map { String($0.missing) } ?? ""
    },
    .init("waived_until") { assessment, _ in assessment.waiver?.expires.description ?? "" },
    .init("sentence") { assessment, _ in harmless(assessment.sentence) },
  ]

  private static func list(_ texts: [String]) -> String { texts.joined(separator: " ") }

  private static func harmless(_ text: String) -> String { CSVWriter.harmless(text) }

  private static func number(_ number: Double?) -> String { CSVWriter.number(number) }
}
