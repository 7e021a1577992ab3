public import BenefitsModel

/// The state of a database that a plan file was written from.
///
/// A file that says so holds every change that was made by command up to that entry.
public struct PlanExport: Hashable, Sendable {
  /// The last entry that the file knows of.
  public var entry: EntryID
  /// When that entry was recorded, which tells the entries of different databases apart.
  public var recordedAt: Instant

  /// Creates the state of a database.
  ///
  /// - Parameters:
  ///   - entry: The last entry that the file knows of.
  ///   - recordedAt: When that entry was recorded.
  public init(entry: EntryID, recordedAt: Instant) {
    self.entry = entry
    self.recordedAt = recordedAt
  }
}

extension PlanReader {
  static let exportKeys = FieldSet(
    phrase: "the part 'exported'", keys: ["entry", "recorded_at"])

  mutating func readExport(_ root: Fields) {
    guard let node = root.blankableNode("exported"),
      let fields = Fields(node, Self.exportKeys, name: "the part 'exported'", &faults)
    else { return }
    fields.require("entry", &faults)
    let entry = fields.whole("entry", in: 1...Int(Int32.max), &faults)
    guard let text = fields.text("recorded_at", required: true, &faults) else { return }
    guard let recordedAt = Instant(text) else {
      faults.append(
        Fault(
          fields.place(of: "recorded_at"),
          "'recorded_at': '\(text)' is no moment; it is written as 2026-04-24T09:30:00Z",
          hint: "leave 'exported' as 'benefits-cli plan export' wrote it, or take it out"))
      return
    }
    if let entry { exported = PlanExport(entry: entry, recordedAt: recordedAt) }
  }
}
