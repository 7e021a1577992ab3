import BenefitsTerminal
import Testing

@Suite struct TextTableTests {
  private var people: TextTable {
    var table = TextTable([
      .init("name"), .init("falls", .trailing), .init("remark", narrowest: 10),
    ])
    table.append(["Alderwick", "6.4", "a remark that is rather long for its column"])
    table.append(["Östlich", "12", ""])
    return table
  }

  @Test func alignsColumnsWithoutALimit() {
    #expect(
      people.text(width: nil, style: .plain) == """
        name       falls  remark
        Alderwick    6.4  a remark that is rather long for its column
        Östlich       12

        """)
  }

  @Test func wrapsWhatMayWrapAndCutsNothing() {
    let text = people.text(width: 40, style: .plain)
    #expect(
      text == """
        name       falls  remark
        Alderwick    6.4  a remark that is
                          rather long for its
                          column
        Östlich       12

        """)
    #expect(text.split(separator: "\n").allSatisfy { DisplayWidth.of($0) <= 40 })
  }

  @Test func keepsToTheNarrowestEvenWhereTheTerminalIsNarrower() {
    let text = people.text(width: 10, style: .plain)
    #expect(text.contains("  a remark\n"))
    #expect(text.contains("Alderwick    6.4"))
  }

  @Test func aNoteRunsAcrossTheColumns() {
    var table = TextTable([.init("a"), .init("b", narrowest: 4)])
    table.append(["1", "2"])
    table.append(note: "a sentence that is longer than the table is wide", indent: 2)
    #expect(
      table.text(width: 30, style: .plain) == """
        a  b
        1  2
          a sentence that is longer
          than the table is wide

        """)
  }

  @Test func coloursDoNotCountAsWidth() {
    var table = TextTable([.init("status"), .init("n", .trailing)])
    table.append([.init("on track", .good), "1"])
    let coloured = table.text(width: 80, style: Style(isColoured: true))
    #expect(coloured.contains("\u{1B}[32mon track\u{1B}[0m  1\n"))
    let plain = table.text(width: 80, style: .plain)
    #expect(!plain.contains("\u{1B}"))
  }

  @Test func wideCharactersTakeTwoColumns() {
    var table = TextTable([.init("a"), .init("b")])
    table.append(["日本", "x"])
    table.append(["ab", "y"])
    #expect(table.text(width: nil, style: .plain) == "a     b\n日本  x\nab    y\n")
  }
}

@Suite struct DisplayWidthTests {
  /// The widths that UAX #11 and the emoji data of Unicode give.
  @Test(arguments: [
    ("", 0), ("abc", 3), ("£1,234", 6), ("é", 1), ("e\u{301}", 1), ("日本語", 6), ("ｆｕｌｌ", 8),
    ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("👍", 2), ("👍🏽", 2), ("👩‍⚕️", 2), ("🇬🇧", 2),
    ("❤️", 2), ("a\u{200B}b", 2), ("–", 1), ("▁▂▃", 3), ("\u{7}", 0),
  ])
  func width(text: String, expected: Int) { #expect(DisplayWidth.of(text) == expected) }
}

@Suite struct WrappingTests {
  @Test(arguments: [
    ("one two three", 7, ["one two", "three"]),
    ("one", 7, ["one"]),
    ("", 7, [""]),
    ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
    ("a\nb", 7, ["a", "b"]),
    ("日本語", 4, ["日本", "語"]),
  ])
  func lines(text: String, width: Int, expected: [String]) {
    #expect(text.wrapped(to: width) == expected)
  }
}
