import BenefitsModel
import BenefitsPlan
import Foundation
import Testing

/// A plan that is written out reads back as the same plan.
@Suite struct PlanExportTests {
  private static let samples = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("samples")

  private func expectRoundTrip(_ plan: Plan, _ name: Comment) throws {
    let text = PlanFile.text(of: plan)
    do {
      let again = try PlanFile.read(text, file: "export.yaml")
      #expect(again == plan, "\(name): \(PlanDifference(from: plan, to: again).lines())\n\(text)")
      // A difference ignores the order in which commitments are kept, equality does not look at it either.
      #expect(PlanDifference(from: plan, to: again).lines().isEmpty, name)
      #expect(PlanFile.text(of: again) == text, name)
    } catch {
      Issue.record(error, "\(name)\n\(text)")
    }
  }

  @Test(arguments: 0..<300) func generatedPlansComeBack(seed: Int) throws {
    var random = RandomPlan(seed: seed)
    let plan = random.plan()
    try expectRoundTrip(try #require(plan), "seed \(seed)")
  }

  @Test(arguments: ["tiny", "home-first"]) func samplesComeBack(sample: String) throws {
    let url = Self.samples.appendingPathComponent(sample).appendingPathComponent("plan.yaml")
    let text = try String(contentsOf: url, encoding: .utf8)
    try expectRoundTrip(try PlanFile.read(text, file: "plan.yaml"), "\(sample)")
  }

  @Test func theDesignComesBack() throws {
    try expectRoundTrip(try PlanFile.read(Examples.design, file: "plan.yaml"), "design")
  }

  @Test func anEmptyPlanHasItsProgrammeCalendarAndChecks() throws {
    let id = try #require(Programme.ID("p"))
    #expect(
      PlanFile.text(of: Plan(programme: Programme(id: id, title: "P"))) == """
        programme: {id: p, title: P}

        calendar: {holidays: none, year_starts: april}

        checks: {profile: standard}

        """)
  }

  @Test func longTextsStandInLinesOfTheirOwn() throws {
    let id = try #require(Programme.ID("p"))
    let plan = Plan(
      programme: Programme(id: id, title: "One: two", purpose: "First line\n\nThird: line"))
    #expect(
      PlanFile.text(of: plan).hasPrefix(
        """
        programme:
          id: p
          title: "One: two"
          purpose: |-
            First line

            Third: line

        calendar:
        """))
    try expectRoundTrip(plan, "long texts")
  }

  @Test func theStateOfTheDatabaseIsKeptBesideThePlan() throws {
    let id = try #require(Programme.ID("p"))
    let plan = Plan(programme: Programme(id: id, title: "P"))
    let export = PlanExport(
      entry: 7, recordedAt: try #require(Instant("2025-03-04T09:00:00Z")))
    let text = PlanFile.text(of: plan, exported: export)
    #expect(text.hasSuffix("\nexported: {entry: 7, recorded_at: 2025-03-04T09:00:00Z}\n"))
    let document = try PlanFile.document(text, file: "plan.yaml")
    #expect(document.exported == export)
    #expect(document.plan == plan)
  }

  @Test(arguments: [
    ("{entry: 0, recorded_at: 2025-03-04T09:00:00Z}", "'entry' is 0, but a whole number"),
    ("{entry: 7, recorded_at: yesterday}", "'recorded_at': 'yesterday' is no moment"),
    ("{entry: 7}", "the part 'exported' has no 'recorded_at'"),
    ("{recorded_at: 2025-03-04T09:00:00Z}", "the part 'exported' has no 'entry'"),
  ])
  func aSpoiltStateIsRefused(value: String, message: String) throws {
    let error = #expect(throws: PlanFaults.self) {
      try PlanFile.read("programme: {id: p, title: P}\nexported: \(value)", file: "plan.yaml")
    }
    #expect(error?.faults.contains { $0.message.hasPrefix(message) } == true)
  }
}
