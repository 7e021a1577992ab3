import BenefitsModel

/// The entry of one transaction: begun with its first row, sealed with its last.
struct EntryJournal {
  let session: Session
  let draft: EntryDraft
  let origin: String
  /// The entry before, `nil` in a new database.
  let last: LastEntry?
  /// The number of the entry, once a row was written.
  private(set) var id: EntryID?
  private(set) var recordedAt: Instant
  var rows = RowCounts()
  /// The file that the rows come from, known when all of it was read.
  var source: SourceFile?
  /// What was written, for the hash of the entry.
  var content = EntryContent()
  private var commandHash = ""
  private var reasonHash: String?

  /// The last entry of a database.
  struct LastEntry {
    var id: EntryID
    var recordedAt: Instant
    var hash: String?
  }

  init(session: Session, draft: EntryDraft, origin: String, last: LastEntry?) {
    self.session = session
    self.draft = draft
    self.origin = origin
    self.last = last
    source = draft.source
    // A clock that went back must not put an entry before the one it follows.
    recordedAt = max(draft.recordedAt, last?.recordedAt ?? draft.recordedAt)
  }

  /// Reads who follows whom, and refuses a stated moment that cannot be.
  static func open(_ session: Session, draft: EntryDraft) throws(StoreError) -> EntryJournal {
    let statement = try session.prepare(
      """
      SELECT id, recorded_at, (SELECT origin FROM entry WHERE id = 1), hash FROM entry
      ORDER BY id DESC LIMIT 1
      """)
    guard try statement.step(), let recordedAt = Instant(statement.text(1)) else {
      throw StoreError(.damaged, "'\(session.path)' is damaged: it has no entry")
    }
    let last = LastEntry(
      id: statement.int(0), recordedAt: recordedAt, hash: statement.optionalText(3))
    let origin = statement.text(2)
    statement.reset()
    try refuseFuture(draft)
    if draft.isStated, draft.recordedAt < recordedAt {
      throw StoreError(
        .beforeLastEntry,
        "\(draft.recordedAt) is before the last entry (entry \(last.id), \(recordedAt))",
        hint: "history is loaded in order: state \(recordedAt) or later")
    }
    return EntryJournal(session: session, draft: draft, origin: origin, last: last)
  }

  /// Refuses a stated moment that has not come yet.
  static func refuseFuture(_ draft: EntryDraft) throws(StoreError) {
    guard draft.isStated, let clock = draft.clock, draft.recordedAt > clock else { return }
    throw StoreError(
      .inTheFuture, "\(draft.recordedAt) lies in the future: it is \(clock)",
      hint: "state a moment that has passed")
  }

  /// Writes the entry when it is not there yet, and returns its number.
  mutating func begin() throws(StoreError) -> EntryID {
    if let id { return id }
    let id = (last?.id ?? 0) + 1
    commandHash = try session.keep(draft.command)
    if let text = draft.reason { reasonHash = try session.keep(text) }
    let statement = try session.prepare(
      """
      INSERT INTO entry (id, recorded_at, stated, origin, recorded_by, command_sha256,
        tool_version, reason_sha256)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
      """)
    try statement.bind(id, at: 1)
    try statement.bind(recordedAt.description, at: 2)
    try statement.bind(draft.isStated ? 1 : 0, at: 3)
    try statement.bind(origin, at: 4)
    try statement.bind(draft.recordedBy, at: 5)
    try statement.bind(commandHash, at: 6)
    try statement.bind(draft.toolVersion, at: 7)
    try statement.bind(reasonHash, at: 8)
    try statement.run()
    self.id = id
    return id
  }

  /// Writes the file, the counts and the hashes, after which the entry never changes; returns it, or `nil` when
  /// nothing was written.
  mutating func seal() throws(StoreError) -> Entry? {
    guard let id else { return nil }
    let content = content.hash()
    let hash = fields(id).hash(
      previous: last?.hash, content: content, encodingVersion: EntryContent.encodingVersion)
    let statement = try session.prepare(
      """
      UPDATE entry SET rows_added = ?2, rows_revised = ?3, rows_unchanged = ?4,
        encoding_version = ?5, content_hash = ?6, previous_hash = ?7, hash = ?8, file_name = ?9,
        file_size = ?10, file_sha256 = ?11 WHERE id = ?1
      """)
    try statement.bind(id, at: 1)
    try statement.bind(rows.added, at: 2)
    try statement.bind(rows.revised, at: 3)
    try statement.bind(rows.unchanged, at: 4)
    try statement.bind(EntryContent.encodingVersion, at: 5)
    try statement.bind(content, at: 6)
    try statement.bind(last?.hash, at: 7)
    try statement.bind(hash, at: 8)
    try statement.bind(source?.name, at: 9)
    try statement.bind(source?.size, at: 10)
    try statement.bind(source?.sha256, at: 11)
    try statement.run()
    return Entry(
      id: id, recordedAt: recordedAt, isStated: draft.isStated, origin: origin,
      recordedBy: draft.recordedBy, command: draft.command, reason: draft.reason,
      source: source, rows: rows, hash: hash)
  }

  private func fields(_ id: EntryID) -> EntryFields {
    EntryFields(
      id: id, recordedAt: recordedAt.description, stated: draft.isStated ? 1 : 0, origin: origin,
      recordedBy: draft.recordedBy, commandHash: commandHash, toolVersion: draft.toolVersion,
      reasonHash: reasonHash, fileName: source?.name, fileSize: source?.size,
      fileHash: source?.sha256, rowsAdded: rows.added, rowsRevised: rows.revised,
      rowsUnchanged: rows.unchanged)
  }
}
