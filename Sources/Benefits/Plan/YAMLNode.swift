import BenefitsModel

/// A piece of a YAML file: text, a list or a map, with its place.
struct YAMLNode {
  enum Content {
    case text(String, isQuoted: Bool)
    case list([YAMLNode])
    case map([YAMLPair])
  }

  var content: Content
  var place: SourceLocation

  /// What it is, for a message.
  var shape: String {
    switch content {
    case .text: "text"
    case .list: "a list"
    case .map: "a map of keys and values"
    }
  }

  /// Whether nothing at all was written, as behind a key with no value.
  var isBlank: Bool {
    if case .text(let text, isQuoted: false) = content { text.isEmpty } else { false }
  }
}

/// A key of a map with its value.
struct YAMLPair {
  var key: String
  var keyPlace: SourceLocation
  var value: YAMLNode

  /// Whether not even a ':' was written behind the key: inside `{}`, the second half of a text with a comma.
  var isLoneText: Bool {
    value.isBlank && value.place.line == keyPlace.line
      && value.place.column == keyPlace.column + key.count
  }
}
