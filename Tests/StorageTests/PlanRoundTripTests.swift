import BenefitsModel
import BenefitsStorage
import Testing

@Suite struct PlanRoundTripTests {
  @Test func aFullPlanComesBackAsItWas() throws {
    let folder = TemporaryFolder()
    let plan = try Synthetic.fullPlan()
    _ = try Synthetic.store(folder.file(), plan: plan)
    let store = try Store.open(at: folder.file(), for: .read)
    let found = try #require(try store.plan())
    #expect(found == plan)
    #expect(found.commitments == plan.commitments)
    #expect(found.measures == plan.measures)
  }

  @Test func applyingTheSamePlanAgainWritesNothing() throws {
    let folder = TemporaryFolder()
    let plan = try Synthetic.fullPlan()
    var store = try Synthetic.store(folder.file(), plan: plan)
    let before = try folder.bytes()
    let recorded = try store.record(try Synthetic.draft()) { try $0.apply(plan) }
    #expect(recorded.entry == nil)
    #expect(recorded.result == RowCounts(unchanged: 34))
    #expect(try store.entries().count == 2)
    #expect(try folder.bytes() == before)
  }
}
