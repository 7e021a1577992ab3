import BenefitsExchange
import BenefitsModel
import Testing

@Suite struct ImportComparisonTests {
  private func compare(
    _ new: Measurement, with recorded: [Measurement], isRevision: Bool = false
  ) throws -> ImportComparison {
    let row = ImportRow(
      series: try Samples.series("stay"), measurement: new,
      location: SourceLocation(file: "falls.csv", line: 40, column: 9))
    return ImportComparison([row], isRevision: isRevision) { _ in recorded }
  }

  private func measurement(
    _ number: Double?, of denominator: Double? = nil, _ state: MeasurementState = .final,
    isExcluded: Bool = false, note: String? = nil
  ) throws -> Measurement {
    Measurement(
      period: try Samples.period("2025-02"), number: number, denominator: denominator,
      state: state, isExcluded: isExcluded, note: note)
  }

  @Test func rowForAnEmptyPeriodAdds() throws {
    let comparison = try compare(try measurement(3.1), with: [])
    #expect(comparison.counts == RowCounts(added: 1))
    #expect(comparison.changes.map(\.previous) == [nil])
  }

  @Test func rowThatSaysTheSameChangesNothing() throws {
    let comparison = try compare(try measurement(3.1), with: [try measurement(3.1)])
    #expect(comparison.counts == RowCounts(unchanged: 1))
    #expect(comparison.changes.isEmpty && comparison.conflicts.isEmpty)
  }

  @Test func differentValueIsAConflictThatNamesTheEntry() throws {
    let comparison = try compare(try measurement(3.3), with: [try measurement(3.1)])
    #expect(comparison.changes.isEmpty)
    let version = MeasurementVersion(
      series: try Samples.series("stay"), measurement: try measurement(3.1), entry: 7)
    let entry = Entry(
      id: 7, recordedAt: Instant(startOf: try Samples.day("2025-03-03")), isStated: false,
      origin: "a", recordedBy: "Ward Clerk", command: "record")
    let faults = comparison.faults(
      plan: try Samples.plan(), versions: [version], entries: [entry])
    #expect(
      faults.map(\.description) == [
        """
        falls.csv:40:9: 2025-02 already holds 3.1 (entry 7, 3 Mar 2025); this row says 3.3
          hint: run again with --revise "why" to record this as a revision
        """
      ])
  }

  @Test func conflictWithoutKnownEntryStillSaysBothValues() throws {
    let comparison = try compare(try measurement(3.3), with: [try measurement(3.1)])
    #expect(
      comparison.faults(plan: try Samples.plan()).map(\.line) == [
        "falls.csv:40:9: 2025-02 already holds 3.1; this row says 3.3"
      ])
  }

  @Test func whatWasTypedIsNoRow() throws {
    let row = ImportRow(
      series: try Samples.series("share"), measurement: try measurement(3, of: 4),
      location: SourceLocation(whole: ""))
    let recorded = try measurement(2, of: 4)
    let comparison = ImportComparison([row], isRevision: false) { _ in [recorded] }
    #expect(
      comparison.faults(plan: try Samples.plan()).map(\.line) == [
        "2025-02 already holds 2/4; this says 3/4"
      ])
  }

  @Test func differentValueIsARevisionWhenItIsWanted() throws {
    let comparison = try compare(
      try measurement(3.3), with: [try measurement(3.1)], isRevision: true)
    #expect(comparison.counts == RowCounts(revised: 1))
    #expect(comparison.changes.map(\.measurement.number) == [3.3])
    #expect(comparison.changes.map(\.previous?.number) == [3.1])
  }

  @Test(arguments: [MeasurementState.provisional, .estimated])
  func sameValueMadeFinalNeedsNoReason(state: MeasurementState) throws {
    let comparison = try compare(
      try measurement(3.1), with: [try measurement(3.1, state, note: "kept")])
    #expect(comparison.counts == RowCounts(revised: 1))
    #expect(comparison.changes.first?.measurement == (try measurement(3.1, note: "kept")))
  }

  @Test func finalValueMadeProvisionalIsAConflict() throws {
    let comparison = try compare(try measurement(3.1, .provisional), with: [try measurement(3.1)])
    #expect(
      comparison.faults(plan: try Samples.plan()).map(\.line) == [
        "falls.csv:40:9: 2025-02 already holds 3.1, final; this row says 3.1, provisional"
      ])
  }

  @Test func suppressingARecordedValueIsAConflict() throws {
    let comparison = try compare(try measurement(nil, .suppressed), with: [try measurement(3.1)])
    #expect(
      comparison.faults(plan: try Samples.plan()).map(\.line) == [
        "falls.csv:40:9: 2025-02 already holds 3.1; this row says suppressed"
      ])
  }

  @Test func suppressedTwiceChangesNothing() throws {
    let comparison = try compare(
      try measurement(nil, .suppressed), with: [try measurement(nil, .suppressed)])
    #expect(comparison.counts == RowCounts(unchanged: 1))
  }

  @Test func withdrawnValueIsAsGoodAsNone() throws {
    let comparison = try compare(try measurement(3.1), with: [try measurement(nil, .withdrawn)])
    #expect(comparison.counts == RowCounts(added: 1))
  }

  @Test func whatTheRowLeavesOpenIsKept() throws {
    let recorded = try measurement(3.1, of: 42, isExcluded: true, note: "late form")
    let same = try compare(try measurement(3.1), with: [recorded])
    #expect(same.counts == RowCounts(unchanged: 1))
    let revised = try compare(try measurement(3.3), with: [recorded], isRevision: true)
    #expect(revised.changes.first?.measurement == (try measurement(3.3, isExcluded: true)))
  }

  @Test func newRemarkNeedsNoReason() throws {
    let comparison = try compare(try measurement(3.1, note: "why"), with: [try measurement(3.1)])
    #expect(comparison.counts == RowCounts(revised: 1))
  }

  @Test func recordedValuesAreAskedForOnceASeries() throws {
    let location = SourceLocation(whole: "")
    let rows = try ["2025-01", "2025-02", "2025-03"].map {
      ImportRow(
        series: try Samples.series("stay"),
        measurement: Measurement(period: try Samples.period($0), number: 1), location: location)
    }
    var asked: [Series] = []
    let comparison = ImportComparison(rows, isRevision: false) {
      asked.append($0)
      return []
    }
    #expect(asked == [try Samples.series("stay")])
    #expect(comparison.counts.added == 3)
  }
}
