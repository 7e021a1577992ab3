import ArgumentParser
import BenefitsModel
import BenefitsStorage
import BenefitsTerminal

/// `log`: the entries of the database.
struct Log: Command {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Lists the entries of the database: all that was ever done to it, and by whom.",
    discussion: """
      The newest entry comes first. A moment marked with * was stated with --recorded-at. \
      Keep the ledger head elsewhere: 'verify --head' shows with it that nothing was changed since.

      EXAMPLES:
        benefits-cli log
        benefits-cli log --limit 5
        benefits-cli log --known-at 2025-06-01 --format json
      """)

  @Option(help: ArgumentHelp("Show only the newest entries.", valueName: "number"))
  var limit: Int?
  @Option(help: "The form of the result.") var format = ListingFormat.table
  @OptionGroup(title: "Database") var database: DatabaseOptions
  @OptionGroup(title: "Time") var knowledge: KnowledgeOptions
  @OptionGroup(title: "Display") var display: DisplayOptions

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit takes a number from 1 on") }
  }

  mutating func run(in session: inout Session) throws {
    let store = try Recording.openWhole(database, in: session)
    let entries = try store.entries(knownAt: knowledge.state)
    let newest = Array(entries.reversed().prefix(limit ?? entries.count))
    guard format == .table else { return try Self.listing(newest).print(format, in: &session) }
    try session.print(Self.table(newest))
    if let hash = newest.first?.hash { try session.print("Ledger head: \(hash)") }
  }

  /// Two lines an entry and more: its head, what was typed, and why.
  static func table(_ entries: [Entry]) -> TextTable {
    var table = TextTable([
      .init("entry", .trailing), .init("recorded at"), .init("by", narrowest: 16),
      .init("rows", narrowest: 16),
    ])
    for entry in entries {
      let counts = RowCounts(added: entry.rows.added, revised: entry.rows.revised)
      let rows = entry.rows.added + entry.rows.revised == 0 ? "" : counts.summary
      let star = entry.isStated ? " *" : ""
      table.append([
        .init("\(entry.id)", .strong), .init(minute(entry.recordedAt) + star),
        .init(entry.recordedBy), .init(rows),
      ])
      table.append(note: .init(entry.command, .faint), indent: 7)
      if let reason = entry.reason { table.append(note: .init("why: \(reason)"), indent: 7) }
    }
    return table
  }

  private static func listing(_ entries: [Entry]) -> Listing {
    var listing = Listing([
      .init("entry"), .init("recorded_at"), .init("is_stated"), .init("recorded_by"),
      .init("added"), .init("revised"), .init("unchanged"), .init("command"), .init("reason"),
      .init("file"), .init("bytes"), .init("sha256"), .init("hash"),
    ])
    for entry in entries {
      listing.append([
        .init(entry.id), .init("\(entry.recordedAt)"),
        .init(TextTable.Cell(""), .bool(entry.isStated)), .init(entry.recordedBy),
        .init(entry.rows.added), .init(entry.rows.revised), .init(entry.rows.unchanged),
        .init(entry.command), .init(entry.reason), .init(entry.source?.name),
        .init(TextTable.Cell(""), JSONValue(entry.source?.size)), .init(entry.source?.sha256),
        .init(entry.hash),
      ])
    }
    return listing
  }

  /// The moment to the minute, as `2026-04-24 09:30`.
  private static func minute(_ instant: Instant) -> String {
    let text = instant.description
    return text.prefix(10) + " " + text.dropFirst(11).prefix(5)
  }
}
