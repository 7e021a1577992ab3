import BenefitsModel
import BenefitsPlan
import Foundation
import Testing

/// `docs/plan.md` says what the reader does.
@Suite struct DocumentationTests {
  let page: String

  init() throws {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("docs/plan.md")
    page = try String(contentsOf: url, encoding: .utf8)
  }

  @Test func itsExamplesAreOnePlan() throws {
    let blocks = page.components(separatedBy: "```yaml\n").dropFirst()
      .map { $0.components(separatedBy: "```")[0] }
    #expect(blocks.count == 14)
    do {
      let plan = try PlanFile.read(blocks.joined(), file: "docs/plan.md")
      #expect(plan.measures.count == 4)
      #expect(plan.waivers.count == 1)
      #expect(plan.assumptions.count == 2)
      #expect(plan.decisions.count == 1)
      #expect(plan.reviews.count == 1)
      #expect(plan.actions.count == 1)
    } catch {
      Issue.record(error)
    }
  }

  /// A key that is none makes the reader list the keys there are; each stands on the page.
  @Test(arguments: [
    "zzzzzzzzzzzz: x", "programme: {zzzzzzzzzzzz: x}", "calendar: {zzzzzzzzzzzz: x}",
    "projects: [{zzzzzzzzzzzz: x}]", "sites: [{zzzzzzzzzzzz: x}]", "strata: [{zzzzzzzzzzzz: x}]",
    "benefits: [{zzzzzzzzzzzz: x}]", "measures: [{zzzzzzzzzzzz: x}]",
    "measures: [{frequency: {zzzzzzzzzzzz: x}}]", "measures: [{baseline: {zzzzzzzzzzzz: x}}]",
    "measures: [{targets: [{zzzzzzzzzzzz: x}]}]", "measures: [{guardrail: {zzzzzzzzzzzz: x}}]",
    "measures: [{phases: [{zzzzzzzzzzzz: x}]}]", "annotations: [{zzzzzzzzzzzz: x}]",
    "benefits: [{tolerance: {zzzzzzzzzzzz: x}}]", "measures: [{possible: {zzzzzzzzzzzz: x}}]",
    "assumptions: [{zzzzzzzzzzzz: x}]", "decisions: [{zzzzzzzzzzzz: x}]",
    "reviews: [{zzzzzzzzzzzz: x}]", "actions: [{zzzzzzzzzzzz: x}]", "checks: {zzzzzzzzzzzz: x}",
    "waivers: [{zzzzzzzzzzzz: x}]", "exported: {zzzzzzzzzzzz: x}",
  ])
  func everyKeyIsThere(text: String) throws {
    let error = #expect(throws: PlanFaults.self) { try PlanFile.read(text, file: "plan.yaml") }
    let hint = try #require(
      error?.faults.compactMap(\.hint).first { $0.hasPrefix("its keys are ") })
    for key in hint.dropFirst("its keys are ".count).components(separatedBy: ", ") {
      #expect(
        page.contains("`\(key)`") || page.contains("### \(key)\n") || page.contains("{\(key): "),
        "'\(key)' is not on the page")
    }
  }
}
