import BenefitsModel

extension PlanReader {
  static let measureKeys = FieldSet(
    phrase: "a measure",
    keys: [
      "id", "title", "benefits", "guards", "role", "kind", "unit", "multiply", "decimals",
      "direction", "aggregation", "definition", "definition_version", "definition_from", "source",
      "owner", "frequency", "suppress_below", "possible", "expected", "tolerance", "equity_gap",
      "seasonal", "comparison_site", "comparison_stratum", "baseline", "targets", "guardrail",
      "trajectory", "phases", "tags",
    ],
    laterKeys: ["attribution", "value"])
  static let frequencyKeys = FieldSet(
    phrase: "a frequency",
    keys: ["every", "from", "lag_working_days", "grace_days", "final_days"])
  static let phaseKeys = FieldSet(phrase: "a phase", keys: ["from", "reason"])

  mutating func readMeasures(_ root: Fields) -> [Measure] {
    var measures: [Measure] = []
    for (index, node) in section(root, "measures").enumerated() {
      guard
        let fields = Fields(
          node, Self.measureKeys, name: name("measure", node, index), &faults)
      else { continue }
      if let measure = readMeasure(fields) { measures.append(measure) }
    }
    return measures
  }

  private mutating func readMeasure(_ fields: Fields) -> Measure? {
    let id = fields.ownIdentifier(Measure.self, in: measureIDs, &faults)
    let title = fields.text("title", required: true, &faults)
    let benefits = fields.references("benefits", to: benefitIDs, of: "benefit", &faults)
    let guarded = fields.references("guards", to: benefitIDs, of: "benefit", &faults)
    let role = fields.word("role", MeasureRole.self, &faults) ?? .outcome
    let kind = fields.word("kind", MeasureKind.self, required: true, &faults)
    let unit = fields.text(
      "unit", required: true, allowsEmpty: true,
      hint: "the unit of the shown value, as \"%\", days or £k; \"\" for none", &faults)
    let multiply = fields.positive("multiply", &faults)
    let decimals = fields.whole("decimals", in: 0...6, &faults)
    let direction = fields.word("direction", Direction.self, required: true, &faults)
    let aggregation = fields.word("aggregation", Aggregation.self, &faults)
    let definition = fields.text("definition", allowsLines: true, &faults)
    let source = fields.text("source", allowsLines: true, &faults)
    let owner = fields.text("owner", &faults)
    let frequency = readFrequency(fields)
    let suppressBelow = fields.positive("suppress_below", &faults)
    let possible = readBounds("possible", of: fields)
    let expected = readBounds("expected", of: fields)
    examine(expected, possible, fields)
    let tolerance = fields.positive("tolerance", &faults)
    let equityGap = fields.positive("equity_gap", &faults)
    let isSeasonal = fields.flag("seasonal", &faults) ?? false
    let tags = readTags(fields)
    let comparison = readComparison(fields)
    if let kind { examine(kind, multiply, aggregation, frequency, fields) }

    let reader = frequency.map {
      PeriodReader(kind: $0.kind, yearStart: calendar.yearStarts)
    }
    let version = fields.text("definition_version", &faults)
    let versionFrom = fields.opening("definition_from", reader, &faults)
    if fields.has("definition_from") {
      fields.require(
        "definition_version", &faults, hint: "say which version began in that period")
    }
    let phases = readPhases(fields, frequency, reader)
    readPromises(of: id, fields, direction, reader)
    if let id { places.add(PlanItem(.measure, id), fields) }
    guard let id, let title, let kind, let unit, let direction, let frequency else { return nil }
    return Measure(
      id: id, title: title, kind: kind, unit: unit, direction: direction, frequency: frequency,
      role: role, benefits: benefits, guards: guarded, multiply: multiply, decimals: decimals,
      aggregation: aggregation, definition: definition, source: source, owner: owner,
      suppressBelow: suppressBelow, isSeasonal: isSeasonal, phases: phases,
      definitionVersion: version, definitionFrom: versionFrom, possible: possible,
      expected: expected, tolerance: tolerance, equityGap: equityGap, tags: tags,
      comparison: comparison)
  }

  /// Reads what the change did not reach; the whole programme and everybody are no such part.
  private mutating func readComparison(_ fields: Fields) -> MeasureComparison? {
    let site = fields.node("comparison_site", &faults)
      .flatMap { self.site($0, called: "comparison_site") }
    let stratum = fields.node("comparison_stratum", &faults)
      .flatMap { self.stratum($0, called: "comparison_stratum") }
    for (key, isWhole) in [
      ("comparison_site", site != nil && site == programmeID.map { Site.ID($0) }),
      ("comparison_stratum", stratum == .all),
    ] where isWhole {
      faults.append(
        Fault(
          fields.place(of: key), "'\(key)' names the whole, which the change is a part of",
          hint: "name a part that the change did not reach"))
    }
    return MeasureComparison(site: site, stratum: stratum)
  }

