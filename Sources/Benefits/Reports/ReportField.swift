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
    case .fields(let fields): fields
    case .slot: ReportFields.slotMark + name + ReportFields.slotMark
    }
  }

  private struct Absent: MustacheCustomRepresentation {
    var representation: Any? { nil }
  }
}

/// The values that a template may show, by name.
struct ReportFields: Sendable, ExpressibleByDictionaryLiteral, MustacheParent {
  private var fields: [String: ReportField] = [:]

  init(dictionaryLiteral elements: (String, ReportField)...) {
    fields = Dictionary(elements) { _, last in last }
  }

  subscript(name: String) -> ReportField? {
    get { fields[name] }
    set { fields[name] = newValue }
  }

  func child(named name: String) -> Any? { fields[name]?.value(named: name) }

  /// What stands on both sides of the name of a slot in rendered text; no other text can hold it, since
  /// control characters are left out of all of them.
  fileprivate static let slotMark = "\u{1}"

  /// The fields with those of another set where they have none of their own.
  func filled(from other: ReportFields) -> ReportFields {
    var filled = self
    filled.fields.merge(other.fields) { own, _ in own }
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
    let parts = text.split(
      separator: ReportFields.slotMark, omittingEmptySubsequences: false)
    for (place, part) in parts.enumerated() {
      if place % 2 == 0 {
        try sink(String(part))
      } else if case .slot(let write)? = fields[String(part)] {
        try write(sink)
      }
    }
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
