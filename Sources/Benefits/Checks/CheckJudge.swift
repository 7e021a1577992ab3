import BenefitsAnalytics
import BenefitsModel

/// Evaluates rules, applies waivers and words the results.
struct CheckJudge {
  let assessor: Assessor
  let index: CheckIndex
  let history: History

  init(_ assessor: Assessor, history: History = History()) {
    self.assessor = assessor
    self.history = history
    index = CheckIndex(assessor.snapshot.plan)
  }

  /// A result before and after waivers.
  typealias Judged = (original: CheckResult, final: CheckResult)

  private var plan: Plan { index.plan }
  private var asOf: Day { assessor.asOf }

  private var whole: PlanUnderCheck {
    PlanUnderCheck(index, asOf: asOf, history: history) {
      assessor.assess(assessor.snapshot.plan.wholeSeries(of: $0))
    }
  }

  /// Evaluates every check of a measure.
  func results(of checks: [Check], for assessment: Assessment) -> [Judged] {
    let subject = CheckSubject(assessment, in: index)
    let ends = PeriodEnds(assessment.measure, before: asOf)
    let context = MeasureUnderCheck(assessment: assessment, whole: whole) { periods in
      ends.day(periods).map { assessor.assess(assessment.series, asOf: $0) }
    }
    return checks.compactMap { check in
      guard case .measure(let evaluate) = check.rule else { return nil }
      let finding = context.outOfForce.map { .notApplicable($0) } ?? evaluate(context)
      return judged(
        check, subject, finding, unit: assessment.measure.unit, owner: context.promiseOwner)
    }
  }

  /// Evaluates the checks on benefits, projects and all else that the plan names.
  func planResults(of checks: [Check]) -> [Judged] {
    let whole = whole
    var found: [Judged] = []
    for benefit in plan.benefits {
      let context = BenefitUnderCheck(benefit: benefit, whole: whole)
      let subject = CheckSubject(benefit, in: plan.programme)
      for check in checks {
        guard case .benefit(let evaluate) = check.rule else { continue }
        found.append(judged(check, subject, evaluate(context), owner: context.owner))
      }
    }
    for project in plan.projects {
      let context = ProjectUnderCheck(project: project, whole: whole)
      let subject = CheckSubject(project, in: plan.programme)
      for check in checks {
        guard case .project(let evaluate) = check.rule else { continue }
        found.append(judged(check, subject, evaluate(context), owner: project.owner))
      }
    }
    for check in checks {
      guard case .plan(let evaluate) = check.rule else { continue }
      found += evaluate(whole).map { judged(check, $0.subject, $0.finding, owner: nil) }
    }
    return found
  }

  private func judged(
    _ check: Check, _ subject: CheckSubject, _ finding: CheckFinding, unit: String? = nil,
    owner: String?
  ) -> Judged {
    let original = word(check, subject, finding, unit: unit, owner: owner)
    return (original, applyWaiver(to: original, finding))
  }

  /// Evaluates the checks on the waivers that name a check of this run.
  func waiverResults(of checks: [Check], original: [CheckResult]) -> [CheckResult] {
    let ids = Set(checks.map(\.id))
    return plan.waivers.filter { ids.contains($0.check) }.flatMap { waiver -> [CheckResult] in
      let named = original.filter { waiver.names($0, in: index) }
      var subject =
        named.first?.subject ?? CheckSubject(id: "", title: "", programme: plan.programme.id)
      subject.id = waiver.id.text
      subject.title = "Waiver \(waiver.id)"
      let context = WaiverUnderCheck(waiver: waiver, asOf: asOf, named: named)
      var found: [CheckResult] = []
      for check in checks {
        guard case .waiver(let evaluate) = check.rule else { continue }
        found.append(
          word(check, subject, evaluate(context), unit: nil, owner: waiver.approvedBy))
        found[found.count - 1].waiver = waiver
      }
      return found
    }
  }

  private func word(
    _ check: Check, _ subject: CheckSubject, _ finding: CheckFinding, unit: String?, owner: String?
  ) -> CheckResult {
    let owner = finding.owner ?? owner
    let isOpen = finding.outcome == .fail || finding.outcome == .warn || finding.outcome == .unknown
    return CheckResult(
      check: check.id, subject: subject, outcome: finding.outcome, severity: finding.severity,
      finding: finding.fact.printable,
      message: CheckMessage.compose(
        title: subject.title, fact: finding.fact, owner: isOpen ? owner ?? "no owner" : nil,
        action: finding.action),
      value: finding.value, expected: finding.expected,
      unit: finding.value == nil && finding.expected == nil ? nil : unit, period: finding.period,
      since: finding.since, owner: owner, action: finding.action, evidence: finding.evidence)
  }

  /// Accepts a breach that a waiver covers on this day; one that has expired is only named.
  private func applyWaiver(to original: CheckResult, _ finding: CheckFinding) -> CheckResult {
    guard original.outcome == .fail || original.outcome == .warn else { return original }
    let waivers = plan.waivers.filter { $0.created <= asOf && $0.names(original, in: index) }
    guard let waiver = waivers.max(by: { $0.expires < $1.expires }) else { return original }
    var result = original
    result.waiver = waiver
    guard waiver.isInForce(on: asOf) else { return result }
    result.outcome = .waived
    let decision = waiver.decision.map { ", \($0)" } ?? ""
    result.message = CheckMessage.compose(
      title: original.subject.title,
      fact: finding.fact + "; waived until \(waiver.expires.spoken)",
      owner: waiver.approvedBy + decision, action: waiver.reason)
    return result
  }
}

extension Waiver {
  /// Whether the waiver is for the check and the subject of a result.
  ///
  /// A waiver for a benefit covers the measures that show it; one for a measure also covers its parts.
  func names(_ result: CheckResult, in index: CheckIndex) -> Bool {
    guard check == result.check else { return false }
    if subject.asciiLowercased() == result.subject.id.asciiLowercased() { return true }
    return result.subject.measure.flatMap { index.measures[$0] }.map(covers) ?? false
  }
}
