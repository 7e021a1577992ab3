import BenefitsModel

/// The text of a file with its lines, to turn the places of the YAML parser into those of an editor.
struct SourceText {
  /// A line and a column of Unicode scalars, both from 1, as libYAML counts.
  struct Mark: Hashable {
    var line: Int
    var column: Int
  }

  let file: String
  let scalars: [Unicode.Scalar]
  private let lineStarts: [Int]

  init(_ text: String, file: String) {
    self.file = file
    // A byte order mark is no part of the text.
    scalars = Array(text.unicodeScalars.drop { $0 == "\u{FEFF}" })
    var starts = [0]
    for (index, scalar) in scalars.enumerated() where Self.breaksLine(scalar) {
      if scalar == "\r", index + 1 < scalars.count, scalars[index + 1] == "\n" { continue }
      starts.append(index + 1)
    }
    lineStarts = starts
  }

  /// The text without a byte order mark.
  var string: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// The place of a mark, its column counted in characters.
  func location(_ mark: Mark) -> SourceLocation {
    let line = min(max(mark.line, 1), lineStarts.count)
    let start = lineStarts[line - 1]
    let end = line < lineStarts.count ? lineStarts[line] : scalars.count
    let before = scalars[start..<min(start + max(mark.column - 1, 0), end)]
    // Counting characters costs the length of the line, which is not worth it for a line nobody can read.
    guard before.count <= 1000, !before.allSatisfy(\.isASCII) else {
      return SourceLocation(file: file, line: line, column: before.count + 1)
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: before)
    return SourceLocation(file: file, line: line, column: String(view).count + 1)
  }

  /// The text of the line before a mark.
  func before(_ mark: Mark) -> String {
    guard lineStarts.indices.contains(mark.line - 1) else { return "" }
    let start = lineStarts[mark.line - 1]
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[start..<min(start + max(mark.column - 1, 0), scalars.count)])
    return String(view)
  }

  /// Whether nothing but white space follows a mark.
  func isEnd(_ mark: Mark) -> Bool {
    guard let index = index(of: mark) else { return true }
    return scalars[index...].allSatisfy { $0.properties.isWhitespace }
  }

  /// The place of the scalar with an index.
  func location(index: Int) -> SourceLocation {
    let line = lineStarts.lastIndex { $0 <= index } ?? 0
    return location(Mark(line: line + 1, column: index - lineStarts[line] + 1))
  }

  /// The scalar at a mark.
  func scalar(at mark: Mark) -> Unicode.Scalar? {
    index(of: mark).map { scalars[$0] }
  }

  private func index(of mark: Mark) -> Int? {
    guard lineStarts.indices.contains(mark.line - 1) else { return nil }
    let index = lineStarts[mark.line - 1] + mark.column - 1
    return scalars.indices.contains(index) ? index : nil
  }

  /// The line breaks of YAML 1.1, which is what libYAML reads.
  static func breaksLine(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
