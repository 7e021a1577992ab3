/// A place in a text file.
public struct SourceLocation: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The file as it was named.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The column in characters, from 1.
  public var column: Int

  /// Creates a place.
  ///
  /// - Parameters:
  ///   - file: The file as it was named.
  ///   - line: The line, from 1.
  ///   - column: The column in characters, from 1.
  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// Creates the place that stands for a file as a whole, or for a command line when it has no name.
  ///
  /// - Parameter file: The file as it was named; empty for what was typed rather than read.
  public init(whole file: String) { self.init(file: file, line: 0, column: 0) }

  /// Orders places of one file from its top.
  ///
  /// - Parameters:
  ///   - lhs: A place.
  ///   - rhs: Another place.
  /// - Returns: Whether the first is nearer to the top.
  public static func < (lhs: SourceLocation, rhs: SourceLocation) -> Bool {
    (lhs.line, lhs.column) < (rhs.line, rhs.column)
  }

  /// The place as `FILE:LINE:COLUMN`, which editors can open; `FILE` for a file as a whole.
  public var description: String { line == 0 ? file : "\(file):\(line):\(column)" }
}

/// One fault in an input file: where it is, what is wrong, and what to do about it.
public struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where the fault is.
  public var location: SourceLocation
  /// What was found and what was expected.
  public var message: String
  /// What to do, where the message does not say it.
  public var hint: String?

  /// Creates a fault.
  ///
  /// - Parameters:
  ///   - location: Where the fault is.
  ///   - message: What was found and what was expected.
  ///   - hint: What to do, where the message does not say it.
  public init(_ location: SourceLocation, _ message: String, hint: String? = nil) {
    self.location = location
    self.message = message
    self.hint = hint
  }

  /// Creates a fault in what was typed on a command line, which has no place in a file.
  ///
  /// - Parameters:
  ///   - message: What was found and what was expected.
  ///   - hint: What to do, where the message does not say it.
  public init(_ message: String, hint: String? = nil) {
    self.init(SourceLocation(whole: ""), message, hint: hint)
  }

  /// The fault as one line without its hint, free of control characters that a file may hold.
  public var line: String {
    (location.file.isEmpty ? message : "\(location): \(message)").printable
  }

  /// The fault as one line, and its hint as another.
  public var description: String { line + (hint.map { "\n  hint: \($0.printable)" } ?? "") }
}

extension [Fault] {
  /// Returns the faults as lines for a terminal, each hint only where it is first needed.
  ///
  /// - Parameters:
  ///   - limit: The most faults to show.
  ///   - unlisted: How many more there are than these.
  /// - Returns: The lines; the last says how many faults were left out, where any were.
  /// - Complexity: O(*n*), where *n* is the number of faults.
  public func lines(limit: Int = 50, unlisted: Int = 0) -> [String] {
    var lines: [String] = []
    var hints: Set<String> = []
    for fault in prefix(limit) {
      lines.append(fault.line)
      if let hint = fault.hint, hints.insert(hint).inserted {
        lines.append("  hint: \(hint.printable)")
      }
    }
    let more = Swift.max(count - limit, 0) + unlisted
    if more > 0 { lines.append("and \(more) more") }
    return lines
  }
}
