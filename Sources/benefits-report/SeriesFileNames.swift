import BenefitsModel

/// Names for files of series that a table names: such a name may be any text.
struct SeriesFileNames {
  private var names: [String: String] = [:]
  private var taken: Set<String> = []
  /// How many bytes are kept of a long name; file systems take 255 with all that is added.
  private static let longest = 120

  /// Gives each series a name of its own: its letters and digits, with hyphens for what else is in it, and a number
  /// where two would have the same but for case.
  ///
  /// - Parameters:
  ///   - series: The names of the series.
  ///   - unnamed: What a series without a name is called.
  init(_ series: [String], unnamed: String) {
    for one in series where names[one] == nil {
      let plain = Self.plain(one.isEmpty ? unnamed : one)
      var name = plain
      var number = 2
      while !taken.insert(name.lowercased()).inserted {
        name = "\(plain)-\(number)"
        number += 1
      }
      names[one] = name
    }
  }

  /// The name for a series.
  subscript(series: String) -> String { names[series] ?? Self.plain(series) }

  private static func plain(_ text: String) -> String {
    var name = ""
    for character in text where name.utf8.count + character.utf8.count <= longest {
      if isKept(character), name != "" || character != "." {
        name.append(character)
      } else if !name.isEmpty, name.last != "-" {
        name.append("-")
      }
    }
    while name.last == "-" || name.last == "." { name.removeLast() }
    return name.isEmpty ? "series" : name
  }

  private static func isKept(_ character: Character) -> Bool {
    if let byte = character.asciiValue {
      return byte.isASCIIAlphanumeric || character == "_" || character == "."
    }
    return character.isLetter || character.isNumber
  }
}
