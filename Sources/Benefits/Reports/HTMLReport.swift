public import BenefitsAnalytics
import BenefitsCharts
public import BenefitsChecks
import BenefitsModel
import Mustache

/// The benefits report as one self-contained HTML file.
///
/// The file fetches nothing and runs nothing, and is complete without its styles. The same snapshot, day and
/// tool give the same bytes.
public struct HTMLReport: Sendable {
  let content: ReportContent

  /// Creates a report.
  ///
  /// - Parameters:
  ///   - assessor: What was known, and the day that the report is made for.
  ///   - checks: A run of the checks on the same day; the plan's own profile when none is given.
  ///   - tool: The program and its version, as `benefits-report 0.1.0`.
  public init(_ assessor: Assessor, checks: CheckRun? = nil, tool: String) {
    let assessments = assessor.assessments()
    let checks = checks ?? CheckRun(assessor)
    let results = Dictionary(grouping: checks.results.filter { $0.subject.measure != nil }) {
      $0.subject.measure
    }
    content = ReportContent(
      snapshot: assessor.snapshot, asOf: assessor.asOf, checks: checks, tool: tool,
      measures: assessments.map { assessment in
        ReportContent.MeasureEntry(
          assessment: assessment, results: results[assessment.measure.id] ?? [],
          comparison: assessor.goLiveComparison(of: assessment))
      },
      benefits: assessor.benefitAssessments(from: assessments))
  }

  /// Returns the report as HTML, which is also well-formed XML.
  ///
  /// - Returns: The text of the file, in UTF-8 with line feeds.
  /// - Throws: The template engine's error, when a template is not well formed.
  public func html() throws -> String {
    let library = try ReportTemplates.library()
    guard let html = library.render(page, withTemplate: "page") else {
      preconditionFailure("the library holds the page")
    }
    return html
  }

  private var page: ReportFields {
    var fields = HeaderSection(content).fields
    fields["chartStyle"] = .markup(Palette.darkStyleSheet)
    fields["light"] = .fields(colours(Palette.light))
    fields["dark"] = .fields(colours(Palette.dark))
    AttentionSection(content).add(to: &fields)
    fields["aims"] = .list(AimsSection(content).tiles)
    OverviewSection(content).add(to: &fields)
    BenefitSections(content).add(to: &fields)
    QualitySection(content).add(to: &fields)
    fields["methods"] = .list(MethodsSection.parts)
    fields["statuses"] = .list(MethodsSection.statuses)
    let tables = content.measures.filter { !$0.assessment.points.isEmpty }
    fields["hasTables"] = .flag(!tables.isEmpty)
    fields["tables"] = .list(tables.map { DataTable($0, content: content).fields })
    return fields
  }

  private func colours(_ palette: (ColourRole) -> String) -> ReportFields {
    var fields = ReportFields()
    for role in ColourRole.allCases { fields[role.rawValue] = .text(palette(role)) }
    return fields
  }
}
