import BenefitsModel

// What a measure or a benefit may do before a check speaks of it, and the words that select it.

extension PlanReader {
  static let boundsKeys = FieldSet(phrase: "a range of values", keys: ["from", "to"])
  static let toleranceKeys = FieldSet(phrase: "a tolerance", keys: ["amber", "red"])

  /// The smallest and the greatest value of a key; one of them is enough.
  mutating func readBounds(_ key: String, of owner: Fields) -> Bounds? {
    guard let node = owner.node(key, &faults),
      let fields = Fields(
        node, Self.boundsKeys, name: "'\(key)' of \(owner.name)", &faults)
    else { return nil }
    let bounds = Bounds(from: fields.number("from", &faults), to: fields.number("to", &faults))
    if !fields.has("from"), !fields.has("to") {
      faults.append(
        Fault(node.place, "\(fields.name) has no bound", hint: "write {from: …, to: …}"))
      return nil
    }
    if let from = bounds.from, let to = bounds.to, to <= from {
      faults.append(
        Fault(
          fields.place(of: "to"),
          "'to' is \(Numeral.shortest(to)), but it must be above 'from', which is "
            + Numeral.shortest(from)))
      return nil
    }
    return bounds
  }

  /// What is expected must be possible.
  mutating func examine(_ expected: Bounds?, _ possible: Bounds?, _ fields: Fields) {
    guard let expected, let possible else { return }
    for value in [expected.from, expected.to].compactMap({ $0 }) where !possible.contains(value) {
      faults.append(
        Fault(
          fields.place(of: "expected"),
          "\(Numeral.shortest(value)) is expected, but 'possible' leaves it out",
          hint: "what is expected lies inside what is possible"))
    }
  }

  /// How far a benefit may fall behind, amber and red.
  mutating func readTolerance(of owner: Fields) -> Tolerance? {
    guard let node = owner.node("tolerance", &faults),
      let fields = Fields(
        node, Self.toleranceKeys, name: "the tolerance of \(owner.name)", &faults)
    else { return nil }
    fields.require("amber", &faults)
    fields.require("red", &faults)
    guard let amber = fields.positive("amber", &faults), let red = fields.positive("red", &faults)
    else { return nil }
    guard amber <= red else {
      faults.append(
        Fault(
          fields.place(of: "amber"),
          "amber \(Numeral.shortest(amber)) lies beyond red \(Numeral.shortest(red)), but it is to "
            + "warn before it"))
      return nil
    }
    return Tolerance(amber: amber, red: red)
  }

  /// The words of `tags`, each once.
  mutating func readTags(_ owner: Fields) -> [String] {
    var tags: [Identifier<Plan>] = []
    for node in owner.list("tags", &faults) {
      guard let tag = Fields.identifier(node, called: "tags", Plan.self, &faults) else { continue }
      if tags.contains(tag) {
        faults.append(Fault(node.place, "'\(tag)' stands twice in 'tags'"))
      } else {
        tags.append(tag)
      }
    }
    return tags.map(\.text)
  }
}
