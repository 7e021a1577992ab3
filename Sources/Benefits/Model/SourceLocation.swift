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

  /// Orders places of one file from its top.
  ///
  /// - Parameters:
  ///   - lhs: A place.
  ///   - rhs: Another place.
  /// - Returns: Whether the first is nearer to the top.
  public static func < (lhs: SourceLocation, rhs: SourceLocation) -> Bool {
    (lhs.line, lhs.column) < (rhs.line, rhs.column)
  }

  /// The place as `FILE:LINE:COLUMN`, which editors can open.
  public var description: String { "\(file):\(line):\(column)" }
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

  /// The fault as one line, and its hint as another.
  public var description: String {
    "\(location): \(message)" + (hint.map { "\n  hint: \($0)" } ?? "")
  }
}
