/// The versions of the file format that a program knows, numbered from 1 without gaps.
///
/// A released version is never edited: what changes is a new version, and the one before becomes an earlier one.
package struct SchemaHistory: Sendable {
  /// A version that is no longer written, and how a file of it becomes one of the next.
  package struct Earlier: Sendable {
    /// The fingerprint of its schema, by which an altered file is told.
    package var fingerprint: String
    /// The statements that turn its tables into those of the next version and move the rows over.
    ///
    /// Triggers and views are gone while they run; those of the current version are made afterwards. A table
    /// that changes is renamed, made anew with the new text, filled, and the old one dropped, so that the
    /// schema is byte for byte that of a new file.
    package var statements: [String]

    /// Creates an earlier version.
    package init(fingerprint: String, statements: [String]) {
      self.fingerprint = fingerprint
      self.statements = statements
    }
  }

  /// The versions before the current one, the oldest first.
  package var earlier: [Earlier]
  /// The tables, triggers and views of the current version.
  package var objects: [SchemaObject]

  /// Creates a history.
  package init(earlier: [Earlier], objects: [SchemaObject]) {
    self.earlier = earlier
    self.objects = objects
  }

  /// The number of the current version.
  package var version: Int { earlier.count + 1 }

  /// What was released, up to the version that this program writes.
  package static let released = SchemaHistory(
    earlier: [], objects: Schema.tables + Schema.triggers + Schema.views)

  /// The SHA-256 of the text of every part of a schema, in the order of type and name.
  package static func fingerprint(of objects: [SchemaObject]) -> String {
    TextHash.of(
      objects.sorted().map { "\($0.type)\u{0}\($0.name)\u{0}\($0.sql)\u{0}" }.joined())
  }
}
