import ArgumentParser

/// The options of every command that say how it talks.
package struct DisplayOptions: ParsableArguments {
  /// Whether only errors are reported beside the result.
  @Flag(
    name: .shortAndLong,
    help: "Report nothing on standard error but errors.")
  package var quiet = false

  /// When colours are shown.
  @Option(help: ArgumentHelp("When to use colours.", valueName: "when"))
  package var color = ColorChoice.auto

  /// Creates the options as the parser needs them.
  package init() {}
}