  /// Refuses what the kind of the measure gives no meaning to.
  private mutating func examine(
    _ kind: MeasureKind, _ multiply: Double?, _ aggregation: Aggregation?,
    _ frequency: Frequency?, _ fields: Fields
  ) {
    if multiply != nil, !kind.isRatio {
      faults.append(
        Fault(
          fields.keyPlace(of: "multiply"),
          "'multiply' belongs to a proportion or a rate, but this is a \(kind.rawValue)"))
    }
    if aggregation == .ratio, !kind.isRatio {
      faults.append(
        Fault(
          fields.place(of: "aggregation"),
          "a \(kind.rawValue) has no numerator and denominator to make a ratio of",
          hint: "write sum, mean or last"))
    }
    if kind.isRatio, aggregation == .mean || aggregation == .sum {
      faults.append(
        Fault(
          fields.place(of: "aggregation"),
          "a mean or a sum of \(kind.rawValue)s says nothing of the whole; write ratio",
          hint: "numerators and denominators are added up, then divided"))
    }
    if kind == .event, let frequency, frequency.kind != .day || frequency.interval != 1 {
      faults.append(
        Fault(fields.place(of: "frequency"), "events are recorded by the day; write every: day"))
    }
  }

  // MARK: - Frequency

  private mutating func readFrequency(_ measure: Fields) -> Frequency? {
    measure.require(
      "frequency", &faults, hint: "write frequency: {every: month, from: 2025-04}")
    guard let node = measure.node("frequency", &faults),
      let fields = Fields(
        node, Self.frequencyKeys, name: "the frequency of \(measure.name)", &faults)
    else { return nil }
    let every = readInterval(fields)
    let lag = fields.whole("lag_working_days", in: 0...400, &faults) ?? 0
    let grace = fields.whole("grace_days", in: 0...400, &faults) ?? 0
    let final = fields.whole("final_days", in: 0...400, &faults)
    let reader = every.map { PeriodReader(kind: $0.kind, yearStart: calendar.yearStarts) }
    let from = fields.opening("from", required: true, reader, &faults)
    guard let every, let from else { return nil }
    return Frequency(
      from: from, interval: every.interval, lagWorkingDays: lag, graceDays: grace, finalDays: final)
  }

  private mutating func readInterval(_ fields: Fields) -> (kind: PeriodKind, interval: Int)? {
    let kinds = PeriodKind.allCases.map(\.rawValue)
    let hint = "every is one of \(kinds.joined(separator: ", ")), or a number of them: 2 months"
    guard let text = fields.text("every", required: true, hint: hint, &faults) else { return nil }
    let words = text.split(whereSeparator: \.isWhitespace)
    let word = (words.last.map(String.init) ?? "").asciiLowercased()
    let singular = word.hasSuffix("s") ? String(word.dropLast()) : word
    let number = words.count == 1 ? 1 : Int(exactDigits: Array(words[0].utf8)) ?? 0
    guard (1...2).contains(words.count), (1...60).contains(number),
      let kind = PeriodKind(rawValue: singular)
    else {
      faults.append(
        Fault(
          fields.place(of: "every"),
          "'\(text)' is no frequency\(Suggestion.clause(for: singular, in: kinds))", hint: hint))
      return nil
    }
    return (kind, number)
  }

  // MARK: - Phases

  private mutating func readPhases(
    _ measure: Fields, _ frequency: Frequency?, _ reader: PeriodReader?
  ) -> [Phase] {
    var phases: [Phase] = []
    for node in measure.list("phases", &faults) {
      let from: Period?
      let place: SourceLocation
      var reason: String?
      if case .text(let text, _) = node.content {
        place = node.place
        from = period(text, at: place, called: "phases", reader)
      } else {
        guard
          let fields = Fields(
            node, Self.phaseKeys, name: "a phase of \(measure.name)", &faults)
        else { continue }
        place = fields.place(of: "from")
        from = fields.opening("from", required: true, reader, &faults)
        reason = fields.text("reason", allowsLines: true, &faults)
      }
      guard let from else { continue }
      if let last = phases.last?.from, from <= last {
        faults.append(
          Fault(
            place, "the phase from \(from) stands behind the one from \(last)",
            hint: "list phases from the earliest to the latest"))
      } else if let frequency, from <= frequency.from {
        faults.append(
          Fault(
            place,
            "a phase from \(from) would begin with the series itself, which is measured from "
              + "\(frequency.from)",
            hint: "a phase begins later, where a new centre line is wanted"))
      } else {
        phases.append(Phase(from: from, reason: reason))
      }
    }
    return phases
  }

  /// Reads a period that stands by itself in a list.
  private mutating func period(
    _ text: String, at place: SourceLocation, called key: String, _ reader: PeriodReader?
  ) -> Period? {
    guard let reader else { return nil }
    do {
      return try reader.readOpening(text)
    } catch {
      faults.append(Fault(place, "'\(key)': \(Fields.words(of: error))"))
      return nil
    }
  }
}
