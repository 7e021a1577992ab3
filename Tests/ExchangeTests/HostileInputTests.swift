import BenefitsExchange
import BenefitsModel
import Testing

/// Damaged files are read to their end, without a crash and with a message.
@Suite struct HostileInputTests {
  /// A small generator with a fixed seed (Knuth's MMIX constants).
  private struct Generator {
    var state: UInt64

    mutating func next(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
  }

  private static let good = """
    period,measure,site,stratum,value,numerator,denominator,state,note
    2025-01,stay,alderwick,all,7.4,,42,provisional,"a ""note"", quoted"
    2025-02,share,brackenmere,fifth-1,,212,260,,été
    2025-03,visits,home-first,all,12,,,final,

    """

  private static let pieces: [[UInt8]] = [
    [0x22], [0x2C], [0x0A], [0x0D], [0x0D, 0x0A], [0x00], [0xFF], [0xC3], [0xE2, 0x82],
    [0xF0, 0x9F],
    [0xEF, 0xBB, 0xBF], Array("/".utf8), Array("1e999".utf8), Array("-".utf8), Array("=".utf8),
    Array("99999999999999999999".utf8), Array("2025/26-Q9".utf8), [0x20], [0xC2, 0xA0],
  ]

  @Test(arguments: 0..<400) func damagedFileIsReadToItsEnd(seed: Int) throws {
    var generator = Generator(state: UInt64(seed) &+ 99)
    var bytes = Array(Self.good.utf8)
    for _ in 0...generator.next(below: 6) {
      let place = generator.next(below: bytes.count)
      switch generator.next(below: 3) {
      case 0: bytes.remove(at: place)
      case 1: bytes[place] = UInt8(generator.next(below: 256))
      default:
        bytes.insert(
          contentsOf: Self.pieces[generator.next(below: Self.pieces.count)], at: place)
      }
    }
    let encoding = TextEncoding.allCases[seed % 2]
    let reading = MeasurementImport.read(
      bytes, file: "f", plan: try Samples.plan(), options: ImportOptions(encoding: encoding),
      asOf: try Samples.day(Samples.asOf))
    let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
    for fault in reading.faults + reading.warnings {
      #expect((0...lines).contains(fault.location.line))
      #expect((0...bytes.count * 3 + 1).contains(fault.location.column))
    }
    for row in reading.rows {
      #expect(row.measurement.number?.isFinite ?? true)
      #expect(row.measurement.denominator ?? 1 > 0)
    }
    #expect(reading.rows.count <= reading.rowCount)

    let table = AnalysisTable(bytes, file: "f", options: AnalysisOptions(encoding: encoding))
    for series in table.series {
      #expect(series.periods.count == series.values.count)
      #expect(series.periods == series.periods.sorted())
    }
  }

  @Test func noiseIsNoTable() throws {
    var generator = Generator(state: 7)
    for length in 0..<200 {
      let bytes = (0..<length).map { _ in UInt8(generator.next(below: 256)) }
      let reading = MeasurementImport.read(
        bytes, file: "f", plan: try Samples.plan(), asOf: try Samples.day(Samples.asOf))
      #expect(!reading.faults.isEmpty)
      #expect(reading.rows.isEmpty)
    }
  }

  @Test func longCellsAreShortenedInMessages() throws {
    let cell = String(repeating: "x", count: 100_000)
    let reading = try Samples.read(
      "period,value\n2025-01,\(cell)\n", ImportOptions(measure: "stay"))
    #expect(try #require(reading.faults.first?.line).count < 200)
    let site = try Samples.read(
      "period,site,value\n2025-01,\(cell),1\n", ImportOptions(measure: "stay"))
    #expect(try #require(site.faults.first?.line).count < 200)
    let header = try Samples.read(
      "period,\(cell),value\n2025-01,1,1\n", ImportOptions(measure: "stay"))
    #expect(try #require(header.faults.first?.line).count < 200)
  }
}
