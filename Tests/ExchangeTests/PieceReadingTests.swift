import BenefitsExchange
import BenefitsModel
import Testing

/// A text that is read piece by piece must be the text that is read at once.
@Suite struct PieceReadingTests {
  private struct Reading: Equatable {
    var rows: [[String]] = []
    var places: [[BenefitsModel.SourceLocation]] = []
    var faults: [Fault] = []
    var needsWholeFile = false
  }

  private func read(_ reader: CSVReader) -> Reading {
    var reader = reader
    var fields: [CSVField] = []
    var reading = Reading()
    while reader.next(&fields) {
      reading.rows.append(fields.map(reader.text))
      reading.places.append(fields.map(reader.location))
    }
    reading.faults = reader.faults
    reading.needsWholeFile = reader.needsWholeFile
    return reading
  }

  /// The bytes in pieces of a size.
  private func source(_ bytes: [UInt8], pieces size: Int) -> ByteSource {
    var rest = bytes[...]
    return ByteSource(size: bytes.count) { piece in
      piece = Array(rest.prefix(size))
      rest = rest.dropFirst(size)
    }
  }

  /// Rows of cells that are hard to cut: quotes, line ends inside and outside, characters of several bytes.
  private func text(seed: UInt64) -> [UInt8] {
    var random = SplitMix(seed: seed)
    let cells = [
      "1", "22.5", "", " x ", "été", "\"a,b\"", "\"a \"\"b\"\"\"", "\"line\nbreak\"",
      "\"line\r\nbreak\"", "\"\"", "😀", "\u{A0}n\u{A0}", "5\" pipe", "\"odd\"x",
    ]
    let ends = ["\n", "\r\n", "\r", "\n\n"]
    var text = "a,b,c\n"
    while text.utf8.count < 9000 {
      for column in 0..<3 {
        text += cells.randomElement(using: &random) ?? ""
        text += column < 2 ? "," : ends.randomElement(using: &random) ?? ""
      }
    }
    if seed % 2 == 0 { text += "\"never closed,1,2\nx,y,z" }
    return Array(text.utf8)
  }

  @Test(arguments: [1, 2, 3, 7, 61, 1000, 4096, 100_000], [1, 2, 3, 4, 5, 6])
  func piecesOfAnySizeGiveTheSameRecordsPlacesAndFaults(size: Int, seed: UInt64) {
    let bytes = text(seed: seed)
    let whole = read(CSVReader(bytes, file: "f.csv"))
    #expect(read(CSVReader(source(bytes, pieces: size), file: "f.csv")) == whole)
    #expect(whole.rows.count > 300)
  }

  @Test func byteOrderMarkAndDelimiterAreFoundInPieces() {
    let bytes = [0xEF, 0xBB, 0xBF] + Array("a;b\n1,5;2\n".utf8)
    let reading = read(CSVReader(source(bytes, pieces: 1), file: "f.csv"))
    #expect(reading.rows == [["a", "b"], ["1,5", "2"]])
    #expect(reading.places[0].map { $0.column } == [1, 3])
  }

  @Test(
    arguments: [
      [0x00], [0xE9], [0xF0, 0x9F, 0x98], [0xC3, 0x28],
    ] as [[UInt8]])
  func bytesThatAreNoTextNeedALookAtTheWholeFile(bad: [UInt8]) {
    for place in [0, 10, 6000] {
      var bytes = Array(repeatElement(Array("12,345\n".utf8), count: 1000).joined())
      bytes.insert(contentsOf: bad, at: place)
      for size in [5, 4096, 100_000] {
        let reading = read(CSVReader(source(bytes, pieces: size), file: "f.csv"))
        #expect(reading.needsWholeFile, "at \(place) in pieces of \(size)")
      }
    }
    #expect(
      read(CSVReader(source(Array("a\n1".utf8) + bad, pieces: 4), file: "f.csv")).needsWholeFile)
  }

  @Test func otherFormatsNeedALookAtTheWholeFile() {
    var wide: [UInt8] = []
    for byte in "a,b\n1,2\n".utf8 { wide += [byte, 0] }
    #expect(read(CSVReader(source(wide, pieces: 3), file: "f.csv")).needsWholeFile)
    #expect(
      read(CSVReader(source([0x50, 0x4B, 0x03, 0x04, 0x14], pieces: 2), file: "f.csv"))
        .needsWholeFile)
  }
}
