import BenefitsAnalytics
import BenefitsModel
import BenefitsTerminal

/// Benefits rolled up, as a table for reading: never a mean without its counts, coverage and worst status.
struct StatusRollUpTable {
  private let rollUp: StatusRollUp
  private let isLong: Bool

  init(_ rollUp: StatusRollUp, isLong: Bool) {
    self.rollUp = rollUp
    self.isLong = isLong
  }

  /// Returns the table, laid out for a width; one line a row where there is no limit.
  func text(width: Int?, style: Style) -> String {
    let table = rollUp.grouping == .benefit ? benefits : groups
    let body = table.isEmpty ? "" : "\n" + table.text(width: width, style: style)
    return rollUp.listing.heading(style, width: width) + body + footer(width: width, style: style)
  }

  private var groups: TextTable {
    var table = TextTable([
      .init(rollUp.grouping.title, narrowest: 16), .init("Benefits", .trailing),
      .init("Realised", .trailing), .init("Worst status", narrowest: 10),
    ])
    for row in rollUp.rows {
      let total = row.rollUp
      table.append([
        .init(name(of: row)), .init(String(total.total)), .init(Self.percent(total.realised)),
        total.worst.map { .init($0.title, $0.tone) } ?? "–",
      ])
      for line in Self.notes(total) { table.append(note: .init(line)) }
      guard isLong else { continue }
      for verdict in row.benefits {
        table.append(note: .init(Self.line(verdict).printable, .faint), indent: 4)
      }
    }
    return table
  }

  private var benefits: TextTable {
    var table = TextTable([
      .init("Benefit", narrowest: 16), .init("Aim", narrowest: 10), .init("Realised", .trailing),
      .init("Status", narrowest: 10),
    ])
    for row in rollUp.rows {
      guard let verdict = row.benefits.first else { continue }
      table.append([
        .init(name(of: row)), .init(verdict.benefit.aim.title),
        .init(Self.percent(verdict.realised)),
        .init(Self.word(verdict), verdict.status.tone),
      ])
      table.append(note: .init(verdict.sentence.printable))
      for line in Self.flags(verdict) { table.append(note: .init(line)) }
      guard isLong else { continue }
      for measure in verdict.measures + verdict.guards {
        let line = "\(measure.measure.id) \(measure.measure.title): \(StatusTable.word(measure))"
        table.append(note: .init(line.printable, .faint), indent: 4)
      }
    }
    return table
  }

  private func name(of row: StatusRollUp.Row) -> String {
    rollUp.grouping == .aim ? row.title : "\(row.id) \(row.title)".printable
  }

  /// The coverage and the counts of some benefits, and how many are bought with harm.
  private static func notes(_ rollUp: RollUp) -> [String] {
    guard !rollUp.counts.isEmpty else { return ["no benefit yet"] }
    var lines = [
      rollUp.coverage + ": "
        + rollUp.counts.map { "\($0.benefits) \($0.status.title)" }.joined(separator: " · ")
    ]
    if rollUp.flagged > 0 {
      lines.append("guardrail breached for \(rollUp.flagged) of \(rollUp.total)")
    }
    return lines
  }

  /// One benefit on a line.
  private static func line(_ verdict: BenefitAssessment) -> String {
    let share = verdict.realised.map { ", \(StatusTable.percent($0)) realised" } ?? ""
    return "\(verdict.benefit.id) \(verdict.benefit.title): \(word(verdict))\(share)"
  }

  private static func word(_ verdict: BenefitAssessment) -> String {
    verdict.status.title + (verdict.waiver == nil ? "" : ", waived")
  }

  private static func flags(_ verdict: BenefitAssessment) -> [String] {
    guard verdict.status != .closed else { return [] }
    var flags = [String]()
    if let worst = verdict.worstOutcome, worst.status != verdict.status {
      flags.append("worst outcome: \(worst.measure.id), \(worst.status.title)")
    }
    if verdict.status != .breached, !verdict.isClean {
      flags.append(
        "guardrail breached: "
          + verdict.breachedGuardrails.map(\.measure.id.text).joined(separator: ", "))
    }
    return flags
  }

  private static func percent(_ share: Double?) -> String {
    share.map(StatusTable.percent) ?? "–"
  }

  private func footer(width: Int?, style: Style) -> String {
    let whole = rollUp.whole
    var lines = [String]()
    if rollUp.silentSites > 0 {
      lines.append(
        "nothing is recorded or promised at \(rollUp.silentSites)"
          + " of \(rollUp.listing.plan.sites.count) sites")
    }
    if !whole.counts.isEmpty {
      lines.append(
        "all benefits: " + (whole.realised.map { StatusTable.percent($0) + " realised; " } ?? "")
          + Self.notes(whole).joined(separator: "; "))
      lines.append(
        "Several benefits together: the mean of their realised %, each held to 0–100%, by weight.")
    }
    let room = max(width ?? Int(Int16.max), 20)
    let text = lines.flatMap { $0.wrapped(to: room) }.map { style.paint($0, .faint) + "\n" }
    return text.isEmpty ? "" : "\n" + text.joined()
  }
}
