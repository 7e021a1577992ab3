public import BenefitsModel

/// A free text, named without saying it again.
public enum RedactableText: Hashable, Sendable {
  /// The text with a SHA-256, in hexadecimal.
  case hash(String)
  /// Why an entry was recorded.
  case reason(of: EntryID)
  /// The command that wrote an entry.
  case command(of: EntryID)
  /// The newest note of a measurement.
  case note(of: Series, Period)
}

/// What a redaction removed.
public struct Redaction: Hashable, Sendable {
  /// The SHA-256 of the text; it stays, so that the ledger still agrees.
  public var hash: String
  /// Whether the text had been removed before.
  public var wasRedacted: Bool
  /// The entries whose command said the text, and went with it.
  public var commands: [EntryID]
}

extension EntryWriter {
  /// Removes a free text for good, in all states of knowledge, and keeps its hash.
  ///
  /// The commands that said the text as one of their arguments are removed with it. Copies of the file and of
  /// reports keep what they hold.
  ///
  /// - Parameter text: The text.
  /// - Returns: What was removed.
  /// - Throws: `StoreError`, with the reason `refused` when there is no such text.
  public mutating func redact(_ text: RedactableText) throws(StoreError) -> Redaction {
    let hash = try hash(of: text)
    let shelf = try session.texts([hash])
    guard let kept = shelf.bodies[hash] else {
      throw StoreError(
        .refused, "there is no text with the hash \(hash)",
        hint: "'benefits-cli show ENTRY' shows the texts of an entry")
    }
    guard let body = kept else {
      journal.rows.count(.unchanged)
      return Redaction(hash: hash, wasRedacted: true, commands: [])
    }
    try journal.redact(hash)
    journal.rows.count(.revised)
    var commands = [EntryID]()
    for (entry, commandHash, command) in try self.commands()
    where command.says(body) && commandHash != hash {
      commands.append(entry)
      // Several entries may have been written by the same command.
      guard try session.texts([commandHash]).bodies[commandHash] ?? nil != nil else { continue }
      try journal.redact(commandHash)
      journal.rows.count(.revised)
    }
    if plan != nil { plan = try session.plan(upTo: .max) }
    return Redaction(hash: hash, wasRedacted: false, commands: commands)
  }

  private func hash(of text: RedactableText) throws(StoreError) -> String {
    let found: String?
    switch text {
    case .hash(let hash): return hash.asciiLowercased()
    case .reason(let entry):
      found = try hash("SELECT reason_sha256 FROM entry WHERE id = ?1", of: entry)
    case .command(let entry):
      found = try hash("SELECT command_sha256 FROM entry WHERE id = ?1", of: entry)
    case .note(let series, let period):
      found = try known(series).flatMap { kept throws(StoreError) in
        let statement = try session.prepare(
          """
          SELECT note_sha256 FROM measurement_row
          WHERE series_id = ?1 AND period = ?2 AND note_sha256 IS NOT NULL
          ORDER BY entry_id DESC LIMIT 1
          """)
        try statement.bind(kept.id, at: 1)
        try statement.bind(period.first.epochDay, at: 2)
        return try statement.step() ? statement.optionalText(0) : nil
      }
    }
    guard let found else { throw StoreError(.refused, "there is no \(text)") }
    return found
  }

  private func hash(_ sql: StaticString, of entry: EntryID) throws(StoreError) -> String? {
    let statement = try session.prepare(sql)
    try statement.bind(entry, at: 1)
    return try statement.step() ? statement.optionalText(0) : nil
  }

  private func commands() throws(StoreError) -> [(EntryID, String, String)] {
    let statement = try session.prepare(
      """
      SELECT e.id, e.command_sha256, t.body FROM entry AS e
      JOIN text AS t ON t.hash = e.command_sha256 WHERE t.body IS NOT NULL ORDER BY e.id
      """)
    var commands = [(EntryID, String, String)]()
    while try statement.step() {
      commands.append((statement.int(0), statement.text(1), statement.text(2)))
    }
    return commands
  }
}

extension RedactableText: CustomStringConvertible {
  /// The text for a message, as `reason of entry 4`.
  public var description: String {
    switch self {
    case .hash(let hash): "text with the hash \(hash)"
    case .reason(let entry): "reason of entry \(entry)"
    case .command(let entry): "command of entry \(entry)"
    case .note(let series, let period): "note of \(series) for \(period)"
    }
  }
}

extension String {
  /// Whether a command line says a text: inside a quoted argument, or as a whole plain one.
  fileprivate func says(_ text: String) -> Bool {
    let quoted = text.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: #"'\''"#)
    if text.contains(where: { !$0.isLetter && !$0.isNumber }) || text.utf8.count >= 12 {
      return contains(text) || contains(quoted)
    }
    return split(whereSeparator: { $0 == " " || $0 == "=" || $0 == "'" }).contains { $0 == text }
  }
}
