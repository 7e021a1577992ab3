import BenefitsModel

/// What a map in a plan file may hold.
struct FieldSet {
  /// What the map describes, with its article, as `a measure`.
  let phrase: String
  /// The keys, in the order of the documentation.
  let keys: [String]
  /// Keys that are understood by no version yet, or by a later one.
  var laterKeys: [String] = []
}

/// The keys of one map in a plan file, read one by one with a fault for each that is wrong.
struct Fields {
  let set: FieldSet
  /// What the map describes by name, as `measure HF-M01`.
  let name: String
  let place: SourceLocation
  private let pairs: [String: YAMLPair]

  /// Takes a map apart; `nil`, with a fault, where the node is none.
  init?(_ node: YAMLNode, _ set: FieldSet, name: String, _ faults: inout [Fault]) {
    guard case .map(let list) = node.content else {
      faults.append(
        Fault(
          node.place,
          node.isBlank
            ? "\(name) is empty" : "\(name) is \(node.shape), but keys and values are expected",
          hint: "write \(set.keys.prefix(2).map { "\($0): …" }.joined(separator: ", "))"))
      return nil
    }
    self.set = set
    self.name = name
    place = node.place
    var pairs: [String: YAMLPair] = [:]
    for pair in list {
      if set.keys.contains(pair.key) {
        pairs[pair.key] = pair
      } else if set.laterKeys.contains(pair.key) {
        faults.append(
          Fault(
            pair.keyPlace, "'\(pair.key)' is not supported in this version",
            hint: "leave it out"))
      } else if pair.isLoneText {
        faults.append(
          Fault(
            pair.keyPlace, "'\(pair.key)' stands by itself behind a comma",
            hint:
              "put a text that has a comma in it in quotes; write 1.5 rather than 1,5, and 41000 rather than 41,000"
          ))
      } else {
        let near = Suggestion.clause(for: pair.key, in: set.keys)
        faults.append(
          Fault(
            pair.keyPlace, "\(set.phrase) has no key '\(pair.key)'\(near)",
            hint: near.isEmpty ? "its keys are \(set.keys.joined(separator: ", "))" : nil))
      }
    }
    self.pairs = pairs
  }

  /// Whether a key was written, with or without a value.
  func has(_ key: String) -> Bool { pairs[key] != nil }

  /// The place of a key's value, or of the map where the key is missing.
  func place(of key: String) -> SourceLocation { pairs[key]?.value.place ?? place }

  /// The place of a key, or of the map where the key is missing.
  func keyPlace(of key: String) -> SourceLocation { pairs[key]?.keyPlace ?? place }

  /// The value of a key; a fault where the key has none.
  func node(_ key: String, _ faults: inout [Fault]) -> YAMLNode? {
    guard let pair = pairs[key] else { return nil }
    if pair.value.isBlank {
      faults.append(
        Fault(
          pair.keyPlace, "'\(key)' has no value",
          hint: "write one behind the ':', or leave the key out"))
      return nil
    }
    return pair.value
  }

  /// The value of a key that may be left empty; `nil` where it was.
  func blankableNode(_ key: String) -> YAMLNode? {
    pairs[key].flatMap { $0.value.isBlank ? nil : $0.value }
  }

  /// Says that a key is missing.
  func require(_ key: String, _ faults: inout [Fault], hint: String? = nil) {
    guard pairs[key] == nil else { return }
    faults.append(Fault(place, "\(name) has no '\(key)'", hint: hint))
  }

  /// The text of a key, in one line unless it is one that may be long.
  func text(
    _ key: String, required: Bool = false, allowsEmpty: Bool = false, allowsLines: Bool = false,
    hint: String? = nil, _ faults: inout [Fault]
  ) -> String? {
    if required { require(key, &faults, hint: hint) }
    guard let node = node(key, &faults) else { return nil }
    guard case .text(let text, _) = node.content else {
      faults.append(Fault(node.place, "'\(key)' is \(node.shape), but text is expected"))
      return nil
    }
    let trimmed = text.trimmed()
    if trimmed.isEmpty, !allowsEmpty {
      faults.append(Fault(node.place, "'\(key)' is empty"))
      return nil
    }
    if !allowsLines, trimmed.contains(where: \.isNewline) {
      faults.append(
        Fault(node.place, "'\(key)' has more than one line", hint: "write it in one line"))
      return nil
    }
    return trimmed
  }

  /// The number of a key.
  func number(_ key: String, required: Bool = false, _ faults: inout [Fault]) -> Double? {
    guard let text = text(key, required: required, &faults) else { return nil }
    return Self.number(text, called: key, at: place(of: key), &faults)
  }

  static func number(
    _ text: String, called key: String, at place: SourceLocation, _ faults: inout [Fault]
  ) -> Double? {
    do {
      return try Numeral.read(text)
    } catch {
      faults.append(Fault(place, "'\(key)': \(error)"))
      return nil
    }
  }

  /// The number of a key that is to be above 0.
  func positive(_ key: String, _ faults: inout [Fault]) -> Double? {
    guard let number = number(key, &faults) else { return nil }
    guard number > 0 else {
      faults.append(
        Fault(place(of: key), "'\(key)' is \(Numeral.shortest(number)), but it must be above 0"))
      return nil
    }
    return number
  }

