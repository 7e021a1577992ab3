import ArgumentParser
import BenefitsModel
import BenefitsStorage
import BenefitsTerminal

/// `show`: what one entry wrote.
struct Show: Command {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows what an entry wrote, before and after, field by field.",
    discussion: """
      EXAMPLES:
        benefits-cli show 2
        benefits-cli show 8 --format csv
      """)

  @Argument(help: "The number of the entry, as `log` lists it.") var entry: Int
  @Option(help: "The form of the result.") var format = ListingFormat.table
  @OptionGroup(title: "Database") var database: DatabaseOptions
  @OptionGroup(title: "Display") var display: DisplayOptions

  mutating func run(in session: inout Session) throws {
    let store = try Recording.openWhole(database, in: session)
    let changes = try store.changes(in: entry)
    if format == .table {
      let id = entry
      try session.print(Log.table(try store.entries().filter { $0.id == id }))
      try session.write("\n")
    }
    let programme = try store.plan(knownAt: .entry(entry))?.programme.id
    try ChangeListing(changes: changes, programme: programme).listing.print(format, in: &session)
    if changes.isEmpty { try session.note("entry \(entry) wrote no rows") }
  }
}
