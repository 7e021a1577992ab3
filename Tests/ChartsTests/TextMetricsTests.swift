import BenefitsCharts
import Testing

@Suite struct TextMetricsTests {
  // Helvetica.afm of the Adobe Core 14 fonts: digits 556, M 833, i 222, space 278; a fifth is added.
  @Test(arguments: [
    ("0123456789", 5560.0), ("M", 833), ("iii", 666), ("a b", 1390), ("£5", 1112), ("", 0),
  ])
  func width(text: String, thousandths: Double) {
    let expected = thousandths / 1000 * 13 * TextMetrics.allowance
    #expect((TextMetrics.width(text, size: 13) - expected).magnitude < 1e-9)
  }

  @Test func boldIsWider() {
    #expect(
      TextMetrics.width("Target", size: 13, isBold: true) > TextMetrics.width("Target", size: 13))
  }

  @Test(arguments: [60.0, 100, 200, 400])
  func linesKeepWordsAndWidth(width: Double) {
    let text = "Emergency admissions of people aged 65 and over: no significant change"
    let lines = TextMetrics.lines(text, within: width, size: 16, isBold: true)
    #expect(lines.allSatisfy { TextMetrics.width($0, size: 16, isBold: true) <= width })
    let joined = lines.joined(separator: " ")
    #expect(width < 200 || joined == text)
    #expect(joined.filter { $0 != " " } == text.filter { $0 != " " })
  }

  @Test(arguments: [
    "two  spaces", " before", "behind ", "plain words", "mit Übergang", "a", " ",
  ])
  func spacesAreSingleHoweverWideTheLine(text: String) {
    let words = text.split(separator: " ").joined(separator: " ")
    #expect(TextMetrics.lines(text, within: 1000, size: 13) == [words])
    #expect(TextMetrics.balancedLines(text, within: 1000, size: 13) == [words])
  }

  @Test func aLongWordIsBroken() {
    let lines = TextMetrics.lines(String(repeating: "w", count: 60), within: 100, size: 13)
    #expect(lines.count > 5)
    #expect(lines.allSatisfy { TextMetrics.width($0, size: 13) <= 100 })
  }

  @Test func nothingIsOneEmptyLine() {
    #expect(TextMetrics.lines("", within: 100, size: 13) == [""])
  }

  @Test func balancedLinesAreAsFewAndMoreEven() {
    let text = "Ward 4: improvement since September, 10 values in a row below the median"
    let plain = TextMetrics.lines(text, within: 400, size: 16)
    let balanced = TextMetrics.balancedLines(text, within: 400, size: 16)
    #expect(plain.count == balanced.count)
    let widest = { (lines: [String]) in lines.map { TextMetrics.width($0, size: 16) }.max() ?? 0 }
    #expect(widest(balanced) < widest(plain))
  }

  @Test func aSpaceThatDoesNotBreakStays() {
    let lines = TextMetrics.lines("since Mar\u{A0}2025", within: 80, size: 13)
    #expect(lines == ["since", "Mar\u{A0}2025"])
  }
}
