public import BenefitsAnalytics
import BenefitsCharts
public import BenefitsChecks
import BenefitsModel

/// The benefits report: one self-contained HTML file, or a folder with a page for each benefit.
///
/// A page fetches nothing and runs nothing, and is complete without its styles. The same snapshot, day, options
/// and tool give the same bytes.
public struct HTMLReport: Sendable {
  let content: ReportContent
  let templates: ReportTemplates

  /// Creates a report.
  ///
  /// - Parameters:
  ///   - assessor: What was known, and the day that the report is made for.
  ///   - records: What the ledger tells of entries and changes; without it the report tells no history.
  ///   - checks: A run of the checks on the same day; the plan's own profile when none is given.
  ///   - options: How the report is dressed.
  ///   - templates: The markup of its sections.
  ///   - tool: The program and its version, as `benefits-report 0.1.0`.
  public init(
    _ assessor: Assessor, records: ReportRecords = ReportRecords(), checks: CheckRun? = nil,
    options: ReportOptions = ReportOptions(), templates: ReportTemplates = .embedded, tool: String
  ) {
    self.templates = templates
    content = ReportContent(
      assessor, checks: checks ?? .told(by: assessor, history: records.history), records: records,
      options: options, tool: tool)
  }

  /// The report as one file.
  public var page: ReportPage { first(.whole) }

  /// The report as a folder: an index, and a page for each benefit.
  public var pages: [ReportPage] {
    let others = content.measures(shownWith: nil)
    return [first(.index)] + content.plan.benefits.map { own(.benefit($0.id), benefit: $0) }
      + (others.isEmpty ? [] : [own(.otherMeasures, benefit: nil)])
  }

  /// Returns the report as the text of one file.
  ///
  /// - Returns: The text in UTF-8 with line feeds.
  /// - Throws: Nothing that a report can cause.
  public func html() throws -> String { try page.html() }

  /// The page with everything that concerns all benefits; in one file, the benefits too.
  private func first(_ page: ReportLayout.Page) -> ReportPage {
    let content = content.seen(from: page)
    let library = templates.library
    let hasOwnDelimiters = templates.hasOwnDelimiters
    return ReportPage(path: page.path) { sink in
      let common = HeaderSection(content).fields
      var fields = common
      AttentionSection(content).add(to: &fields)
      fields["aims"] = .list(AimsSection(content).tiles)
      OverviewSection(content).add(to: &fields)
      fields["matrix"] = .fields(MatrixSection(content).fields)
      QualitySection(content).add(to: &fields)
      fields["methods"] = .list(MethodsSection(content).parts)
      fields["statuses"] = .list(MethodsSection.statuses)
      let sections = BenefitSections(content)
      fields["hasBenefits"] = .flag(!content.plan.benefits.isEmpty)
      fields["hasOther"] = .flag(!content.measures(shownWith: nil).isEmpty)
      if page == .whole {
        fields["benefits"] = .slot { sink in
          for benefit in content.plan.benefits {
            try sections.fields(of: benefit, in: library).filled(from: common)
              .write("benefit", from: library, to: sink)
          }
        }
        fields["otherMeasures"] = sections.measures(shownWith: nil, in: library)
        data(of: content.measures, content: content, common: common).forEach { fields[$0] = $1 }
      } else {
        fields["benefitLinks"] = .list(sections.links)
        fields["otherLink"] = .text(ReportLayout.Page.otherMeasures.path)
      }
      if hasOwnDelimiters { fields = fields.heldAsWhole }
      try fields.write("page", from: library, to: sink)
    }
  }

  /// The page of one benefit, or of the measures that belong to none.
  private func own(_ page: ReportLayout.Page, benefit: Benefit?) -> ReportPage {
    let content = content.seen(from: page)
    let library = templates.library
    return ReportPage(path: page.path) { sink in
      let common = HeaderSection(content).fields
      let sections = BenefitSections(content)
      var fields = common
      if let benefit {
        fields["pageTitle"] = .text(benefit.title)
        fields["benefit"] = .fields(sections.fields(of: benefit, in: library))
        // A slot is looked for among the fields of the page.
        fields["measures"] = sections.measures(shownWith: benefit.id, in: library)
      } else {
        fields["pageTitle"] = .text("Measures that belong to no benefit")
        fields["otherMeasures"] = sections.measures(shownWith: nil, in: library)
      }
      data(of: content.measures(shownWith: benefit?.id), content: content, common: common)
        .forEach { fields[$0] = $1 }
      try fields.write("benefit-page", from: library, to: sink)
    }
  }

  /// The tables behind the charts, each made when it is written.
  private func data(
    of measures: [ReportContent.MeasureEntry], content: ReportContent, common: ReportFields
  ) -> [(String, ReportField)] {
    let tables = measures.filter(\.hasPoints)
    let library = templates.library
    return [
      ("hasTables", .flag(!tables.isEmpty)),
      (
        "tables",
        .slot { sink in
          for entry in tables {
            try DataTable(content.assessed(entry), content: content).fields.filled(from: common)
              .write("table", from: library, to: sink)
          }
        }
      ),
    ]
  }
}

extension CheckRun {
  /// A run of the checks that keeps what a report tells: what passes or does not apply is counted only.
  static func told(by assessor: Assessor, history: History) -> CheckRun {
    CheckRun(assessor, history: history) { outcome, _ in outcome.isChecked && outcome != .pass }
  }
}
