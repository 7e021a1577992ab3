import BenefitsModel

extension Check {
  static let actionOverdue = Check(
    "action.overdue", family: .governance, severities: [.warn, .error],
    breach: "an action was not done by its day (warn), or is more than 30 days late (error)",
    explanation: CheckExplanation(
      what: """
        Each action that has been raised is done by its due day; the due day itself is in time. From the 31st day \
        after it the breach is an error.
        """,
      why:
        "An action that is agreed and not done leaves the benefit as it was, and looks like care.",
      fix: "Do it and record the day with done_on, or agree another day with whoever asked for it.",
      source: "A rule of this project: what was agreed is done or agreed anew"),
    rule: .plan { plan in
      plan.plan.actions.map { action in
        var finding = judge(action, asOf: plan.asOf)
        finding.owner = action.owner
        return PlanFinding(
          plan.subject(
            action.id.text, title: "Action \(action.id)",
            benefit: action.benefits.first.flatMap { plan.benefit($0) },
            measure: action.measures.first.flatMap { plan.measure($0) }), finding)
      }
    })

  private static let longestDelay = 30

  private static func judge(_ action: Action, asOf: Day) -> CheckFinding {
    let text = "'\(CheckMessage.shortened(action.text.printable, to: 56))'"
    if let raised = action.raised, raised > asOf { return .notDue("\(text) is not raised yet") }
    if let done = action.doneOn, done <= asOf { return .pass("\(text) was done on \(done.spoken)") }
    let days = action.due.distance(to: asOf)
    guard days > 0 else { return .notDue("\(text) is due on \(action.due.spoken)") }
    return .breach(
      days > longestDelay ? .error : .warn,
      "\(text) was due on \(action.due.spoken), \(days) \(days == 1 ? "day" : "days") ago",
      action: "do it, or agree another day"
    ).with(evidence: ["days_overdue": Double(days)])
  }
}
