import BenefitsModel

extension PlanReader {
  static let shapeKeys = FieldSet(phrase: "a trajectory", keys: ["shape", "from"])

  private enum Shape: String, CaseIterable {
    case linear
    case step
    case sCurve = "s-curve"
  }

  /// Reads a trajectory: the name of a shape, `{shape: …, from: …}`, or a table of periods and values.
  mutating func readTrajectory(_ node: YAMLNode, _ reader: PeriodReader?) -> Trajectory? {
    switch node.content {
    case .text(let text, _):
      let list = Shape.allCases.map(\.rawValue)
      guard let shape = Shape(rawValue: text.trimmed()) else {
        faults.append(
          Fault(
            node.place, "'\(text)' is no shape\(Suggestion.clause(for: text, in: list))",
            hint: "shape is one of \(list.joined(separator: ", ")), or write {PERIOD: VALUE, …}"))
        return nil
      }
      return Self.trajectory(shape, from: nil)
    case .list:
      faults.append(
        Fault(
          node.place, "a trajectory is not a list",
          hint: "write {shape: linear}, or {PERIOD: VALUE, …}"))
      return nil
    case .map(let pairs):
      if pairs.contains(where: { $0.key == "shape" || $0.key == "from" }) {
        return readShape(node, reader)
      }
      return readTable(pairs, at: node.place, reader)
    }
  }

  private mutating func readShape(_ node: YAMLNode, _ reader: PeriodReader?) -> Trajectory? {
    guard let fields = Fields(node, Self.shapeKeys, name: "the trajectory", &faults) else {
      return nil
    }
    let written = fields.word("shape", Shape.self, &faults)
    let from = fields.opening("from", reader, &faults)
    let shape = written ?? .linear
    if shape == .step, fields.has("from") {
      faults.append(
        Fault(
          fields.keyPlace(of: "from"),
          "a step has no 'from': it is the baseline until reach_by, then the target"))
    }
    return Self.trajectory(shape, from: from)
  }

  private static func trajectory(_ shape: Shape, from: Period?) -> Trajectory {
    switch shape {
    case .linear: .linear(from: from)
    case .step: .step
    case .sCurve: .sCurve(from: from)
    }
  }

  private mutating func readTable(
    _ pairs: [YAMLPair], at place: SourceLocation, _ reader: PeriodReader?
  ) -> Trajectory? {
    guard !pairs.isEmpty else {
      faults.append(
        Fault(place, "the trajectory is empty", hint: "write {shape: linear}, or leave it out"))
      return nil
    }
    var values: [Period: Double] = [:]
    for pair in pairs {
      guard let reader else { continue }
      guard let period = plannedPeriod(pair, reader) else { continue }
      guard case .text(let text, _) = pair.value.content else {
        faults.append(
          Fault(pair.value.place, "'\(pair.key)' is \(pair.value.shape), but a number is expected"))
        continue
      }
      guard let value = Fields.number(text, called: pair.key, at: pair.value.place, &faults) else {
        continue
      }
      if values.updateValue(value, forKey: period) != nil {
        faults.append(
          Fault(pair.keyPlace, "'\(pair.key)': there is a planned value for \(period) already"))
      }
    }
    return .table(
      values.sorted { $0.key < $1.key }.map { PlannedValue(period: $0.key, value: $0.value) })
  }

  /// The period of one planned value.
  private mutating func plannedPeriod(_ pair: YAMLPair, _ reader: PeriodReader) -> Period? {
    do {
      return try reader.read(pair.key)
    } catch {
      let near = Suggestion.clause(for: pair.key, in: Self.shapeKeys.keys)
      faults.append(
        Fault(
          pair.keyPlace,
          near.isEmpty
            ? "in a trajectory: \(Fields.words(of: error))"
            : "a trajectory has no key '\(pair.key)'\(near)"))
      return nil
    }
  }
}
