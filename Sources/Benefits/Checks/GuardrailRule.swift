import BenefitsAnalytics
import BenefitsModel

/// Holds a measure against its limit, in words for a guardrail or for a disbenefit.
enum GuardrailRule {
  /// Judges a limit: it is passed by the level, or by at least two of the last three usable points.
  ///
  /// - Parameters:
  ///   - subject: The measure.
  ///   - noun: What the limit is called.
  ///   - action: What is to be done about a breach.
  /// - Returns: The finding.
  static func judge(_ subject: MeasureUnderCheck, noun: String, action: String) -> CheckFinding {
    let assessment = subject.assessment
    guard let guardrail = subject.commitment.guardrail else {
      return .notApplicable("has no \(noun)")
    }
    guard let latest = assessment.latest, let level = assessment.level else {
      return assessment.unjudged == .notDue || assessment.overdue.isEmpty
        ? .notDue("has no value yet to hold against its \(noun)")
        : .unknown("no usable value", action: "see data.overdue")
    }
    guard let status = assessment.guardrailStatus else {
      return .unknown("the limit has no worse side", action: "give the measure a direction")
    }
    let points = assessment.points
    let limit = subject.text(guardrail.limit)
    let evidence: [String: Double?] = [
      "level": level, "limit": guardrail.limit, "amber": guardrail.amber,
      "latest": points[latest].value, "baseline": assessment.baseline,
    ]
    guard status == .breached else {
      return .pass("is at \(subject.number(level)), inside the \(noun) of \(limit)").with(
        value: level, expected: guardrail.limit, period: points[latest].period, evidence: evidence)
    }
    let since = assessment.breachedSince ?? points[latest].period
    let fact =
      assessment.isLevelPastGuardrail
      ? "is at \(subject.number(level, unlike: guardrail.limit)) v a \(noun) of \(limit), past it since"
        + " \(since.spoken)"
      : "had two of its last three values past a \(noun) of \(limit), since \(since.spoken)"
    return .breach(.error, fact, action: action).with(
      value: level, expected: guardrail.limit, period: points[latest].period, since: since,
      evidence: evidence)
  }
}
