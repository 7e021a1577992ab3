import BenefitsModel
import Testing

@Suite struct PlanItemTests {
  @Test func capitalsMakeNoDifference() {
    #expect(PlanItem(.measure, "HF-M01") == PlanItem(.measure, "hf-m01"))
    #expect(PlanItem(.measure, "HF-M01") != PlanItem(.benefit, "HF-M01"))
    #expect(Set([PlanItem(.site, "North"), PlanItem(.site, "north")]).count == 1)
  }

  @Test func saysWhatItIs() throws {
    let series = Series(
      measure: try #require(Measure.ID("M1")), site: try #require(Site.ID("north")))
    #expect(PlanItem(.calendar).description == "calendar")
    #expect(PlanItem(.measure, "M1").description == "measure M1")
    #expect(PlanItem(.baseline, of: series).description == "baseline of M1 at north")
  }

  @Test func listsAPlanInTheOrderOfItsFile() throws {
    let programme = Programme(id: try #require(Programme.ID("p")), title: "P")
    let month = try #require(Period(label: "2025-01"))
    let measures = try ["M2", "M1"].map {
      Measure(
        id: try #require(Measure.ID($0)), title: $0, kind: .count, unit: "n", direction: .lower,
        frequency: Frequency(from: month))
    }
    let north = Site(id: try #require(Site.ID("north")), title: "North")
    var plan = Plan(programme: programme, sites: [north], measures: measures)
    let target = Target(value: 1, reachBy: month)
    for measure in measures {
      plan.commitments[plan.wholeSeries(of: measure)] = Commitment(targets: [target])
      plan.commitments[Series(measure: measure.id, site: north.id)] = Commitment(
        guardrail: Guardrail(limit: 1))
    }
    #expect(
      plan.items.map(\.description) == [
        "programme p", "calendar", "checks", "site north", "measure M2", "measure M1",
        "targets of M2 at p", "targets of M1 at p", "guardrail of M2 at north",
        "guardrail of M1 at north",
      ])
    #expect(
      plan.commitmentOrder.map(\.description)
        == ["M2 at p", "M2 at north", "M1 at p", "M1 at north"])
  }
}
