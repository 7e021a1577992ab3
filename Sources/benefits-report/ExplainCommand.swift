import ArgumentParser
import BenefitsChecks
import BenefitsModel
import BenefitsTerminal

/// Says what a check looks at, why, and how to put a breach right.
struct ExplainCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explains a check: what, why, how to put it right.",
    discussion: """
      Without a check, lists them all. The name of a result, as data.overdue:HF-M16, will do too.

      EXAMPLES:
        benefits-report explain
        benefits-report explain data.overdue
        benefits-report explain target.met-by-date:HF-M03
      """)

  @Argument(help: ArgumentHelp("The check, as data.overdue.", valueName: "check"))
  var check: String?

  @OptionGroup(title: "DISPLAY") var display: DisplayOptions

  func run(in session: inout Session) throws {
    guard let check else { return try list(in: &session) }
    let id = check.split(separator: ":").first.map { String($0).asciiLowercased() } ?? check
    guard let found = CheckVocabulary.check(id) else {
      let ids = CheckVocabulary.all.map(\.id)
      let near = Suggestion.clause(for: id, in: ids)
      throw CommandFailure(
        .notFound, "there is no check '\(id)'\(near)",
        hints: near.isEmpty ? ["'benefits-report explain' lists them"] : [])
    }
    try session.write(Self.text(of: found, width: session.surroundings.textWidth))
  }

  private func list(in session: inout Session) throws {
    let width = CheckVocabulary.all.map(\.id.count).max() ?? 0
    for family in CheckFamily.allCases {
      let checks = CheckVocabulary.all.filter { $0.family == family }
      guard !checks.isEmpty else { continue }
      try session.write("\(family.title)\n")
      for check in checks {
        let margin = String(repeating: " ", count: width + 4)
        let lines = check.breach.wrapped(to: max(24, session.surroundings.textWidth - width - 4))
        let gap = String(repeating: " ", count: width + 2 - check.id.count)
        try session.write("  \(check.id)\(gap)" + lines.joined(separator: "\n" + margin) + "\n")
      }
    }
  }

  /// The explanation of a check in paragraphs.
  private static func text(of check: Check, width: Int) -> String {
    let explanation = check.explanation
    var facts = [
      "family: \(check.family.rawValue)",
      check.severities.isEmpty
        ? nil : "severity: " + check.severities.map(\.rawValue).joined(separator: ", "),
      check.consecutive.map { "periods in a row: \($0), or what the policy says" },
    ].compactMap { $0 }
    if !check.thresholds.isEmpty {
      facts.append("limits: " + check.thresholds.map(\.rawValue).joined(separator: ", "))
    }
    let parts = [
      ("Breached when", check.breach), ("What", explanation.what), ("Why", explanation.why),
      ("How to put it right", explanation.fix), ("Source", explanation.source),
    ]
    let body = parts.map { title, text in
      "\(title)\n" + text.wrapped(to: min(width, 100) - 2).map { "  \($0)\n" }.joined()
    }
    return "\(check.id)\n" + facts.map { "  \($0)\n" }.joined() + "\n"
      + body.joined(separator: "\n")
  }
}
