extension Session {
  /// Compares the schema of the file with the one compiled in, before any other statement runs.
  ///
  /// A trigger or a view that somebody added by hand could change what our statements do; comparing the
  /// text of every part refuses them all.
  ///
  /// - Parameters:
  ///   - version: The version that the file says it has.
  ///   - history: The versions.
  /// - Throws: `alteredSchema`, with the first part that differs.
  func checkSchema(ofVersion version: Int, in history: SchemaHistory) throws(StoreError) {
    let found = try schema()
    let difference: String
    if version == history.version {
      let expected = history.objects.sorted()
      guard found != expected else { return }
      difference = Self.difference(found, expected)
    } else {
      // Of a version that is no longer written, only the fingerprint is known.
      let expected = history.earlier[version - 1].fingerprint
      guard SchemaHistory.fingerprint(of: found) != expected else { return }
      difference = "its schema is not that of format \(version)"
    }
    throw StoreError(
      .alteredSchema, "'\(path)' was altered by another program: \(difference)",
      hint: StoreError.restoreHint)
  }

  /// Returns every part of the schema, in order.
  func schema() throws(StoreError) -> [SchemaObject] {
    var found = [SchemaObject]()
    // Leaves out what SQLite makes itself, such as the indexes of UNIQUE and the statistics of ANALYZE.
    let statement = try prepare(
      "SELECT type, name, sql FROM sqlite_schema WHERE name NOT GLOB 'sqlite_*'")
    while try statement.step() {
      found.append(
        SchemaObject(type: statement.text(0), name: statement.text(1), sql: statement.text(2)))
    }
    return found.sorted()
  }

  private static func difference(_ found: [SchemaObject], _ expected: [SchemaObject]) -> String {
    for object in expected {
      guard let same = found.first(where: { $0.type == object.type && $0.name == object.name })
      else { return "the \(object.type) '\(object.name)' is missing" }
      if same.sql != object.sql { return "the \(object.type) '\(object.name)' was changed" }
    }
    for object in found
    where !expected.contains(where: { $0.type == object.type && $0.name == object.name }) {
      return "the \(object.type) '\(object.name)' was added"
    }
    return "its schema differs"
  }
}
