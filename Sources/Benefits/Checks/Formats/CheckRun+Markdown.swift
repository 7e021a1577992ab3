import BenefitsModel

extension CheckRun {
  /// Returns the run as Markdown: the counts, a table of what wants attention, worst first, and the aims.
  ///
  /// - Parameter limit: The most bytes; rows that would pass it are left out, and their number is said.
  /// - Returns: A document that ends with a line feed.
  public func markdown(limit: Int = .max) -> String {
    var head = "## Benefits: exit \(exit.status)\n\n"
    head += "\(summary.markdownText)\n\n"
    head += "\(counts.total) checks: \(counts.text). Exit \(exit.status) because "
    head += "\(exit.reason.markdownText).\n"
    var tail = "\n| aim | checks |\n|---|---|\n"
    for aim in Aim.allCases {
      let said = aims.contains(aim) ? countsByAim[aim]?.text ?? "nothing checked" : "no benefit"
      tail += "| \(aim.title) | \(said) |\n"
    }
    if let rest = countsByAim[nil] { tail += "| No aim | \(rest.text) |\n" }
    let shown = attention
    guard !shown.isEmpty else { return head + tail }
    head += "\n| | check | subject | what | state |\n|---|---|---|---|---|\n"
    let longestNote = 80
    var room = limit - head.utf8.count - tail.utf8.count - longestNote
    var rows = ""
    var left = shown.count
    for result in shown {
      let row =
        "| \(result.tag) | `\(result.check)` | \(result.subject.id.markdownText) | "
        + "\(result.message.markdownText) | \(result.stateText ?? "") |\n"
      guard row.utf8.count <= room else { break }
      room -= row.utf8.count
      rows += row
      left -= 1
    }
    let rest = left > 0 ? "\nand \(left) more, left out for want of room\n" : ""
    return head + rows + rest + tail
  }
}

extension String {
  /// The text as running text of Markdown, in one line.
  fileprivate var markdownText: String {
    printable.reduce(into: "") { out, character in
      switch character {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "|", "`", "*", "_", "[", "]", "\\", "~", "#": out += "\\\(character)"
      default: out.append(character)
      }
    }
  }
}
