import BenefitsAnalytics
import BenefitsModel

/// Whether a limit is passed: by the level, or by at least two of the last three usable points.
struct GuardrailRule {
  let assessment: Assessment
  let limit: Double

  /// Whether a value lies on the wrong side; at the limit is inside.
  func isPassed(by value: Double) -> Bool {
    assessment.measure.direction.sign * (value - limit) < 0
  }

  /// Whether the limit was passed as things stood at a point.
  func isBreached(at index: Int) -> Bool {
    if let level = assessment.level(through: index), isPassed(by: level) { return true }
    let last = assessment.points[...index].reversed().lazy.filter { $0.use == .used }.prefix(3)
    return last.count { $0.value.map(isPassed) ?? false } >= 2
  }

  /// The first period of the breach that has lasted up to the latest usable point.
  var since: Period? {
    guard let latest = assessment.latest, isBreached(at: latest) else { return nil }
    var first = latest
    for index in (0..<latest).reversed() where assessment.points[index].use == .used {
      guard isBreached(at: index) else { break }
      first = index
    }
    return assessment.points[first].period
  }

  /// Judges a limit, in words for a guardrail or for a disbenefit.
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
    guard subject.measure.direction != .stable else {
      return .unknown("neither direction is worse", action: "give the measure a direction")
    }
    guard let latest = assessment.latest, let level = assessment.level else {
      return assessment.overdue.isEmpty
        ? .notDue("has no value yet to hold against its \(noun)")
        : .unknown("no usable value", action: "see data.overdue")
    }
    let rule = GuardrailRule(assessment: assessment, limit: guardrail.limit)
    let period = assessment.points[latest].period
    let limit = subject.text(guardrail.limit)
    let evidence: [String: Double?] = [
      "level": level, "limit": guardrail.limit, "amber": guardrail.amber,
      "latest": assessment.points[latest].value, "baseline": assessment.baseline,
    ]
    guard let since = rule.since else {
      return .pass("is at \(subject.text(level)), inside the \(noun) of \(limit)").with(
        value: level, expected: guardrail.limit, period: period, evidence: evidence)
    }
    let fact =
      rule.isPassed(by: level)
      ? "is at \(subject.text(level)), past the \(noun) of \(limit) since \(since.spoken)"
      : "passed the \(noun) of \(limit) in 2 of the last 3 periods, since \(since.spoken)"
    return .breach(.error, fact, action: action).with(
      value: level, expected: guardrail.limit, period: period, since: since, evidence: evidence)
  }
}
