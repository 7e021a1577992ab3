import ArgumentParser
import BenefitsModel
import BenefitsTerminal

/// Lists how each measure stands, benefit by benefit.
struct StatusCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Shows how much of each benefit is realised, and why.",
    discussion: """
      EXAMPLES:
        benefits-report status
        benefits-report status --measure HF-M01 --long
        benefits-report status --by aim
        benefits-report status --by site --measure HF-M01
        benefits-report status --site alderwick --as-of 2026-04-24
        benefits-report status --format csv > status.csv

      Without --by, each benefit is listed with its measures. By project, aim or site, the benefits \
      are rolled up: the mean of their realised % by weight, with counts by status, the worst status and \
      how much is measured. By site with --measure, each series of the measure is listed.

      docs/json.md describes the keys of the JSON form.
      """)

  /// The forms of the result.
  enum Format: String, ChoiceArgument {
    /// For reading.
    case table
    /// One object.
    case json
    /// One row a series.
    case csv
  }

  @Option(
    name: .customLong("measure"),
    help: ArgumentHelp("Only this measure; repeatable.", valueName: "measure"))
  var measures: [String] = []

  @Option(
    name: .customLong("by"),
    help: ArgumentHelp("What the rows stand for.", valueName: "grouping"))
  var grouping: StatusGrouping?

  @OptionGroup(title: "SERIES") var series: SeriesOptions

  @Flag(help: "Show baseline, target, plan, pace and what is overdue too.")
  var long = false

  @Option(help: ArgumentHelp("The form of the result.", valueName: "format"))
  var format = Format.table

  @OptionGroup var source: SourceOptions
  @OptionGroup(title: "DISPLAY") var display: DisplayOptions

  func validate() throws {
    guard let grouping else { return }
    if !measures.isEmpty, grouping != .measure, grouping != .site {
      throw ValidationError(
        "--by \(grouping.rawValue) judges benefits by all their measures; --measure goes with --by measure or --by site"
      )
    }
    if grouping == .site, series.site != nil {
      throw ValidationError("--by site lists every site; leave --site out")
    }
  }

  func run(in session: inout Session) throws {
    let reading = try Reading(source, in: session)
    var chosen = [Measure]()
    for name in measures {
      let measure = try reading.plan.measure(named: name)
      if !chosen.contains(measure) { chosen.append(measure) }
    }
    let isBySite = grouping == .site && !chosen.isEmpty
    let listing =
      isBySite
      ? try StatusListing(reading, measures: chosen, atEverySiteFor: series.stratum)
      : try StatusListing(reading, measures: chosen.isEmpty ? nil : chosen, series: series)
    let rollUp = try grouping.flatMap { grouping in
      isBySite || grouping == .measure
        ? nil : try StatusRollUp(listing, by: grouping, series: series)
    }
    try session.write(text(of: listing, rollUp: rollUp, in: session))
    if listing.assessments.isEmpty {
      try session.note(
        reading.plan.measures.isEmpty
          ? "the plan has no measures yet"
          : "nothing is recorded or promised\(try series.place(in: reading.plan))")
    }
  }

  private func text(
    of listing: StatusListing, rollUp: StatusRollUp?, in session: borrowing Session
  ) -> String {
    switch format {
    case .json: return listing.json(by: grouping, rollUp: rollUp).indentedText
    case .csv: return rollUp?.csv ?? listing.csv
    case .table:
      let width = session.surroundings.tableWidth
      let style = session.outputStyle
      return rollUp.map { StatusRollUpTable($0, isLong: long).text(width: width, style: style) }
        ?? StatusTable(listing, isLong: long, isFlat: grouping != nil)
        .text(width: width, style: style)
    }
  }
}
