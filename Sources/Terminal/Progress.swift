#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Says in one line of a terminal how far long work has come, once it takes longer than a second.
package struct Progress {
  private let isShown: Bool
  private let start = Progress.now()
  private var next: Double
  private var width = 0

  /// How often the line is written, in seconds.
  private static let interval = 0.2

  /// Creates a progress that nothing is shown of yet, and never where standard error is no terminal.
  package init(in session: borrowing Session) {
    isShown =
      session.surroundings.reportsToTerminal && !session.isQuiet
      && session.surroundings.variable(.terminal) != "dumb"
    next = Self.now() + 1
  }

  /// Shows how much of a file was read.
  package mutating func show(rows: Int, bytes: Int) {
    show { "\($0): \(rows) rows read, \(bytes / 1_000_000) MB" }
  }

  /// Shows how many rows were recorded.
  package mutating func show(written rows: Int) { show { "\($0): \(rows) rows recorded" } }

  /// Takes the line away again.
  package mutating func clear() {
    guard width > 0 else { return }
    StandardError.write("\r" + String(repeating: " ", count: width) + "\r")
    width = 0
  }

  private mutating func show(_ text: (String) -> String) {
    guard isShown else { return }
    let now = Self.now()
    guard now >= next else { return }
    next = now + Self.interval
    let line = text("\(Int(now - start)) s")
    StandardError.write("\r" + line + String(repeating: " ", count: max(width - line.count, 0)))
    width = line.count
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
