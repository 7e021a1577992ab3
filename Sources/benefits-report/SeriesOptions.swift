import ArgumentParser
import BenefitsModel
import BenefitsTerminal

/// The options that choose between the series of a measure.
struct SeriesOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The place (default: the whole programme).", valueName: "site"))
  var site: String?

  @Option(
    help: ArgumentHelp("The group of people or cases (default: all).", valueName: "stratum"))
  var stratum: String?

  /// Returns the series of a measure at the chosen site for the chosen stratum.
  func series(of measure: Measure, in plan: Plan) throws(CommandFailure) -> Series {
    Series(
      measure: measure.id, site: try plan.site(named: site),
      stratum: try plan.stratum(named: stratum))
  }

  /// Whether the series is that of the whole programme and everybody.
  func isWhole(in plan: Plan) throws(CommandFailure) -> Bool {
    let isWholePlace = try plan.site(named: site) == Site.ID(plan.programme.id)
    let isEverybody = try plan.stratum(named: stratum) == .all
    return isWholePlace && isEverybody
  }

  /// The place and the group for a heading, as ` at Alderwick for Fifth 1`; empty for the whole.
  func place(in plan: Plan) throws(CommandFailure) -> String {
    let siteID = try plan.site(named: site)
    let stratumID = try plan.stratum(named: stratum)
    let place = plan.sites.first { $0.id == siteID }.map { " at \($0.title)" } ?? ""
    let group = plan.strata.first { $0.id == stratumID }.map { " for \($0.title)" } ?? ""
    return place + group
  }
}
