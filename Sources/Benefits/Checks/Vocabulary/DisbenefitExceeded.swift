import BenefitsModel

extension Check {
  static let disbenefitExceeded = Check(
    "disbenefit.exceeded", family: .harm, severities: [.error],
    breach:
      "the level of a disbenefit, or two of the last three points, are past what is tolerated",
    explanation: CheckExplanation(
      what: """
        The measure of a disbenefit stays within its guardrail, which says how much worsening is tolerated. \
        The rule is that of guardrail.breached.
        """,
      why: """
        A disbenefit is a worsening that was accepted for the sake of a benefit, up to a stated amount. Beyond \
        it the bargain no longer holds for those who bear it.
        """,
      fix: "Agree relief with those who bear it, or re-plan the benefit by a decision.",
      source: "Dis-benefits: Managing Successful Programmes, 5th edition (2020)"),
    rule: .measure { subject in
      guard subject.isDisbenefit else { return .notApplicable("is not a disbenefit") }
      return GuardrailRule.judge(
        subject, noun: "tolerance", action: "agree relief or change the plan")
    })
}
