package import BenefitsModel

/// The reason why a command ends without having done what was asked.
///
/// It is printed on standard error as the faults in the input, one line of fact, and hints that say
/// what to do.
package struct CommandFailure: Error, Hashable, Sendable {
  /// The faults in the input, in the order to print them.
  package var faults: [Fault]
  /// How many more faults there are.
  package var unlistedFaults = 0
  /// What went wrong, in one line without a full stop; empty when the status says it all.
  package var message: String
  /// What to do about it, each with a command where there is one.
  package var hints: [String]
  /// The status that the program ends with.
  package var status: ExitStatus

  /// Creates a failure.
  package init(
    _ status: ExitStatus, _ message: String, hints: [String] = [], faults: [Fault] = []
  ) {
    self.status = status
    self.message = message
    self.hints = hints
    self.faults = faults
  }

  /// Ends a command with a status and without a message, as when a check found problems and printed them.
  package static func silent(_ status: ExitStatus) -> CommandFailure { CommandFailure(status, "") }

  /// Returns the text for standard error.
  package func text(program: String, style: Style) -> String {
    var lines = faults.lines(unlisted: unlistedFaults)
    if !message.isEmpty {
      lines.append(style.paint("\(program): error:", .bad) + " \(message)")
    }
    lines += hints.map { style.paint("hint:", .info) + " \($0)" }
    return lines.map { $0 + "\n" }.joined()
  }
}

/// An error of a library that knows how a command that meets it ends.
package protocol CommandError: Error {
  /// The failure to print and to end with.
  var failure: CommandFailure { get }
}

extension CommandFailure: CommandError {
  /// The failure itself.
  package var failure: CommandFailure { self }
}
