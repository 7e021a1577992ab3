import BenefitsExchange
import BenefitsModel
import Testing

@Suite struct CSVReaderTests {
  private func records(
    _ bytes: [UInt8], delimiter: Delimiter? = nil, encoding: TextEncoding = .utf8
  ) -> (rows: [[String]], places: [[String]], faults: [String]) {
    var reader = CSVReader(bytes, file: "f.csv", delimiter: delimiter, encoding: encoding)
    var fields: [CSVField] = []
    var rows: [[String]] = []
    var places: [[String]] = []
    while reader.next(&fields) {
      rows.append(fields.map(reader.text))
      places.append(
        fields.map { "\(reader.location(of: $0).line):\(reader.location(of: $0).column)" })
    }
    return (rows, places, reader.faults.map(\.line))
  }

  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
    ("a,b\r1,2", [["a", "b"], ["1", "2"]]),
    ("a,b\n1,", [["a", "b"], ["1", ""]]),
    ("a\n\nb\n", [["a"], [""], ["b"]]),
    ("\"a,b\",c\n", [["a,b", "c"]]),
    ("\"a \"\"b\"\"\",c\n", [["a \"b\"", "c"]]),
    ("\"\"\"\",\"\"\n", [["\"", ""]]),
    ("\"a\nb\",c\n", [["a\nb", "c"]]),
    ("\"a\r\nb\",c\r\n", [["a\r\nb", "c"]]),
    (" a , b \n", [["a", "b"]]),
    ("\"a\" ,b\n", [["a", "b"]]),
    ("5\" pipe,b\n", [["5\" pipe", "b"]]),
    ("\u{A0}a\u{A0},b\n", [["a", "b"]]),
    ("\u{FEFF}a,b\n", [["a", "b"]]),
    ("a;b\n1,5;2\n", [["a", "b"], ["1,5", "2"]]),
    ("a\tb\n1\t2\n", [["a", "b"], ["1", "2"]]),
    ("", []),
  ])
  func records(text: String, expected: [[String]]) {
    let result = records(Array(text.utf8))
    #expect(result.rows == expected)
    #expect(result.faults == [])
  }

  @Test func delimiterThatIsSaidWinsOverTheOneFound() {
    #expect(records(Array("a,b;c\n".utf8), delimiter: .semicolon).rows == [["a,b", "c"]])
  }

  @Test func columnsCountCharacters() {
    let text = "été,\"naïve\",x\n\"a\nbé\",y,z\nq\n"
    #expect(
      records(Array(text.utf8)).places == [
        ["1:1", "1:5", "1:13"], ["2:1", "3:5", "3:7"], ["4:1"],
      ])
  }

  @Test func columnsBeginAfterTheByteOrderMark() {
    #expect(
      records(Array("\u{FEFF}a,b\r\nc,d\r\n".utf8)).places == [["1:1", "1:3"], ["2:1", "2:3"]])
  }

  @Test func unclosedQuoteIsLocatedAtItsOpeningAndReadingGoesOn() {
    let result = records(Array("a,b\n1,\"2\n3,4\n5,6\n".utf8))
    #expect(result.faults == ["f.csv:2:3: the quote that opens here is never closed"])
    #expect(result.rows == [["a", "b"], ["3", "4"], ["5", "6"]])
  }

  @Test func textAfterAClosingQuoteIsAFault() {
    let result = records(Array("a,b\n\"1\"x,2\n3,4\n".utf8))
    #expect(result.faults == ["f.csv:2:4: text follows the closing quote of a cell"])
    #expect(result.rows == [["a", "b"], ["3", "4"]])
  }

  @Test func badUTF8IsLocatedAndWindows1252SuggestedWhereItExplains() throws {
    let bytes = Array("a,b\n1,caf".utf8) + [0xE9, 0x0A] + Array("2,\u{41}".utf8) + [0x80, 0x0A]
    var reader = CSVReader(bytes, file: "f.csv")
    var fields: [CSVField] = []
    var last = ""
    while reader.next(&fields) { last = reader.text(of: fields[1]) }
    let fault = try #require(reader.faults.first)
    #expect(reader.faults.count == 1)
    #expect(
      fault.line
        == "f.csv:2:6: byte 0xE9 is not UTF-8, the first of 2 such bytes; in Windows-1252 it is 'é'"
    )
    #expect(
      fault.hint
        == "run again with --encoding windows-1252, or save the file as \"CSV UTF-8\"")
    #expect(last == "A€")
  }

  @Test func badUTF8IsNotCalledWindows1252WhereTheFileMixesBoth() {
    let bytes = Array("é,".utf8) + [0xE9, 0x0A, 0x81]
    #expect(
      records(bytes).faults == [
        "f.csv:1:3: byte 0xE9 is not UTF-8", "f.csv:2:1: byte 0x81 is not UTF-8",
      ])
  }

  @Test func windows1252IsReadWhenItIsSaid() {
    let bytes: [UInt8] = [0x80, 0x2C, 0xA3, 0x33, 0x0A]
    let result = records(bytes, encoding: .windows1252)
    #expect(result.rows == [["€", "£3"]])
    #expect(result.faults == [])
  }

  @Test func bytesThatWindows1252DoesNotHaveAreFaults() {
    #expect(
      records([0x61, 0x81], encoding: .windows1252).faults == [
        "f.csv:1:2: byte 0x81 stands for no character in Windows-1252"
      ])
  }

  @Test func utf8IsNotReadAsWindows1252() {
    #expect(
      records(Array("é\n".utf8), encoding: .windows1252).faults == [
        "f.csv: the file is UTF-8, not Windows-1252"
      ])
  }

  @Test(
    arguments: [
      [0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00], [0xFE, 0xFF, 0x00, 0x61],
      [0x61, 0x00, 0x2C, 0x00, 0x62, 0x00, 0x0A, 0x00],
    ] as [[UInt8]])
  func utf16IsRefusedWithTheFix(bytes: [UInt8]) throws {
    let reader = CSVReader(bytes, file: "f.csv")
    #expect(reader.isUnreadable)
    #expect(reader.faults.map(\.line) == ["f.csv: the file is UTF-16, but UTF-8 is expected"])
    #expect(try #require(reader.faults.first?.hint).contains("iconv -f UTF-16 -t UTF-8"))
  }

  @Test func spreadsheetsAreRefused() {
    #expect(
      records([0x50, 0x4B, 0x03, 0x04, 0x14]).faults == [
        "f.csv: the file is a spreadsheet or an archive, not a CSV file"
      ])
  }

  @Test func binaryFilesAreRefusedInOneLine() {
    let header = Array("SQLite format 3".utf8) + [0, 16, 0, 1, 1, 0, 64, 32, 32, 0, 0, 0, 12]
    #expect(records(header).faults == ["f.csv: the file is not text, so it is no CSV file"])
    #expect(records(Array("period,value\r\n2025-01,\t3\r\n".utf8)).faults == [])
  }

  @Test func nulIsRefused() {
    let result = records(Array("period,value\n2025-01,3".utf8) + [0, 0x0A])
    #expect(result.faults == ["f.csv:2:10: a NUL byte (0x00) is in the text"])
  }
}

