import ArgumentParser
import BenefitsModel
import BenefitsStorage
import BenefitsTerminal

/// The measurements that a correction speaks of.
struct CorrectedPeriods: ParsableArguments {
  @Argument(help: "The measure.") var measure: String
  @Argument(help: "The periods.") var periods: [String] = []
  @Option(help: "The site (default: the whole programme).") var site: String?
  @Option(help: "The stratum (default: all).") var stratum: String?

  func validate() throws {
    guard !periods.isEmpty else {
      throw ValidationError("no period is given; name one or more, as 2025-01 2025-02")
    }
  }
}

/// What `withdraw`, `exclude` and `include` do with the measurements of periods: all of them, or none.
struct PeriodCorrection {
  var recording: Recording
  var subject: CorrectedPeriods

  /// Refuses a correction that nobody could explain later.
  static func check(_ writing: WritingOptions, example: String) throws {
    guard writing.reason == nil else { return }
    throw ValidationError("say why, as in --reason \"\(example)\"")
  }

  /// Corrects the measurements and says how many there were.
  func run(
    _ verb: String, in session: inout Session,
    correct: (inout EntryWriter, Period, Series) throws -> WriteOutcome
  ) throws {
    var store = try recording.open(in: session)
    let command = self
    let recorded = try recording.record(
      in: &store, session, reading: PlanExtent(recording: subject.measure)
    ) { writer throws in
      let plan = try writer.planInForce()
      let measure = try plan.measure(named: command.subject.measure)
      let series = Series(
        measure: measure.id, site: try plan.site(named: command.subject.site),
        stratum: try plan.stratum(named: command.subject.stratum))
      let periods = try command.periods(
        of: measure, in: plan, recorded: Set(try writer.measurements(of: series).map(\.period)))
      var count = 0
      for period in periods where try correct(&writer, period, series) != .unchanged { count += 1 }
      let isWhole = series == plan.wholeSeries(of: measure)
      return (name: isWhole ? measure.id.text : series.description, count: count)
    }
    let line = "\(recorded.result.name): \(recorded.result.count) \(verb)"
    if recording.writing.dryRun {
      try session.print("\(line) (dry run: nothing was recorded)")
    } else if let entry = recorded.entry {
      try session.print("\(line) (entry \(entry.id))")
      try recording.hintAtRole(store, in: &session)
    } else {
      try session.print("\(line) (nothing to record: they are \(verb) already)")
    }
  }

  /// Reads the periods; everything that is wrong with them is reported at once.
  private func periods(
    of measure: Measure, in plan: Plan, recorded: Set<Period>
  ) throws(CommandFailure) -> [Period] {
    let reader = PeriodReader(kind: measure.frequency.kind, yearStart: plan.calendar.yearStarts)
    var periods: [Period] = []
    var faults: [Fault] = []
    for text in subject.periods {
      do {
        let period = try reader.read(text)
        if !recorded.contains(period) {
          faults.append(
            Fault(
              "nothing is recorded for \(period)",
              hint: "'benefits-cli history \(measure.id)' shows what is"))
        } else if !periods.contains(period) {
          periods.append(period)
        }
      } catch {
        faults.append(Fault("\(error)"))
      }
    }
    guard let first = faults.first else { return periods }
    if faults.count == 1 {
      throw CommandFailure(.wrongInput, first.line, hints: first.hint.map { [$0] } ?? [])
    }
    throw CommandFailure(
      .wrongInput, "\(counted(faults.count, "problem")); nothing was recorded", faults: faults)
  }
}
