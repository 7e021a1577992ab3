import ArgumentParser
import BenefitsModel
import BenefitsStorage
import BenefitsTerminal

/// `revisions`: the numbers that were changed after they were first recorded.
struct Revisions: Command {
  static let configuration = CommandConfiguration(
    commandName: "revisions",
    abstract: "Lists the numbers that changed after they were first recorded.",
    discussion: """
      For each: its first and its latest value, how often it changed, the largest change between \
      two versions, and the days from the first recording until the value stood that stands now.

      EXAMPLES:
        benefits-cli revisions
        benefits-cli revisions M2 --format csv
      """)

  @Argument(help: "The measure (default: all).") var measure: String?
  @Option(help: "The form of the result.") var format = ListingFormat.table
  @OptionGroup(title: "Database") var database: DatabaseOptions
  @OptionGroup(title: "Time") var knowledge: KnowledgeOptions
  @OptionGroup(title: "Display") var display: DisplayOptions

  mutating func run(in session: inout Session) throws {
    let store = try Recording.openWhole(database, in: session)
    let plan = try store.planSnapshot(knownAt: knowledge.state).plan
    let measures = try measure.map { [try plan.measure(named: $0)] } ?? plan.measures
    let days = Dictionary(
      try store.entries(knownAt: knowledge.state).map { ($0.id, $0.recordedAt.day) },
      uniquingKeysWith: { $1 })
    var listing = Listing([
      .init("measure"), .init("site"), .init("stratum"), .init("period"),
      .init(.init("first", .trailing), key: "first_value"),
      .init(.init("latest", .trailing), key: "latest_value"),
      .init(.init("changes", .trailing), key: "changes"),
      .init(.init("largest", .trailing), key: "largest_change"),
      .init(.init("days", .trailing), key: "days_to_final"),
    ])
    let whole = Site.ID(plan.programme.id)
    for measure in measures {
      let versions = try store.versions(of: measure.id, knownAt: knowledge.state)
      for revision in Revision.list(versions, of: measure, days: days) {
        let series = revision.series
        listing.append([
          .init(measure.id.text),
          .init(.init(series.site == whole ? "" : series.site.text), .string(series.site.text)),
          .init(
            .init(series.stratum == .all ? "" : series.stratum.text),
            .string(series.stratum.text)),
          .init("\(revision.period)"),
          .init(.init(revision.first.map(measure.text) ?? "–"), JSONValue(revision.first)),
          .init(
            .init(revision.latest.map(measure.text) ?? revision.latestState.rawValue),
            JSONValue(revision.latest)),
          .init(revision.count),
          .init(
            .init(revision.largest.map(measure.text) ?? "–"), JSONValue(revision.largest)),
          .init(revision.days),
        ])
      }
    }
    try listing.print(format, in: &session)
    if listing.rows.isEmpty { try session.note("no number was changed after it was recorded") }
  }
}

/// A number of one period that changed after it was first recorded.
struct Revision: Hashable {
  var series: Series
  var period: Period
  var first: Double?
  var latest: Double?
  var latestState: MeasurementState
  /// How often the value changed.
  var count: Int
  /// The change between two versions that is largest in magnitude, with its sign.
  var largest: Double?
  /// The days from the first recording until the value stood that stands now.
  var days: Int

  /// The revisions among the versions of a measure, which come by series, then period, then entry.
  static func list(
    _ versions: [MeasurementVersion], of measure: Measure, days: [EntryID: Day]
  ) -> [Revision] {
    var revisions: [Revision] = []
    var rest = versions[...]
    while let first = rest.first {
      let group = rest.prefix {
        $0.series == first.series && $0.measurement.period == first.measurement.period
      }
      rest = rest.dropFirst(group.count)
      if let revision = Revision(Array(group), of: measure, days: days) {
        revisions.append(revision)
      }
    }
    return revisions
  }

  /// The revision that versions of one number make; `nil` where the value never changed.
  private init?(_ versions: [MeasurementVersion], of measure: Measure, days: [EntryID: Day]) {
    let values = versions.map { measure.value(of: $0.measurement) }
    let changed = values.indices.dropFirst().filter { values[$0] != values[$0 - 1] }
    guard let first = versions.first, let last = changed.last else { return nil }
    series = first.series
    period = first.measurement.period
    self.first = values[0]
    latest = values[values.count - 1]
    latestState = versions[versions.count - 1].measurement.state
    count = changed.count
    largest = changed.compactMap { index -> Double? in
      guard let before = values[index - 1], let after = values[index] else { return nil }
      return after - before
    }
    .max { $0.magnitude < $1.magnitude }
    self.days =
      days[first.entry].flatMap { from in days[versions[last].entry].map { from.distance(to: $0) } }
      ?? 0
  }
}
