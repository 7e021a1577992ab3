import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let baselineOverlapsGoLive = Check(
    "baseline.overlaps-golive", family: .baseline, severities: [.error],
    breach: "the baseline's window includes periods after go-live",
    explanation: CheckExplanation(
      what: """
        Every period of the baseline's window is over before the day of go-live. Where projects or sites went \
        live one after the other, the first one counts.
        """,
      why: """
        A baseline that already holds some of the change makes the benefit look smaller than it is, or, where \
        things first got worse, greater.
        """,
      fix: """
        Let the window end with the last period before go-live, by a decision when the figures have been used \
        already.
        """,
      source: "HM Treasury, The Magenta Book (2020), on baselines and counterfactuals"),
    rule: .measure { subject in
      guard let window = subject.baselineWindow else {
        return .notApplicable("has no baseline of recorded values")
      }
      guard let goLive = subject.assessment.goLive else {
        return .notDue("has no go-live date that its baseline could overlap")
      }
      let last = window.upperBound
      let text = "\(window.lowerBound.spoken) to \(last.spoken)"
      guard last.end > goLive else {
        return .pass("has a baseline, \(text), that ends before go-live on \(goLive.spoken)")
      }
      let live = max(subject.period(of: goLive), window.lowerBound)
      let overlap = subject.measure.frequency.periods(from: live, through: last).count
      return .breach(
        .error, "has a baseline, \(text), that goes on after go-live on \(goLive.spoken)",
        action: "let it end before go-live"
      ).with(period: last, since: live, evidence: ["periods_after_go_live": Double(overlap)])
    })
}

extension MeasureUnderCheck {
  /// The period of the measure's kind that holds a day.
  func period(of day: Day) -> Period {
    Period(measure.frequency.kind, containing: day, yearStart: measure.frequency.from.yearStart)
  }
}
