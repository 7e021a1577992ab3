import BenefitsReports
import Foundation
import Testing

@Suite struct HostileTextTests {
  /// Texts that try to become markup, among them some that hide a mark from an escaper that looks at whole
  /// characters: U+0301 joins the mark before it, U+0600 the mark after it (Unicode Standard Annex 29).
  static let texts = [
    "<script>alert(1)</script>", "\" onmouseover=\"alert(1)", "' onfocus='alert(1)", "]]>", "-->",
    "&lt;b&gt; &amp; &", "{{title}} {{{chart}}}", "</style><script>", "\u{0}\u{1}\u{1B}[31m",
    "\u{202E}txet\u{2066}", "\u{600}<script>alert(1)</script>",
    "\"\u{301} onmouseover=alert(1) x=\"\u{301}", "<\u{301}img src=x>", "\u{600}\"\u{301} a",
    "\u{FFFE}\u{FFFF}", "é 漢字 😀",
  ]

  @Test(arguments: texts)
  func isHarmlessEverywhere(text: String) throws {
    let html = try ReportFixture(text: text).html()
    let page = try Page(html)
    #expect(page.all("script").isEmpty && page.all("img").isEmpty && page.all("b").isEmpty)
    for element in page.elements {
      for name in element.attributes.keys { #expect(!name.lowercased().hasPrefix("on"), "\(name)") }
    }
    let plain = try Page(ReportFixture().html())
    // Long words are broken over more lines of a chart; nothing else may change.
    let names = { (page: Page) in
      page.elements.map(\.name).filter { !["tspan", "text", "rect", "path"].contains($0) }
    }
    #expect(names(page) == names(plain))
    for scalar in html.unicodeScalars {
      let isControl = scalar.value < 0x20 && scalar != "\n" || (0x7F...0x9F).contains(scalar.value)
      let isReordering =
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      #expect(!isControl && !isReordering)
    }
  }

  @Test func ordinaryTextIsShownAsItIs() throws {
    let page = try Page(ReportFixture(text: "é 漢字 😀 a<b & \"c\"").html())
    #expect(page.all("h1").first?.text == "Programme é 漢字 😀 a<b & \"c\"")
  }
}
