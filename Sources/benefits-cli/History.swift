import ArgumentParser
import BenefitsModel
import BenefitsStorage
import BenefitsTerminal

/// `history`: every version of a measure's numbers.
struct History: Command {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Shows every value recorded for a measure: who recorded it, when and why.",
    discussion: """
      EXAMPLES:
        benefits-cli history M2
        benefits-cli history M2 --period 2025-01
        benefits-cli history M2 --format csv
      """)

  @Argument(help: "The measure.") var measure: String
  @Option(help: "Only this period.") var period: String?
  @Option(help: "Only this site.") var site: String?
  @Option(help: "Only this stratum.") var stratum: String?
  @Option(help: "The form of the result.") var format = ListingFormat.table
  @OptionGroup(title: "Database") var database: DatabaseOptions
  @OptionGroup(title: "Time") var knowledge: KnowledgeOptions
  @OptionGroup(title: "Display") var display: DisplayOptions

  mutating func run(in session: inout Session) throws {
    let store = try Recording.openWhole(database, in: session)
    let state = knowledge.state
    let plan = try store.planSnapshot(knownAt: state).plan
    let measure = try plan.measure(named: measure)
    let wantedSite = try site.map { name in try plan.site(named: name) }
    let wantedStratum = try stratum.map { name in try plan.stratum(named: name) }
    let wantedPeriod = try period.map { text in
      try Self.period(text, of: measure, in: plan)
    }
    let versions = try store.versions(of: measure.id, knownAt: state).filter { version in
      (wantedSite.map { version.series.site == $0 } ?? true)
        && (wantedStratum.map { version.series.stratum == $0 } ?? true)
        && (wantedPeriod.map { version.measurement.period == $0 } ?? true)
    }
    let entries = Dictionary(
      try store.entries(knownAt: state).map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    try listing(of: versions, measure: measure, plan: plan, entries: entries)
      .print(format, in: &session)
    if versions.isEmpty {
      try session.note("nothing has been recorded for '\(measure.id)' here")
    }
  }

  private static func period(
    _ text: String, of measure: Measure, in plan: Plan
  ) throws(CommandFailure) -> Period {
    let reader = PeriodReader(
      kind: measure.frequency.kind, yearStart: plan.calendar.yearStarts, acceptsDateInPeriod: true)
    do {
      return try reader.read(text)
    } catch {
      throw CommandFailure(.wrongInput, "\(error)")
    }
  }

  private func listing(
    of versions: [MeasurementVersion], measure: Measure, plan: Plan, entries: [EntryID: Entry]
  ) -> Listing {
    var listing = Listing([
      .init(.init("period"), key: "period"),
      .init(.init("site"), key: "site"),
      .init(.init("stratum"), key: "stratum"),
      .init(.init("value", .trailing), key: "value"),
      .init(.init("of", .trailing), key: "numerator"),
      .init(.init(""), key: "denominator"),
      .init(.init("state"), key: "state"),
      .init(.init("entry", .trailing), key: "entry"),
      .init(.init("recorded"), key: "recorded_at"),
      .init(.init("by", narrowest: 10), key: "recorded_by"),
      .init(.init("why", narrowest: 12), key: "reason"),
      .init(.init("note", narrowest: 12), key: "note"),
    ])
    let whole = Site.ID(plan.programme.id)
    for version in versions {
      let measurement = version.measurement
      let entry = entries[version.entry]
      let value = measure.value(of: measurement)
      let parts = measurement.denominator == nil ? nil : measurement.number
      let state = measurement.isExcluded ? "excluded" : measurement.state.rawValue
      listing.append([
        .init("\(measurement.period)"),
        .init(
          .init(version.series.site == whole ? "" : version.series.site.text),
          .string(version.series.site.text)),
        .init(
          .init(version.series.stratum == .all ? "" : version.series.stratum.text),
          .string(version.series.stratum.text)),
        .init(.init(value.map(measure.text) ?? "–"), JSONValue(value)),
        .init(
          .init(parts.map { Numeral.shortest($0) } ?? ""), JSONValue(parts)),
        .init(
          .init(measurement.denominator.map { "/ " + Numeral.shortest($0) } ?? ""),
          JSONValue(measurement.denominator)),
        .init(.init(state == "final" ? "" : state), .string(state)),
        .init(version.entry),
        .init(
          .init(entry.map { "\($0.recordedAt.day)" } ?? ""),
          JSONValue(entry.map { "\($0.recordedAt)" })),
        .init(entry?.recordedBy),
        .init(entry?.reason),
        .init(measurement.note),
      ])
    }
    return listing
  }
}
