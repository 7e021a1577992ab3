import BenefitsModel

/// A baseline as it is kept.
struct BaselineRow: Hashable {
  var firstPeriod: Int?
  var lastPeriod: Int?
  var value: Double?
  var sourceHash: String?
  var state: String
  var validatedBy: String?
  var validatedOn: Int?

  init(_ baseline: Baseline, texts: inout TextShelf) {
    switch baseline.basis {
    case .window(let from, let to):
      firstPeriod = from.first.epochDay
      lastPeriod = to.first.epochDay
    case .stated(let value, let source):
      self.value = value.withoutNegativeZero
      sourceHash = texts.add(source)
    }
    state = baseline.state.rawValue
    validatedBy = baseline.validatedBy
    validatedOn = baseline.validatedOn?.epochDay
  }

  /// Reads the columns from a first one on.
  init(_ statement: borrowing Statement, from column: Int32) {
    firstPeriod = statement.optionalInt(column)
    lastPeriod = statement.optionalInt(column + 1)
    value = statement.optionalDouble(column + 2)
    sourceHash = statement.optionalText(column + 3)
    state = statement.text(column + 4)
    validatedBy = statement.optionalText(column + 5)
    validatedOn = statement.optionalInt(column + 6)
  }

  func bind(to statement: borrowing Statement, from column: Int32) throws(StoreError) {
    try statement.bind(firstPeriod, at: column)
    try statement.bind(lastPeriod, at: column + 1)
    try statement.bind(value, at: column + 2)
    try statement.bind(sourceHash, at: column + 3)
    try statement.bind(state, at: column + 4)
    try statement.bind(validatedBy, at: column + 5)
    try statement.bind(validatedOn, at: column + 6)
  }

  func baseline(_ periods: PeriodRule, texts: TextShelf) -> Baseline? {
    guard let state = Baseline.State(rawValue: state) else { return nil }
    let basis: Baseline.Basis
    if let firstPeriod, let lastPeriod {
      basis = .window(from: periods.period(firstPeriod), to: periods.period(lastPeriod))
    } else if let value, let sourceHash {
      basis = .stated(value: value, source: texts.text(sourceHash))
    } else {
      return nil
    }
    return Baseline(
      basis: basis, state: state, validatedBy: validatedBy,
      validatedOn: validatedOn.map { Day(epochDay: $0) })
  }
}

/// A target, or the guardrail, as it is kept.
struct TargetRow: Hashable {
  var value: Double
  var amber: Double?
  var stretch: Double?
  var basis: String?
  var fromPeriod: Int?
  var reachBy: Int?
  var holdUntil: Int?
  var trajectory: String?
  var committedBy: String?
  var committedOn: Int?
  var decisionHash: String?

  init(_ target: Target, json: CanonicalJSON, texts: inout TextShelf) throws {
    value = target.value.withoutNegativeZero
    stretch = target.stretch?.withoutNegativeZero
    basis = target.basis.rawValue
    fromPeriod = target.from?.first.epochDay
    reachBy = target.reachBy.first.epochDay
    holdUntil = target.holdUntil?.first.epochDay
    if let planned = target.trajectory { trajectory = try json.text(TrajectoryBody(planned)) }
    committedBy = target.committedBy
    committedOn = target.committedOn?.epochDay
    decisionHash = texts.add(target.decision)
  }

  init(_ guardrail: Guardrail) {
    value = guardrail.limit.withoutNegativeZero
    amber = guardrail.amber?.withoutNegativeZero
  }

  /// Reads the columns from a first one on.
  init(_ statement: borrowing Statement, from column: Int32) {
    value = statement.optionalDouble(column) ?? 0
    amber = statement.optionalDouble(column + 1)
    stretch = statement.optionalDouble(column + 2)
    basis = statement.optionalText(column + 3)
    fromPeriod = statement.optionalInt(column + 4)
    reachBy = statement.optionalInt(column + 5)
    holdUntil = statement.optionalInt(column + 6)
    trajectory = statement.optionalText(column + 7)
    committedBy = statement.optionalText(column + 8)
    committedOn = statement.optionalInt(column + 9)
    decisionHash = statement.optionalText(column + 10)
  }

  func bind(to statement: borrowing Statement, from column: Int32) throws(StoreError) {
    try statement.bind(value, at: column)
    try statement.bind(amber, at: column + 1)
    try statement.bind(stretch, at: column + 2)
    try statement.bind(basis, at: column + 3)
    try statement.bind(fromPeriod, at: column + 4)
    try statement.bind(reachBy, at: column + 5)
    try statement.bind(holdUntil, at: column + 6)
    try statement.bind(trajectory, at: column + 7)
    try statement.bind(committedBy, at: column + 8)
    try statement.bind(committedOn, at: column + 9)
    try statement.bind(decisionHash, at: column + 10)
  }

  var guardrail: Guardrail { Guardrail(limit: value, amber: amber) }

  func target(_ periods: PeriodRule, json: CanonicalJSON, texts: TextShelf) throws -> Target? {
    guard let reachBy, let basis, let basis = Target.Basis(rawValue: basis) else { return nil }
    var planned: Trajectory?
    if let trajectory {
      guard let read = try json.read(TrajectoryBody.self, from: trajectory).trajectory else {
        return nil
      }
      planned = read
    }
    return Target(
      value: value, reachBy: periods.period(reachBy), from: fromPeriod.map(periods.period),
      holdUntil: holdUntil.map(periods.period), stretch: stretch, basis: basis,
      trajectory: planned, committedBy: committedBy,
      committedOn: committedOn.map { Day(epochDay: $0) }, decision: texts.text(decisionHash))
  }
}

/// How the stored days of a series become periods again.
struct PeriodRule {
  var kind: PeriodKind
  var yearStart: YearStart

  func period(_ epochDay: Int) -> Period {
    Period(kind, containing: Day(epochDay: epochDay), yearStart: yearStart)
  }
}

/// The JSON body of a trajectory.
struct TrajectoryBody: Codable {
  var shape: String
  var from: Period?
  var values: [String: Double]?

  init(_ trajectory: Trajectory) {
    switch trajectory {
    case .linear(let from): (shape, self.from) = ("linear", from)
    case .step: shape = "step"
    case .sCurve(let from): (shape, self.from) = ("s-curve", from)
    case .table(let planned):
      shape = "table"
      values = Dictionary(
        planned.map { ($0.period.description, $0.value) }, uniquingKeysWith: { _, last in last })
    }
  }

  /// The trajectory, or `nil` where the body says nothing that we know.
  var trajectory: Trajectory? {
    switch shape {
    case "linear": return .linear(from: from)
    case "step": return .step
    case "s-curve": return .sCurve(from: from)
    case "table":
      var planned = [PlannedValue]()
      for (label, value) in values ?? [:] {
        guard let period = Period(label: label),
          planned.first?.period.kind ?? period.kind == period.kind
        else { return nil }
        planned.append(PlannedValue(period: period, value: value))
      }
      return .table(planned.sorted { $0.period < $1.period })
    default: return nil
    }
  }
}

extension Double {
  /// The number, with −0 as 0, so that equal numbers have equal bytes.
  var withoutNegativeZero: Double { self == 0 ? 0 : self }
}
