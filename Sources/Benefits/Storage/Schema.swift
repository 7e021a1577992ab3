/// One part of the schema: a table, an index, a trigger or a view.
struct SchemaObject: Hashable, Comparable {
  /// `table`, `trigger` or `view`.
  var type: String
  /// Its name.
  var name: String
  /// The statement that makes it, exactly as SQLite stores it.
  var sql: String

  static func < (lhs: Self, rhs: Self) -> Bool { (lhs.type, lhs.name) < (rhs.type, rhs.name) }
}

/// The tables, triggers and views of a database, as compiled in.
///
/// A released schema is never edited: a change is a new version with a migration.
enum Schema {
  /// Marks a SQLite file as ours: `BENF` in ASCII.
  static let applicationID = 0x4245_4E46
  /// The version of this schema.
  static let version = 1

  /// Everything in the order in which it is made.
  static let objects: [SchemaObject] = tables + triggers + views
}
