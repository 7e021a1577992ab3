import BenefitsAnalytics
import BenefitsCharts
import BenefitsChecks
import BenefitsModel

/// What the sections of a report are made from.
struct ReportContent: Sendable {
  /// One measure with what every page may need of it.
  ///
  /// Its points and lines are worked out again when its section is written, which takes a fraction of the time of
  /// drawing it: those of thousands of measures are never held at once.
  struct MeasureEntry: Sendable {
    let measure: Measure
    let series: Series
    let status: Status
    /// Which chart is drawn; `nil` where there is nothing to draw.
    let chart: ChartKind?
    /// Whether there is any period, recorded or due.
    let hasPoints: Bool
    let variation: VariationAssuranceMatrix.Entry
    /// The periods whose values are late.
    let overdue: [Period]
    /// What the checks say of it, in the order of the vocabulary.
    let results: [CheckResult]

    init(_ assessment: Assessment, results: [CheckResult]) {
      measure = assessment.measure
      series = assessment.series
      status = assessment.status
      chart =
        assessment.points.contains { $0.use != .missing } ? assessment.control?.kind ?? .run : nil
      hasPoints = !assessment.points.isEmpty
      variation = VariationAssuranceMatrix.Entry(assessment)
      overdue = assessment.overdue
      self.results = results
    }

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
          && (result.outcome == .waived || !status.toldChecks.contains(result.check))
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

  /// One measure with everything that is known of it.
  struct AssessedMeasure: Sendable {
    let entry: MeasureEntry
    let assessment: Assessment

    var measure: Measure { entry.measure }
    var anchor: String { entry.anchor }
    var dataAnchor: String { entry.dataAnchor }
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

  /// The first and the last period that any usable value belongs to.
  let periodsCovered: (first: Period, last: Period)?

  private let places: [Measure.ID: Int]
  private let shown: [Benefit.ID?: [Int]]

  init(
    _ assessor: Assessor, checks: CheckRun, records: ReportRecords, options: ReportOptions,
    tool: String
  ) {
    self.assessor = assessor
    self.checks = checks
    self.records = records
    self.options = options
    self.tool = tool
    promisedSeries = Dictionary(
      grouping: records.history.commitments.keys.sorted(), by: \.measure)
    revisedVersions = Dictionary(grouping: records.revisions, by: \.series.measure)
    let plan = assessor.snapshot.plan
    let layout = ReportLayout(page: .whole, plan: plan)
    let results = Dictionary(grouping: checks.results, by: \.subject.measure)
    var measures: [MeasureEntry] = []
    var outlines: [Assessment] = []
    var covered: (first: Period, last: Period)?
    for measure in plan.measures {
      let assessment = assessor.assess(plan.wholeSeries(of: measure))
      measures.append(MeasureEntry(assessment, results: results[measure.id] ?? []))
      outlines.append(assessment.outline)
      if let own = assessment.periodsCovered {
        var all = covered ?? own
        if own.first.first < all.first.first { all.first = own.first }
        if own.last.last > all.last.last { all.last = own.last }
        covered = all
      }
    }
    periodsCovered = covered
    benefits = Dictionary(
      assessor.benefitAssessments(from: outlines).map { ($0.benefit.id, $0) }
    ) { first, _ in first }
    places = Dictionary(measures.enumerated().map { ($1.measure.id, $0) }) { first, _ in first }
    shown = Dictionary(grouping: measures.indices) { layout.homes[measures[$0].measure.id] }
    self.measures = measures
    self.layout = layout
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
    (shown[benefit] ?? []).map { measures[$0] }
  }

  /// Works out what is known of a measure.
  func assessed(_ entry: MeasureEntry) -> AssessedMeasure {
    AssessedMeasure(entry: entry, assessment: assessor.assess(entry.series))
  }

  /// The periods of the whole series of a measure whose number was changed after it was first recorded.
  func revisedPeriods(of entry: MeasureEntry) -> Set<Period> {
    snapshot.revisedPeriods(
      of: entry.series, among: revisedVersions[entry.measure.id] ?? [])
  }

  /// The same content for another page.
  func seen(from page: ReportLayout.Page) -> ReportContent {
    var content = self
    content.layout = layout.seen(from: page)
    return content
  }
}

extension Assessment {
  /// The first and the last period with a usable value.
  fileprivate var periodsCovered: (first: Period, last: Period)? {
    // Points come in calendar order.
    guard let first = points.first(where: { $0.value != nil })?.period,
      let last = points.last(where: { $0.value != nil })?.period
    else { return nil }
    return (first, last)
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
