import Dispatch
import Synchronization

/// Work on things that do not depend on each other, by as many threads as there are processors.
package enum Concurrently {
  /// Calls a function with each of some things and returns what it makes of them, in their order.
  ///
  /// - Parameters:
  ///   - items: The things.
  ///   - body: What is done with each, on any thread.
  /// - Returns: What was made of the things.
  /// - Throws: What `body` throws, of the first thing that it failed for; nothing behind it is begun any more.
  package static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ body: @Sendable (Item) throws(CommandFailure) -> Result
  ) throws(CommandFailure) -> [Result] {
    let outcome = Mutex(Outcome<Result>())
    DispatchQueue.concurrentPerform(iterations: items.count) { index in
      // What comes before a failure is still done, so that the failure told is the first.
      guard outcome.withLock({ $0.failure.map { index < $0.index } ?? true }) else { return }
      do throws(CommandFailure) {
        let result = try body(items[index])
        outcome.withLock { $0.results[index] = result }
      } catch {
        outcome.withLock {
          if $0.failure.map({ index < $0.index }) ?? true { $0.failure = (index, error) }
        }
      }
    }
    let done = outcome.withLock { $0 }
    if let failure = done.failure { throw failure.error }
    return items.indices.compactMap { done.results[$0] }
  }

  private struct Outcome<Result: Sendable> {
    var results: [Int: Result] = [:]
    var failure: (index: Int, error: CommandFailure)?
  }
}
