import BenefitsAnalytics
import BenefitsModel
import BenefitsTerminal

/// How the series of a plan stand, grouped by benefit in the order of the plan.
struct StatusListing {
  /// A benefit with its series, or the series that belong to no benefit.
  struct Group {
    /// The benefit with its verdict; `nil` for measures that neither show nor guard one.
    var verdict: BenefitAssessment?
    /// The assessed series, those that guard the benefit last.
    var assessments: [Assessment]
  }

  /// What was read.
  let reading: Reading
  /// The chosen series, each once, in the order of the plan.
  let assessments: [Assessment]
  /// The same by benefit; a series that shows several benefits is in several groups.
  let groups: [Group]
  /// The place and the group, as ` at Alderwick`; empty for the whole programme.
  let place: String
  /// Whether every benefit is listed, the empty ones too.
  let isComplete: Bool
  /// Whether the series are those of several places.
  let isBySite: Bool

  var plan: Plan { reading.plan }

  /// Assesses the chosen series.
  ///
  /// - Parameters:
  ///   - reading: What was read.
  ///   - measures: The measures to list; all when `nil`.
  ///   - options: The site and the stratum.
  /// - Throws: `CommandFailure` when the plan has no such site or stratum.
  init(
    _ reading: Reading, measures: [Measure]?, series options: SeriesOptions
  ) throws(CommandFailure) {
    let plan = reading.plan
    self.reading = reading
    place = try options.place(in: plan)
    let isWhole = try options.isWhole(in: plan)
    isComplete = measures == nil && isWhole
    isBySite = false
    var assessments = [Assessment]()
    for measure in plan.measures where measures?.contains(measure) ?? true {
      let series = try options.series(of: measure, in: plan)
      let assessment = reading.assessor.assess(series)
      // Of a place, only what is measured or promised there is of interest.
      guard isWhole || measures != nil || reading.isKnown(assessment) else { continue }
      assessments.append(assessment)
    }
    self.assessments = assessments
    let byMeasure = Dictionary(
      assessments.map { ($0.measure.id, $0) }, uniquingKeysWith: { first, _ in first })
    // A benefit is judged by its measures as wholes, whatever part of them is listed.
    let verdicts = reading.assessor.benefitAssessments(from: isComplete ? assessments : nil)
    var groups = verdicts.map {
      Group(
        verdict: $0,
        assessments: plan.measures(of: $0.benefit.id).compactMap { byMeasure[$0.id] })
    }
    if !isComplete { groups.removeAll { $0.assessments.isEmpty } }
    let homeless = assessments.filter { $0.measure.benefits.isEmpty && $0.measure.guards.isEmpty }
    if !homeless.isEmpty { groups.append(Group(verdict: nil, assessments: homeless)) }
    self.groups = groups
  }

  /// Assesses some measures at every site that anything is recorded or promised of, the whole programme first.
  ///
  /// - Parameters:
  ///   - reading: What was read.
  ///   - measures: The measures.
  ///   - stratum: The stratum as it was typed; everybody when `nil`.
  /// - Throws: `CommandFailure` when the plan has no such stratum.
  init(
    _ reading: Reading, measures: [Measure], atEverySiteFor stratum: String?
  ) throws(CommandFailure) {
    let plan = reading.plan
    let stratum = try plan.stratum(named: stratum)
    self.reading = reading
    place = plan.strata.first { $0.id == stratum }.map { " for \($0.title)" } ?? ""
    isComplete = false
    isBySite = true
    let sites = [Site.ID(plan.programme.id)] + plan.sites.map(\.id)
    assessments = measures.flatMap { measure in
      sites.map { Series(measure: measure.id, site: $0, stratum: stratum) }
        .map(reading.assessor.assess).filter(reading.isKnown)
    }
    groups = []
  }

  /// The aims that no benefit of the plan counts towards.
  var emptyAims: [Aim] {
    let served = Set(plan.benefits.map(\.aim))
    return Aim.allCases.filter { !served.contains($0) }
  }

  /// How many series have each status, worst first, and of how many of these it is accepted.
  var counts: [(status: Status, count: Int, waived: Int)] {
    Status.bySeverity.compactMap { status in
      let those = assessments.filter { $0.status == status }
      return those.isEmpty ? nil : (status, those.count, those.count { $0.waiver != nil })
    }
  }
}

extension Assessment {
  /// The latest usable point.
  var latestPoint: SeriesPoint? { latest.map { points[$0] } }

  /// The value of each period for a sparkline.
  var course: [Double?] { points.map { $0.use == .used ? $0.value : nil } }
}
