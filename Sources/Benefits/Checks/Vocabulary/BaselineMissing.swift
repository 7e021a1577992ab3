import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let baselineMissing = Check(
    "baseline.missing", family: .baseline, severities: [.warn, .error],
    breach: "there is no baseline: go-live within 60 days (warn), go-live passed (error)",
    explanation: CheckExplanation(
      what: """
        A measure that shows an outcome or has a target needs a baseline: a window of periods with at least \
        one usable value, or a stated value with its source. A limit needs one only where neither direction \
        is better; context and process measures without a target need none.
        """,
      why: """
        Without a starting point nobody can say how much of a promise has been realised. Once the change is \
        live, the chance to measure how things were before is gone.
        """,
      fix: """
        Record the months before go-live and name them as the baseline's window. When there are none, state \
        a value with its source (an audit, a survey) as the baseline.
        """,
      source: "IPA, Guide for Effective Benefits Management in Major Projects (2017)"),
    rule: .measure { subject in
      let commitment = subject.commitment
      if let baseline = subject.assessment.baseline {
        return .pass("has a baseline of \(subject.text(baseline))").with(
          value: baseline,
          evidence: ["baseline_points": subject.assessment.baselinePoints.map(Double.init)])
      }
      guard subject.needsBaseline else { return .notApplicable("is not held against a baseline") }
      let lack: String
      if case .window(let from, let to)? = commitment.baseline?.basis {
        lack = "has no usable value in its baseline window, \(from.spoken) to \(to.spoken)"
      } else {
        lack = "has no baseline"
      }
      guard let goLive = subject.assessment.goLive else {
        return .unknown("it \(lack), and no go-live date is known", action: "give a go-live date")
      }
      let days = subject.asOf.distance(to: goLive)
      let evidence: [String: Double?] = ["days_to_go_live": Double(days)]
      if days <= 0 {
        return .breach(
          .error, "\(lack), and went live on \(goLive.spoken)",
          action: commitment.baseline == nil
            ? "state one with its source" : "record its values, or state one with its source"
        ).with(evidence: evidence)
      }
      guard days <= 60 else {
        return .notDue("\(lack) yet; go-live is on \(goLive.spoken)").with(evidence: evidence)
      }
      return .breach(
        .warn, "\(lack), and goes live on \(goLive.spoken)",
        action: "record the periods before go-live"
      ).with(evidence: evidence)
    })
}
