/// The smallest and the greatest value that something may have, in the measure's displayed unit.
public struct Bounds: Hashable, Sendable, Codable {
  /// The smallest value; `nil` for no bound.
  public var from: Double?
  /// The greatest value; `nil` for no bound.
  public var to: Double?

  /// Creates bounds, both of them inside.
  ///
  /// - Parameters:
  ///   - from: The smallest value.
  ///   - to: The greatest value.
  public init(from: Double? = nil, to: Double? = nil) {
    self.from = from
    self.to = to
  }

  /// Returns whether a value lies inside; a value on a bound does.
  ///
  /// - Parameter value: The value.
  /// - Returns: Whether it is neither below nor above.
  public func contains(_ value: Double) -> Bool {
    (from.map { value >= $0 } ?? true) && (to.map { value <= $0 } ?? true)
  }
}

/// How far a benefit may fall behind its plan, in percentage points of what is promised.
public struct Tolerance: Hashable, Sendable, Codable {
  /// How many points behind are amber.
  public var amber: Double
  /// How many points behind are red.
  public var red: Double

  /// Creates a tolerance.
  ///
  /// - Parameters:
  ///   - amber: How many points behind are amber, at least 0.
  ///   - red: How many points behind are red, at least as many.
  public init(amber: Double, red: Double) {
    self.amber = amber
    self.red = red
  }
}
