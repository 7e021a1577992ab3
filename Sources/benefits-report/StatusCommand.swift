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
        benefits-report status --site alderwick --as-of 2026-04-24
        benefits-report status --format csv > status.csv

      docs/json.md describes the keys of the JSON form.
      """)

  /// The forms of the result.
  enum Format: String, CaseIterable, ExpressibleByArgument {
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

  @OptionGroup(title: "SERIES") var series: SeriesOptions

  @Flag(help: "Show baseline, target, plan, pace and what is overdue too.")
  var long = false

  @Option(help: ArgumentHelp("The form of the result.", valueName: "format"))
  var format = Format.table

  @OptionGroup var source: SourceOptions
  @OptionGroup(title: "DISPLAY") var display: DisplayOptions

  func run(in session: inout Session) throws {
    let reading = try Reading(source, in: session)
    var chosen = [Measure]()
    for name in measures {
      let measure = try reading.plan.measure(named: name)
      if !chosen.contains(measure) { chosen.append(measure) }
    }
    let listing = try StatusListing(
      reading, measures: chosen.isEmpty ? nil : chosen, series: series)
    switch format {
    case .table:
      try session.write(
        StatusTable(listing, isLong: long)
          .text(width: session.surroundings.tableWidth, style: session.outputStyle))
    case .json: try session.write(listing.json.indentedText)
    case .csv: try session.write(listing.csv)
    }
    if listing.assessments.isEmpty {
      try session.note(
        reading.plan.measures.isEmpty
          ? "the plan has no measures yet"
          : "nothing is recorded or promised\(try series.place(in: reading.plan))")
    }
  }
}
