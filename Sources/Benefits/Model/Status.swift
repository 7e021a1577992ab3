/// What can be said of a measure in one word; the raw values are the words of machine output.
public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
  /// Closed or superseded, with a reason.
  case closed
  /// No measure, or neither target nor guardrail.
  case notDefined = "not-defined"
  /// Go-live has passed and there is no baseline.
  case noBaseline = "no-baseline"
  /// Before the first-benefit date.
  case notDue = "not-due"
  /// Nothing is recorded although the first value is overdue.
  case noData = "no-data"
  /// The last two or more due periods have no value.
  case stale
  /// Worse than the baseline, and shown to be.
  case deteriorated
  /// Met in most of the last periods, with evidence of change.
  case sustained
  /// Met now, with evidence of change.
  case realised
  /// Met now, without evidence of change.
  case metUnproven = "met-unproven"
  /// Was realised or sustained, is not met now.
  case notSustained = "not-sustained"
  /// The reach-by period has passed with at least half of the promise realised.
  case missedPartial = "missed-partial"
  /// The reach-by period has passed with less than half of the promise realised.
  case missed
  /// Fewer than seven points after go-live and behind the plan.
  case tooEarly = "too-early"
  /// Well ahead of the plan.
  case ahead
  /// As planned.
  case onTrack = "on-track"
  /// Somewhat behind the plan.
  case watch
  /// Far behind the plan.
  case offTrack = "off-track"
  /// A guardrail that is kept.
  case holding
  /// A guardrail between amber and limit.
  case strained
  /// A guardrail that is passed.
  case breached

  /// The status for a table or a sentence, as `missed, partial`.
  public var title: String {
    switch self {
    case .missedPartial: "missed, partial"
    case .metUnproven: "met, unproven"
    default: rawValue.split(separator: "-").joined(separator: " ")
    }
  }

  /// The order in which a status is named where one of several must be: worst first.
  public static let bySeverity: [Status] = [
    .breached, .deteriorated, .missed, .offTrack, .notSustained, .missedPartial, .noBaseline,
    .noData, .stale, .strained, .watch, .notDefined, .tooEarly, .metUnproven, .onTrack, .ahead,
    .notDue, .holding, .realised, .sustained, .closed,
  ]
}

extension Status {
  /// The checks that are breached where a series has the status; a waiver of one of them accepts it.
  public var breachedChecks: [String] {
    switch self {
    case .breached: ["guardrail.breached", "disbenefit.exceeded"]
    case .deteriorated: ["signal.deterioration"]
    case .missed, .missedPartial: ["target.met-by-date"]
    case .notSustained: ["sustain.held"]
    case .watch, .offTrack, .tooEarly: ["traj.on-track", "traj.tolerance"]
    case .noBaseline: ["baseline.missing"]
    case .noData, .stale: ["data.overdue"]
    case .notDefined: ["target.missing"]
    case .strained: ["guardrail.strained"]
    case .closed, .notDue, .sustained, .realised, .metUnproven, .ahead, .onTrack, .holding: []
    }
  }
}
