/// Plan files that several suites read.
enum Examples {
  /// The plan of the design, with the benefit that its last measure guards.
  static let design = #"""
    programme: {id: home-first, title: Home First, purpose: Older people are helped quickly at home}
    projects:
      - {id: P1, title: Urgent Community Response, owner: Community Nursing Lead, go_live: 2024-07-01}
    sites:
      - {id: alderwick, title: Alderwick, parent: home-first, go_live: 2024-07-01}
    benefits:
      - {id: HF-B01, title: Faster crisis response at home, aim: patient-experience, project: P1, owner: Community Nursing Lead,
         lifecycle: realising, class: non-cash-releasing, first_benefit: 2024-10, weight: 2}
      - {id: HF-B03, title: Shorter stays for frail inpatients, aim: cost-efficiency, project: P1}
    measures:
      - id: HF-M01
        title: Crisis referrals seen within 2 hours
        benefits: [HF-B01]
        role: outcome
        kind: proportion
        unit: "%"
        multiply: 100
        decimals: 1
        direction: higher
        definition: Referrals accepted for a 2-hour response and seen within 2 hours, of all such referrals
        source: Urgent community response system
        owner: Data Intelligence Lead
        frequency: {every: month, from: 2023-04, lag_working_days: 15, grace_days: 0}
        suppress_below: 5
        baseline: {from: 2023-04, to: 2024-03, state: validated, validated_by: Head of Performance, validated_on: 2024-05-10}
        targets: [{value: 85, from: 2024-06, reach_by: 2025-03, hold_until: 2027-03, committed_by: Chief Operating Officer, committed_on: 2024-02-01}]
        trajectory: {shape: linear}          # or step, s-curve, {2024-07: 62, 2024-08: 64, …}
        phases: [{from: 2025-04, reason: New steady state after roll-out}]
      - {id: HF-M08, title: Readmissions within 30 days, benefits: [HF-B03], guards: [HF-B03], role: balancing, kind: proportion, unit: "%", direction: lower,
         frequency: {every: month, from: 2023-04}, baseline: {value: 13.1, source: 2022/23 audit}, guardrail: {limit: 14.5, amber: 14.0}}
    annotations:
      - {date: 2024-07-01, kind: go-live, projects: [P1], text: Crisis team live in Alderwick and Brackenmere}
    calendar: {holidays: england}
    checks: {profile: standard}              # CHECKS.md §4
    waivers: []
    """#

  /// The plan of the design exactly as it is printed there: `HF-B03` is left out of its benefits.
  static let designAsPrinted = design.split(separator: "\n", omittingEmptySubsequences: false)
    .filter { !$0.contains("id: HF-B03") }.joined(separator: "\n")
}
