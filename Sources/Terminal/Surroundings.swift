package import BenefitsModel

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What a program finds around it when it starts: its arguments, environment, clock and terminal.
///
/// It is read once, in `main`, and passed down; nothing else reads a clock or the environment.
package struct Surroundings: Hashable, Sendable {
  /// The arguments behind the program's name.
  package var arguments: [String]
  /// The environment variables that the programs know, where they are set.
  package var environment: [String: String]
  /// The moment at which the program started.
  package var now: Instant
  /// The user's name in the operating system.
  package var userName: String?
  /// Whether standard output is a terminal.
  package var writesToTerminal: Bool
  /// Whether standard error is a terminal.
  package var reportsToTerminal: Bool
  /// Whether standard input is a terminal.
  package var readsFromTerminal: Bool
  /// The columns of the terminal that standard output is.
  package var terminalWidth: Int?

  /// Creates surroundings by hand.
  package init(
    arguments: [String], environment: [String: String], now: Instant, userName: String? = nil,
    writesToTerminal: Bool = false, reportsToTerminal: Bool = false,
    readsFromTerminal: Bool = false, terminalWidth: Int? = nil
  ) {
    self.arguments = arguments
    self.environment = environment
    self.now = now
    self.userName = userName
    self.writesToTerminal = writesToTerminal
    self.reportsToTerminal = reportsToTerminal
    self.readsFromTerminal = readsFromTerminal
    self.terminalWidth = terminalWidth
  }

  /// Reads the surroundings of this process.
  ///
  /// - Parameter asksForUser: Whether the user's name is found out, which may ask services of the system.
  /// - Returns: The surroundings.
  package static func ofProcess(asksForUser: Bool) -> Surroundings {
    let environment = processEnvironment()
    return Surroundings(
      arguments: Array(CommandLine.arguments.dropFirst()),
      environment: environment,
      now: Instant(secondsSince1970: time(nil)),
      // Only where nothing else says who records.
      userName: asksForUser
        && environment[EnvironmentVariable.recordedBy.rawValue]?.isEmpty ?? true
        ? processUserName() : nil,
      writesToTerminal: isatty(STDOUT_FILENO) == 1,
      reportsToTerminal: isatty(STDERR_FILENO) == 1,
      readsFromTerminal: isatty(STDIN_FILENO) == 1,
      terminalWidth: processTerminalWidth())
  }

  /// The value of an environment variable that is set and not empty.
  package func variable(_ variable: EnvironmentVariable) -> String? {
    environment[variable.rawValue].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The columns that tables are laid out in; `nil` in a pipe, where rows keep to one line each.
  package var tableWidth: Int? {
    if let columns = variable(.columns).flatMap({ Int($0) }), columns > 0 { return columns }
    return writesToTerminal ? terminalWidth ?? 80 : nil
  }

  /// The columns that paragraphs are broken to.
  package var textWidth: Int { tableWidth ?? 80 }

  private static func processEnvironment() -> [String: String] {
    var environment = [String: String]()
    for variable in EnvironmentVariable.allCases {
      environment[variable.rawValue] = getenv(variable.rawValue).map { String(cString: $0) }
    }
    return environment
  }

  private static func processUserName() -> String? {
    guard let record = getpwuid(geteuid()), let name = record.pointee.pw_name else { return nil }
    return String(cString: name)
  }

  private static func processTerminalWidth() -> Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
