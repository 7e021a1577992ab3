package import ArgumentParser

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A command of one of the programs.
package protocol Command: ParsableCommand {
  /// How the command talks.
  var display: DisplayOptions { get }
  /// Does what was asked.
  mutating func run(in session: inout Session) throws
}

/// The common entry point of the programs.
package enum Program {
  /// The version of both programs, their library and their file format's documentation.
  package static let version = "0.1.0"

  /// Parses the command line, runs the command and ends the process with its status.
  ///
  /// - Parameters:
  ///   - root: The command of the program.
  ///   - records: Whether the program records, and so asks who the user is.
  package static func main(_ root: any ParsableCommand.Type, records: Bool) -> Never {
    Interruption.install()
    exit(run(root, surroundings: .ofProcess(asksForUser: records)).rawValue)
  }

  /// Parses the command line, runs the command and returns its status.
  package static func run(
    _ root: any ParsableCommand.Type, surroundings: Surroundings
  ) -> ExitStatus {
    let name = root.name
    var session = Session(program: name, surroundings: surroundings)
    do {
      do {
        if let topic = try HelpTopic.asked(for: surroundings.arguments, root: root) {
          try session.write(topic.text(program: name, width: surroundings.textWidth))
        } else {
          var parsed = try parse(surroundings.arguments, root: root)
          if var command = parsed as? any Command {
            session = Session(program: name, surroundings: surroundings, display: command.display)
            try command.run(in: &session)
          } else {
            try parsed.run()
          }
        }
        try session.flush()
        return .done
      } catch {
        // What was found out before the error is still a result.
        try session.flush()
        throw error
      }
    } catch let error as any CommandError {
      StandardError.write(error.failure.text(program: name, style: session.messageStyle))
      return error.failure.status
    } catch {
      return finish(error, root: root, session: &session)
    }
  }

  /// Parses the command line.
  ///
  /// The parser prepares every command below the one that it begins with, which takes longer than most commands
  /// do; so it begins with the one that is named. Only from the root does it speak of the whole line, in help
  /// and in errors.
  private static func parse(
    _ arguments: [String], root: any ParsableCommand.Type
  ) throws -> any ParsableCommand {
    let named = try CommandWords.command(named: arguments, root: root)
    let rest = Array(arguments.dropFirst(named.words))
    if named.words > 0, let parsed = try? parse(rest, as: named.command) { return parsed }
    return try root.parseAsRoot(arguments)
  }

  /// Parses what follows the name of a command; `nil` where that is no command line of it, as a wish for help.
  private static func parse<Named: ParsableCommand>(
    _ rest: [String], as command: Named.Type
  ) throws -> Named? {
    // A command with others below it has to name them where none is given.
    guard Named.configuration.subcommands.isEmpty else {
      return try Named.parseAsRoot(rest) as? Named
    }
    return (try LoneCommand<Named>.parseAsRoot(rest) as? LoneCommand<Named>)?.command
  }

  /// Prints what the argument parser has to say: help on standard output, errors on standard error.
  private static func finish(
    _ error: any Error, root: any ParsableCommand.Type, session: inout Session
  ) -> ExitStatus {
    let text = root.fullMessage(for: error, columns: session.surroundings.textWidth)
    switch root.exitCode(for: error) {
    case .success:
      do {
        if !text.isEmpty { try session.print(text) }
        try session.flush()
        return .done
      } catch {
        StandardError.write(error.text(program: session.program, style: session.messageStyle))
        return error.status
      }
    case .validationFailure:
      let prefix = "Error: "
      let message = text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text
      StandardError.write(
        session.messageStyle.paint("\(session.program): error:", .bad) + " \(message)\n")
      return .wrongUsage
    default:
      let failure = CommandFailure(unexpected: error, commandLine: session.commandLine)
      StandardError.write(failure.text(program: session.program, style: session.messageStyle))
      return failure.status
    }
  }
}

/// A command without the programs around it.
private struct LoneCommand<Named: ParsableCommand>: ParsableCommand {
  /// For a command that stands below another the parser does not look for requests of completion scripts, which
  /// takes it longer than most commands do; only the root is asked for these.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: Named.name, _superCommandName: "", abstract: "", discussion: "")
  }

  @OptionGroup var command: Named
}

extension CommandFailure {
  /// The failure for an error that no command expects: a fault in the program.
  package init(unexpected error: any Error, commandLine: String) {
    self.init(
      .programFault, "unexpected: \(error)",
      hints: [
        "this is a fault in the program; please report it with the version (\(Program.version)) "
          + "and the command: \(commandLine)"
      ])
  }
}

extension ParsableCommand {
  /// The word that the command is called by.
  static var name: String { configuration.commandName ?? _commandName }
}
