public import BenefitsModel

/// The time before go-live compared with the time after, with what was taken off and what it may be misled by.
public struct GoLiveComparison: Hashable, Sendable {
  /// What the lines before and after say.
  public let result: InterruptedTimeSeries
  /// The series that was taken off; `nil` where the plan names none, or too little of it is known.
  public let comparison: Series?
  /// What that is called, as `Redmoor`.
  public let comparisonTitle: String?
  /// Whether the comparison is a part of the series that is compared with it.
  public let isOverlapping: Bool
  /// What else is recorded to have happened near go-live.
  public let otherEvents: [Annotation]

  /// In what ways the comparison may mislead.
  public var cautions: [InterruptedTimeSeries.Caution] {
    result.cautions(otherEvents: otherEvents.count, isOverlapping: isOverlapping)
  }

  /// What is taken for granted, as sentences.
  public var assumptions: [String] { result.assumptions }

  /// What the cautions mean here, as sentences.
  public var warnings: [String] {
    cautions.map { result.words(for: $0, otherEvents: otherEvents.count) }
  }
}

extension Assessor {
  /// Compares the time before go-live with the time after, against the comparison that the plan names.
  ///
  /// Where the comparison has fewer than 8 points on either side, the series is looked at by itself.
  ///
  /// - Parameter assessment: The assessment of a series of this snapshot.
  /// - Returns: The comparison; `nil` where no go-live is known, for rare events, and with fewer than 8 usable points
  ///   on either side.
  /// - Complexity: O(*n*²), where *n* is the number of points.
  public func goLiveComparison(of assessment: Assessment) -> GoLiveComparison? {
    let plan = snapshot.plan
    let others = assessment.otherEvents(in: plan)
    if let series = plan.comparison(of: assessment.series),
      let result = assessment.interruption(comparedWith: assess(series))
    {
      return GoLiveComparison(
        result: result, comparison: series, comparisonTitle: plan.title(ofPart: series),
        isOverlapping: plan.isPart(series, of: assessment.series), otherEvents: others)
    }
    return assessment.interruption().map { result in
      GoLiveComparison(
        result: result, comparison: nil, comparisonTitle: nil, isOverlapping: false,
        otherEvents: others)
    }
  }
}

extension Plan {
  /// The series that the plan compares a series with; `nil` where it names none, and for that series itself.
  fileprivate func comparison(of series: Series) -> Series? {
    guard let comparison = measures.first(where: { $0.id == series.measure })?.comparison else {
      return nil
    }
    let other = Series(
      measure: series.measure, site: comparison.site ?? series.site,
      stratum: comparison.stratum ?? series.stratum)
    return other == series ? nil : other
  }

  /// What tells a comparison from the series: its site or its stratum.
  fileprivate func title(ofPart series: Series) -> String {
    let site = sites.first { $0.id == series.site }?.title
    let stratum = strata.first { $0.id == series.stratum }?.title
    return [site, stratum].compactMap { $0 }.joined(separator: ", ")
  }

  /// Whether a series is made up of another, among others.
  fileprivate func isPart(_ part: Series, of whole: Series) -> Bool {
    var site: Site.ID? = part.site
    var isBelow = part.site == whole.site || whole.site == Site.ID(programme.id)
    while let current = site, !isBelow {
      site = sites.first { $0.id == current }?.parent
      isBelow = site == whole.site
    }
    return isBelow && (whole.stratum == .all || whole.stratum == part.stratum)
  }
}
