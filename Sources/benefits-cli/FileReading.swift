import BenefitsExchange
import Dispatch
import Synchronization

/// Reads a file on a thread of its own, while what was read before is recorded.
///
/// It is a class since both threads share it. The pass belongs to the reading thread until that has ended;
/// everything else is behind the lock.
final class FileReading: @unchecked Sendable {
  /// What comes from the reading thread.
  private enum Delivery {
    case blocks([ImportBlock])
    case nothingYet
    case end
  }

  private struct State {
    var waiting: [[ImportBlock]] = []
    var ending: ImportPass.Ending?
    var isAbandoned = false
    var progress = (rows: 0, bytes: 0)
  }

  /// Nobody wants the rest.
  private struct Abandoned: Error {}

  private var pass: ImportPass
  private let state = Mutex(State())
  private let delivered = DispatchSemaphore(value: 0)
  // A semaphore may not end with less than it began with, as it would when reading is abandoned.
  private let room = DispatchSemaphore(value: 0)
  private let thread = DispatchQueue(label: "reading")

  /// How many rows are delivered together.
  private static let batch = 8192

  init(_ pass: ImportPass) {
    self.pass = pass
    for _ in 0..<4 { room.signal() }
  }

  /// What was read, once `run` has returned.
  var reading: ImportReading { pass.reading }

  /// Reads the file; hands each block on, in this thread, and says now and then how far reading has come.
  func run(
    waiting: (_ rows: Int, _ bytes: Int) throws -> Void, body: (ImportBlock) throws -> Void
  ) throws -> ImportPass.Ending {
    thread.async { self.read() }
    // The reading thread has to end before what it reads from may go.
    defer { thread.sync {} }
    do {
      while true {
        switch take() {
        case .blocks(let blocks): for block in blocks { try body(block) }
        case .nothingYet:
          let progress = state.withLock { $0.progress }
          try waiting(progress.rows, progress.bytes)
        case .end: return state.withLock { $0.ending } ?? .finished
        }
      }
    } catch {
      state.withLock { $0.isAbandoned = true }
      room.signal()
      throw error
    }
  }

  private func take() -> Delivery {
    guard delivered.wait(timeout: .now() + .milliseconds(100)) == .success else {
      return .nothingYet
    }
    let blocks = state.withLock { $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }
    guard let blocks else { return .end }
    room.signal()
    return .blocks(blocks)
  }

  // MARK: The reading thread

  private func read() {
    var blocks: [ImportBlock] = []
    var rows = 0
    do {
      let ending = try pass.run { pass in
        let progress = pass.progress
        let isAbandoned = state.withLock { state in
          state.progress = progress
          return state.isAbandoned
        }
        if isAbandoned { throw Abandoned() }
      } _: { block in
        blocks.append(block)
        rows += block.count
        guard rows >= Self.batch else { return }
        try put(blocks)
        blocks = []
        rows = 0
      }
      if !blocks.isEmpty { try put(blocks) }
      state.withLock { $0.ending = ending }
    } catch {
      // Only `Abandoned` is thrown, and who abandons the reading knows why.
    }
    delivered.signal()
  }

  private func put(_ blocks: [ImportBlock]) throws {
    room.wait()
    let isAbandoned = state.withLock { state in
      state.waiting.append(blocks)
      return state.isAbandoned
    }
    if isAbandoned {
      room.signal()
      throw Abandoned()
    }
    delivered.signal()
  }
}
