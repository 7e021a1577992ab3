import BenefitsAnalytics
import BenefitsModel

/// Realised % and planned % of a promise whose date is still to come.
struct Stand {
  let target: Target
  let realised: Double
  let planned: Double
  let period: Period?

  /// Both for a sentence, as `50% v 67% planned by Dec 2025`.
  var text: String {
    "\(Numeral.fixed(realised, decimals: 0))% v \(Numeral.fixed(planned, decimals: 0))% planned"
      + (period.map { " by \($0.spoken)" } ?? "")
  }
}

/// Something that a rule looks at, or what it says where that is not there.
enum Looked<Value> {
  case at(Value)
  case nothing(CheckFinding)
}

extension MeasureUnderCheck {
  /// Where the promise stands before its date, or why there is nothing to say of it.
  func aheadOfReachBy() -> Looked<Stand> {
    guard let target = assessment.target else {
      return .nothing(
        .notApplicable(
          commitment.guardrail == nil ? "has no target" : "has a limit and no target"))
    }
    if assessment.isReachByPassed {
      return .nothing(.notApplicable("was to reach its target by \(target.reachBy.spoken)"))
    }
    switch assessment.unjudged {
    case .notDue: return .nothing(.notDue("is not due to bring any benefit yet"))
    case .noBaseline: return .nothing(.unknown("no baseline", action: "see baseline.missing"))
    default: break
    }
    guard assessment.level != nil else {
      return .nothing(
        assessment.overdue.isEmpty
          ? .notDue("has no value yet")
          : .unknown("no usable value", action: "see data.overdue"))
    }
    guard assessment.baseline != nil || target.basis == .toDate else {
      return .nothing(.notDue("has no baseline yet and is not live"))
    }
    guard let realised = assessment.realised else {
      return .nothing(
        .unknown("the target is not better than the baseline", action: "correct one of them"))
    }
    guard let planned = assessment.plannedRealised else {
      return .nothing(
        .unknown("no planned value for this period", action: "extend the trajectory"))
    }
    return .at(
      Stand(
        target: target, realised: realised, planned: planned,
        period: assessment.latest.map { assessment.points[$0].period }))
  }
}
