import BenefitsModel
import BenefitsStorage
import Testing

@Suite struct RevisionsTests {
  /// A number that is recorded three times, and one that is recorded once.
  private func store(_ path: String) throws -> Store {
    var store = try Synthetic.store(path, plan: try Synthetic.smallPlan())
    let series = try Synthetic.series("M")
    for (period, number) in [("2025-01", 1.0), ("2025-02", 5), ("2025-01", 2), ("2025-01", 3)] {
      let measurement = Measurement(period: try Synthetic.period(period), number: number)
      _ = try store.record(try Synthetic.draft()) { try $0.write(measurement, to: series) }
    }
    return store
  }

  @Test func onlyNumbersWithSeveralVersionsAreRevised() throws {
    let folder = TemporaryFolder()
    let versions = try store(folder.file()).revisions()
    #expect(versions.map(\.measurement.number) == [1, 2, 3])
    #expect(versions.map(\.entry) == [3, 5, 6])
    #expect(Set(versions.map(\.series)) == [try Synthetic.series("M")])
  }

  @Test func revisionsAreThoseOfTheStateOfKnowledge() throws {
    let folder = TemporaryFolder()
    let store = try store(folder.file())
    #expect(try store.revisions(knownAt: .entry(4)).isEmpty)
    #expect(try store.revisions(knownAt: .entry(5)).count == 2)
  }
}
