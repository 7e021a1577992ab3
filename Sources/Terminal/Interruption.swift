import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What happens when the user presses Ctrl-C.
///
/// Outside a transaction the program ends at once. Inside one it is asked to roll back first: the work
/// looks at `check()` from time to time.
package enum Interruption {
  // A signal handler can reach nothing but globals; an atomic is the one kind that is safe there.
  private static let isPostponed = Atomic<Bool>(false)
  private static let isRequested = Atomic<Bool>(false)

  /// Installs the handlers: SIGINT as above, SIGPIPE as every filter has it.
  package static func install() {
    // Reading both creates them before a signal can come.
    isPostponed.store(false, ordering: .sequentiallyConsistent)
    isRequested.store(false, ordering: .sequentiallyConsistent)
    signal(SIGPIPE, SIG_DFL)
    // A file that may not grow any more is an error like a full disk, not the end of the program.
    signal(SIGXFSZ, SIG_IGN)
    unblock()
    signal(SIGINT) { _ in
      Interruption.isRequested.store(true, ordering: .sequentiallyConsistent)
      if !Interruption.isPostponed.load(ordering: .sequentiallyConsistent) {
        _exit(ExitStatus.interrupted.rawValue)
      }
    }
  }

  /// Lets both signals in, which a program that starts this one from a worker thread leaves blocked.
  private static func unblock() {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGPIPE)
    sigprocmask(SIG_UNBLOCK, &signals, nil)
  }

  /// Asks for interruptions to wait until `check()`, since something has begun that must not be cut off.
  package static func postpone() { isPostponed.store(true, ordering: .sequentiallyConsistent) }

  /// Lets interruptions end the program at once again.
  package static func resume() { isPostponed.store(false, ordering: .sequentiallyConsistent) }

  /// Runs work that ends by itself, and tidily, when it finds that the user asked to stop.
  ///
  /// - Parameter work: The work, which is given the question whether the user asked to stop.
  /// - Returns: What the work returns.
  /// - Throws: What the work throws.
  package static func postponed<R>(_ work: (_ isRequested: () -> Bool) throws -> R) rethrows -> R {
    postpone()
    defer { resume() }
    return try work { isRequested.load(ordering: .relaxed) }
  }

  /// Throws when the user asked to stop.
  ///
  /// - Parameter outcome: What that leaves, for the message.
  /// - Throws: `CommandFailure` (130).
  package static func check(_ outcome: String = "nothing was recorded") throws(CommandFailure) {
    guard isRequested.load(ordering: .relaxed) else { return }
    throw CommandFailure(.interrupted, "interrupted; \(outcome)")
  }
}
