import BenefitsAnalytics
import BenefitsModel

/// What a rule may look at: one assessed series and the plan that it belongs to.
struct MeasureUnderCheck {
  let assessment: Assessment
  let plan: Plan

  var measure: Measure { assessment.measure }
  var commitment: Commitment { assessment.commitment }
  var asOf: Day { assessment.asOf }

  /// The benefits that the measure shows or guards.
  var benefits: [Benefit] { assessment.benefits }

  /// The role that answers for the promise.
  var promiseOwner: String? {
    benefits.first.flatMap { $0.owner ?? plan.project($0.project)?.owner } ?? measure.owner
  }

  /// The role that provides the values.
  var dataOwner: String? { measure.owner ?? promiseOwner }

  /// Whether the measure shows a worsening that is tolerated up to a limit.
  var isDisbenefit: Bool {
    benefits.contains { $0.isDisbenefit && measure.benefits.contains($0.id) }
  }

  /// Why nothing at all is checked, where every benefit of the measure has ended or is only an idea.
  var outOfForce: String? {
    guard !benefits.isEmpty else { return nil }
    if benefits.allSatisfy({ $0.lifecycle == .closed || $0.lifecycle == .superseded }) {
      return "belongs to a benefit that is \(benefits[0].lifecycle.rawValue)"
    }
    return benefits.allSatisfy { $0.lifecycle == .draft } ? "belongs to a draft benefit" : nil
  }

  /// A value with its unit.
  func text(_ value: Double) -> String { measure.text(value) }

  /// A value that stands beside another one with the unit; signs such as `%` stay.
  func number(_ value: Double) -> String {
    let isSign = measure.unit == "%" || measure.unit.first.map { "£$€".contains($0) } == true
    return isSign ? measure.text(value) : Numeral.fixed(value, decimals: measure.decimals)
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

/// What a rule about waivers may look at.
struct WaiverUnderCheck {
  let waiver: Waiver
  let asOf: Day
  /// What came of the checks that the waiver names, before any waiver.
  let named: [CheckResult]
}
