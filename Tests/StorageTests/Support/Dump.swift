/// A database as SQL text, so that one of every released format can be kept in version control.
enum Dump {
  /// Writes a database as statements that make it again, row by row.
  static func text(of path: String) throws -> String {
    let raw = try RawDatabase(path)
    var lines = [
      "PRAGMA page_size = 8192;",
      "PRAGMA application_id = \(try value(raw, "PRAGMA application_id"));",
      "PRAGMA user_version = \(try value(raw, "PRAGMA user_version"));", "BEGIN;",
    ]
    let objects = try raw.rows(
      """
      SELECT type, name, sql FROM sqlite_schema WHERE name NOT GLOB 'sqlite_*'
      ORDER BY type = 'view', type = 'trigger', rowid
      """)
    for object in objects where object[0] == "table" { lines.append((object[2] ?? "") + ";") }
    for object in objects where object[0] == "table" {
      let name = object[1] ?? ""
      let columns = try raw.rows("SELECT name FROM pragma_table_info('\(name)')")
        .compactMap { $0[0] }
      // In the order of the rows' keys, so that a dump has one form.
      let values = columns.map { "quote(\($0))" }.joined(separator: " || ', ' || ")
      for row in try raw.rows("SELECT \(values) FROM \(name) ORDER BY 1") {
        lines.append("INSERT INTO \(name) VALUES (\(row[0] ?? ""));")
      }
    }
    for object in objects where object[0] != "table" { lines.append((object[2] ?? "") + ";") }
    return (lines + ["COMMIT;", ""]).joined(separator: "\n")
  }

  private static func value(_ raw: borrowing RawDatabase, _ sql: String) throws -> String {
    try raw.rows(sql).first?.first.flatMap { $0 } ?? ""
  }
}
