import BenefitsModel
import Testing

@testable import BenefitsStorage

/// Writing many rows at once must leave what writing one after the other leaves.
@Suite struct BulkWriterTests {
  /// Days of two measures at one site, some with all that a measurement can have.
  private func measurements(_ count: Int) throws -> [(Series, [Measurement])] {
    try ["D", "M"].map { name in
      var period = try Synthetic.period(name == "D" ? "2024-01-01" : "2024-01")
      let values = (0..<count).map { index in
        defer { period = period.advanced(by: 1) }
        return switch index % 7 {
        case 3: Measurement(period: period, number: 2.5, denominator: 8, state: .provisional)
        case 5: Measurement(period: period, number: nil, state: .suppressed)
        case 6: Measurement(period: period, number: 0, note: "Note \(index % 14)")
        default: Measurement(period: period, number: Double(index) * 1.25)
        }
      }
      return (try Synthetic.series(name), values)
    }
  }

  private func content(_ path: String) throws -> [String] {
    let database = try RawDatabase(path)
    return try [
      "SELECT content_hash, rows_added, rows_revised, rows_unchanged FROM entry ORDER BY id",
      """
      SELECT series_id, period, entry_id, number, denominator, flags, note_sha256
      FROM measurement_row ORDER BY series_id, period, entry_id
      """,
    ].flatMap { try database.rows($0).map { "\($0)" } }
  }

  private func write(_ values: [(Series, [Measurement])], inBulkTo store: inout Store) throws {
    _ = try store.record(try Synthetic.draft()) { writer in
      try writer.inBulk { bulk in
        for (series, measurements) in values {
          var notes: [Int32: String] = [:]
          for measurement in measurements {
            notes[Int32(measurement.period.first.epochDay)] = measurement.note
          }
          try bulk.write(
            measurements.map(CompactMeasurement.init), notes: notes, revised: 0, to: series,
            kind: measurements[0].period.kind)
        }
      }
    }
  }

  @Test(arguments: [1, 2, 63, 64, 65, 127, 128, 129, 300])
  func rowsAndHashesAreThoseOfSingleRows(count: Int) throws {
    let folder = TemporaryFolder()
    let values = try measurements(count)
    var single = try Synthetic.store(folder.file("single.db"), plan: try Synthetic.smallPlan())
    _ = try single.record(try Synthetic.draft()) { writer in
      for (series, measurements) in values {
        for measurement in measurements { _ = try writer.write(measurement, to: series) }
      }
    }
    var bulk = try Synthetic.store(folder.file("bulk.db"), plan: try Synthetic.smallPlan())
    try write(values, inBulkTo: &bulk)
    #expect(try content(folder.file("bulk.db")) == content(folder.file("single.db")))
    #expect(
      try bulk.snapshot().measurements
        == SeriesMeasurements(Dictionary(uniqueKeysWithValues: values)))
    #expect(try bulk.verify().isWhole)
  }

  @Test func whatIsStoredIsTheNewestVersionWithItsNote() throws {
    let folder = TemporaryFolder()
    var store = try Synthetic.store(folder.file(), plan: try Synthetic.smallPlan())
    let series = try Synthetic.series("M")
    let month = try Synthetic.period("2024-01")
    for number in [1.0, 2, 3] {
      _ = try store.record(try Synthetic.draft()) { writer in
        _ = try writer.write(
          Measurement(period: month, number: number, note: number == 2 ? nil : "Note \(number)"),
          to: series)
        _ = try writer.write(
          Measurement(
            period: month.advanced(by: 1), number: number == 3 ? nil : number,
            state: number == 3 ? .withdrawn : .final), to: series)
      }
    }
    _ = try store.record(try Synthetic.draft()) { writer in
      try writer.inBulk { bulk in
        var stored: [CompactMeasurement] = []
        var notes: [Int32: String] = [:]
        try bulk.read(series, into: &stored, notes: &notes)
        #expect(stored.map(\.state) == [.final, .withdrawn])
        #expect(stored.map(\.number.bitPattern)[0] == 3.0.bitPattern)
        #expect(notes == [Int32(month.first.epochDay): "Note 3.0"])
        try bulk.read(try Synthetic.series("D"), into: &stored, notes: &notes)
        #expect(stored.isEmpty && notes.isEmpty)
      }
    }
  }

  @Test func aSeriesCannotBeWrittenInTwoParts() throws {
    let folder = TemporaryFolder()
    var store = try Synthetic.store(folder.file(), plan: try Synthetic.smallPlan())
    let values = try measurements(2)
    #expect(throws: StoreError.self) { try write(values + [values[0]], inBulkTo: &store) }
    #expect(try store.snapshot().measurements.isEmpty)
  }

  @Test func anotherKindOfPeriodIsRefused() throws {
    let folder = TemporaryFolder()
    var store = try Synthetic.store(folder.file(), plan: try Synthetic.smallPlan())
    try write(try measurements(1), inBulkTo: &store)
    let days = [Measurement(period: try Synthetic.period("2024-02-01"), number: 1)]
    #expect(throws: StoreError.self) {
      try write([(try Synthetic.series("M"), days)], inBulkTo: &store)
    }
  }
}
