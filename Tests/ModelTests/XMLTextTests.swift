import BenefitsModel
import Testing

@Suite struct XMLTextTests {
  @Test(arguments: [
    ("plain text", "plain text"), ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
    ("\"it's\"", "&quot;it&#39;s&quot;"), ("]]>", "]]&gt;"), ("a\tb\nc\rd", "a b c d"),
    ("bell\u{7} null\u{0}", "bell null"), ("\u{202E}desrever\u{202C}", "desrever"),
    ("\u{2066}x\u{2069}\u{FFFE}", "x"), ("£ · – é 跌倒", "£ · – é 跌倒"), ("", ""),
  ])
  func escaped(text: String, expected: String) { #expect(XMLText.escaped(text) == expected) }

  @Test func cleanedIsNotEscaped() { #expect(XMLText.cleaned("a\u{0} & b") == "a & b") }

  @Test(arguments: UInt8.min...UInt8.max)
  func plainBytesAreThoseThatEscapingLeaves(byte: UInt8) {
    let isPlain =
      byte < 0x80 && XMLText.escaped(String(UnicodeScalar(byte))).utf8.elementsEqual([byte])
    for length in 1...18 {
      for place in 0..<length {
        var bytes = Array("Waits over 18 weeks".utf8.prefix(length))
        bytes[place] = byte
        #expect(bytes.withUnsafeBufferPointer(XMLText.isPlain) == isPlain)
      }
    }
  }
}
