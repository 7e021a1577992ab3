/// What a piece of text says beside its words; the words must do without it.
package enum Tone: Hashable, Sendable, CaseIterable {
  /// Plain text.
  case plain
  /// A heading.
  case strong
  /// Of less importance.
  case faint
  /// As it should be.
  case good
  /// To be watched.
  case caution
  /// Not as it should be.
  case bad
  /// Advice.
  case info

  /// The parameters of the SGR control sequence (ECMA-48 §8.3.117).
  fileprivate var code: String {
    switch self {
    case .plain: ""
    case .strong: "1"
    case .faint: "2"
    case .good: "32"
    case .caution: "33"
    case .bad: "31"
    case .info: "36"
    }
  }
}

/// Whether and how text is coloured on one stream.
package struct Style: Hashable, Sendable {
  /// Whether control sequences are written.
  package var isColoured: Bool

  /// Creates a style.
  package init(isColoured: Bool) { self.isColoured = isColoured }

  /// Text without control sequences.
  package static let plain = Style(isColoured: false)

  /// Returns the text in a tone.
  package func paint(_ text: String, _ tone: Tone) -> String {
    isColoured && tone != .plain && !text.isEmpty ? "\u{1B}[\(tone.code)m\(text)\u{1B}[0m" : text
  }
}
