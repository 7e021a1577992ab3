public import BenefitsModel

/// Everything that is wrong with a plan file, in the order of the file.
public struct PlanFaults: Error, Hashable, Sendable, CustomStringConvertible {
  /// The faults, at least one.
  public var faults: [Fault]

  /// Creates the error from its faults.
  ///
  /// - Parameter faults: The faults in any order.
  public init(_ faults: [Fault]) {
    // Sorting by the offset too keeps two faults of one place in the order in which they were found.
    self.faults = faults.enumerated()
      .sorted {
        $0.element.location == $1.element.location
          ? $0.offset < $1.offset : $0.element.location < $1.element.location
      }
      .map(\.element)
  }

  /// The faults, each with its hint, one below the other.
  public var description: String { faults.map(\.description).joined(separator: "\n") }
}
