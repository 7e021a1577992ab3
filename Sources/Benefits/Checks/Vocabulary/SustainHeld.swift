import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let sustainHeld = Check(
    "sustain.held", family: .sustain, severities: [.error],
    breach: "what was realised is not met any more, nor in five of the last six periods",
    explanation: CheckExplanation(
      what: """
        Once a target has been met with evidence of change, either the current level meets it or at least five \
        of the last six periods did, up to the end of hold_until. The policy's sustain says other numbers.
        """,
      why: """
        Many improvements last as long as somebody looks. What is lost after the project has closed is missed \
        by nobody unless somebody asks.
        """,
      fix: """
        Find out what changed with those who do the work, and agree with the role that took the benefit over \
        what is to be done by when; or accept the loss for a time by a waiver.
        """,
      source: "NHS Institute, Sustainability Model and Guide (2010)"),
    rule: .measure { subject in
      let assessment = subject.assessment
      guard let target = subject.promisedTarget else { return .notApplicable("has no target") }
      guard let since = assessment.realisedSince else {
        return .notDue("has not been realised yet").with(
          value: assessment.level, expected: target.value)
      }
      guard let latest = assessment.latest, let level = assessment.level else {
        return .unknown("no usable value", action: "see data.overdue")
      }
      let points = assessment.points
      if let until = target.holdUntil, points[latest].period > until {
        return .notApplicable("was to be held until \(until.spoken)")
      }
      let sign = assessment.sign
      let used = points.indices.reversed().lazy.filter { points[$0].use == .used }
      let lost = used.prefix { index in
        points[index].value.map { sign * ($0 - target.value) < 0 } ?? false
      }.reduce(nil) { $1 }
      let promise = { subject.text(target.value) }
      let isHeld =
        assessment.isMet || (assessment.statusBeforeStale ?? assessment.status) == .sustained
      let finding: CheckFinding =
        isHeld
        ? .pass(
          "holds \(promise()), realised since \(since.spoken), at \(subject.number(level))")
        : .breach(
          .error,
          "is at \(subject.number(level)) v \(promise()), which was realised in \(since.spoken)"
            + (lost.map { " and is lost since \(points[$0].period.spoken)" } ?? ""),
          action: "find what changed and agree how to get it back")
      return finding.with(
        value: level, expected: target.value, period: points[latest].period,
        since: isHeld ? nil : lost.map { points[$0].period },
        evidence: [
          "level": level, "target": target.value, "met_of_last": Double(assessment.metOfLast),
        ])
    })
}
