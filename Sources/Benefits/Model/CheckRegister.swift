/// What a plan may say of the checks that there are: their ids and what a policy may set for each.
///
/// The checks themselves live in a layer above the plan; whoever reads a plan hands the register over.
public struct CheckRegister: Hashable, Sendable {
  /// One check.
  public struct Item: Hashable, Sendable {
    /// Its id.
    public var id: String
    /// Whether a policy may ask for several periods in a row.
    public var honoursConsecutive: Bool
    /// The limits that a policy may set.
    public var thresholds: [CheckThreshold]

    /// Creates an item.
    ///
    /// - Parameters:
    ///   - id: The id of the check.
    ///   - honoursConsecutive: Whether a policy may ask for several periods in a row.
    ///   - thresholds: The limits that a policy may set.
    public init(id: String, honoursConsecutive: Bool, thresholds: [CheckThreshold]) {
      self.id = id
      self.honoursConsecutive = honoursConsecutive
      self.thresholds = thresholds
    }
  }

  /// The checks.
  public var items: [Item]

  /// Creates a register.
  ///
  /// - Parameter items: The checks.
  public init(_ items: [Item]) { self.items = items }

  /// Returns the checks whose ids fit a pattern.
  ///
  /// - Parameter pattern: The pattern.
  /// - Returns: The checks in the order of the register.
  /// - Complexity: O(*n*), where *n* is the number of checks.
  public func items(matching pattern: Glob) -> [Item] { items.filter { pattern.matches($0.id) } }
}