@Suite struct CSVWriterTests {
  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"so\"", "\"say \"\"so\"\"\""),
    ("two\nlines", "\"two\nlines\""), (" edge", "\" edge\""), ("", ""), ("a;b", "a;b"),
  ])
  func field(cell: String, expected: String) { #expect(CSVWriter.field(cell) == expected) }

  @Test func textHasAHeaderAndLineFeeds() {
    #expect(CSVWriter.text(header: ["a", "b"], rows: [["1", "x,y"]]) == "a,b\n1,\"x,y\"\n")
  }

  @Test func emptyCellOnItsOwnIsNoBlankLine() {
    #expect(CSVWriter.text(header: ["a"], rows: [[""]]) == "a\n\"\"\n")
  }

  @Test(arguments: [
    (0.1 + 0.2, "0.30000000000000004"), (3, "3"), (-0.0, "0"), (1e300, "1e+300"),
  ])
  func number(value: Double, expected: String) { #expect(CSVWriter.number(value) == expected) }

  /// Cells made of the characters that need care come back as they were written.
  @Test(arguments: 0..<50) func readerReadsWhatWriterWrites(seed: Int) {
    var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    let alphabet = Array("ab\",\n\r;é€ ")
    let rows = (0..<5).map { _ in
      (0..<4).map { _ in
        let characters = (0..<6).map { _ in
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          return alphabet[Int(state >> 33) % alphabet.count]
        }
        return "x" + String(characters) + "x"
      }
    }
    var reader = CSVReader(
      Array(CSVWriter.text(header: ["a", "b", "c", "d"], rows: rows).utf8), file: "f.csv")
    var fields: [CSVField] = []
    var read: [[String]] = []
    while reader.next(&fields) { read.append(fields.map(reader.text)) }
    #expect(Array(read.dropFirst()) == rows)
    #expect(reader.faults == [])
  }
}
