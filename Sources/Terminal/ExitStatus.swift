/// How a program ended, for scripts and schedules.
///
/// The numbers from 64 on are those of BSD's `sysexits.h`, which the argument parser uses too.
package enum ExitStatus: Int32, CaseIterable, Hashable, Sendable {
  /// What was asked for is done, or was so already.
  case done = 0
  /// The question was answered "no".
  case answeredNo = 1
  /// Nothing failed, but something is not known.
  case unknown = 2
  /// What is monitored is unknown, where statuses are those of a Nagios plugin.
  case unknownToMonitoring = 3
  /// The command line is wrong.
  case wrongUsage = 64
  /// The input is wrong.
  case wrongInput = 65
  /// Something named does not exist.
  case notFound = 66
  /// The database cannot be used.
  case unusableDatabase = 69
  /// The program itself is at fault.
  case programFault = 70
  /// Output cannot be created.
  case cannotCreate = 73
  /// Reading or writing failed.
  case readOrWriteFailed = 74
  /// The database is busy.
  case busy = 75
  /// Interrupted by the user.
  case interrupted = 130

  /// What the status means, for `help exit-codes`.
  package var meaning: String {
    switch self {
    case .done: "done, or already so"
    case .answeredNo:
      "the question was answered \"no\": a check failed, a plan differs, something is overdue"
    case .unknown: "checks: nothing failed, but something is unknown or nothing was checked"
    case .unknownToMonitoring:
      "check --exit-style nagios: UNKNOWN (there 0 is OK, 1 WARNING and 2 CRITICAL)"
    case .wrongUsage: "the command line is wrong"
    case .wrongInput: "the input is wrong: rows of a file, a period, a number, a plan"
    case .notFound: "something named does not exist: a file, a measure, a site, an entry"
    case .unusableDatabase:
      "the database cannot be used: not ours, newer than this program, or damaged"
    case .programFault: "a fault in this program; the message says how to report it"
    case .cannotCreate: "output cannot be created, or exists already"
    case .readOrWriteFailed: "reading or writing failed: a full disk, a missing permission"
    case .busy: "the database is busy: try again"
    case .interrupted: "interrupted; nothing was recorded"
    }
  }
}
