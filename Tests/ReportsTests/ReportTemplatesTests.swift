import BenefitsAnalytics
import BenefitsModel
import BenefitsReports
import Testing

@Suite struct ReportTemplatesTests {
  private func faults(_ texts: [String: String]) -> [String] {
    do throws(ReportTemplates.Faults) {
      _ = try ReportTemplates(
        replacing: texts.map { .init(name: $0, file: "\($0).mustache", text: $1) }
          .sorted { $0.name < $1.name })
      return []
    } catch {
      return error.faults.map(\.line)
    }
  }

  @Test func theirOwnTextsGiveTheSameReport() throws {
    let fixture = ReportFixture(measures: 2)
    let templates = try ReportTemplates(
      replacing: ReportTemplates.texts.map { .init(name: $0.key, file: $0.key, text: $0.value) })
    let assessor = Assessor(snapshot: fixture.snapshot(), asOf: day("2025-09-01"))
    let report = HTMLReport(assessor, templates: templates, tool: "test 1.0")
    #expect(try report.html() == fixture.html())
  }

  @Test func aReplacementIsShownInItsPlace() throws {
    let templates = try ReportTemplates(
      replacing: [.init(name: "attention", file: "a", text: "<p>Ours: {{title}}</p>\n")])
    let assessor = Assessor(
      snapshot: ReportFixture(text: "<b>").snapshot(), asOf: day("2025-09-01"))
    let html = try HTMLReport(assessor, templates: templates, tool: "test 1.0").html()
    #expect(html.contains("<p>Ours: Programme &lt;b&gt;</p>"))
    #expect(!html.contains("What needs attention</h2>"))
  }

  /// Rows are written one by one, whatever braces their section is written with.
  @Test(arguments: [
    "{{#rows}}\n<p>{{id}}: {{status}}, {{asOf}}</p>\n{{/rows}}\n",
    "{{=<% %>=}}\n<%#rows%>\n<p><%id%>: <%status%>, <%asOf%></p>\n<%/rows%>\n",
  ])
  func rowsAreMadeFromTheirSection(text: String) throws {
    let fixture = ReportFixture(measures: 3)
    let templates = try ReportTemplates(
      replacing: [.init(name: "overview", file: "overview", text: text)])
    let assessor = Assessor(snapshot: fixture.snapshot(), asOf: day("2025-09-01"))
    let html = try HTMLReport(assessor, templates: templates, tool: "test 1.0").html()
    for number in 0..<3 { #expect(html.contains("<p>M\(number): ")) }
    #expect(html.split(separator: ", 1 Sep 2025</p>\n").count == 4)
  }

  @Test(arguments: [
    ("{{#aims}}\n{{title}}\n", "aims.mustache:3:1: a section is not closed; write {{/name}}"),
    (
      "one\n{{#aims}}{{/others}}",
      "aims.mustache:2:13: this end closes another section than the one that is open"
    ),
    (
      "one\ntwo {{title",
      "aims.mustache:2:12: a tag is not closed"
    ),
    (
      "\n {{> mesure}}",
      "aims.mustache:2:2: there is no template 'mesure' to include; did you mean 'measure'?"
    ),
  ])
  func faultsAreNamedByLine(text: String, expected: String) {
    #expect(faults(["aims": text]) == [expected])
  }

  @Test func everyFaultOfEveryFileIsNamed() {
    #expect(faults(["aims": "{{#a}}", "benefit": "{{> x1}}", "tabel": ""]).count == 3)
  }

  @Test func aTemplateThatIncludesItselfIsRefused() {
    #expect(
      faults(["aims": "{{> overview}}", "overview": "{{> aims}}"])
        == ["aims.mustache: the template includes itself: aims > overview > aims"])
  }
}
