import BenefitsModel
import Testing

@testable import BenefitsExchange

@Suite struct ImportPassTests {
  /// Months in calendar order of two measures at two sites, as rows of a long file.
  private func rows(months: Int = 24) throws -> [String] {
    var rows: [String] = []
    for measure in ["stay", "visits"] {
      for site in ["alderwick", "brackenmere"] {
        var month = try Samples.period("2023-04")
        for number in 0..<months {
          rows.append("\(measure),\(site),\(month),\(number * 3)")
          month = month.advanced(by: 1)
        }
      }
    }
    return rows
  }

  private func pass(
    _ rows: [String], keepsAll: Bool = false
  ) throws -> (
    ending: ImportPass.Ending, rows: [ImportRow], reading: ImportReading
  ) {
    let text = (["measure,site,period,value"] + rows).joined(separator: "\n")
    var pass = ImportPass(
      CSVReader(Array(text.utf8), file: "in.csv"), size: text.utf8.count, plan: try Samples.plan(),
      options: ImportOptions(), asOf: try Samples.day(Samples.asOf), keepsAll: keepsAll)
    var found: [ImportRow] = []
    let ending = pass.run(step: { _ in }) { block in found += block.rows.map(block.row) }
    return (ending, found, pass.reading)
  }

  @Test func rowsInOrderAreHandedOnInOrder() throws {
    let (ending, found, reading) = try pass(try rows())
    #expect(ending == .finished)
    #expect(reading.rowCount == 96)
    #expect(found.map(\.location.line) == Array(2...97))
  }

  @Test(arguments: 1...5) func rowsInAnyOrderAreHandedOnSeriesBySeries(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let (ending, found, reading) = try pass(try rows().shuffled(using: &random))
    #expect(ending == .finished)
    #expect(reading.faults == [])
    #expect(found.count == 96)
    for index in found.indices.dropFirst() where found[index].series == found[index - 1].series {
      #expect(found[index - 1].measurement.period < found[index].measurement.period)
    }
    let changes = found.indices.dropFirst().count { found[$0].series != found[$0 - 1].series }
    #expect(changes == 3)
  }

  @Test func disorderAfterRowsWereHandedOnNeedsAllRows() throws {
    // Days of a rare event: one series long enough to be handed on before its end.
    let first = try Samples.day("1900-01-01")
    var lines = (0..<RowCollector.most).map { "falls,alderwick,\(first.advanced(by: $0)),1" }
    lines.append("falls,alderwick,\(first),1")
    var plan = try Samples.plan()
    let index = try #require(plan.measures.firstIndex { $0.id.text == "falls" })
    plan.measures[index].frequency.from = try Samples.period("1900-01-01")
    let text = (["measure,site,period,value"] + lines).joined(separator: "\n")
    for keepsAll in [false, true] {
      var pass = ImportPass(
        CSVReader(Array(text.utf8), file: "in.csv"), plan: plan, options: ImportOptions(),
        asOf: try Samples.day("2150-01-01"), keepsAll: keepsAll)
      var count = 0
      let ending = pass.run(step: { _ in }) { count += $0.count }
      #expect(ending == (keepsAll ? .finished : .needsAllRows))
      #expect(count == RowCollector.most)
      #expect(
        pass.reading.warnings.map(\.line)
          == (keepsAll
            ? [
              "in.csv:65538:28: 1900-01-01 of falls at alderwick is on line 2 too, with the same value; it counts once"
            ]
            : []))
    }
  }

  @Test(arguments: [true, false]) func repeatsAreFoundInEitherWay(keepsAll: Bool) throws {
    var lines = try rows(months: 3)
    lines.insert(lines[2], at: 3)
    lines.insert("stay,alderwick,2023-06,7", at: 4)
    let (_, found, reading) = try pass(lines, keepsAll: keepsAll)
    #expect(found.count == 12)
    #expect(reading.warnings.map(\.location.line) == [5])
    #expect(
      reading.faults.map(\.line) == [
        "in.csv:6:24: 2023-06 of stay at alderwick is on line 4 too: 6 there, 7 here"
      ])
  }

  @Test func blocksKnowWhetherTheFileIsSoundSoFar() throws {
    var lines = try rows(months: 2)
    lines[3] = "stay,brackenmere,2023-05,x"
    let text = (["measure,site,period,value"] + lines).joined(separator: "\n")
    var pass = ImportPass(
      CSVReader(Array(text.utf8), file: "in.csv"), plan: try Samples.plan(),
      options: ImportOptions(), asOf: try Samples.day(Samples.asOf), keepsAll: false)
    var sound: [Bool] = []
    pass.run(step: { _ in }) { sound.append($0.isOfSoundFile) }
    #expect(sound == [false, false, false, false])
    #expect(pass.reading.faults.count == 1)
  }
}
