/// Writes text, lists and maps as a YAML file that people read and edit.
///
/// What is short and flat stands in one line, everything else one key a line.
struct YAMLWriter {
  /// The columns that a line of several values may take.
  static let width = 120

  private(set) var text = ""

  /// Writes the keys of a plan, an empty line before each part, and each thing of a list in lines of its own.
  mutating func writeParts(_ pairs: [YAMLPair]) {
    for pair in pairs {
      if !text.isEmpty { text += "\n" }
      if case .list(let items) = pair.value.content {
        text += pair.key + ":\n"
        write(items: items, indent: 2)
      } else {
        write(pair, indent: 0)
      }
    }
  }

  /// Writes the keys of one thing.
  mutating func write(_ pairs: [YAMLPair], indent: Int = 0) {
    for pair in pairs { write(pair, indent: indent) }
  }

  private mutating func write(_ pair: YAMLPair, indent: Int) {
    let key = Self.spaces(indent) + YAMLText.scalar(pair.key) + ":"
    if let line = Self.line(pair.value), key.count + 1 + line.count <= Self.width {
      text += "\(key) \(line)\n"
      return
    }
    switch pair.value.content {
    case .text(let value, _):
      if let lines = Self.blockLines(value) {
        text += "\(key) |-\n"
        for line in lines { text += (line.isEmpty ? "" : Self.spaces(indent + 2) + line) + "\n" }
      } else {
        text += "\(key) \(YAMLText.scalar(value))\n"
      }
    case .list(let items):
      text += key + "\n"
      write(items: items, indent: indent + 2)
    case .map(let pairs):
      text += key + "\n"
      write(pairs, indent: indent + 2)
    }
  }

  private mutating func write(items: [YAMLNode], indent: Int) {
    for item in items {
      let start = Self.spaces(indent) + "- "
      if let line = Self.line(item), start.count + line.count <= Self.width {
        text += "\(start)\(line)\n"
        continue
      }
      switch item.content {
      case .map(let pairs):
        var writer = YAMLWriter()
        writer.write(pairs, indent: indent + 2)
        text += start + writer.text.dropFirst(indent + 2)
      case .text(let value, _): text += "\(start)\(YAMLText.scalar(value))\n"
      case .list(let items):
        text += Self.spaces(indent) + "-\n"
        write(items: items, indent: indent + 2)
      }
    }
  }

  /// A value in one line; `nil` where it holds more than texts and lists of texts, or a text of several lines.
  private static func line(_ node: YAMLNode, isInside: Bool = false) -> String? {
    switch node.content {
    case .text(let text, _):
      return text.contains(where: \.isNewline) ? nil : YAMLText.scalar(text)
    case .list(let items):
      let parts = items.map { line($0, isInside: true) }
      guard parts.allSatisfy({ $0 != nil }) else { return nil }
      return "[" + parts.compactMap { $0 }.joined(separator: ", ") + "]"
    case .map(let pairs):
      guard !isInside else { return nil }
      let parts = pairs.map { pair in
        line(pair.value, isInside: true).map { "\(YAMLText.scalar(pair.key)): \($0)" }
      }
      guard parts.allSatisfy({ $0 != nil }) else { return nil }
      return "{" + parts.compactMap { $0 }.joined(separator: ", ") + "}"
    }
  }

  /// The lines of a text that reads back as itself without quotes; `nil` where it would not.
  ///
  /// A '*' is left to the quotes, which can hide from the reader that it may begin an alias.
  private static func blockLines(_ text: String) -> [Substring]? {
    let scalars = text.unicodeScalars
    guard
      scalars.allSatisfy({
        $0 == "\n" || ($0.value >= 0x20 && $0 != "*" && !SourceText.breaksLine($0))
      })
    else { return nil }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.allSatisfy({ $0.first != " " && $0.last != " " }), lines.first?.isEmpty == false,
      lines.last?.isEmpty == false
    else { return nil }
    return lines
  }

  private static func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}
