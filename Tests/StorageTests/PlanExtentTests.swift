import BenefitsModel
import BenefitsStorage
import Testing

@Suite struct PlanExtentTests {
  private let measure: Measure.ID

  init() throws { measure = try Synthetic.id("HF-M01") }

  @Test func numbersAreRecordedWithTheirOwnMeasure() throws {
    let folder = TemporaryFolder()
    let plan = try Synthetic.fullPlan()
    var store = try Synthetic.store(folder.file(), plan: plan)
    let recorded = try store.record(try Synthetic.draft(), reading: .measure(measure)) {
      writer throws in
      let read = try writer.planInForce()
      #expect(read.measures == plan.measures.filter { $0.id == measure })
      #expect(read.sites == plan.sites && read.strata == plan.strata)
      #expect(read.calendar == plan.calendar && read.programme == plan.programme)
      return try writer.write(
        Measurement(period: try Synthetic.period("2025-01"), number: 3, denominator: 4),
        to: try Synthetic.series("HF-M01"))
    }
    #expect(recorded.result == .added)
    #expect(try store.plan() == plan)
  }

  @Test func aMeasureThatIsNotInForceNeedsTheWholePlan() throws {
    let folder = TemporaryFolder()
    let plan = try Synthetic.fullPlan()
    var store = try Synthetic.store(folder.file(), plan: plan)
    _ = try store.record(try Synthetic.draft(), reading: .measure(try Synthetic.id("other"))) {
      writer throws in
      #expect(try writer.planInForce() == plan)
    }
  }

  @Test func aPlanIsComparedWithTheWholeOfTheOneBefore() throws {
    let folder = TemporaryFolder()
    let plan = try Synthetic.fullPlan()
    var store = try Synthetic.store(folder.file(), plan: plan)
    let recorded = try store.record(try Synthetic.draft(), reading: .measure(measure)) {
      writer throws in
      try writer.apply(plan)
    }
    #expect(recorded.entry == nil)
    #expect(try store.plan() == plan)
  }
}
