import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let baselineChanged = Check(
    "baseline.changed", family: .baseline, severities: [.error],
    breach: "the baseline has changed since the last review, and no role has approved the new one",
    explanation: CheckExplanation(
      what: """
        Once a baseline has been validated, or the change is live, another window or number is validated anew \
        (validated_by), or seen by a review of the benefit or the programme on that day or later.
        """,
      why: """
        Moving the start is the quietest way to reach the finish. A baseline may be corrected; it may not be \
        corrected alone.
        """,
      fix: """
        Have the new baseline validated by somebody who does not answer for the benefit, and take it to the \
        next review. benefits-cli log and show tell who changed it and why.
        """,
      source: "IPA, Guide for Effective Benefits Management in Major Projects (2017)"),
    rule: .measure { subject in
      guard subject.commitment.baseline != nil else { return .notApplicable("has no baseline") }
      let changes = subject.baselineChanges
      guard let last = changes.last else {
        return .pass("has the baseline that it began with")
      }
      let day = last.day.spoken
      if let review = subject.lastReview, review.date >= last.day {
        return .pass("changed its baseline on \(day), and was reviewed on \(review.date.spoken)")
      }
      if last.isApproved {
        let role = last.after.validatedBy.map { " by \($0)" } ?? ""
        return .pass("changed its baseline on \(day), validated\(role)")
      }
      return .breach(
        .error,
        "had its baseline changed on \(day) from \(subject.words(for: last.before)) to"
          + " \(subject.words(for: last.after)), and nobody has approved it",
        action: "have it validated"
      ).with(
        value: last.after.statedValue, expected: last.before.statedValue,
        evidence: ["changes": Double(changes.count), "entry": Double(last.entry)])
    })
}

/// One change of what a series is compared with.
private struct BaselineChange {
  let before: Baseline
  let after: Baseline
  let entry: EntryID
  let day: Day

  /// Whether the new one was validated for itself: what the old one was validated by does not count for it.
  var isApproved: Bool {
    guard after.state == .validated, after.validatedBy != nil else { return false }
    return after.validatedBy != before.validatedBy || after.validatedOn != before.validatedOn
  }
}

extension MeasureUnderCheck {
  /// The changes of window or number up to the day, after go-live or after the baseline had been validated.
  fileprivate var baselineChanges: [BaselineChange] {
    var changes: [BaselineChange] = []
    var known: Baseline?
    for version in versions where version.recordedAt.day <= asOf {
      guard let after = version.commitment.baseline else { continue }
      let day = version.recordedAt.day
      if let before = known, before.basis != after.basis {
        let isLive = assessment.goLive.map { $0 <= day } ?? false
        if before.state == .validated || isLive {
          changes.append(
            BaselineChange(before: before, after: after, entry: version.entry, day: day))
        }
      } else if !changes.isEmpty, let before = known, before != after {
        // The same numbers, validated later.
        let last = changes.removeLast()
        changes.append(
          BaselineChange(before: last.before, after: after, entry: last.entry, day: last.day))
      }
      known = after
    }
    return changes
  }

  /// The last review, up to the day, of a benefit of the measure or of the whole programme.
  fileprivate var lastReview: Review? {
    let own = Set(benefits.map(\.id))
    return plan.reviews.filter { review in
      review.date <= asOf
        && (review.benefits.isEmpty || review.benefits.contains(where: own.contains))
    }.max { $0.date < $1.date }
  }

  /// A baseline in a few words.
  fileprivate func words(for baseline: Baseline) -> String {
    switch baseline.basis {
    case .window(let from, let to): "\(from.spoken)–\(to.spoken)"
    case .stated(let value, _): text(value)
    }
  }
}

extension Baseline {
  fileprivate var statedValue: Double? {
    guard case .stated(let value, _) = basis else { return nil }
    return value
  }
}
