public import BenefitsModel
import Mustache

/// The templates of the report, each under the name by which the others include it.
public struct ReportTemplates: Sendable {
  /// The parsed templates.
  let library: MustacheLibrary
  /// Whether a template sets other delimiters than two braces.
  let hasOwnDelimiters: Bool

  /// The names and the texts of the templates that the library brings along, in the order of a page.
  public static let texts: KeyValuePairs<String, String> = [
    "page": PageTemplate.text,
    "benefit-page": BenefitPageTemplate.text,
    "head": HeadTemplate.text,
    "style": StyleTemplate.text,
    "made-from": MadeFromTemplate.text,
    "attention": AttentionTemplate.text,
    "aims": AimsTemplate.text,
    "overview": OverviewTemplate.text,
    "matrix": MatrixTemplate.text,
    "benefit": BenefitTemplate.text,
    "measure": MeasureTemplate.text,
    "quality": QualityTemplate.text,
    "methods": MethodsTemplate.text,
    "data": DataTemplate.text,
    "table": DataTableTemplate.text,
    "foot": FootTemplate.text,
  ]

  /// The templates that the library brings along.
  public static let embedded: ReportTemplates = {
    do {
      return try ReportTemplates(replacing: [])
    } catch {
      preconditionFailure("the templates of the library are well formed: \(error)")
    }
  }()

  /// A text that takes the place of an embedded template.
  public struct Replacement: Hashable, Sendable {
    /// The name of the template.
    public var name: String
    /// The file that the text comes from, for messages.
    public var file: String
    /// The text.
    public var text: String

    /// Creates a replacement.
    ///
    /// - Parameters:
    ///   - name: The name of the template.
    ///   - file: The file that the text comes from.
    ///   - text: The text.
    public init(name: String, file: String, text: String) {
      self.name = name
      self.file = file
      self.text = text
    }
  }

  /// What is wrong with replacements.
  public struct Faults: Error, Hashable, Sendable {
    /// Every fault, by file and line.
    public var faults: [Fault]
  }

  /// Parses the templates with some of them replaced.
  ///
  /// - Parameter replacements: The texts that take the place of embedded templates.
  /// - Throws: `Faults` when a name is unknown, or a text is not well formed or includes what does not exist.
  public init(replacing replacements: [Replacement]) throws(Faults) {
    let names = ReportTemplates.texts.map(\.key)
    var texts = Dictionary(ReportTemplates.texts.map { ($0.key, $0.value) }) { first, _ in first }
    var faults: [Fault] = []
    for replacement in replacements {
      guard names.contains(replacement.name) else {
        faults.append(
          Fault(
            SourceLocation(whole: replacement.file),
            "there is no template '\(replacement.name)'"
              + Suggestion.clause(for: replacement.name, in: names),
            hint: "the templates are \(names.joined(separator: ", "))"))
        continue
      }
      texts[replacement.name] = replacement.text
    }
    var library = MustacheLibrary()
    for name in names {
      guard let text = texts[name] else { continue }
      let file = replacements.last { $0.name == name }?.file ?? name
      do {
        library.register(try MustacheTemplate(string: text), named: name)
      } catch let error as MustacheTemplate.ParserError {
        faults.append(
          Fault(
            SourceLocation(
              file: file, line: error.context.lineNumber, column: error.context.columnNumber),
            error.message))
      } catch {
        faults.append(Fault(SourceLocation(whole: file), "\(error)"))
      }
      faults += TemplateInclusion.all(in: text).filter { !names.contains($0.name) }.map {
        Fault(
          SourceLocation(file: file, line: $0.line, column: $0.column),
          "there is no template '\($0.name)' to include"
            + Suggestion.clause(for: $0.name, in: names))
      }
    }
    let circle = TemplateInclusion.circle(in: texts)
    if let first = circle.first {
      let file = replacements.last { $0.name == first }?.file ?? first
      faults.append(
        Fault(
          SourceLocation(whole: file),
          "the template includes itself: \((circle + [first]).joined(separator: " > "))"))
    }
    guard faults.isEmpty else { throw Faults(faults: faults) }
    self.library = library
    hasOwnDelimiters = texts.values.contains { $0.contains("{{=") }
  }
}

extension MustacheTemplate.ParserError {
  /// What is wrong, as a sentence without a full stop.
  fileprivate var message: String {
    switch error as? MustacheTemplate.Error {
    case .sectionCloseNameIncorrect: "this end closes another section than the one that is open"
    case .expectedSectionEnd: "a section is not closed; write {{/name}}"
    case .unfinishedName: "a tag is not closed, or a name holds what a name may not"
    case .invalidSetDelimiter: "new delimiters are written {{=<% %>=}}"
    case .transformAppliedToInheritanceSection, .illegalTokenInsideInheritSection,
      .textInsideInheritSection:
      "an inherited section may hold blocks only"
    case .invalidConfigVariableSyntax, .unrecognisedConfigVariable:
      "a setting is written {{% CONTENT_TYPE:HTML}}"
    case nil: "a tag is not closed"
    }
  }
}
