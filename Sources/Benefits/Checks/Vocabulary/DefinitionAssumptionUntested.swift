import BenefitsModel

extension Check {
  static let definitionAssumptionUntested = Check(
    "def.assumption-untested", family: .definition, severities: [.warn],
    breach: "an assumption is still untested after go-live, or was refuted",
    explanation: CheckExplanation(
      what: """
        Each assumption that a benefit rests on has been tested by the time the first of the projects behind \
        its benefits goes live, and what was found supports it.
        """,
      why: """
        A benefit that rests on something untrue does not come, however well the work is done. Most \
        assumptions can be tested in weeks, long before the benefit would show.
        """,
      fix: """
        Test it: look at some cases, or ask those who do the work; and write down what was found. When it is \
        refuted, change the plan by a decision.
        """,
      source: "Theory of change: HM Treasury, Magenta Book (2020)"),
    rule: .plan { plan in
      plan.plan.assumptions.map { assumption in
        let benefits = assumption.benefits.compactMap { plan.benefit($0) }
        var finding = judge(assumption, benefits, plan)
        finding.owner = benefits.first.flatMap { plan.owner(of: $0) }
        return PlanFinding(
          plan.subject(
            assumption.id.text, title: "Assumption \(assumption.id)", benefit: benefits.first),
          finding)
      }
    })

  private static func judge(
    _ assumption: Assumption, _ benefits: [Benefit], _ plan: PlanUnderCheck
  ) -> CheckFinding {
    if benefits.allSatisfy({ $0.lifecycle == .closed || $0.lifecycle == .superseded }) {
      return .notApplicable("belongs to benefits that have ended")
    }
    let text = "'\(CheckMessage.shortened(assumption.text.printable, to: 56))'"
    switch assumption.state {
    case .supported: return .pass("\(text) is supported")
    case .refuted:
      let day = assumption.testedOn.map { " on \($0.spoken)" } ?? ""
      return .breach(.warn, "\(text) was refuted\(day)", action: "change the plan by a decision")
    case .untested:
      guard let goLive = benefits.compactMap({ plan.project($0.project)?.goLive }).min() else {
        return .unknown("\(text) is untested, no go-live is known", action: "give a go-live date")
      }
      guard goLive <= plan.asOf else {
        return .notDue("\(text) is to be tested before \(goLive.spoken)")
      }
      return .breach(
        .warn, "\(text) is untested, and live since \(goLive.spoken)", action: "test it"
      ).with(evidence: ["days": Double(goLive.distance(to: plan.asOf))])
    }
  }
}
