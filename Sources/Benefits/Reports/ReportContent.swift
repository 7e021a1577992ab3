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
    var anchor: String { ReportLayout.Target.measure(measure.id).anchor }
    var dataAnchor: String { ReportLayout.Target.data(measure.id).anchor }

    /// The waiver that is in force for it.
    var waiver: Waiver? { results.first { $0.outcome == .waived }?.waiver }

    /// The results that the sentence of the status does not tell, and that are not passes; what several checks
    /// say in the same words is said once.
    var untold: [CheckResult] {
      var said: Set<[String?]> = []
      return results.filter { result in
        result.outcome.isChecked && result.outcome != .pass
          && (result.outcome == .waived || !assessment.status.toldChecks.contains(result.check))
          && said.insert([
            result.outcome.rawValue, result.subject.id, result.finding, result.action,
          ])
          .inserted
      }
    }

    /// The results that want attention, in the order of the vocabulary: not what is only worth knowing, nor what
    /// might be better about a definition, a baseline or a target without being broken.
    var open: [CheckResult] { results.filter(\.isOpen) }

    /// What is told before the chart, failures first, and what may wait until after it.
    var told: (first: [CheckResult], last: [CheckResult]) {
      let first = untold.filter { $0.isOpen || $0.outcome == .waived }
      return (
        first.filter { $0.outcome == .fail } + first.filter { $0.outcome != .fail },
        untold.filter { !$0.isOpen && $0.outcome != .waived }
      )
    }
  }

  let assessor: Assessor
  let checks: CheckRun
  let records: ReportRecords
  let options: ReportOptions
  let tool: String
  /// The measures in the order of the plan.
  let measures: [MeasureEntry]
  let benefits: [Benefit.ID: BenefitAssessment]

  /// The page that is written, which decides how it links to others.
  var layout: ReportLayout

  /// The series of each measure that something was ever promised of.
  let promisedSeries: [Measure.ID: [Series]]
  /// The versions of each measure's numbers that have several.
  let revisedVersions: [Measure.ID: [MeasurementVersion]]

  private let places: [Measure.ID: Int]

  init(
    assessor: Assessor, checks: CheckRun, records: ReportRecords, options: ReportOptions,
    tool: String, measures: [MeasureEntry], benefits: [BenefitAssessment]
  ) {
    self.assessor = assessor
    self.checks = checks
    self.records = records
    self.options = options
    self.tool = tool
    promisedSeries = Dictionary(
      grouping: records.history.commitments.keys.sorted(), by: \.measure)
    revisedVersions = Dictionary(grouping: records.revisions, by: \.series.measure)
    layout = ReportLayout(page: .whole, plan: assessor.snapshot.plan)
    self.measures = measures
    self.benefits = Dictionary(benefits.map { ($0.benefit.id, $0) }) { first, _ in first }
    places = Dictionary(measures.enumerated().map { ($1.measure.id, $0) }) { first, _ in first }
  }

  var snapshot: Snapshot { assessor.snapshot }
  var asOf: Day { assessor.asOf }
  var plan: Plan { snapshot.plan }

  /// Whether each chart is drawn for telephones too, which makes a page half as long again; a page of very many
  /// charts goes without.
  var hasNarrowCharts: Bool { layout.page != .whole || measures.count <= 100 }

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

  /// Where and for whom a part of a measure is taken, as `Alderwick, Fifth 1`; `nil` for the whole.
  func place(of series: Series) -> String? {
    let site =
      series.site == Site.ID(plan.programme.id)
      ? nil : plan.sites.first { $0.id == series.site }?.title ?? series.site.text
    let group =
      series.stratum == .all
      ? nil : plan.strata.first { $0.id == series.stratum }?.title ?? series.stratum.text
    let names = [site, group].compactMap(\.self)
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  /// Who wrote an entry and when, as `1 Feb 2024, entry 2`.
  func moment(of entry: EntryID) -> String {
    (records.entries[entry].map { "\($0.recordedAt.day.spoken), " } ?? "") + "entry \(entry)"
  }

  /// The measures that are shown with a benefit; those that belong to none where none is given.
  func measures(shownWith benefit: Benefit.ID?) -> [MeasureEntry] {
    measures.filter { layout.homes[$0.measure.id] == benefit }
  }

  /// The periods of the whole series of a measure whose number was changed after it was first recorded.
  func revisedPeriods(of entry: MeasureEntry) -> Set<Period> {
    snapshot.revisedPeriods(
      of: entry.assessment.series, among: revisedVersions[entry.measure.id] ?? [])
  }

  /// The same content for another page.
  func seen(from page: ReportLayout.Page) -> ReportContent {
    var content = self
    content.layout = layout.seen(from: page)
    return content
  }
}

extension CheckResult {
  /// Whether it wants attention.
  fileprivate var isOpen: Bool {
    switch outcome {
    case .fail, .unknown: true
    case .warn: severity != .info && !isAboutThePlan
    case .waived, .pass, .notDue, .notApplicable: false
    }
  }

  /// What was found, as a sentence without a full stop that stands below the title of a measure.
  ///
  /// A part of the measure is named; the measure itself has been.
  var told: String {
    let isPart = subject.site != nil || subject.stratum != nil
    return "\(isPart ? subject.title : "It") \(finding)"
  }

  /// Who accepted the breach, until when and why; `nil` where nobody did.
  var acceptance: String? {
    waiver.map { waiver in
      let decision = waiver.decision.map { ", \($0)" } ?? ""
      return "accepted until \(waiver.expires.spoken) by the \(waiver.approvedBy)\(decision): "
        + waiver.reason
    }
  }

  /// Whether the check looks at what the plan says rather than at how it goes.
  fileprivate var isAboutThePlan: Bool {
    switch CheckVocabulary.check(check)?.family {
    case .definition, .baseline, .target: true
    default: false
    }
  }
}

extension Status {
  /// The checks that say the same as the sentence of the status.
  fileprivate var toldChecks: Set<String> {
    switch self {
    case .breached: ["guardrail.breached", "disbenefit.exceeded"]
    case .missed, .missedPartial: ["target.met-by-date"]
    case .offTrack, .watch, .tooEarly: ["traj.on-track", "traj.tolerance"]
    case .deteriorated: ["signal.deterioration"]
    case .metUnproven: ["benefit.met-unproven"]
    case .strained: ["guardrail.strained"]
    case .noData, .stale: ["data.overdue"]
    case .noBaseline:
      [
        "baseline.missing", "traj.on-track", "traj.tolerance", "benefit.no-change",
        "benefit.met-unproven", "signal.deterioration", "target.wrong-side", "target.forecast-miss",
        "target.run-rate", "target.at-risk-date",
      ]
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
