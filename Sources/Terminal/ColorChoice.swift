import ArgumentParser

/// When colours are shown.
package enum ColorChoice: String, Hashable, Sendable, ChoiceArgument {
  /// On a terminal that has them, unless `NO_COLOR` is set.
  case auto
  /// Always, in a pipe too.
  case always
  /// Never.
  case never

  /// Returns the style for a stream.
  package func style(isTerminal: Bool, surroundings: Surroundings) -> Style {
    switch self {
    case .always: Style(isColoured: true)
    case .never: .plain
    case .auto:
      Style(
        isColoured: isTerminal && surroundings.variable(.noColor) == nil
          && surroundings.variable(.terminal) != "dumb")
    }
  }
}
