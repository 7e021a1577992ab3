import BenefitsModel
import Mustache

/// One value that a template may show.
///
/// Text goes through one gate here, so that nothing a person typed can become markup, whatever template shows
/// it.
enum ReportField: Sendable {
  /// Text, which the template escapes.
  case text(String)
  /// Markup that this library made, which a template shows with three braces.
  case markup(String)
  /// Whether a section is shown.
  case flag(Bool)
  /// A section for each item.
  case list([ReportFields])
  /// A section for each of so many rows, which are made and written one by one: a table of thousands of rows is never
  /// held as a whole.
  case rows(Int, @Sendable (Int) -> ReportFields)
  /// A section with names of its own.
  case fields(ReportFields)
  /// Markup that is made only when it is written, so that a long report is never held as a whole.
  case slot(@Sendable ((String) throws -> Void) throws -> Void)

  /// Wraps text; empty or missing text hides its section.
  static func text(_ text: String?) -> ReportField { .text(text ?? "") }

  /// What the template engine is given; what hides a section also hides it from an outer name.
  fileprivate func value(named name: String) -> Any {
    switch self {
    case .text(let text): text.isEmpty ? Absent() : text.safeForTemplates
    case .markup(let markup): markup.isEmpty ? Absent() : markup
    case .flag(let flag): flag
    case .list(let list): list
    case .rows(let count, _):
      count == 0 ? [ReportFields]() : MustacheLambda { RowSlot(name: name, section: $0) }
    case .fields(let fields): fields
    case .slot: ReportFields.slotMark + name + ReportFields.slotMark
    }
  }

  private struct Absent: MustacheCustomRepresentation {
    var representation: Any? { nil }
  }
}

/// What stands in rendered text for the rows of a section: the section's own text, which each row is made from.
private struct RowSlot: CustomStringConvertible {
  let name: String
  let section: String

  var description: String {
    ReportFields.slotMark + name + ReportFields.rowMark + section + ReportFields.slotMark
  }
}

/// The values that a template may show, by name.
struct ReportFields: Sendable, ExpressibleByDictionaryLiteral, MustacheParent {
  private var fields: [String: ReportField] = [:]
  /// What is looked at for a name that is not among the fields, in this order.
  private var others: [[String: ReportField]] = []

  init(dictionaryLiteral elements: (String, ReportField)...) {
    fields = Dictionary(elements) { _, last in last }
  }

  subscript(name: String) -> ReportField? {
    get { fields[name] ?? others.lazy.compactMap { $0[name] }.first }
    set { fields[name] = newValue }
  }

  func child(named name: String) -> Any? { self[name]?.value(named: name) }

  /// What stands on both sides of the name of a slot in rendered text; no other text can hold it, since
  /// control characters are left out of all of them.
  fileprivate static let slotMark = "\u{1}"
  private static let slotByte: UInt8 = 1
  /// What stands between the name of rows and the text of their section.
  fileprivate static let rowMark = "\u{2}"

  /// The fields with those of another set where they have none of their own.
  func filled(from other: ReportFields) -> ReportFields {
    var filled = self
    filled.others += [other.fields] + other.others
    return filled
  }

  /// Renders a template and hands on its text, each slot at its place.
  ///
  /// - Parameters:
  ///   - name: The name of the template.
  ///   - library: The templates.
  ///   - sink: What takes the parts of the text, in order.
  /// - Throws: What the sink throws.
  func write(
    _ name: String, from library: MustacheLibrary, to sink: (String) throws -> Void
  ) throws {
    guard let text = library.render(self, withTemplate: name) else {
      preconditionFailure("the library holds the template \(name)")
    }
    var rest = text[...]
    while let start = rest.utf8.firstIndex(of: ReportFields.slotByte),
      let end = rest.utf8[rest.utf8.index(after: start)...].firstIndex(of: ReportFields.slotByte)
    {
      try sink(String(rest[..<start]))
      let slot = rest[rest.utf8.index(after: start)..<end]
      try write(slot: slot.split(separator: "\u{2}", maxSplits: 1), from: library, to: sink)
      rest = rest[rest.utf8.index(after: end)...]
    }
    try sink(String(rest))
  }

  private func write(
    slot: [Substring], from library: MustacheLibrary, to sink: (String) throws -> Void
  ) throws {
    switch slot.first.flatMap({ self[String($0)] }) {
    case .slot(let write): try write(sink)
    case .rows(let count, let row):
      let template = try MustacheTemplate(string: String(slot.last ?? ""))
      for number in 0..<count {
        try sink(template.render(row(number).filled(from: self), library: library))
      }
    default: break
    }
  }

  /// The same with all rows at once, for templates with delimiters of their own: the text of a section does not say
  /// which.
  var heldAsWhole: ReportFields {
    var whole = self
    for case (let name, .rows(let count, let row)) in fields {
      whole.fields[name] = .list((0..<count).map(row))
    }
    return whole
  }
}

extension String {
  /// The text as the escaping of the template engine needs it.
  ///
  /// The engine escapes whole characters, and a quotation mark with a combining accent, or one that follows a
  /// prepended mark such as U+0600, is another character than a quotation mark (Unicode Standard Annex 29).
  /// Such company is left out, so that every mark stands alone and is escaped.
  var safeForTemplates: String {
    let text = printable
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    return String(
      text.map { character in
        guard character.unicodeScalars.count > 1,
          let mark = character.unicodeScalars.first(where: { "<>&\"'".unicodeScalars.contains($0) })
        else { return character }
        return Character(mark)
      })
  }
}
