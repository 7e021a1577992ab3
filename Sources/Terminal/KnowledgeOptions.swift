package import ArgumentParser
package import BenefitsModel

/// The option that says what had been entered.
package struct KnowledgeOptions: ParsableArguments {
  /// The state of knowledge as given.
  @Option(
    name: .customLong("known-at"),
    help: ArgumentHelp(
      "What had been entered by then: a date, a moment (2026-04-24T09:30:00Z) or the number of an "
        + "entry (default: everything).",
      valueName: "moment"),
    transform: Arguments.knownAt)
  package var knownAt: KnownAt?

  /// Creates the options as the parser needs them.
  package init() {}

  /// The state of knowledge to answer in.
  package var state: KnownAt { knownAt ?? .latest }
}
