import BenefitsModel
import BenefitsPlan
import Testing

@Suite struct StarterTests {
  @Test(arguments: ["2026-11-20", "2026-01-01", "2024-02-29", "1903-03-31", "2190-12-31"])
  func readsWithoutAFault(day: String) throws {
    let asOf = try #require(Day(day))
    let plan = try PlanFile.read(PlanFile.starter(asOf: asOf), file: "plan.yaml")
    #expect(plan.benefits.map(\.aim) == Aim.allCases)
    #expect(plan.measures.map(\.kind) == [.proportion, .count, .value, .proportion, .value])
    #expect(plan.measures.map(\.frequency.kind) == [.month, .month, .month, .quarter, .month])
    #expect(plan.commitments.count == plan.measures.count)
    #expect(plan.commitments.values.allSatisfy { $0.baseline != nil })
  }

  @Test func fitsATerminal() throws {
    let text = PlanFile.starter(asOf: try #require(Day("2026-11-20")))
    #expect(text.split(separator: "\n").filter { $0.count > 80 } == [])
  }

  @Test func takesItsDatesFromTheDay() throws {
    let asOf = try #require(Day("2026-11-20"))
    let plan = try PlanFile.read(PlanFile.starter(asOf: asOf), file: "plan.yaml")
    #expect(plan.projects.first?.goLive == Day("2025-11-01"))
    let headline = try #require(plan.measures.first)
    #expect(headline.frequency.from == Period(label: "2024-11"))
    let commitment = plan.commitment(of: plan.wholeSeries(of: headline))
    #expect(commitment.targets.first?.reachBy == Period(label: "2027-11"))
    #expect(
      commitment.baseline?.basis
        == .window(
          from: try #require(Period(label: "2024-11")), to: try #require(Period(label: "2025-10"))))
  }

  @Test(arguments: [
    "Home First", "Beds: fewer, better", "\"Quoted\" & [odd] {title} #1", "Züge – 50 %",
    "- dash", "true", "O'Brien\\path", "ends with a colon:",
  ])
  func keepsAnyTitle(title: String) throws {
    let id = try #require(Programme.ID("falls"))
    let text = PlanFile.starter(
      programme: id, title: title, asOf: try #require(Day("2026-11-20")))
    let plan = try PlanFile.read(text, file: "plan.yaml")
    #expect(plan.programme.title == title)
    #expect(plan.programme.id == id)
  }
}
