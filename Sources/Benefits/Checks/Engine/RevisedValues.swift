import BenefitsAnalytics
import BenefitsModel

/// The final values that have become others since the day that a run looks back to.
struct RevisedValues {
  private let revisions: [Series: [Revision]]
  private let assessor: Assessor

  /// Fails where nothing final was revised.
  init?(_ history: History, assessor: Assessor) {
    let final = history.revisions.mapValues { $0.filter(\.changesFinal) }.filter { !$1.isEmpty }
    guard !final.isEmpty else { return nil }
    revisions = final
    self.assessor = assessor
  }

  /// Returns the revisions that a series rests on, in calendar order: its own, or those of its parts where it has
  /// no values of its own.
  func revisions(of series: Series) -> [Revision] {
    behind(series).values.joined().sorted { $0.period < $1.period }
  }

  /// Assesses a series with the values that its revisions replaced.
  func unrevised(_ series: Series, asOf day: Day) -> Assessment {
    var snapshot = assessor.snapshot
    for (part, changes) in behind(series) {
      var values = (snapshot.measurements[part] ?? []).filter { value in
        !changes.contains { $0.period == value.period }
      }
      values += changes.map(\.before)
      snapshot.measurements[part] = values.sorted { $0.period < $1.period }
    }
    let assessor = Assessor(snapshot: snapshot, asOf: assessor.asOf)
    return day == assessor.asOf ? assessor.assess(series) : assessor.assess(series, asOf: day)
  }

  private func behind(_ series: Series) -> [Series: [Revision]] {
    if let own = revisions[series] { return [series: own] }
    let whole = Site.ID(assessor.snapshot.plan.programme.id)
    guard series == Series(measure: series.measure, site: whole),
      assessor.snapshot.measurements[series] == nil
    else { return [:] }
    return revisions.filter { $0.key.measure == series.measure }
  }
}

extension Revision {
  /// Whether a value that was final has become another, or was withdrawn.
  fileprivate var changesFinal: Bool {
    before.state == .final
      && (before.number != after.number || before.denominator != after.denominator
        || after.state == .withdrawn)
  }
}
