import BenefitsModel

/// Reads YAML as plain text, lists and maps, and refuses what a plan file has no use for.
///
/// Every scalar is text. Anchors, aliases, tags, keys that are no text, keys given twice, a second
/// document and deep nesting are faults with their places.
struct YAMLReader {
  /// The deepest nesting of a plan file is 5: plan, measures, measure, targets, target, trajectory.
  static let greatestDepth = 24
  /// The largest file that is read, in bytes.
  static let greatestSize = 4_000_000

  private(set) var faults: [Fault] = []
  private let text: SourceText
  private var anchors: Set<String> = []

  /// What ends the reading: nothing behind it can be read for certain.
  private struct Unreadable: Error {
    var fault: Fault
  }

  init(_ string: String, file: String) {
    text = SourceText(string, file: file)
  }

  /// Returns the root of the file, or `nil` when there is nothing that can be walked through.
  mutating func read() -> YAMLNode? {
    if let fault = unreadableFault() {
      faults.append(fault)
      return nil
    }
    do throws(Unreadable) {
      return try readDocument()
    } catch {
      faults.append(error.fault)
      return nil
    }
  }

  private mutating func readDocument() throws(Unreadable) -> YAMLNode? {
    let events: YAMLEvents
    do throws(YAMLProblem) {
      events = try YAMLEvents(text.string)
    } catch {
      throw Unreadable(fault: YAMLSyntax.fault(for: error, in: text))
    }
    var event = try next(of: events)
    if case .streamStart = event.kind { event = try next(of: events) }
    guard case .documentStart = event.kind else { return nil }
    let root = try readNode(at: next(of: events), from: events, depth: 0)
    event = try next(of: events)
    if case .documentEnd = event.kind { event = try next(of: events) }
    guard case .streamEnd = event.kind else {
      throw Unreadable(
        fault: Fault(
          text.location(event.mark), "a second document begins here; a plan file holds one"))
    }
    return root
  }

  private func next(of events: borrowing YAMLEvents) throws(Unreadable) -> YAMLEvent {
    do throws(YAMLProblem) {
      return try events.next()
    } catch {
      throw Unreadable(fault: YAMLSyntax.fault(for: error, in: text))
    }
  }

  private mutating func readNode(
    at event: YAMLEvent, from events: borrowing YAMLEvents, depth: Int
  ) throws(Unreadable) -> YAMLNode {
    let place = text.location(event.mark)
    guard depth <= Self.greatestDepth else {
      throw Unreadable(
        fault: Fault(
          place, "this is nested more than \(Self.greatestDepth) levels deep; a plan is flat"))
    }
    refuseAnchorAndTag(of: event, at: place)
    switch event.kind {
    case .scalar(let string, let isPlain):
      if let control = string.unicodeScalars.first(where: Self.isControl) {
        faults.append(
          Fault(
            place, "this text has the character \(Self.name(of: control)) in it",
            hint: "take it out"))
      }
      return YAMLNode(content: .text(string, isQuoted: !isPlain), place: place)
    case .listStart:
      var items: [YAMLNode] = []
      while true {
        let event = try next(of: events)
        if case .listEnd = event.kind { break }
        items.append(try readNode(at: event, from: events, depth: depth + 1))
      }
      return YAMLNode(content: .list(items), place: place)
    case .mapStart:
      return YAMLNode(content: .map(try readPairs(from: events, depth: depth)), place: place)
    case .alias(let name):
      refuseAlias(name, at: event.mark)
      return YAMLNode(content: .text("*" + name, isQuoted: true), place: place)
    case .streamStart, .streamEnd, .documentStart, .documentEnd, .listEnd, .mapEnd:
      throw Unreadable(fault: Fault(place, "a value is expected here"))
    }
  }

  private mutating func readPairs(
    from events: borrowing YAMLEvents, depth: Int
  ) throws(Unreadable) -> [YAMLPair] {
    var pairs: [YAMLPair] = []
    var first: [String: SourceLocation] = [:]
    while true {
      let event = try next(of: events)
      if case .mapEnd = event.kind { return pairs }
      let place = text.location(event.mark)
      var name: String?
      switch event.kind {
      case .scalar(let string, _):
        refuseAnchorAndTag(of: event, at: place)
        name = string
      case .alias(let alias):
        refuseAlias(alias, at: event.mark)
      default:
        faults.append(Fault(place, "a key is text, but this one is a list or a map"))
        _ = try readNode(at: event, from: events, depth: depth + 1)
      }
      if let name, let earlier = first[name] {
        faults.append(
          Fault(
            place, "the key '\(name)' is given twice; the first is at line \(earlier.line)",
            hint: "keep one of the two"))
      }
      let value = try readNode(at: next(of: events), from: events, depth: depth + 1)
      guard let name, first[name] == nil else { continue }
      first[name] = place
      pairs.append(YAMLPair(key: name, keyPlace: place, value: value))
    }
  }

  private mutating func refuseAnchorAndTag(of event: YAMLEvent, at place: SourceLocation) {
    if let name = event.anchor {
      anchors.insert(name)
      faults.append(
        Fault(
          place, "'&\(name)' marks this for repetition, which a plan file does not do",
          hint: "write the text out where it is needed, or put it in quotes"))
    }
    if let tag = event.tag {
      let standard = "tag:yaml.org,2002:"
      let name = tag.hasPrefix(standard) ? "!!" + tag.dropFirst(standard.count) : tag
      faults.append(
        Fault(
          place, "'\(name)' is a YAML tag; a plan file has none, every value in it is text",
          hint: "leave it out, or put the text in quotes"))
    }
  }

  private mutating func refuseAlias(_ name: String, at mark: SourceText.Mark) {
    faults.append(
      anchors.contains(name)
        ? Fault(
          text.location(mark),
          "'*\(name)' repeats what '&\(name)' marks, which a plan file does not do",
          hint: "write the text out where it is needed")
        : YAMLSyntax.misplacedStart(at: mark, in: text))
  }
}

// MARK: - Refused before parsing

extension YAMLReader {
  private func unreadableFault() -> Fault? {
    if text.scalars.count > Self.greatestSize {
      return Fault(
        SourceLocation(file: text.file, line: 1, column: 1),
        "the file is larger than 4 MB; a plan is a short text")
    }
    guard let index = text.scalars.firstIndex(where: { !Self.isAllowed($0) }) else { return nil }
    return Fault(
      text.location(index: index),
      "the character \(Self.name(of: text.scalars[index])) cannot stand in a plan file",
      hint: "save the file as UTF-8 text and take this character out")
  }

  /// Characters that only an escape can bring into a text, and that no reader can see.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x85: false
    case 0..<0x20, 0x7F..<0xA0, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private static func name(of scalar: Unicode.Scalar) -> String {
    let code = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
  }

  /// The characters that YAML allows in a file.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
      0x10000...0x10FFFF:
      true
    default: false
    }
  }
}
