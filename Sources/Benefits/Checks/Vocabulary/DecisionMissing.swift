import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let decisionMissing = Check(
    "decision.missing", family: .governance, severities: [.error],
    breach: "a measure is off track for two periods, and nothing was decided or is to be done",
    explanation: CheckExplanation(
      what: """
        A measure whose status is off track now and was at the end of the period before has a decision or a \
        review with a decision of that time, an action that is still to be done, or one that was raised or done in \
        that time, for it or for one of its benefits. What passes its reach-by period is for target.met-by-date.
        """,
      why: """
        A report that says off track month after month, with nothing that follows, teaches everybody to look \
        away.
        """,
      fix: """
        Take it to the body that answers for the benefit, and record what was decided, or who is to do what by \
        when.
        """,
      source: "IPA, Guide for Effective Benefits Management in Major Projects (2017)"),
    rule: .measure { subject in
      guard subject.promisedTarget != nil else { return .notApplicable("has no target") }
      guard subject.assessment.isOffTrack else { return .pass("is not off track") }
      var periods = 1
      while periods < longestLookBack, subject.earlier(periods)?.isOffTrack == true { periods += 1 }
      let assessment = subject.assessment
      let latest = assessment.latest.map { assessment.points[$0].period }
      guard periods >= 2, let latest else { return .notDue("is off track for its first period") }
      let since = latest.advanced(by: -(periods - 1) * subject.measure.frequency.interval)
      let evidence: [String: Double?] = [
        "periods": Double(periods), "pace": assessment.pace, "realised": assessment.realised,
      ]
      let fact = "is off track for \(periods) periods, since \(since.spoken)"
      if let answer = subject.answer(since: since.first) {
        return .pass("\(fact), with \(answer)").with(
          value: assessment.pace, period: latest, since: since, evidence: evidence)
      }
      return .breach(
        .error, "\(fact), and nothing was decided or is to be done",
        action: "decide, or agree an action"
      ).with(
        value: assessment.pace, period: latest, since: since, evidence: evidence)
    })

  /// A year of months.
  private static let longestLookBack = 12
}

extension Assessment {
  fileprivate var isOffTrack: Bool { (statusBeforeStale ?? status) == .offTrack }
}

extension MeasureUnderCheck {
  /// What was decided or agreed for the measure or its benefits from a day on, as `decision D-017`.
  fileprivate func answer(since day: Day) -> String? {
    let benefitIDs = Set(benefits.map(\.id))
    func isAbout(_ measures: [Measure.ID], _ benefits: [Benefit.ID]) -> Bool {
      measures.contains(measure.id) || !benefitIDs.isDisjoint(with: benefits)
    }
    let times = day...asOf
    if let decision = plan.decisions.first(where: {
      times.contains($0.date) && isAbout($0.measures, $0.benefits)
    }) {
      return "decision \(decision.id)"
    }
    if let action = plan.actions.first(where: { action in
      guard isAbout(action.measures, action.benefits), action.raised.map({ $0 <= asOf }) ?? true
      else { return false }
      return action.doneOn.map { $0 > asOf || times.contains($0) } ?? true
    }) {
      return "action \(action.id)"
    }
    return plan.reviews.first {
      times.contains($0.date) && $0.decision != nil && isAbout([], $0.benefits)
    }.map { "review \($0.id)" }
  }
}
