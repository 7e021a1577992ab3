/// A small strict reader of XML, enough to say whether a drawing is well-formed and to look into it.
struct XMLDocument {
  struct Element {
    var name: String
    var attributes: [(name: String, value: String)]
    var text = ""
    var children: [Element] = []

    subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

    /// The element and everything in it, in document order.
    var all: [Element] { [self] + children.flatMap(\.all) }
  }

  struct Fault: Error, CustomStringConvertible {
    var description: String
  }

  let root: Element

  init(_ text: String) throws {
    var reader = Reader(Array(text.unicodeScalars))
    root = try reader.element()
    reader.skipSpace()
    guard reader.isAtEnd else { throw Fault(description: "something follows the root element") }
  }

  private struct Reader {
    var scalars: [Unicode.Scalar]
    var place = 0

    init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

    var isAtEnd: Bool { place >= scalars.count }

    func fault(_ what: String) -> Fault {
      let around = scalars[max(0, place - 30)..<min(scalars.count, place + 30)]
      return Fault(description: "\(what) at \(place): \(String(String.UnicodeScalarView(around)))")
    }

    mutating func skipSpace() {
      while !isAtEnd, scalars[place].properties.isWhitespace { place += 1 }
    }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
      guard !isAtEnd, scalars[place] == scalar else { return false }
      place += 1
      return true
    }

    mutating func name() throws -> String {
      let start = place
      while !isAtEnd,
        scalars[place].properties.isAlphabetic
          || "-:_0123456789".unicodeScalars
            .contains(scalars[place])
      { place += 1 }
      guard place > start else { throw fault("a name is missing") }
      return String(String.UnicodeScalarView(scalars[start..<place]))
    }

    mutating func element() throws -> Element {
      guard take("<") else { throw fault("an element is missing") }
      var element = Element(name: try name(), attributes: [])
      while true {
        let start = place
        skipSpace()
        if take("/") {
          guard take(">") else { throw fault("'/' without '>'") }
          return element
        }
        if take(">") { break }
        guard place > start else { throw fault("attributes are not apart") }
        let attribute = try self.attribute()
        guard element[attribute.name] == nil else { throw fault("attribute given twice") }
        element.attributes.append(attribute)
      }
      while true {
        guard !isAtEnd else { throw fault("'\(element.name)' is not closed") }
        if scalars[place] == "<", place + 1 < scalars.count, scalars[place + 1] == "/" {
          place += 2
          guard try name() == element.name, take(">") else { throw fault("wrong closing tag") }
          return element
        }
        if scalars[place] == "<" {
          element.children.append(try self.element())
        } else {
          element.text.unicodeScalars.append(try character())
        }
      }
    }

    mutating func attribute() throws -> (name: String, value: String) {
      let name = try name()
      guard take("="), take("\"") else { throw fault("attribute without value") }
      var value = String.UnicodeScalarView()
      while !take("\"") {
        guard !isAtEnd, scalars[place] != "<" else { throw fault("attribute not closed") }
        value.append(try character())
      }
      return (name, String(value))
    }

    mutating func character() throws -> Unicode.Scalar {
      let scalar = scalars[place]
      place += 1
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: return scalar
      case 0x00..<0x20, 0xFFFE, 0xFFFF: throw fault("a character that XML does not allow")
      default: break
      }
      guard scalar == "&" else {
        guard scalar != ">" else { throw fault("an unescaped '>'") }
        return scalar
      }
      var entity = ""
      while !isAtEnd, scalars[place] != ";", entity.count < 6 {
        entity.unicodeScalars.append(scalars[place])
        place += 1
      }
      guard take(";") else { throw fault("an unescaped '&'") }
      switch entity {
      case "amp": return "&"
      case "lt": return "<"
      case "gt": return ">"
      case "quot": return "\""
      case "#39": return "'"
      default: throw fault("an unknown entity")
      }
    }
  }
}
