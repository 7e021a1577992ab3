import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let targetMissing = Check(
    "target.missing", family: .target, severities: [.error],
    breach: "an outcome or adoption measure has no target, or a balancing measure no guardrail",
    explanation: CheckExplanation(
      what: """
        An outcome or adoption measure needs a target (or, for a disbenefit, a guardrail); a balancing \
        measure needs a guardrail. Process and context measures may do without.
        """,
      why:
        "Without a promise there is nothing to keep, and no later figure can be called good or bad.",
      fix: """
        Agree a value and the period by which it is to be reached with the owner of the benefit, and write \
        them into the plan as a target; for a balancing measure agree a limit.
        """,
      source: "IPA, Guide for Effective Benefits Management in Major Projects (2017)"),
    rule: .measure { subject in
      let commitment = subject.commitment
      if let target = commitment.targets.last {
        return .pass("has a target of \(subject.text(target.value)) by \(target.reachBy.spoken)")
          .with(value: target.value, period: target.reachBy)
      }
      if let limit = commitment.guardrail?.limit {
        return .pass("has a guardrail at \(subject.text(limit))").with(value: limit)
      }
      switch subject.measure.role {
      case .outcome, .adoption:
        return .breach(
          .error, "has no target and no guardrail, so nothing is promised",
          action: "agree a value and a date with the owner")
      case .balancing:
        return .breach(
          .error, "is to guard against harm and has no guardrail", action: "agree a limit")
      case .process, .context: return .notApplicable("needs no target")
      }
    })
}
