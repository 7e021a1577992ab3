import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let equityGap = Check(
    "equity.gap", family: .harm, severities: [.warn],
    breach: "the levels of two strata lie further apart than the measure allows",
    explanation: CheckExplanation(
      what: """
        Where a measure states an equity gap, the levels of the best and the worst of its strata lie no \
        further apart. A level is the one that statuses use; a stratum whose latest value is older than that \
        of another is left out.
        """,
      why: """
        An average can improve because those who were well off do better still. A benefit that passes the \
        poorest by widens the gap that it was to close.
        """,
      fix: """
        Look at who is reached: where teams are, how people are referred, what keeps some away. Agree what \
        is done for the groups that are behind.
        """,
      source: "NHS England, Core20PLUS5: results by deprivation, not on average alone"),
    rule: .measure { subject in
      guard let limit = subject.measure.equityGap else {
        return .notApplicable("states no equity gap")
      }
      guard subject.assessment.series.stratum == .all else {
        return .notApplicable("is one group by itself")
      }
      if subject.assessment.unjudged == .notDue {
        return .notDue("is not due to bring any benefit yet")
      }
      let groups = subject.groups
      guard let last = groups.map(\.period).max() else {
        return subject.assessment.latest == nil && subject.assessment.overdue.isEmpty
          ? .notDue("has no value yet")
          : .unknown("no values by group", action: "record them by stratum")
      }
      let present = groups.filter { $0.period == last }.sorted { $0.level < $1.level }
      guard let low = present.first, let high = present.last, present.count > 1 else {
        return .unknown("values of one group only", action: "record the other groups")
      }
      let gap = high.level - low.level
      let fact =
        "is \(subject.number(low.level)) for \(low.title) and \(subject.number(high.level)) for"
        + " \(high.title)"
      let finding: CheckFinding =
        gap > limit + 1e-9 * max(high.level.magnitude, low.level.magnitude)
        ? .breach(
          .warn, "\(fact), where \(subject.number(limit)) apart is the most",
          action: "agree what helps those behind")
        : .pass("\(fact), no further apart than \(subject.number(limit))")
      return finding.with(
        value: gap, expected: limit, period: last,
        evidence: ["gap": gap, "limit": limit, "groups": Double(present.count)])
    })
}

/// How one stratum of a measure stands.
private struct Group {
  let title: String
  let level: Double
  let period: Period
}

extension MeasureUnderCheck {
  /// The strata that have a level, in the order of the plan.
  fileprivate var groups: [Group] {
    plan.strata.filter { $0.id != .all }.compactMap { stratum in
      guard let group = group(stratum.id), let latest = group.latest,
        let level = group.recentLevel
      else { return nil }
      return Group(
        title: stratum.title.lowercasedFirst, level: level, period: group.points[latest].period)
    }
  }
}

extension String {
  /// A title within a sentence: `Most deprived fifth` becomes `most deprived fifth`, `A&E` stays.
  fileprivate var lowercasedFirst: String {
    let head = prefix(2)
    guard let first = head.first, let second = head.last, second.isLowercase else { return self }
    return first.lowercased() + dropFirst()
  }
}
