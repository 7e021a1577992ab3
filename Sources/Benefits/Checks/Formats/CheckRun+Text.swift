import BenefitsModel

extension CheckRun {
  /// Returns the run for a person or a log: one line for each result that wants attention, worst first, then
  /// the counts, then the exit status and why.
  ///
  /// - Parameter verbose: Whether what passes, is not due or does not apply is listed too.
  /// - Returns: Lines that each end with a line feed.
  public func text(verbose: Bool = false) -> String {
    let listed = worstFirst.filter { verbose || ($0.outcome.isChecked && $0.outcome != .pass) }
    let checkWidth = listed.map(\.check.count).max() ?? 0
    let subjectWidth = listed.map(\.subject.id.count).max() ?? 0
    var out = ""
    for result in listed {
      out += result.outcome.tag.leftAligned(to: 5) + "  "
      out += result.check.leftAligned(to: checkWidth) + "  "
      out += result.subject.id.leftAligned(to: subjectWidth) + "  "
      out += result.message + "\n"
    }
    if !listed.isEmpty { out += "\n" }
    out += "\(programme.title.printable), as of \(asOf.spoken), profile \(profile.rawValue)\n"
    out += "\(counts.total) checks: \(counts.text)\n"
    let width = Aim.allCases.map(\.title.count).max() ?? 0
    for aim in Aim.allCases {
      let own = results.filter { $0.subject.aim == aim }
      let said =
        aims.contains(aim)
        ? (own.isEmpty ? "nothing checked" : CheckCounts(own).text) : "no benefit"
      out += "  \(aim.title.leftAligned(to: width))  \(said)\n"
    }
    let rest = results.filter { $0.subject.aim == nil }
    if !rest.isEmpty {
      out += "  \("No aim".leftAligned(to: width))  \(CheckCounts(rest).text)\n"
    }
    return out + "exit \(exit.status) because \(exit.reason)\n"
  }
}

extension CheckOutcome {
  /// The outcome as the first word of a line.
  var tag: String {
    switch self {
    case .fail: "FAIL"
    case .unknown: "UNKN"
    case .warn: "WARN"
    case .waived: "WAIVE"
    case .pass: "PASS"
    case .notDue: "LATER"
    case .notApplicable: "N/A"
    }
  }
}

extension String {
  /// The text followed by spaces up to a width.
  func leftAligned(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - count))
  }
}
