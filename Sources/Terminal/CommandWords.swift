import ArgumentParser
import BenefitsModel

/// Checks the first words of a command line against the commands there are.
///
/// The argument parser calls a misspelt command an unexpected argument; here it is called by its name, with
/// what may have been meant.
enum CommandWords {
  /// Finds the command that the arguments name.
  ///
  /// - Returns: The command, and how many words name it.
  static func command(
    named arguments: [String], root: any ParsableCommand.Type
  ) throws(CommandFailure) -> (command: any ParsableCommand.Type, words: Int) {
    try refuseOptionsFirst(arguments, root: root)
    var command = root
    var path = [root.name]
    for word in arguments {
      let configuration = command.configuration
      let subcommands = configuration.subcommands
      guard !subcommands.isEmpty, configuration.defaultSubcommand == nil, !word.hasPrefix("-"),
        word != "help" || command != root
      else { break }
      if let found = subcommands.first(where: { $0.answers(to: word) }) {
        command = found
        path.append(found.name)
        continue
      }
      throw unknown(word, in: subcommands.filter { $0.configuration.shouldDisplay }, path: path)
    }
    return (command, path.count - 1)
  }

  /// Says where options belong when they stand before the command, as other programs have them.
  private static func refuseOptionsFirst(
    _ arguments: [String], root: any ParsableCommand.Type
  ) throws(CommandFailure) {
    let own = ["-h", "--help", "--help-hidden", "--version", "--generate-completion-script"]
    guard let first = arguments.first, first.hasPrefix("-"), !own.contains(first),
      !first.hasPrefix("--experimental"), !first.hasPrefix("--generate-completion-script="),
      let place = arguments.firstIndex(where: { word in
        root.configuration.subcommands.contains { $0.answers(to: word) }
      })
    else { return }
    let words = Array(arguments[place...] + arguments[..<place])
    throw CommandFailure(
      .wrongUsage, "'\(first)' stands before the command; options come behind it",
      hints: ["write: " + CommandLineText.quoted([root.name] + words)])
  }

  static func unknown(
    _ word: String, in commands: [any ParsableCommand.Type], path: [String],
    more: [String] = []
  ) -> CommandFailure {
    let names = commands.map { $0.name } + more
    let parent = path.joined(separator: " ")
    return CommandFailure(
      .wrongUsage,
      (path.count > 1 ? "'\(path[path.count - 1])' has" : "there is")
        + " no command '\(word)'\(Suggestion.clause(for: word, in: names))",
      hints: ["\(parent) --help lists the commands"])
  }
}

extension ParsableCommand {
  /// Whether the command is called by a word.
  static func answers(to word: String) -> Bool {
    name == word || configuration.aliases.contains(word)
  }
}
