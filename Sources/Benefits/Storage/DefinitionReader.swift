import BenefitsModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads the JSON body of any definition into named values.
struct DefinitionReader {
  /// A JSON value, of whatever kind it is.
  private indirect enum Node: Decodable {
    case scalar(String)
    case list([Node])
    case members([String: Node])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let members = try? container.decode([String: Node].self) {
        self = .members(members)
      } else if let list = try? container.decode([Node].self) {
        self = .list(list)
      } else if let bool = try? container.decode(Bool.self) {
        self = .scalar(bool ? "true" : "false")
      } else if let number = try? container.decode(Double.self) {
        self = .scalar(Numeral.shortest(number))
      } else {
        self = .scalar(try container.decode(String.self))
      }
    }
  }

  private let decoder = JSONDecoder()
  /// What the key of a text ends with whose hash stands in the body.
  private static let hashSuffix = "_sha256"

  /// Returns the values of a body, sorted by key, with the texts that it refers to.
  func fields(of body: String, _ texts: TextShelf) throws -> [DefinitionField] {
    var fields = [DefinitionField]()
    append(try decoder.decode(Node.self, from: Data(body.utf8)), "", texts, to: &fields)
    return fields.sorted { $0.key < $1.key }
  }

  private func append(
    _ node: Node, _ key: String, _ texts: TextShelf, to fields: inout [DefinitionField]
  ) {
    switch node {
    case .scalar(let text):
      if key.hasSuffix(Self.hashSuffix) {
        fields.append(
          DefinitionField(
            key: String(key.dropLast(Self.hashSuffix.count)), value: texts.text(text)))
      } else {
        fields.append(DefinitionField(key: key, value: text))
      }
    case .list(let nodes):
      let scalars = nodes.compactMap { node in
        if case .scalar(let text) = node { text } else { nil }
      }
      if scalars.count == nodes.count {
        fields.append(DefinitionField(key: key, value: scalars.joined(separator: ", ")))
      } else {
        for (offset, node) in nodes.enumerated() {
          append(node, "\(key).\(offset + 1)", texts, to: &fields)
        }
      }
    case .members(let members):
      for (name, node) in members {
        append(node, key.isEmpty ? name : "\(key).\(name)", texts, to: &fields)
      }
    }
  }

  /// Returns the hashes of the texts that a body refers to.
  ///
  /// A quotation mark inside a value is escaped, so that no value can look like such a key.
  static func hashes(in body: String) -> [String] {
    body.split(separator: #"_sha256":""#).dropFirst().map { String($0.prefix(64)) }
  }
}