  /// The whole number of a key.
  func whole(_ key: String, in range: ClosedRange<Int>, _ faults: inout [Fault]) -> Int? {
    guard let number = number(key, &faults) else { return nil }
    guard let whole = Int(exactly: number), range.contains(whole) else {
      faults.append(
        Fault(
          place(of: key),
          "'\(key)' is \(Numeral.shortest(number)), but a whole number from \(range.lowerBound) "
            + "to \(range.upperBound) is expected"))
      return nil
    }
    return whole
  }

  /// The truth of a key.
  func flag(_ key: String, _ faults: inout [Fault]) -> Bool? {
    guard let text = text(key, &faults) else { return nil }
    switch text.asciiLowercased() {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      faults.append(Fault(place(of: key), "'\(key)' is '\(text)'; write true or false"))
      return nil
    }
  }

  /// The word of a key, out of a fixed list.
  func word<Word: RawRepresentable & CaseIterable>(
    _ key: String, _: Word.Type, required: Bool = false, _ faults: inout [Fault],
    reading: (String) -> Word? = { Word(rawValue: $0) }
  ) -> Word? where Word.RawValue == String {
    let words = Word.allCases.map(\.rawValue)
    let list = words.joined(separator: ", ")
    guard
      let text = text(key, required: required, hint: "\(key) is one of \(list)", &faults)
    else { return nil }
    if let word = reading(text) { return word }
    faults.append(
      Fault(
        place(of: key), "'\(key)' cannot be '\(text)'\(Suggestion.clause(for: text, in: words))",
        hint: "\(key) is one of \(list)"))
    return nil
  }

  /// The items of a list; text or a map alone is a list of one.
  func list(_ key: String, _ faults: inout [Fault]) -> [YAMLNode] {
    guard let node = node(key, &faults) else { return [] }
    if case .list(let items) = node.content { return items }
    return [node]
  }
}

// MARK: - Days and periods

extension Fields {
  /// The day of a key.
  func day(_ key: String, required: Bool = false, _ faults: inout [Fault]) -> Day? {
    guard let text = text(key, required: required, &faults) else { return nil }
    do {
      return try PeriodReader(kind: .day).read(text).first
    } catch {
      let words =
        switch error {
        case .notAPeriod: "'\(text)' is no day of the calendar; write it as 2025-01-31"
        case .otherKind(_, let found, _, _):
          "'\(text)' is a \(found.rawValue), but a day is expected"
            + (Period(label: text).map { "; write it as \($0.first)" } ?? "")
        default: Self.words(of: error)
        }
      faults.append(Fault(place(of: key), "'\(key)': \(words)"))
      return nil
    }
  }

  /// The first day of the period or the date of a key.
  func firstDay(
    _ key: String, required: Bool = false, _ yearStart: YearStart, _ faults: inout [Fault]
  ) -> Day? {
    guard let text = text(key, required: required, &faults) else { return nil }
    let reader = PeriodReader(kind: .day, yearStart: yearStart)
    return period(key, &faults) { try reader.readOpening(text) }?.first
  }

  /// The period that holds the first day of what a key says.
  func opening(
    _ key: String, required: Bool = false, _ reader: PeriodReader?, _ faults: inout [Fault]
  ) -> Period? {
    guard let text = text(key, required: required, &faults), let reader else { return nil }
    return period(key, &faults) { try reader.readOpening(text) }
  }

  /// The period that holds the last day of what a key says.
  func closing(
    _ key: String, required: Bool = false, _ reader: PeriodReader?, _ faults: inout [Fault]
  ) -> Period? {
    guard let text = text(key, required: required, &faults), let reader else { return nil }
    return period(key, &faults) { try reader.readEnclosing(text) }
  }

  private func period(
    _ key: String, _ faults: inout [Fault], _ read: () throws -> Period
  ) -> Period? {
    do {
      return try read()
    } catch {
      faults.append(Fault(place(of: key), "'\(key)': \(Self.words(of: error))"))
      return nil
    }
  }

  /// The words of a period's fault, without the option that only an import has.
  static func words(of error: any Error) -> String {
    guard case PeriodFault.ambiguous(let text, let readings, let remedy) = error,
      let option = remedy.firstRange(of: ", or say --date-order")
    else { return "\(error)" }
    let fault = PeriodFault.ambiguous(
      text, readings: readings, remedy: String(remedy[..<option.lowerBound]))
    return "\(fault)"
  }
}

// MARK: - Identifiers

extension Fields {
  /// Reads an identifier; a fault where the text is none.
  static func identifier<Noun>(
    _ node: YAMLNode, called key: String, _: Noun.Type, _ faults: inout [Fault]
  ) -> Identifier<Noun>? {
    guard case .text(let text, _) = node.content else {
      faults.append(
        Fault(node.place, "'\(key)' is \(node.shape), but an identifier is expected"))
      return nil
    }
    if let id = Identifier<Noun>(text) { return id }
    let better = Identifier<Noun>(
      String(
        text.trimmed().map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") ? $0 : "-" }
          .drop { $0 == "-" || $0 == "." }.prefix(64)))
    faults.append(
      Fault(
        node.place,
        text.utf8.count > 64
          ? "'\(key)' is longer than the 64 characters of an identifier"
          : "'\(text)' is not an identifier: letters A to Z, digits, '.' and '-', no spaces"
            + (better.map { "; write \($0)" } ?? "")))
    return nil
  }
}
