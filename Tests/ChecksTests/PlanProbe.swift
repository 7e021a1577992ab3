import BenefitsAnalytics
import BenefitsChecks
import BenefitsModel
import Testing

extension Fixture {
  /// What came of one check on one subject, with whatever the plan is to have besides.
  func probe(
    _ check: String, of subject: String = "M1", asOf: String = "2025-09-01",
    history: History = History(), _ change: (inout Plan) throws -> Void = { _ in }
  ) throws -> CheckResult {
    var snapshot = snapshot()
    try change(&snapshot.plan)
    let rule = try #require(CheckVocabulary.check(check))
    let run = CheckRun(
      Assessor(snapshot: snapshot, asOf: day(asOf)), history: history, checks: [rule])
    let result = try #require(run.results.first { $0.subject.id == subject })
    #expect(result.message.count <= 160)
    return result
  }
}
