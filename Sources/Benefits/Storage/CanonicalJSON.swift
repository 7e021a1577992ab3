#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// JSON in one spelling: keys sorted and in snake case, no white space, slashes as they are.
struct CanonicalJSON {
  private let encoder: JSONEncoder
  private let decoder: JSONDecoder

  init() {
    encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
  }

  /// Writes a body.
  func text(_ body: some Encodable) throws -> String {
    String(decoding: try encoder.encode(body), as: UTF8.self)
  }

  /// Reads a body.
  func read<Body: Decodable>(_ type: Body.Type, from text: String) throws -> Body {
    try decoder.decode(type, from: Data(text.utf8))
  }
}
