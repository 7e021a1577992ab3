import Synchronization

/// A value that is worked out when it is first asked for, and kept from then on.
struct Once<Value: Sendable>: ~Copyable, Sendable {
  private let known = Mutex<Value?>(nil)

  /// Returns the value.
  ///
  /// - Parameter make: What works it out; where two threads ask at the same time both do, and must come to the same.
  /// - Returns: The value.
  borrowing func callAsFunction(_ make: () -> Value) -> Value {
    if let value = known.withLock({ $0 }) { return value }
    let value = make()
    known.withLock { $0 = value }
    return value
  }
}
