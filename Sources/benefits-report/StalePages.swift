import BenefitsReports
import BenefitsTerminal

/// Pages of an earlier report in the same folder that the new one does not have, as those of a benefit that is no
/// longer in the plan.
///
/// Only what such a report wrote is removed: a page says in its head which place in a folder it was written for.
enum StalePages {
  /// How far into a page its mark may stand; ours is in the first lines.
  private static let markWithin = 4096

  /// Removes the pages of a folder that belong to an earlier report.
  ///
  /// - Parameters:
  ///   - folder: The folder of the report.
  ///   - pages: The pages that the report has now.
  /// - Returns: The paths of the removed pages, and of other pages beside them that no report wrote.
  /// - Throws: `CommandFailure` when a folder or a page cannot be read, or a page cannot be removed (74).
  static func remove(
    from folder: String, keeping pages: [ReportPage]
  ) throws(CommandFailure) -> (removed: [String], left: [String]) {
    let kept = Set(pages.map(\.path))
    var found: (removed: [String], left: [String]) = ([], [])
    for path in try candidates(in: folder) where !kept.contains(path) {
      let full = "\(folder)/\(path)"
      if try InputFile.bytes(of: full).prefix(markWithin).contains(ReportPage.mark(of: path)) {
        try OutputFile.remove(full)
        found.removed.append(path)
      } else {
        found.left.append(path)
      }
    }
    return found
  }

  /// The places in a folder that a report may write to, but for its index.
  private static func candidates(in folder: String) throws(CommandFailure) -> [String] {
    let hasBenefits = InputFile.exists("\(folder)/benefits")
    let benefits = hasBenefits ? try InputFile.names(inFolder: "\(folder)/benefits") : []
    let others = try InputFile.names(inFolder: folder).filter { $0 == "measures.html" }
    return benefits.filter { $0.hasSuffix(".html") }.map { "benefits/\($0)" } + others
  }
}

extension ArraySlice<UInt8> {
  /// Whether a text stands somewhere in the bytes.
  fileprivate func contains(_ text: String) -> Bool {
    let text = Array(text.utf8)
    guard count >= text.count else { return false }
    return (startIndex...endIndex - text.count).contains { self[$0...].starts(with: text) }
  }
}
