/// A pattern of names: `*` stands for any characters, `?` for one; ASCII case makes no difference.
public struct Glob: Hashable, Sendable {
  /// The pattern as it was written.
  public let text: String
  private let pattern: [UInt8]

  /// Creates a pattern.
  ///
  /// - Parameter text: The pattern.
  public init(_ text: String) {
    self.text = text
    pattern = Array(text.asciiLowercased().utf8)
  }

  /// Returns whether a name fits the pattern.
  ///
  /// - Parameter name: The name.
  /// - Returns: Whether the whole name fits.
  /// - Complexity: O(*n* · *m*) at worst, for *n* bytes of the name and *m* of the pattern.
  public func matches(_ name: String) -> Bool {
    let name = Array(name.asciiLowercased().utf8)
    var here = (pattern: 0, name: 0)
    // Where the last star stands, and what it has swallowed so far.
    var star: (pattern: Int, name: Int)?
    while here.name < name.count {
      if here.pattern < pattern.count, pattern[here.pattern] == UInt8(ascii: "*") {
        star = here
        here.pattern += 1
      } else if here.pattern < pattern.count,
        pattern[here.pattern] == name[here.name] || pattern[here.pattern] == UInt8(ascii: "?")
      {
        here.pattern += 1
        here.name += 1
      } else if let last = star {
        star = (last.pattern, last.name + 1)
        here = (last.pattern + 1, last.name + 1)
      } else {
        return false
      }
    }
    return pattern[here.pattern...].allSatisfy { $0 == UInt8(ascii: "*") }
  }

  /// Whether the pattern is a plain name.
  public var isPlain: Bool {
    !pattern.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }
  }
}
