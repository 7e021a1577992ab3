import BenefitsChecks
import BenefitsExchange
import BenefitsModel

/// The results of a run as CSV: one row a result, the numbers in full.
struct CheckRows {
  private let run: CheckRun

  init(_ run: CheckRun) { self.run = run }

  var csv: String {
    CSVWriter.text(header: Self.columns.map(\.name), rows: run.listed.map(row))
  }

  private func row(_ result: CheckResult) -> [String] { Self.columns.map { $0.cell(result) } }

  private struct Column: Sendable {
    var name: String
    var cell: @Sendable (CheckResult) -> String

    init(_ name: String, _ cell: @escaping @Sendable (CheckResult) -> String?) {
      self.name = name
      self.cell = { CSVWriter.harmless(cell($0) ?? "") }
    }

    init(_ name: String, number: @escaping @Sendable (CheckResult) -> Double?) {
      self.name = name
      cell = { CSVWriter.number(number($0)) }
    }
  }

  private static let columns: [Column] = [
    .init("id") { $0.identity },
    .init("check") { $0.check },
    .init("subject") { $0.subject.id },
    .init("title") { $0.subject.title },
    .init("programme") { $0.subject.programme.text },
    .init("project") { $0.subject.project?.text },
    .init("benefit") { $0.subject.benefit?.text },
    .init("measure") { $0.subject.measure?.text },
    .init("site") { $0.subject.site?.text },
    .init("stratum") { $0.subject.stratum?.text },
    .init("aim") { $0.subject.aim?.rawValue },
    .init("role") { $0.subject.role?.rawValue },
    .init("outcome") { $0.outcome.rawValue },
    .init("severity") { $0.severity?.rawValue },
    .init("state") { $0.state?.rawValue },
    .init("consecutive") { $0.consecutive.map(String.init) },
    .init("first_seen") { $0.firstSeen?.description },
    .init("period") { $0.period?.description },
    .init("since") { $0.since?.description },
    .init("value", number: \.value),
    .init("expected", number: \.expected),
    .init("unit") { $0.unit },
    .init("owner") { $0.owner },
    .init("waiver") { $0.waiver?.id.text },
    .init("waiver_state") { $0.waiverState?.rawValue },
    .init("message") { $0.message },
  ]
}
