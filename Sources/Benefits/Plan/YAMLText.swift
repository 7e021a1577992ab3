import BenefitsModel

/// Writes text as it may stand in a YAML file.
enum YAMLText {
  /// Returns the text as it is where it can stand without quotes, else in double quotes.
  static func scalar(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

  private static func quoted(_ text: String) -> String {
    var out = "\""
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      // The reader takes '*word' for the repetition of '&word', wherever it stands.
      case "*" where previous.value <= 0x20 || ",[{:-?".unicodeScalars.contains(previous):
        out += "\\x2a"
      case _
      where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        || [0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF].contains(scalar.value):
        let code = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - code.count) + code
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }

  /// Whether the text reads back as itself in a block and inside `{}` or `[]`.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      first.properties.isAlphabetic || first.properties.numericType != nil
        || text.first == "-" && text.dropFirst().first?.isNumber == true,
      last != " ", last != ":"
    else { return false }
    let safe = text.unicodeScalars.allSatisfy {
      $0 == " " || $0.properties.isAlphabetic || $0.properties.numericType != nil
        || "-_./:%()+'&;!?£€§–—’".unicodeScalars.contains($0)
    }
    return safe && !text.contains(": ")
  }
}
