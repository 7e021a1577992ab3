import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let targetUncommitted = Check(
    "target.uncommitted", family: .target, severities: [.warn],
    breach: "no role has committed to the target",
    explanation: CheckExplanation(
      what: """
        The target in force names the role that committed to it. Nobody has to while all benefits of the \
        measure are only planned.
        """,
      why:
        "A number that nobody promised is a wish, and nobody is asked about it when it is missed.",
      fix: "Have the role that can bring it about commit to it, and write that into the target.",
      source: "IPA, Guide for Effective Benefits Management in Major Projects (2017)"),
    rule: .measure { subject in
      guard let target = subject.promisedTarget else { return .notApplicable("has no target") }
      let promise = { "\(subject.text(target.value)) by \(target.reachBy.spoken)" }
      if let role = target.committedBy {
        let day = target.committedOn.map { " on \($0.spoken)" } ?? ""
        return .pass("has a target of \(promise()) that \(role) committed to\(day)").with(
          value: target.value, period: target.reachBy)
      }
      if !subject.benefits.isEmpty, subject.benefits.allSatisfy({ $0.lifecycle == .planned }) {
        return .notDue("belongs to a benefit that is only planned")
      }
      return .breach(
        .warn, "has a target of \(promise()) that no role has committed to",
        action: "have somebody commit to it"
      ).with(value: target.value, period: target.reachBy)
    })
}

extension MeasureUnderCheck {
  /// The target in force, or the first one while nothing is recorded.
  var promisedTarget: Target? { assessment.target ?? commitment.targets.first }
}
