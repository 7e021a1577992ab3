import ArgumentParser
import BenefitsExchange
import BenefitsModel
import BenefitsStorage
import BenefitsTerminal

/// `record`: records a few numbers.
struct Record: Command {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Records numbers of one measure, each as PERIOD=VALUE.",
    discussion: """
      A proportion or a rate is NUMERATOR/DENOMINATOR. A number that differs from the one recorded \
      is refused until --revise says why.

      EXAMPLES:
        benefits-cli record M2 2025-01=37 2025-02=35
        benefits-cli record M1 2025-02=61/84 --provisional --note "Two teams"
        benefits-cli record M2 2025-01=38 --revise "One late return"
      """)

  @Argument(help: "The measure, by its id in the plan.") var measure: String
  @Argument(help: "The numbers, as 2025-01=6.4, 2025-01=-3.5 or 2025-01=212/260.")
  var values: [String] = []
  @OptionGroup(title: "Numbers") var numbers: NumberOptions
  @OptionGroup(title: "Numbers") var revision: RevisionOptions
  @OptionGroup(title: "Database") var database: DatabaseOptions
  @OptionGroup(title: "Time") var calendar: CalendarOptions
  @OptionGroup(title: "Entry") var writing: WritingOptions
  @OptionGroup(title: "Display") var display: DisplayOptions

  func validate() throws {
    guard !values.isEmpty else {
      throw ValidationError(
        "no number is given; write PERIOD=VALUE, as in: benefits-cli record \(measure) 2025-01=6.4")
    }
    try revision.check(beside: writing)
  }

  mutating func run(in session: inout Session) throws {
    let command = self
    let asOf = calendar.day(in: session.surroundings)
    let state: MeasurementState = numbers.provisional ? .provisional : .final
    let measurements = MeasurementRecording(
      recording: Recording(database: database, writing: writing), name: "",
      revision: revision.revise)
    try measurements.run(in: &session) { plan in
      let series = try command.series(in: plan)
      return series == Series(measure: series.measure, site: Site.ID(plan.programme.id))
        ? series.measure.text : series.description
    } body: { store, session in
      try measurements.recording.record(
        in: &store, session, reason: measurements.revision,
        reading: PlanExtent(recording: command.measure)
      ) { writer throws in
        let plan = try writer.planInForce()
        let reading = MeasurementImport.read(
          arguments: command.values, series: try command.series(in: plan), plan: plan,
          options: ImportOptions(state: state), note: command.numbers.note, asOf: asOf)
        return try measurements.record(reading, plan: plan, with: &writer)
      }
    }
  }

  private func series(in plan: Plan) throws -> Series {
    Series(
      measure: try plan.measure(named: measure).id, site: try plan.site(named: numbers.site),
      stratum: try plan.stratum(named: numbers.stratum))
  }
}
