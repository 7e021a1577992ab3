import BenefitsModel

extension CheckRun {
  /// Returns the run for a person or a log: one line for each result that wants attention, worst first, then
  /// the counts, then the exit status and why.
  ///
  /// - Parameter verbose: Whether what passes, is not due or does not apply is listed too.
  /// - Returns: Lines that each end with a line feed.
  public func text(verbose: Bool = false) -> String {
    var lines = CheckLines(verbose: verbose, changesOnly: options.changesOnly)
    for result in results { lines.add(result) }
    var text = ""
    lines.write(self) { text += $0 }
    return text
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
