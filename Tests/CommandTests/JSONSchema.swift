import Foundation

/// A JSON Schema, for the few words of it that ours use.
struct JSONSchema {
  private let schema: [String: Any]

  /// Reads a schema from the folder of documents.
  init(document name: String) throws {
    let file = ReadmeTests.root.appendingPathComponent("docs/\(name)")
    let value = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    schema = value as? [String: Any] ?? [:]
  }

  /// Returns where a value differs from the schema.
  func faults(in value: Any) -> [String] { Self.faults(value, schema, at: "$") }

  /// The columns of an array of objects.
  func columns(of array: String) -> [String] {
    let properties = schema["properties"] as? [String: Any]
    let items = (properties?[array] as? [String: Any])?["items"] as? [String: Any]
    return items?["required"] as? [String] ?? []
  }

  /// The names of the arrays of objects.
  var arrays: [String] {
    (schema["properties"] as? [String: Any] ?? [:]).keys.filter { !columns(of: $0).isEmpty }
      .sorted()
  }

  private static func faults(_ value: Any, _ schema: [String: Any], at place: String) -> [String] {
    if let words = schema["enum"] as? [Any] {
      let isKnown = words.contains { word in
        (word is NSNull && value is NSNull)
          || (word as? String).map { $0 == value as? String } ?? false
      }
      return isKnown ? [] : ["\(place): \(value) is none of the words"]
    }
    let types = schema["type"] as? [String] ?? [schema["type"] as? String ?? ""]
    guard types.contains(where: { matches(value, $0) }) else {
      return ["\(place): \(value) is not \(types)"]
    }
    var found: [String] = []
    if let members = value as? [String: Any],
      let properties = schema["properties"] as? [String: Any]
    {
      for name in schema["required"] as? [String] ?? [] where members[name] == nil {
        found.append("\(place).\(name) is absent")
      }
      for (name, member) in members {
        guard let inner = properties[name] as? [String: Any] else {
          if schema["additionalProperties"] as? Bool == false {
            found.append("\(place).\(name) is not described")
          }
          continue
        }
        found += faults(member, inner, at: "\(place).\(name)")
      }
    }
    if let elements = value as? [Any], let inner = schema["items"] as? [String: Any] {
      for (index, element) in elements.enumerated() {
        found += faults(element, inner, at: "\(place)[\(index)]")
      }
    }
    return found
  }

  private static func matches(_ value: Any, _ type: String) -> Bool {
    switch type {
    case "null": value is NSNull
    case "string": value is String
    case "boolean": value is Bool
    case "integer": (value as? NSNumber).map { $0.doubleValue == $0.doubleValue.rounded() } ?? false
    case "number": value is NSNumber
    case "array": value is [Any]
    case "object": value is [String: Any]
    default: false
    }
  }
}
