import BenefitsExchange
import BenefitsModel

extension CSVWriter {
  /// A text that a spreadsheet does not take for a formula, without control characters.
  ///
  /// A sign in front of a formula is what makes it one, wide forms included (OWASP, CSV Injection); an
  /// apostrophe before it makes it a text, which spreadsheets do not show.
  static func harmless(_ text: String) -> String {
    let text = text.printable
    guard let first = text.unicodeScalars.first(where: { !$0.properties.isWhitespace }),
      "=+-@＝＋－＠".unicodeScalars.contains(first)
    else { return text }
    return "'" + text
  }
}
