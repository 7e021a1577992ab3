import Testing

@testable import BenefitsStorage

@Suite struct QueryPlanTests {
  private func plan(of sql: StaticString) throws -> [String] {
    let folder = TemporaryFolder()
    _ = try Synthetic.store(folder.file(), plan: try Synthetic.fullPlan())
    return try RawDatabase(folder.file()).plan(of: sql.description)
  }

  @Test func oneSeriesIsFoundByItsKey() throws {
    let steps = try plan(of: Session.seriesMeasurements)
    #expect(steps.first == "SEARCH m USING PRIMARY KEY (series_id=?)")
    #expect(!steps.contains { $0.hasPrefix("SCAN") || $0.contains("TEMP B-TREE") })
  }

  @Test func whatIsStoredOfASeriesIsFoundByItsKey() throws {
    #expect(
      try plan(of: BulkWriter.versions)
        == ["SEARCH measurement_row USING PRIMARY KEY (series_id=?)"])
  }

  @Test func theNewestRowOfAPeriodIsFoundByItsKey() throws {
    #expect(
      try plan(of: EntryWriter.finding)
        == ["SEARCH measurement_row USING PRIMARY KEY (series_id=? AND period=?)"])
  }

  @Test func aSnapshotIsOneScanInKeyOrder() throws {
    #expect(
      try plan(of: MeasurementScan.rows) == [
        "SEARCH measurement_row USING PRIMARY KEY (series_id>? AND series_id<?)"
      ])
  }

  @Test func newestRowsAreGroupedInKeyOrder() throws {
    for sql in [Session.newestDefinitions, Session.newestBaselines, Session.newestTargets] {
      #expect(try !plan(of: sql).contains { $0.contains("TEMP B-TREE") })
    }
  }

  @Test func theMeasurementsOfOneMeasureAreNotScannedForInTheView() throws {
    let folder = TemporaryFolder()
    _ = try Synthetic.store(folder.file(), plan: try Synthetic.fullPlan())
    let steps = try RawDatabase(folder.file()).plan(
      of: "SELECT * FROM measurement WHERE measure = 'HF-M01' AND site = 'alderwick'")
    #expect(!steps.contains { $0.hasPrefix("SCAN r") || $0.hasPrefix("SCAN s") })
  }
}
