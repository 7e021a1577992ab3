import BenefitsTerminal
import Synchronization
import Testing

/// Work by several threads gives what one thread gives.
@Suite struct ConcurrentlyTests {
  @Test(arguments: [0, 1, 2, 1000]) func keepsTheOrder(count: Int) throws {
    let squares = try Concurrently.map(Array(0..<count)) { $0 * $0 }
    #expect(squares == (0..<count).map { $0 * $0 })
  }

  @Test func throwsTheFailureOfTheFirst() {
    let begun = Mutex(0)
    let error = #expect(throws: CommandFailure.self) {
      try Concurrently.map(Array(0..<10_000)) { item throws(CommandFailure) in
        begun.withLock { $0 += 1 }
        if item >= 5 { throw CommandFailure(.readOrWriteFailed, "item \(item)") }
      }
    }
    #expect(error?.text(program: "p", style: .plain).contains("item 5") == true)
    // Only what other threads had begun already is done after a failure.
    #expect(begun.withLock { $0 } < 1000)
  }
}
