import BenefitsModel

extension Check {
  static let definitionTitleForm = Check(
    "def.title-form", family: .definition, severities: [.info],
    breach: "the title of a benefit does not say what changes in which direction",
    explanation: CheckExplanation(
      what: """
        The title of a benefit has a word that says how something changes: fewer, less, lower, shorter, faster, \
        higher, more, longer, better, safer, wider, reduced, increased and the like. Improved, enhanced or \
        optimised alone do not say in which direction.
        """,
      why: """
        A title that names a thing (a new clinic) describes an output. A title that names a change (shorter \
        waits) can be seen to come true or not.
        """,
      fix: "Write the title as a change that somebody would notice: Fewer falls with harm.",
      source: "Managing Successful Programmes, 5th edition (2020), on naming benefits"),
    rule: .benefit { subject in
      if subject.isEnded { return .notApplicable("has ended") }
      let words = subject.benefit.title.asciiLowercased().split { !$0.isLetter }.map(String.init)
      if words.contains(where: isChange) { return .pass("says what changes") }
      let action = "say what changes, and in which direction"
      if let vague = words.first(where: isVague) {
        return .breach(.info, "says '\(vague)' but not in which direction", action: action)
      }
      return .breach(.info, "has no word of change in its title", action: action)
    })

  private static let comparatives: Set<String> = [
    "fewer", "less", "lower", "smaller", "shorter", "faster", "quicker", "sooner", "earlier",
    "higher", "more", "greater", "larger", "bigger", "longer", "later", "slower", "wider",
    "broader", "better", "safer", "worse", "cheaper", "stronger", "healthier", "fairer", "closer",
    "simpler", "easier", "cleaner", "no", "zero", "end", "ended", "eliminated", "avoided",
    "rising", "falling",
  ]
  private static let stems = [
    "reduc", "increas", "decreas", "rais", "lower", "shorten", "lengthen", "widen", "narrow",
    "cut", "halv", "doubl", "prevent", "avoid", "eliminat", "accelerat", "sav", "grow",
  ]

  private static func isChange(_ word: String) -> Bool {
    comparatives.contains(word) || stems.contains { word.hasPrefix($0) }
  }

  private static func isVague(_ word: String) -> Bool {
    ["improv", "enhanc", "optimi"].contains { word.hasPrefix($0) }
  }
}
