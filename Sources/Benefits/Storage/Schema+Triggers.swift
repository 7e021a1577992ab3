extension Schema {
  /// The triggers that refuse to change or delete a row.
  ///
  /// `INSERT OR REPLACE` deletes without firing them unless `recursive_triggers` is on, as it is on every
  /// connection of ours.
  static let triggers: [SchemaObject] =
    [
      "definition_row", "baseline_row", "target_row", "measurement_row", "redaction_row", "series",
    ].flatMap { [refusal(of: "update", on: $0), refusal(of: "delete", on: $0)] }
    + [
      refusal(of: "delete", on: "text"), refusal(of: "delete", on: "entry"),
      trigger("text_is_only_redacted", textUpdate), trigger("entry_is_sealed_once", entryUpdate),
      trigger("entry_follows_the_last", entryInsert),
    ]

  private static func trigger(_ name: String, _ sql: String) -> SchemaObject {
    SchemaObject(type: "trigger", name: name, sql: sql)
  }

  private static func refusal(of event: String, on table: String) -> SchemaObject {
    let name = "\(table)_refuses_\(event)"
    return trigger(
      name,
      """
      CREATE TRIGGER \(name) BEFORE \(event == "update" ? "UPDATE" : "DELETE") ON \(table)
      BEGIN SELECT RAISE(ABORT, 'rows of \(table) are never changed or deleted'); END
      """)
  }

  /// Redaction blanks a text, and is the only change there is.
  private static let textUpdate = """
    CREATE TRIGGER text_is_only_redacted BEFORE UPDATE ON text
    WHEN NEW.hash IS NOT OLD.hash OR NEW.body IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'a text is never changed, only redacted'); END
    """

  /// The entry comes first, for its rows refer to it; its file, counts and hashes are known when all are written.
  private static let entryUpdate = """
    CREATE TRIGGER entry_is_sealed_once BEFORE UPDATE ON entry
    WHEN OLD.rows_added IS NOT NULL OR NEW.rows_added IS NULL OR NEW.id IS NOT OLD.id
      OR NEW.recorded_at IS NOT OLD.recorded_at OR NEW.stated IS NOT OLD.stated
      OR NEW.origin IS NOT OLD.origin OR NEW.recorded_by IS NOT OLD.recorded_by
      OR NEW.command_sha256 IS NOT OLD.command_sha256
      OR NEW.tool_version IS NOT OLD.tool_version
      OR NEW.reason_sha256 IS NOT OLD.reason_sha256
    BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END
    """

  /// Entries have no gaps and never go back in time.
  private static let entryInsert = """
    CREATE TRIGGER entry_follows_the_last BEFORE INSERT ON entry
    WHEN NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM entry)
      OR NEW.recorded_at < (SELECT recorded_at FROM entry WHERE id = NEW.id - 1)
    BEGIN SELECT RAISE(ABORT, 'an entry follows the last one in number and in time'); END
    """
}
