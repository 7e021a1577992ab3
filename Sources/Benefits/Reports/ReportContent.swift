import BenefitsAnalytics
import BenefitsChecks
import BenefitsModel

/// What the sections of a report are made from.
struct ReportContent: Sendable {
  /// One measure with what is known of it.
  struct MeasureEntry: Sendable {
    let assessment: Assessment
    /// What the checks say of it, in the order of the vocabulary.
    let results: [CheckResult]
    /// The time before go-live compared with the time after.
    let comparison: GoLiveComparison?

    var measure: Measure { assessment.measure }
    var anchor: String { "measure-\(measure.id.folded)" }
    var dataAnchor: String { "data-\(measure.id.folded)" }

    /// The waiver that is in force for it.
    var waiver: Waiver? { results.first { $0.outcome == .waived }?.waiver }

    /// The results that the sentence of the status does not tell, and that are not passes.
    var untold: [CheckResult] {
      results.filter { result in
        result.outcome.isChecked && result.outcome != .pass
          && (result.outcome == .waived || !assessment.status.toldChecks.contains(result.check))
      }
    }

    /// The results that want attention, in the order of the vocabulary.
    var open: [CheckResult] {
      results.filter { $0.outcome == .fail || $0.outcome == .unknown || $0.outcome == .warn }
    }
  }

  let snapshot: Snapshot
  let asOf: Day
  let checks: CheckRun
  let tool: String
  /// The measures in the order of the plan.
  let measures: [MeasureEntry]
  let benefits: [Benefit.ID: BenefitAssessment]

  private let places: [Measure.ID: Int]

  init(
    snapshot: Snapshot, asOf: Day, checks: CheckRun, tool: String, measures: [MeasureEntry],
    benefits: [BenefitAssessment]
  ) {
    self.snapshot = snapshot
    self.asOf = asOf
    self.checks = checks
    self.tool = tool
    self.measures = measures
    self.benefits = Dictionary(benefits.map { ($0.benefit.id, $0) }) { first, _ in first }
    places = Dictionary(measures.enumerated().map { ($1.measure.id, $0) }) { first, _ in first }
  }

  var plan: Plan { snapshot.plan }

  /// A day for a sentence or a table.
  var day: String { asOf.spoken }

  func entry(_ id: Measure.ID) -> MeasureEntry? { places[id].map { measures[$0] } }

  /// The breached guardrails of a benefit, but for the headline's own, whose status says so already.
  func flaggedGuardrails(of benefit: Benefit.ID) -> [Assessment] {
    let assessment = benefits[benefit]
    return (assessment?.breachedGuardrails ?? []).filter {
      $0.measure.id != assessment?.headline?.measure.id || assessment?.status != .breached
    }
  }

  func anchor(of benefit: Benefit.ID) -> String { "benefit-\(benefit.folded)" }
}

extension Status {
  /// The checks that say the same as the sentence of the status.
  fileprivate var toldChecks: Set<String> {
    switch self {
    case .breached: ["guardrail.breached", "disbenefit.exceeded"]
    case .missed, .missedPartial: ["target.met-by-date"]
    case .offTrack, .watch, .tooEarly: ["traj.on-track"]
    case .noData, .stale: ["data.overdue"]
    case .noBaseline: ["baseline.missing", "traj.on-track"]
    case .notDefined: ["target.missing"]
    default: []
    }
  }
}

extension String {
  /// The text with its first letter in upper case.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }

  /// What stands in a cell that has no value.
  static let none = "–"
}

extension Int {
  /// The number with its noun, as `1 measure` or `3 measures`.
  func of(_ noun: String, _ plural: String? = nil) -> String {
    "\(self) \(self == 1 ? noun : plural ?? noun + "s")"
  }
}
