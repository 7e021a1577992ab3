public import BenefitsModel

extension PlanFile {
  /// Returns a commented plan to start from: small, whole, and readable without a fault.
  ///
  /// Its measures are one of each common sort. Its dates follow from one day: measured since two years
  /// before, live since one year before, to be reached one year after.
  ///
  /// - Parameters:
  ///   - programme: The identifier of the programme.
  ///   - title: The title of the programme.
  ///   - asOf: The day on which the plan is begun.
  /// - Returns: The text of a plan file.
  public static func starter(
    programme: Programme.ID, title: String = "My programme", asOf: Day
  ) -> String {
    let now = Period(.month, containing: asOf)
    let live = now.advanced(by: -12)
    let quarter = Period(.quarter, containing: live.first)
    return """
      # A plan: what a programme is, what it promises, and how that is measured.
      # Everything here is an example. Change it, take out what you do not need,
      # then type
      #   benefits-cli plan apply plan.yaml
      # as often as you like: only what differs is written, and all that is wrong
      # is listed at once.
      # A line that begins with '#' explains and is not read. Indent with spaces,
      # never with tabs. An id is a short name without spaces that never changes:
      # numbers are recorded under it.

      programme:
        id: \(programme)
        title: \(YAMLText.scalar(title))
        purpose: One sentence that everybody in the programme would sign

      calendar:
        holidays: england      # england or none: working days leave these days out
        year_starts: april     # april (2025/26) or january (2025)

      # What is being done. A project goes live on a day; benefits are expected
      # after it.
      projects:
        - id: P1
          title: Falls clinic at home
          owner: Programme Manager                 # a role, never a person's name
          go_live: \(live.first)

      # What people will notice. One of each aim, so that no aim is forgotten:
      # patient-experience, population-health, cost-efficiency, staff-wellbeing.
      benefits:
        - id: B1
          title: Faster response after a fall
          aim: patient-experience
          project: P1
          owner: Community Nursing Lead
          # draft, planned, committed, realising, closed or superseded
          lifecycle: realising
          # who takes it over into business as usual, and when
          hand_over: \(now.advanced(by: 18).first)
          bau_owner: Head of Community Services
        - id: B2
          title: Fewer falls with an ambulance called
          aim: population-health
          project: P1
          owner: Medical Director
          lifecycle: realising
        - id: B3
          title: Lower spending on hospital beds
          aim: cost-efficiency
          project: P1
          owner: Finance Business Partner
          lifecycle: committed
          class: cash-releasing    # or non-cash-releasing, societal, qualitative
          # when the first of it is expected, where that is not the go-live
          first_benefit: \(now)
        - id: B4
          title: Staff who would recommend their team
          aim: staff-wellbeing
          project: P1
          owner: People Director
          lifecycle: planned

      # How each benefit is measured. The first outcome of a benefit is its headline.
      measures:
        # A percentage, recorded as NUMERATOR/DENOMINATOR:
        #   benefits-cli record M1 \(live)=61/84
        - id: M1
          title: People seen within 2 hours of a fall
          benefits: [B1]
          role: outcome            # outcome, process, balancing, adoption or context
          kind: proportion         # proportion, rate, count, value or event
          unit: "%"
          direction: higher        # higher or lower is better; stable: neither
          definition: People seen within 2 hours, of all who called after a fall
          source: Response team system
          owner: Data Analyst
          frequency:
            # day, week, month, quarter, year, or a number of them: 2 months
            every: month
            from: \(now.advanced(by: -24))          # the first month that is measured
            # a month's number is due so many working days after it ends
            lag_working_days: 10
          # possible: {from: 0, to: 100}    what a value may be; checks refuse others
          # tolerance: 2    how much worse than the baseline is a failure
          # the months before, which all later ones are compared with
          baseline:
            from: \(now.advanced(by: -24))
            to: \(live.advanced(by: -1))
          targets:
            - value: 85
              reach_by: \(now.advanced(by: 12))
              hold_until: \(now.advanced(by: 24))
              committed_by: Chief Operating Officer
          trajectory: {shape: linear}    # the way there: linear, step or s-curve

        # A count, recorded as one number:
        #   benefits-cli record M2 \(live)=37
        - id: M2
          title: Ambulances called to a fall
          benefits: [B2]
          kind: count
          unit: calls
          direction: lower
          definition: Ambulance calls with the code of a fall, people aged 65 and over
          source: Ambulance service
          owner: Data Analyst
          frequency: {every: month, from: \(now.advanced(by: -24)), lag_working_days: 10}
          baseline: {from: \(now.advanced(by: -24)), to: \(live.advanced(by: -1))}
          targets: [{value: 30, reach_by: \(now.advanced(by: 12))}]

        # Money month by month, compared as a running sum with what was planned
        # to date:
        - id: M3
          title: Saving on hospital beds
          benefits: [B3]
          kind: value
          aggregation: sum         # amounts add up; without this, values are averaged
          unit: £k
          direction: higher
          definition: Budget taken out, by the ledger, in thousands of pounds
          source: Finance ledger
          owner: Finance Business Partner
          frequency: {every: month, from: \(live), lag_working_days: 15}
          baseline: {value: 0, source: Nothing was saved before}
          targets: [{value: 240, reach_by: \(now.advanced(by: 12)), basis: to-date}]

        # A survey, four times a year:
        - id: M4
          title: Staff who recommend their team
          benefits: [B4]
          kind: proportion
          unit: "%"
          direction: higher
          definition: Staff who agree or agree strongly, of all who answered
          source: Staff survey
          owner: People Director
          frequency: {every: quarter, from: \(quarter.advanced(by: -4)), lag_working_days: 20}
          suppress_below: 10       # fewer answers than this are not shown
          baseline: {from: \(quarter.advanced(by: -4)), to: \(quarter.advanced(by: -1))}
          targets: [{value: 70, reach_by: \(now.advanced(by: 12))}]

        # A guard: what must not get worse while the benefits come. It has a limit
        # and no target.
        - id: M5
          title: Days from referral to first visit
          guards: [B1]
          role: balancing
          kind: value
          unit: days
          direction: lower
          definition: Mean of the days from referral to first visit
          source: Community system
          owner: Data Analyst
          frequency: {every: month, from: \(now.advanced(by: -24)), lag_working_days: 10}
          baseline: {from: \(now.advanced(by: -24)), to: \(live.advanced(by: -1))}
          guardrail: {limit: 14, amber: 12}    # red beyond 14 days, amber from 12

      # What charts point out: go-live, pdsa, decision, data-issue or context.
      annotations:
        - date: \(live.first)
          kind: go-live
          projects: [P1]
          text: Falls clinic live

      # What must be true for a benefit to come: untested, supported or refuted.
      assumptions:
        - id: U1
          text: People call the clinic rather than an ambulance
          benefits: [B2]
          state: untested

      # What was decided, looked at and is to be done. Checks ask for what is due.
      decisions:
        - id: D1
          date: \(now.advanced(by: -13).first)
          body: Programme Board
          text: Begin with one clinic
      reviews:
        - id: R1
          date: \(now.first)
          body: Programme Board
          decision: Continue
          next_due: \(now.advanced(by: 3).first)
      actions:
        - id: T1
          text: Agree who counts the calls
          owner: Data Analyst
          due: \(now.advanced(by: 2).first)
          measures: [M2]

      # Places and groups, where numbers are taken for each. Take the '#' away to
      # use them.
      # sites:
      #   - {id: north, title: North team}
      # strata:
      #   - {id: over-85, title: Aged 85 and over}

      # Which scheduled checks run: standard, plan, strict or board.
      checks:
        profile: standard

      # Breaches that are accepted for a time, each with a reason, an approver and
      # an end.
      waivers: []

      """
  }

  /// Returns a commented plan to start from, for a programme that has no name yet.
  ///
  /// - Parameter asOf: The day on which the plan is begun.
  /// - Returns: The text of a plan file.
  public static func starter(asOf: Day) -> String {
    guard let id = Programme.ID("my-programme") else { return "" }
    return starter(programme: id, asOf: asOf)
  }
}
