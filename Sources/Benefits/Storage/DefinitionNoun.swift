/// The nouns that are kept as one JSON body each.
enum DefinitionNoun: String, Hashable, CaseIterable {
  case programme, calendar, policy, project, site, stratum, benefit, measure, annotation,
    assumption,
    decision, review, action, waiver

  /// The identifier of a noun that there is only one of.
  var onlyID: String { rawValue }
}

/// What is known of the free texts while bodies are read or written.
struct TextShelf {
  /// The texts by their hash; `nil` stands for a redacted one.
  var bodies: [String: String?] = [:]

  /// Puts a text on the shelf, and returns its hash.
  mutating func add(_ text: String) -> String {
    let hash = TextHash.of(text)
    bodies[hash] = text
    return hash
  }

  /// Puts a text on the shelf where there is one.
  mutating func add(_ text: String?) -> String? {
    guard let text else { return nil }
    let hash: String = add(text)
    return hash
  }

  /// Returns the text with a hash.
  func text(_ hash: String) -> String { (bodies[hash] ?? nil) ?? TextHash.redacted }

  /// Returns the text with a hash where there is one.
  func text(_ hash: String?) -> String? { hash.map { text($0) } }
}
