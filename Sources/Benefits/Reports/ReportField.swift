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

  /// Wraps text; empty or missing text hides its section.
  static func text(_ text: String?) -> ReportField { .text(text ?? "") }

  /// What the template engine is given; what hides a section also hides it from an outer name.
  fileprivate var value: Any {
    switch self {
    case .text(let text): text.isEmpty ? Absent() : text.safeForTemplates
    case .markup(let markup): markup.isEmpty ? Absent() : markup
    case .flag(let flag): flag
    case .list(let list): list
    case .fields(let fields): fields
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

  func child(named name: String) -> Any? { fields[name]?.value }
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
