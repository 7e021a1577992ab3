/// One part of the schema: a table, an index, a trigger or a view.
package struct SchemaObject: Hashable, Comparable, Sendable {
  /// `table`, `trigger` or `view`.
  package var type: String
  /// Its name.
  package var name: String
  /// The statement that makes it, exactly as SQLite stores it.
  package var sql: String

  /// Creates a part.
  package init(type: String, name: String, sql: String) {
    self.type = type
    self.name = name
    self.sql = sql
  }

  package static func < (lhs: Self, rhs: Self) -> Bool {
    (lhs.type, lhs.name) < (rhs.type, rhs.name)
  }
}

/// The tables, triggers and views of a new database, as compiled in.
enum Schema {
  /// Marks a SQLite file as ours: `BENF` in ASCII.
  static let applicationID = 0x4245_4E46
}
