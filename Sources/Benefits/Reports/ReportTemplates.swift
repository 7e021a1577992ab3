import Mustache

/// The templates of the report, each under the name by which the others include it.
enum ReportTemplates {
  /// The texts of all templates by name.
  static let texts: [String: String] = [
    "page": PageTemplate.text,
    "style": StyleTemplate.text,
    "attention": AttentionTemplate.text,
    "aims": AimsTemplate.text,
    "overview": OverviewTemplate.text,
    "benefit": BenefitTemplate.text,
    "measure": MeasureTemplate.text,
    "quality": QualityTemplate.text,
    "methods": MethodsTemplate.text,
    "data": DataTemplate.text,
  ]

  /// Returns the parsed templates.
  ///
  /// - Throws: The template engine's error, when a template is not well formed.
  static func library() throws -> MustacheLibrary {
    var library = MustacheLibrary()
    for (name, text) in texts { try library.register(text, named: name) }
    return library
  }
}
