import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let trajectoryMissing = Check(
    "trajectory.missing", family: .target, severities: [.warn],
    breach: "a target has no trajectory, so that a straight line is assumed",
    explanation: CheckExplanation(
      what: "The target in force says how the value is planned to get there.",
      why: """
        Without a plan for the way nobody can say before the end whether the promise is on track; a straight \
        line is assumed, and most changes do not go straight.
        """,
      fix: """
        Ask when each part of the change goes live and write that down as planned values, as an S-curve, as a \
        step, or as a straight line that somebody stands for.
        """,
      source: "Planned value: earned value management, on benefits"),
    rule: .measure { subject in
      guard let target = subject.promisedTarget else { return .notApplicable("has no target") }
      guard target.trajectory == nil else {
        return .pass("has a planned way to \(subject.text(target.value))").with(
          value: target.value, period: target.reachBy)
      }
      return .breach(
        .warn,
        "has no planned way to \(subject.text(target.value)) by \(target.reachBy.spoken); a straight "
          + "line is assumed", action: "plan the way"
      ).with(value: target.value, period: target.reachBy)
    })
}
