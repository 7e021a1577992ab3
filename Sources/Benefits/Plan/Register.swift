import BenefitsModel

/// The identifiers of one noun that a plan file defines, found before anything refers to them.
struct Register<Noun> {
  private var first: [Identifier<Noun>: (id: Identifier<Noun>, place: SourceLocation)] = [:]
  private(set) var ids: [Identifier<Noun>] = []

  init() {}

  /// Takes in the identifiers of a list, with a fault for each that is there twice.
  init(_ items: [YAMLNode], of noun: String, _ faults: inout [Fault]) {
    for item in items {
      let node: YAMLNode
      switch item.content {
      case .text: node = item
      case .list: continue
      case .map(let pairs):
        guard let pair = pairs.first(where: { $0.key == "id" }) else { continue }
        node = pair.value
      }
      guard case .text(let text, _) = node.content, let id = Identifier<Noun>(text) else {
        continue
      }
      define(id, at: node.place, of: noun, &faults)
    }
  }

  mutating func define(
    _ id: Identifier<Noun>, at place: SourceLocation, of noun: String, _ faults: inout [Fault]
  ) {
    guard let earlier = first[id] else {
      first[id] = (id, place)
      ids.append(id)
      return
    }
    let sameSpelling = earlier.id.text == id.text
    faults.append(
      Fault(
        place,
        "the \(noun) '\(earlier.id)' is there already, at line \(earlier.place.line)"
          + (sameSpelling ? "" : "; '\(id)' differs only in capitals, which do not count"),
        hint: "give each \(noun) an id of its own"))
  }

  /// The identifier as it was defined, which decides the spelling.
  subscript(id: Identifier<Noun>) -> Identifier<Noun>? { first[id]?.id }

  /// Where an identifier was defined.
  func place(of id: Identifier<Noun>) -> SourceLocation? { first[id]?.place }

  /// Whether this node is where its identifier was first defined.
  func isFirst(_ id: Identifier<Noun>, at place: SourceLocation) -> Bool {
    first[id]?.place == place
  }

  /// Looks up what an identifier in the file refers to; a fault where there is no such thing.
  func resolve(
    _ node: YAMLNode, called key: String, of noun: String, _ faults: inout [Fault]
  ) -> Identifier<Noun>? {
    guard let id = Fields.identifier(node, called: key, Noun.self, &faults) else { return nil }
    if let known = self[id] { return known }
    faults.append(unknown(id, of: noun, at: node.place))
    return nil
  }

  /// The fault that says that there is no such thing.
  func unknown(_ id: Identifier<Noun>, of noun: String, at place: SourceLocation) -> Fault {
    let near = Suggestion.clause(for: id.text, in: ids.map(\.text))
    let list = ids.prefix(8).map(\.text).joined(separator: ", ") + (ids.count > 8 ? ", …" : "")
    return Fault(
      place, "there is no \(noun) '\(id)' in this plan\(near)",
      hint: near.isEmpty
        ? (ids.isEmpty
          ? "the plan has no \(noun) yet; add it to the file"
          : "the plan has \(list)") : nil)
  }
}

extension Fields {
  /// The thing that a key refers to.
  func reference<Noun>(
    _ key: String, to register: Register<Noun>, of noun: String, required: Bool = false,
    _ faults: inout [Fault]
  ) -> Identifier<Noun>? {
    if required { require(key, &faults) }
    guard let node = node(key, &faults) else { return nil }
    return register.resolve(node, called: key, of: noun, &faults)
  }

  /// The things that a key refers to, each once.
  func references<Noun>(
    _ key: String, to register: Register<Noun>, of noun: String, _ faults: inout [Fault]
  ) -> [Identifier<Noun>] {
    var ids: [Identifier<Noun>] = []
    for node in list(key, &faults) {
      guard let id = register.resolve(node, called: key, of: noun, &faults) else { continue }
      if ids.contains(id) {
        faults.append(Fault(node.place, "'\(id)' stands twice in '\(key)'"))
      } else {
        ids.append(id)
      }
    }
    return ids
  }

  /// The identifier that a map defines.
  func ownIdentifier<Noun>(
    _: Noun.Type, in register: Register<Noun>, _ faults: inout [Fault]
  ) -> Identifier<Noun>? {
    require("id", &faults)
    guard let node = node("id", &faults),
      let id = Self.identifier(node, called: "id", Noun.self, &faults),
      register.isFirst(id, at: node.place)
    else { return nil }
    return id
  }
}
