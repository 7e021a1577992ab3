import BenefitsAnalytics
import BenefitsModel
import BenefitsReports
import Foundation
import Testing

/// What the report tells of the history of promises and numbers.
@Suite struct RecordsTests {
  private let series = Series(measure: id("M0"), site: id("prog"))

  private func entry(_ number: Int, _ moment: Int, reason: String? = nil) -> Entry {
    Entry(
      id: number, recordedAt: Instant(secondsSince1970: moment), isStated: false, origin: "o",
      recordedBy: "Data Lead", command: "c", reason: reason)
  }

  private func page(
    revisions: [MeasurementVersion] = [], targets: [(EntryID, Target)] = [],
    suppressBelow: Double? = nil
  ) throws -> Page {
    let fixture = ReportFixture(suppressBelow: suppressBelow)
    let records = ReportRecords(
      entries: [entry(2, 1_736_000_000), entry(5, 1_756_000_000, reason: "Audit <i>")],
      history: History(commitments: [
        series: targets.map { entry, target in
          CommitmentVersion(
            commitment: Commitment(targets: [target]), entry: entry,
            recordedAt: Instant(secondsSince1970: 0))
        }
      ]), revisions: revisions)
    let assessor = Assessor(snapshot: fixture.snapshot(), asOf: day("2025-09-01"))
    return try Page(HTMLReport(assessor, records: records, tool: "t").html())
  }

  private func version(_ number: Double, of denominator: Double, entry: Int) -> MeasurementVersion {
    MeasurementVersion(
      series: series,
      measurement: BenefitsModel.Measurement(
        period: month("2025-03"), number: number, denominator: denominator), entry: entry)
  }

  @Test func aPromiseThatStoodIsToldInASentence() throws {
    let target = Target(value: 20, reachBy: month("2025-08"))
    let page = try page(targets: [(2, target)])
    #expect(page.text.contains("Made 4 Jan 2025, entry 2; not changed since."))
    #expect(!page.text.contains("How the promise changed"))
  }

  @Test func aMovedTargetIsVisibleForEver() throws {
    let first = Target(value: 25, reachBy: month("2025-06"))
    let second = Target(value: 20, reachBy: month("2025-08"), decision: "Board 12")
    let page = try page(targets: [(2, first), (5, second)])
    let rows = page.all("tr").map(\.text)
    #expect(rows.contains("4 Jan 2025, entry 2Target25.0 of Plain, by Jun 2025Data Lead"))
    #expect(rows.contains("24 Aug 2025, entry 5Target20.0 of Plain, by Aug 2025Data LeadBoard 12"))
  }

  @Test func aRevisedNumberIsToldWithBothVersions() throws {
    let page = try page(revisions: [
      version(8, of: 100, entry: 2), version(9, of: 100, entry: 5),
    ])
    #expect(
      page.all("tr").map(\.text).contains(
        "2025-038.0 of Plain9.0 of Plain24 Aug 2025, entry 5Data LeadAudit <i>"))
  }

  @Test func aSmallNumberIsHiddenInEveryVersion() throws {
    let page = try page(
      revisions: [version(7, of: 90, entry: 2), version(9, of: 100, entry: 5)], suppressBelow: 95)
    let row = try #require(page.all("tr").map(\.text).first { $0.contains("Audit") })
    #expect(row == "2025-03suppressed9.0 of Plain24 Aug 2025, entry 5Data LeadAudit <i>")
  }

  @Test func aNumberThatOnlyChangedItsStateIsNotListed() throws {
    let page = try page(revisions: [
      version(9, of: 100, entry: 2), version(9, of: 100, entry: 5),
    ])
    #expect(!page.text.contains("Revised numbers"))
  }
}
