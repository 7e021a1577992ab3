extension Check {
  static let runEmpty = Check(
    "run.empty", family: .governance, severities: [],
    breach: "nothing was checked: unknown, and exit status 2 unless empty runs are allowed",
    explanation: CheckExplanation(
      what: """
        A run evaluates something: a profile, a pattern of checks or a selection that matches nothing, and a plan \
        in which everything has ended, leave nothing to say.
        """,
      why: "A job that checks nothing is as green as one that checks everything.",
      fix: """
        Correct the selection or the plan. Where an empty run is right, say so with --allow-empty.
        """,
      source: "promtool, which once ended with 0 for a rule file that was not there (issue 12499)"),
    rule: .run { .unknown("nothing was checked", action: "correct the selection or the plan") })
}
