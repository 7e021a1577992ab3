/// Which subjects are meant: `aim:population-health`, `project:P1+!role:context,measure:HF-M1?`.
///
/// A term is a word, a `:` and a pattern; `!` before it turns it round, `+` joins terms that all hold, and `,`
/// joins alternatives of which one holds.
public struct CheckSelection: Hashable, Sendable {
  /// What a term looks at; the raw values are the words of the text.
  public enum Word: String, Hashable, Sendable, CaseIterable {
    /// The identifier of the programme.
    case programme
    /// The identifier of the project.
    case project
    /// The identifier of a benefit that the subject is, shows or guards.
    case benefit
    /// The identifier of the measure.
    case measure
    /// The primary aim of the benefit.
    case aim
    /// What the measure is for.
    case role
    /// The kind of value of the benefit.
    case valueClass = "class"
    /// The role that answers for the benefit or provides the values.
    case owner
    /// A word that the plan gives a benefit or a measure.
    case tag
  }

  /// One condition.
  public struct Term: Hashable, Sendable {
    /// Whether it holds where the pattern does not fit.
    public var isNegated: Bool
    /// What it looks at.
    public var word: Word
    /// What that has to fit.
    public var pattern: Glob
  }

  /// The text as it was written.
  public let text: String
  /// The alternatives, each with the terms that all have to hold.
  public let alternatives: [[Term]]

  /// Reads a selection.
  ///
  /// - Parameter text: The text.
  /// - Throws: `CheckSelectionFault` with what is wrong and a suggestion.
  public init(_ text: String) throws(CheckSelectionFault) {
    self.text = text.trimmed()
    var alternatives: [[Term]] = []
    for alternative in text.split(separator: ",", omittingEmptySubsequences: false) {
      var terms: [Term] = []
      for part in alternative.split(separator: "+", omittingEmptySubsequences: false) {
        terms.append(try Term(String(part).trimmed()))
      }
      alternatives.append(terms)
    }
    self.alternatives = alternatives
  }

  /// Returns whether a subject is meant.
  ///
  /// - Parameter values: Returns what the subject has under a word, of which one has to fit.
  /// - Returns: Whether one of the alternatives holds.
  public func matches(_ values: (Word) -> [String]) -> Bool {
    alternatives.contains { terms in
      terms.allSatisfy { term in
        values(term.word).contains { term.pattern.matches($0) } != term.isNegated
      }
    }
  }
}

/// What is wrong with a selection.
public struct CheckSelectionFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, and what to write.
  public let description: String
}

extension CheckSelection.Term {
  fileprivate init(_ text: String) throws(CheckSelectionFault) {
    guard !text.isEmpty else {
      throw CheckSelectionFault(
        description:
          "a term is empty; write one on each side of ',' and '+', as aim:cost-efficiency")
    }
    let bare = text.hasPrefix("!") ? String(text.dropFirst()).trimmed() : text
    let parts = bare.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      .map { String($0).trimmed() }
    let words = CheckSelection.Word.allCases.map(\.rawValue)
    guard parts.count == 2, !parts[1].isEmpty else {
      throw CheckSelectionFault(
        description:
          "'\(bare)' is no term; write a word, ':' and a pattern, as measure:\(parts[0].isEmpty || words.contains(parts[0]) ? "HF-M*" : parts[0])"
      )
    }
    guard let word = CheckSelection.Word(rawValue: parts[0].asciiLowercased()) else {
      let near = Suggestion.clause(for: parts[0], in: words)
      throw CheckSelectionFault(
        description: "nothing can be selected by '\(parts[0])'"
          + (near.isEmpty ? "; the words are \(words.joined(separator: ", "))" : near))
    }
    self.init(isNegated: text.hasPrefix("!"), word: word, pattern: Glob(parts[1]))
  }
}
