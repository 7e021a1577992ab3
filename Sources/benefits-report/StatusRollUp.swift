import BenefitsAnalytics
import BenefitsModel
import BenefitsTerminal

/// How the benefits of a plan stand, rolled up by project, aim or place, or each by itself.
///
/// What is rolled up is how much of each benefit is realised, never the money or the hours behind it.
struct StatusRollUp {
  /// Some benefits taken together.
  struct Row {
    /// The identifier of the benefit, project, aim or place.
    var id: String
    /// Its name.
    var title: String
    /// The benefits.
    var benefits: [BenefitAssessment]
    /// The benefits taken together.
    var rollUp: RollUp
  }

  /// The listing of the whole programme, or of the chosen place.
  let listing: StatusListing
  /// What a row stands for.
  let grouping: StatusGrouping
  /// The rows, in the order of the plan.
  let rows: [Row]
  /// All benefits of the listing taken together.
  let whole: RollUp
  /// How many places of the plan have no row, since nothing is recorded or promised there.
  private(set) var silentSites = 0

  /// Rolls up what a listing holds.
  ///
  /// - Parameters:
  ///   - listing: The listing, of all measures.
  ///   - grouping: What a row stands for.
  ///   - options: The site and the stratum of the listing.
  /// - Throws: `CommandFailure` when the plan has no such stratum.
  init(
    _ listing: StatusListing, by grouping: StatusGrouping, series options: SeriesOptions
  ) throws(CommandFailure) {
    let plan = listing.plan
    let benefits = listing.verdicts
    self.listing = listing
    self.grouping = grouping
    whole = RollUp(benefits)
    let row = { (id: String, title: String, some: [BenefitAssessment]) in
      Row(id: id, title: title, benefits: some, rollUp: RollUp(some))
    }
    switch grouping {
    case .project:
      rows = plan.projects.map { project in
        row(project.id.text, project.title, benefits.filter { $0.benefit.project == project.id })
      }
    case .aim:
      rows = Aim.allCases.map { aim in
        row(aim.rawValue, aim.title, benefits.filter { $0.benefit.aim == aim })
      }
    case .benefit, .measure:
      rows = benefits.map { row($0.benefit.id.text, $0.benefit.title, [$0]) }
    case .site:
      let stratum = try plan.stratum(named: options.stratum)
      rows = plan.sites.compactMap { site in
        let there = listing.reading.verdicts(at: site.id, stratum: stratum)
        return there.isEmpty ? nil : row(site.id.text, site.title, there)
      }
      silentSites = plan.sites.count - rows.count
    }
  }
}

extension StatusListing {
  /// The benefits as judged by the listed series: all of the programme's, of a place those measured there.
  var verdicts: [BenefitAssessment] {
    guard place.isEmpty else { return reading.verdicts(of: assessments) }
    return groups.compactMap(\.verdict)
  }
}

extension Reading {
  /// Judges benefits by some series only, leaving out those that none of them shows.
  func verdicts(of assessments: [Assessment]) -> [BenefitAssessment] {
    assessor.benefitAssessments(from: assessments).filter { !$0.measures.isEmpty }
  }

  /// Judges the benefits by what is recorded or promised at a place.
  func verdicts(at site: Site.ID, stratum: Stratum.ID) -> [BenefitAssessment] {
    verdicts(
      of: plan.measures.lazy
        .map { assessor.assess(Series(measure: $0.id, site: site, stratum: stratum)) }
        .filter(isKnown))
  }
}
