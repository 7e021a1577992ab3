public import BenefitsAnalytics
public import BenefitsModel

/// What somebody has to record, to do or to decide, by the day on which it is due.
public struct DueList: Hashable, Sendable {
  /// One thing that is due.
  public struct Item: Hashable, Sendable {
    /// What is to be done.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
      /// A value is to be recorded.
      case value
      /// An action is to be finished.
      case action
      /// Benefits are to be looked at.
      case review
      /// A waiver ends, and the breach behind it counts again.
      case waiver
    }

    /// What is to be done.
    public var kind: Kind
    /// The day on which it is due.
    public var due: Day
    /// Whether that day and its grace have passed.
    public var isOverdue: Bool
    /// The measure, action, review or waiver.
    public var id: String
    /// Its title or text.
    public var title: String
    /// The period of the value.
    public var period: Period?
    /// The role or the body that it is expected of.
    public var owner: String?
  }

  /// The day that the question is asked for.
  public let asOf: Day
  /// What is due, the first first.
  public let items: [Item]

  /// Collects what is overdue, and what is due up to some days from now.
  ///
  /// - Parameters:
  ///   - assessor: What was known, and the day that the question is asked for.
  ///   - days: How many days ahead are looked at.
  /// - Complexity: O(*n* log *n*) for *n* things that are due.
  public init(_ assessor: Assessor, within days: Int) {
    asOf = assessor.asOf
    let horizon = asOf.advanced(by: days)
    let plan = assessor.snapshot.plan
    let values = plan.measures.flatMap {
      DueList.values(
        of: assessor.assess(plan.wholeSeries(of: $0)), plan: plan, through: horizon)
    }
    let others =
      DueList.actions(of: plan, asOf: asOf) + DueList.reviews(of: plan, asOf: asOf)
      + DueList.waivers(of: plan, asOf: asOf)
    let all = values + others.filter { $0.due <= horizon }
    items = all.enumerated().sorted {
      ($0.element.due, $0.offset) < ($1.element.due, $1.offset)
    }.map(\.element)
  }

  /// How many things are overdue.
  public var overdue: Int { items.count { $0.isOverdue } }

  private static func actions(of plan: Plan, asOf: Day) -> [Item] {
    plan.actions.filter { $0.doneOn.map { asOf < $0 } ?? true }.map {
      Item(
        kind: .action, due: $0.due, isOverdue: $0.due < asOf, id: $0.id.text, title: $0.text,
        owner: $0.owner)
    }
  }

  /// The next look at each group of benefits that the latest one announced.
  private static func reviews(of plan: Plan, asOf: Day) -> [Item] {
    let past = plan.reviews.filter { $0.date <= asOf }
    return past.compactMap { review in
      guard let next = review.nextDue,
        !past.contains(where: { $0.benefits == review.benefits && review.date < $0.date })
      else { return nil }
      let titles = review.benefits.compactMap { plan.benefit($0)?.title }
      return Item(
        kind: .review, due: next, isOverdue: next < asOf, id: review.id.text,
        title: titles.isEmpty ? plan.programme.title : titles.joined(separator: "; "),
        owner: review.body)
    }
  }

  private static func waivers(of plan: Plan, asOf: Day) -> [Item] {
    plan.waivers.filter { $0.isInForce(on: asOf) }.map {
      Item(
        kind: .waiver, due: $0.expires, isOverdue: false, id: $0.id.text,
        title: "\($0.check) of \($0.subject): \($0.reason)", owner: $0.approvedBy)
    }
  }

  /// The values of a measure that are overdue, due, or due up to a day.
  private static func values(
    of assessment: Assessment, plan: Plan, through horizon: Day
  ) -> [Item] {
    let measure = assessment.measure
    guard assessment.status != .closed else { return [] }
    let item = { (period: Period, isOverdue: Bool) in
      Item(
        kind: .value, due: measure.frequency.dueDay(of: period, in: plan.calendar),
        isOverdue: isOverdue, id: measure.id.text, title: measure.title, period: period,
        owner: measure.owner ?? assessment.benefits.lazy.compactMap(\.owner).first)
    }
    var items = assessment.overdue.map { item($0, true) }
    // Events have no periods of their own that are waited for one by one.
    guard measure.kind != .event else { return items }
    // What is recorded beyond the latest usable value, as suppressed, is recorded all the same.
    let recorded = assessment.points.last {
      $0.measurement != nil && ($0.parts?.missing ?? 0) == 0
    }?.period
    var period = measure.frequency.from
    if let known = [recorded, assessment.overdue.last].compactMap(\.self).max() {
      period = max(period, known.advanced(by: 1))
    } else if let first = assessment.firstDue ?? assessment.firstBenefit {
      period = max(
        period, Period(measure.frequency.kind, containing: first, yearStart: period.yearStart))
    }
    while period.last <= horizon {
      defer { period = period.advanced(by: 1) }
      guard measure.frequency.isMeasured(period) else { continue }
      guard measure.frequency.dueDay(of: period, in: plan.calendar) <= horizon else { break }
      items.append(item(period, false))
    }
    return items
  }
}

extension DueList.Item {
  /// What is due, in words.
  public var what: String {
    switch kind {
    case .value: "\(title)" + (period.map { ", \($0.spoken)" } ?? "")
    case .action: title
    case .review: "Review of \(title)"
    case .waiver: "Waiver ends: \(title)"
    }
  }

  /// How late it is, or how far ahead, in words.
  ///
  /// - Parameter asOf: The day that the question is asked for.
  /// - Returns: `3 days late`, `in grace`, `today` or `in 3 days`.
  public func when(asOf: Day) -> String {
    let days = due.distance(to: asOf)
    let count = "\(days.magnitude) day\(days.magnitude == 1 ? "" : "s")"
    if isOverdue { return "\(count) late" }
    if days == 0 { return "today" }
    return days > 0 ? "in grace" : "in \(count)"
  }
}
