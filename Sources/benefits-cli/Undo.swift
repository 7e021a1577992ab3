import ArgumentParser
import BenefitsModel
import BenefitsStorage
import BenefitsTerminal

/// `undo`: restores what an entry replaced.
struct Undo: Command {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Restores what an entry replaced, in an entry of its own.",
    discussion: """
      Nothing is deleted: both entries stay, --known-at answers as before, and the undoing can \
      itself be undone. An entry that later ones stand on is refused, and they are listed.

      EXAMPLES:
        benefits-cli undo --reason "Wrong file"
        benefits-cli undo 8 --dry-run
      """)

  @Argument(help: "The number of the entry, as `log` lists it (default: the last).")
  var entry: Int?
  @OptionGroup(title: "Database") var database: DatabaseOptions
  @OptionGroup(title: "Entry") var writing: WritingOptions
  @OptionGroup(title: "Display") var display: DisplayOptions

  mutating func run(in session: inout Session) throws {
    let recording = Recording(database: database, writing: writing)
    var store = try recording.open(in: session)
    let wanted = entry
    let last = try store.entries().last?.id ?? 0
    let id = wanted ?? last
    let recorded: Recorded<[RowChange]>
    do {
      recorded = try recording.record(in: &store, session) { writer throws in
        _ = try writer.undo(id)
        return try writer.changes()
      }
    } catch let error as StoreError where error.reason == .standsOnTop {
      let onTop = try store.entries().filter { error.entries.contains($0.id) }
      for line in Log.table(onTop).text(width: nil, style: .plain).split(separator: "\n") {
        try session.note(String(line))
      }
      throw error
    }
    let programme = try store.plan()?.programme.id
    try ChangeListing(changes: recorded.result, programme: programme).listing
      .print(.table, in: &session)
    if writing.dryRun {
      try session.print("entry \(id): would be undone (dry run: nothing was recorded)")
    } else if let entry = recorded.entry {
      try session.print("entry \(id): undone (entry \(entry.id))")
      try recording.hintAtRole(store, in: &session)
    } else {
      try session.print("entry \(id): nothing to undo: what it replaced is there already")
    }
  }
}
