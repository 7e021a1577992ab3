import BenefitsModel
import Yams

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
  private var text: SourceText
  /// The keys that were masked because they are given twice, by their place.
  private var masked: [SourceText.Mark: String] = [:]

  init(_ string: String, file: String) {
    text = SourceText(string, file: file)
  }

  /// Returns the root of the file, or `nil` when there is nothing that can be walked through.
  mutating func read() -> YAMLNode? {
    if let fault = unreadableFault() {
      faults.append(fault)
      return nil
    }
    if let fault = aliasFault() ?? depthFault() {
      faults.append(fault)
      return nil
    }
    // A mapping with a key given twice stops Yams without its second place. Masking the first of the
    // two with a private-use character and reading again finds every one, and all other faults too.
    for round in 0..<100 {
      do {
        // The parser must outlive the walk: nodes refer to their anchors weakly.
        let parser = try Parser(yaml: text.string, resolver: .basic, encoding: .utf8)
        guard let root = try parser.singleRoot() else { return nil }
        return withExtendedLifetime(parser) { convert(root, depth: 0) }
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        let mark = SourceText.Mark(line: context.mark.line, column: context.mark.column)
        guard let key = keys.first, mask(key, at: mark, round: round) else {
          faults.append(
            Fault(text.location(mark), "the key '\(keys.first ?? "")' is given twice"))
          return nil
        }
      } catch {
        // A masked key can at worst spoil the syntax of what follows; then its own fault is enough.
        if masked.isEmpty {
          faults.append(YAMLSyntax.fault(for: error, in: text))
        } else {
          faults += masked.map { mark, key in
            Fault(text.location(mark), "the key '\(key)' is given twice")
          }
        }
        return nil
      }
    }
    faults += masked.map { mark, key in
      Fault(text.location(mark), "the key '\(key)' is given twice")
    }
    return nil
  }

  private mutating func mask(_ key: String, at mark: SourceText.Mark, round: Int) -> Bool {
    guard masked[mark] == nil, let first = text.scalar(at: mark),
      let mask = Unicode.Scalar(0xE000 + UInt32(round))
    else { return false }
    let isQuoted = first == "\"" || first == "'"
    if isQuoted, text.scalar(at: mark, offset: 1) == first { return false }
    guard text.replace(at: mark, offset: isQuoted ? 1 : 0, with: mask) else { return false }
    masked[mark] = key
    return true
  }

  private mutating func convert(_ node: Node, depth: Int) -> YAMLNode {
    let place = node.mark.map(location) ?? SourceLocation(file: text.file, line: 1, column: 1)
    guard depth <= Self.greatestDepth else {
      faults.append(
        Fault(place, "this is nested more than \(Self.greatestDepth) levels deep; a plan is flat"))
      return YAMLNode(content: .text("", isQuoted: true), place: place)
    }
    if let name = node.anchor?.rawValue {
      faults.append(
        Fault(
          place, "'&\(name)' marks this for repetition, which a plan file does not do",
          hint: "write the text out where it is needed, or put it in quotes"))
    }
    switch node {
    case .scalar(let scalar):
      let isPlain = scalar.style == .plain
      // Yams gives quoted text the tag of text by itself.
      refuse(tag: scalar.tag, unless: isPlain ? [.implicit] : [.implicit, .str], at: place)
      if let control = scalar.string.unicodeScalars.first(where: Self.isControl) {
        faults.append(
          Fault(
            place, "this text has the character \(Self.name(of: control)) in it",
            hint: "take it out"))
      }
      return YAMLNode(content: .text(scalar.string, isQuoted: !isPlain), place: place)
    case .sequence(let sequence):
      refuse(tag: sequence.tag, unless: [.implicit], at: place)
      return YAMLNode(
        content: .list(sequence.map { convert($0, depth: depth + 1) }), place: place)
    case .mapping(let mapping):
      refuse(tag: mapping.tag, unless: [.implicit], at: place)
      return YAMLNode(content: .map(pairs(of: mapping, depth: depth)), place: place)
    case .alias:
      return YAMLNode(content: .text("", isQuoted: true), place: place)
    }
  }

  private mutating func pairs(of mapping: Node.Mapping, depth: Int) -> [YAMLPair] {
    var pairs: [YAMLPair] = []
    var first: [String: SourceLocation] = [:]
    for (key, value) in mapping {
      let place = key.mark.map(location) ?? SourceLocation(file: text.file, line: 1, column: 1)
      guard let scalar = key.scalar else {
        faults.append(Fault(place, "a key is text, but this one is a list or a map"))
        continue
      }
      if let name = scalar.anchor?.rawValue {
        faults.append(
          Fault(place, "'&\(name)' marks this for repetition, which a plan file does not do"))
        continue
      }
      let mark = key.mark.map { SourceText.Mark(line: $0.line, column: $0.column) }
      let name = mark.flatMap { masked[$0] } ?? scalar.string
      if let earlier = first[name] {
        faults.append(
          Fault(
            place, "the key '\(name)' is given twice; the first is at line \(earlier.line)",
            hint: "keep one of the two"))
        continue
      }
      first[name] = place
      pairs.append(
        YAMLPair(key: name, keyPlace: place, value: convert(value, depth: depth + 1)))
    }
    return pairs
  }

  private mutating func refuse(tag: Tag, unless allowed: [Tag.Name], at place: SourceLocation) {
    guard !allowed.map(\.rawValue).contains(tag.description) else { return }
    let name =
      tag.description.hasPrefix("tag:yaml.org,2002:")
      ? "!!" + tag.description.dropFirst("tag:yaml.org,2002:".count) : tag.description
    faults.append(
      Fault(
        place, "'\(name)' is a YAML tag; a plan file has none, every value in it is text",
        hint: "leave it out, or put the text in quotes"))
  }

  private func location(_ mark: Yams.Mark) -> SourceLocation {
    text.location(SourceText.Mark(line: mark.line, column: mark.column))
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

  /// Finds nesting that would take the parser, which calls itself for each level, to the end of a small stack.
  ///
  /// This counts brackets and marks of lists wherever they stand, and allows far more of them than any text has.
  private func depthFault() -> Fault? {
    let limit = 4 * Self.greatestDepth
    var brackets = 0
    var marks = 0
    var previous: Unicode.Scalar = "\n"
    for (index, scalar) in text.scalars.enumerated() {
      switch scalar {
      case "[", "{": brackets += 1
      case "]", "}": brackets = max(0, brackets - 1)
      default: break
      }
      switch scalar {
      case "-", "?": marks = previous == " " || SourceText.breaksLine(previous) ? marks + 1 : 0
      case " ": break
      default: marks = 0
      }
      previous = scalar
      guard brackets > limit || marks > limit else { continue }
      return Fault(
        text.location(index: index),
        "this is nested more than \(Self.greatestDepth) levels deep; a plan is flat")
    }
    return nil
  }

  /// Finds an anchor that is referred to later, before aliases of aliases can grow without bound.
  ///
  /// This looks at words only, so it takes `&x` and `*x` in a text or a comment for what they look like;
  /// two words so spelt belong in no plan.
  private func aliasFault() -> Fault? {
    var anchors: Set<String> = []
    var index = 0
    let scalars = text.scalars
    while index < scalars.count {
      let scalar = scalars[index]
      guard scalar == "&" || scalar == "*", index == 0 || Self.endsWord(scalars[index - 1]) else {
        index += 1
        continue
      }
      let start = index
      index += 1
      var name = String.UnicodeScalarView()
      while index < scalars.count, scalars[index].isAnchorName {
        name.append(scalars[index])
        index += 1
      }
      guard !name.isEmpty else { continue }
      if scalar == "&" {
        anchors.insert(String(name))
      } else if anchors.contains(String(name)) {
        return Fault(
          text.location(index: start),
          "'*\(String(name))' repeats what '&\(String(name))' marks, which a plan file does not do",
          hint: "write the text out where it is needed")
      }
    }
    return nil
  }
}

extension YAMLReader {
  /// Whether a name of an anchor may begin behind a character.
  private static func endsWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\t", ",", "[", "{", ":", "-", "?": true
    default: SourceText.breaksLine(scalar)
    }
  }
}

extension Unicode.Scalar {
  /// Whether libYAML takes the character for a part of the name of an anchor.
  fileprivate var isAnchorName: Bool {
    isASCII && (UInt8(value).isASCIIAlphanumeric || self == "_" || self == "-")
  }
}
