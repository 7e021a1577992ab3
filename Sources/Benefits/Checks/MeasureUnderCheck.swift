import BenefitsAnalytics
import BenefitsModel

/// What a rule may look at: one assessed series and the plan that it belongs to.
struct MeasureUnderCheck {
  let assessment: Assessment
  /// The plan around the series.
  let whole: PlanUnderCheck
  /// What the policy says of the check that is being evaluated.
  var settings = CheckSettings()
  private let past: SeriesPast
  /// How many reporting periods ago the series is looked at; `nil` where it is not the end of one.
  private let periods: Int?

  init(_ assessment: Assessment, _ past: SeriesPast, ago periods: Int?, whole: PlanUnderCheck) {
    self.assessment = assessment
    self.past = past
    self.periods = periods
    self.whole = whole
  }

  /// The limit that the policy sets, or else the usual one.
  func threshold(_ threshold: CheckThreshold, usually usual: Double) -> Double {
    settings.thresholds[threshold] ?? usual
  }

  var plan: Plan { whole.plan }
  var measure: Measure { past.measure }
  var commitment: Commitment { past.commitment }
  var asOf: Day { assessment.asOf }

  /// What was promised of the series after each entry that changed it, the first one first.
  var versions: [CommitmentVersion] { whole.history.commitments[assessment.series] ?? [] }

  /// The final values that have become others since the last run was due, in calendar order.
  var revisions: [Revision] { whole.revised?.revisions(of: assessment.series) ?? [] }

  /// The series as it would stand had its final values not been revised.
  func unrevised() -> Assessment? { whole.revised?.unrevised(assessment.series, asOf: asOf) }

  /// The same measure for one stratum at the same site.
  func group(_ stratum: Stratum.ID) -> Assessment? {
    whole.assessment(
      of: Series(measure: measure.id, site: assessment.series.site, stratum: stratum))
  }

  /// The series as it stood at the end of an earlier reporting period, by what is known now.
  ///
  /// - Parameter periods: How many periods ago, at least 1.
  /// - Returns: `nil` before the first measured period.
  func earlier(_ periods: Int) -> Assessment? {
    self.periods.flatMap { past.assessment($0 + periods) }
  }

  /// The benefits that the measure shows or guards.
  var benefits: [Benefit] { past.benefits }

  /// The role that answers for the promise.
  var promiseOwner: String? {
    benefits.first.flatMap { whole.owner(of: $0) } ?? measure.owner
  }

  /// The role that provides the values.
  var dataOwner: String? { measure.owner ?? promiseOwner }

  /// Whether the measure shows a worsening that is tolerated up to a limit.
  var isDisbenefit: Bool {
    benefits.contains { $0.isDisbenefit && measure.benefits.contains($0.id) }
  }

  /// Whether what was promised says nothing without a baseline; a limit with a worse side stands by itself.
  var needsBaseline: Bool {
    if !commitment.targets.isEmpty { return true }
    guard commitment.guardrail == nil else { return measure.direction == .stable }
    return measure.role == .outcome
  }

  /// A value with its unit.
  func text(_ value: Double) -> String { measure.text(value) }

  /// A value that stands beside another one with the unit; signs such as `%` stay.
  func number(_ value: Double) -> String { measure.number(value) }

  /// Such a value with as many more decimals as it takes to read otherwise than the one beside it.
  func number(_ value: Double, unlike other: Double) -> String {
    var measure = measure
    while measure.decimals < 6, measure.number(value) == measure.number(other) {
      measure.decimals += 1
    }
    return measure.number(value)
  }

  func dueDay(of period: Period) -> Day { measure.frequency.dueDay(of: period, in: plan.calendar) }

  /// The numbers that most rules rest on.
  var evidence: [String: Double?] {
    [
      "baseline": assessment.baseline, "target": assessment.target?.value,
      "level": assessment.level, "planned": assessment.planned, "realised": assessment.realised,
      "planned_realised": assessment.plannedRealised, "pace": assessment.pace,
      "points": Double(assessment.points.count { $0.use == .used }),
    ]
  }
}

extension Measure {
  /// A value without its unit, unless that is a sign.
  fileprivate func number(_ value: Double) -> String {
    let isSign = unit == "%" || unit.first.map { "£$€".contains($0) } == true
    return isSign ? text(value) : Numeral.fixed(value, decimals: decimals)
  }
}
