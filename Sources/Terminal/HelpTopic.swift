import ArgumentParser
import BenefitsModel

/// A subject that `help` explains beside the commands.
package enum HelpTopic: String, CaseIterable, Hashable, Sendable {
  /// The statuses that the programs end with.
  case exitCodes = "exit-codes"
  /// How periods are written.
  case periods
  /// The forms that results are printed in.
  case formats
  /// The environment variables.
  case environment

  /// What the topic is about, for the list of topics.
  package var summary: String {
    switch self {
    case .exitCodes: "what the exit status says"
    case .periods: "how periods and numbers are written"
    case .formats: "how results and input files look"
    case .environment: "the environment variables that are read"
    }
  }

  /// The list of topics for the help of a program.
  package static var list: String {
    let width = (allCases.map(\.rawValue.count).max() ?? 0) + 2
    return allCases.map { "  help " + $0.rawValue.padded(to: width) + $0.summary }
      .joined(separator: "\n")
  }

  /// Returns the topic that the arguments ask for; `nil` where they ask for something else.
  static func asked(
    for arguments: [String], root: any ParsableCommand.Type
  ) throws(CommandFailure) -> HelpTopic? {
    guard arguments.first == "help", arguments.count >= 2, !arguments[1].hasPrefix("-") else {
      return nil
    }
    let commands = root.configuration.subcommands
    if commands.contains(where: { $0.answers(to: arguments[1]) }) { return nil }
    if let topic = HelpTopic(rawValue: arguments[1]) { return topic }
    let names =
      commands.filter { $0.configuration.shouldDisplay }.map { $0.name } + allCases.map(\.rawValue)
    throw CommandFailure(
      .wrongUsage,
      "there is no command or topic '\(arguments[1])'"
        + Suggestion.clause(for: arguments[1], in: names),
      hints: [
        "\(root.name) --help lists the commands; the topics are "
          + allCases.map(\.rawValue).joined(separator: ", ")
      ])
  }

  /// Returns the text of the topic, broken to a width.
  func text(program: String, width: Int) -> String {
    switch self {
    case .exitCodes: Self.exitCodes(width: width)
    case .periods: Self.periodText
    case .formats: Self.formats(program: program)
    case .environment: Self.environment(width: width)
    }
  }

  private static func exitCodes(width: Int) -> String {
    var table = TextTable([.init("status", .trailing), .init("meaning", narrowest: 30)])
    for status in ExitStatus.allCases { table.append(["\(status.rawValue)", "\(status.meaning)"]) }
    return table.text(width: width, style: .plain)
  }

  private static func environment(width: Int) -> String {
    var table = TextTable([.init("variable"), .init("meaning", narrowest: 30)])
    for variable in EnvironmentVariable.allCases {
      table.append(["\(variable.rawValue)", "\(variable.meaning)"])
    }
    return table.text(width: width, style: .plain)
      + "\nThere is no configuration file, and nothing is sent over a network.\n"
  }

  private static let periodText = """
    A measure is taken once a day, week, month, quarter or year, as its plan says.

    day      2025-01-31   ISO 8601
    week     2025-W05     ISO 8601: from Monday; week 1 holds 4 January
    month    2025-01      also Jan-25, Jan 2025, January 2025, 01/2025
    quarter  2025/26-Q3   of the year from April: October to December 2025
    year     2025/26      from 1 April 2025 to 31 March 2026

    A plan that says 'year_starts: january' writes 2025-Q3 and 2025 instead; without
    it these are refused, since they can be read in two ways. So is 01/02/2025: write
    2025-02-01, or say --date-order dmy when a whole file is written like that.

    A full date stands for a longer period when it is the period's first or last day.
    Periods run from 1900 to 2199. A number is plain: 1234.5, -3, 0.25.

    """

  private static func formats(program: String) -> String {
    """
    Results go to standard output, everything else to standard error.

    table    for reading; laid out for the terminal, one line a row in a pipe
    csv      RFC 4180, a row of headings, UTF-8, line feeds, numbers in full
    json     keys in a stable order; ignore the ones you do not know

    Input files are CSV: UTF-8, a row of headings, a comma, semicolon or tab between
    the cells. One row a measurement:

        measure,period,value
        M2,2025-01,37

        measure,site,period,numerator,denominator
        M1,north,2025-01,61,84

    or one column a measure:

        period,M2,M5
        2025-01,37,11.5

    `benefits-cli help import` says how to name other columns.

    """
  }
}
