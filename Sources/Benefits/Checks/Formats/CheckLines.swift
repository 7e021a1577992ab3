import BenefitsModel

/// The results of a run as lines for a person or a log, of which no more is kept than what is shown.
public struct CheckLines {
  /// One result.
  private struct Line {
    let outcome: CheckOutcome
    let weight: Int
    let tag: String
    let check: String
    let subject: String
    let message: String
    let state: String?
  }

  private var lines: [Line] = []
  private let isVerbose: Bool
  private let changesOnly: Bool

  /// Creates an empty list.
  ///
  /// - Parameters:
  ///   - verbose: Whether what passes, is not due or does not apply is listed too.
  ///   - changesOnly: Whether only what is new, worse or resolved is listed.
  public init(verbose: Bool, changesOnly: Bool) {
    isVerbose = verbose
    self.changesOnly = changesOnly
  }

  /// Takes a result in where it is shown.
  ///
  /// - Parameter result: The next result of the run.
  public mutating func add(_ result: CheckResult) {
    guard isVerbose || result.wantsAttention, !changesOnly || result.state?.isChange == true else {
      return
    }
    lines.append(
      Line(
        outcome: result.outcome, weight: result.weight, tag: result.tag, check: result.check,
        subject: result.subject.id, message: result.message, state: result.stateText))
  }

  /// Writes one line for each result, worst first, then the counts, then the exit status and why.
  ///
  /// - Parameters:
  ///   - run: The run that the results are of.
  ///   - body: Takes the text piece by piece.
  /// - Throws: What `body` throws.
  public func write<Failure: Error>(
    _ run: CheckRun, to body: (String) throws(Failure) -> Void
  ) throws(Failure) {
    let checkWidth = lines.lazy.map(\.check.count).max() ?? 0
    let subjectWidth = lines.lazy.map(\.subject.count).max() ?? 0
    for index in worstFirst {
      let line = lines[index]
      try body(
        line.tag.leftAligned(to: 5) + "  " + line.check.leftAligned(to: checkWidth) + "  "
          + line.subject.leftAligned(to: subjectWidth) + "  " + line.message
          + (line.state.map { "  [\($0)]" } ?? "") + "\n")
    }
    if !lines.isEmpty { try body("\n") }
    try body("\(run.summary)\n\(run.counts.total) checks: \(run.counts.text)\n")
    let width = Aim.allCases.map(\.title.count).max() ?? 0
    for aim in Aim.allCases {
      let said =
        run.aims.contains(aim) ? run.countsByAim[aim]?.text ?? "nothing checked" : "no benefit"
      try body("  \(aim.title.leftAligned(to: width))  \(said)\n")
    }
    if let rest = run.countsByAim[nil] {
      try body("  \("No aim".leftAligned(to: width))  \(rest.text)\n")
    }
    try body("exit \(run.exit.status) because \(run.exit.reason)\n")
  }

  private var worstFirst: [Int] {
    let ranks = lines.map { ($0.outcome.rank, -$0.weight) }
    return lines.indices.sorted { (ranks[$0].0, ranks[$0].1, $0) < (ranks[$1].0, ranks[$1].1, $1) }
  }
}
