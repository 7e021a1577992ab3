import BenefitsModel

extension CheckRun {
  /// Returns the run for a person or a log: one line for each result that wants attention, worst first, then
  /// the counts, then the exit status and why.
  ///
  /// - Parameter verbose: Whether what passes, is not due or does not apply is listed too.
  /// - Returns: Lines that each end with a line feed.
  public func text(verbose: Bool = false) -> String {
    let shown = verbose ? worstFirst : attention
    let checkWidth = shown.map(\.check.count).max() ?? 0
    let subjectWidth = shown.map(\.subject.id.count).max() ?? 0
    var out = ""
    for result in shown {
      out += result.tag.leftAligned(to: 5) + "  "
      out += result.check.leftAligned(to: checkWidth) + "  "
      out += result.subject.id.leftAligned(to: subjectWidth) + "  "
      out += result.message + (result.stateText.map { "  [\($0)]" } ?? "") + "\n"
    }
    if !shown.isEmpty { out += "\n" }
    out += "\(summary)\n"
    out += "\(counts.total) checks: \(counts.text)\n"
    let width = Aim.allCases.map(\.title.count).max() ?? 0
    for aim in Aim.allCases {
      let said =
        aims.contains(aim) ? countsByAim[aim]?.text ?? "nothing checked" : "no benefit"
      out += "  \(aim.title.leftAligned(to: width))  \(said)\n"
    }
    if let rest = countsByAim[nil] {
      out += "  \("No aim".leftAligned(to: width))  \(rest.text)\n"
    }
    return out + "exit \(exit.status) because \(exit.reason)\n"
  }

  /// What was asked, in one line.
  var summary: String {
    var out = "\(programme.title.printable), as of \(asOf.spoken), profile \(profile.rawValue)"
    if let select = options.select { out += ", \(select.text.printable) only" }
    if !options.checks.isEmpty {
      out += ", " + options.checks.map(\.text.printable).joined(separator: ", ") + " only"
    }
    if let since { out += ", compared with \(since.spoken)" }
    return out + (options.changesOnly ? ", changes only" : "")
  }
}

extension CheckResult {
  /// The outcome as the first word of a line; a breach that is only worth knowing has a word of its own.
  var tag: String {
    if outcome == .warn, severity == .info { return "INFO" }
    return switch outcome {
    case .fail: "FAIL"
    case .unknown: "UNKN"
    case .warn: "WARN"
    case .waived: "WAIVE"
    case .pass: "PASS"
    case .notDue: "LATER"
    case .notApplicable: "N/A"
    }
  }

  /// How it stands against the evaluation before, as `ongoing 5`.
  var stateText: String? {
    guard let state else { return nil }
    guard let consecutive, state == .ongoing || state == .worsened || state == .improved else {
      return state.rawValue
    }
    let most = consecutive == CheckVerdict.longestLook ? "+" : ""
    return "\(state.rawValue) \(consecutive)\(most)"
  }
}

extension String {
  /// The text followed by spaces up to a width.
  func leftAligned(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - count))
  }
}
