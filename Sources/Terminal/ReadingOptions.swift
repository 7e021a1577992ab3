package import ArgumentParser
package import BenefitsModel

/// The option that says what the calendar shows.
package struct CalendarOptions: ParsableArguments {
  /// The day as given.
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "The date on the calendar, as 2026-04-24 (default: today in UTC).", valueName: "date"),
    transform: Arguments.day)
  package var asOf: Day?

  /// Creates the options as the parser needs them.
  package init() {}

  /// Returns the day that the command takes for today.
  package func day(in surroundings: Surroundings) -> Day { asOf ?? surroundings.now.day }
}

/// The options of every command that reads the database.
package struct ReadingOptions: ParsableArguments {
  /// What the calendar shows.
  @OptionGroup package var calendar: CalendarOptions

  /// What had been entered.
  @OptionGroup package var knowledge: KnowledgeOptions

  /// Creates the options as the parser needs them.
  package init() {}

  /// Returns the day that the command takes for today.
  package func asOf(in surroundings: Surroundings) -> Day { calendar.day(in: surroundings) }

  /// The state of knowledge to answer in.
  package var state: KnownAt { knowledge.state }
}

/// Reads the values of options, and says what was expected.
package enum Arguments {
  /// Reads a date.
  package static func day(_ text: String) throws -> Day {
    guard let day = Day(text) else {
      throw ValidationError("write a day from 1900 to 2199, as 2026-04-24")
    }
    return day
  }

  /// Reads a state of knowledge.
  package static func knownAt(_ text: String) throws -> KnownAt {
    guard let knownAt = KnownAt(text) else {
      throw ValidationError(
        "write a date (2026-04-24), a moment in UTC (2026-04-24T09:30:00Z) or the number of an "
          + "entry (17)")
    }
    return knownAt
  }

  /// Reads a moment; a date is its first moment.
  package static func instant(_ text: String) throws -> Instant {
    if let instant = Instant(text) { return instant }
    guard let day = Day(text) else {
      throw ValidationError(
        "write a moment in UTC (2026-04-24T09:30:00Z) or a date (2026-04-24)")
    }
    return Instant(startOf: day)
  }
}
