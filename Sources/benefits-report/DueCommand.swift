import ArgumentParser
import BenefitsExchange
import BenefitsModel
import BenefitsReports
import BenefitsTerminal

/// Lists what is due, and of whom.
struct DueCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "due",
    abstract: "Lists what is due or overdue, and of which role.",
    discussion: """
      Values to record, actions to finish, reviews to hold and waivers that end. Ends with 1 when \
      something is overdue, else with 0. A value is due its reporting lag after its period ends, and \
      overdue once its grace has passed as well.

      EXAMPLES:
        benefits-report due --as-of 2026-04-24
        benefits-report due --as-of 2026-04-24 --within 92
        benefits-report due --as-of 2026-04-24 --overdue --format csv > reminders.csv

      docs/json.md describes the keys of the JSON form.
      """)

  /// The forms of the result.
  enum Format: String, ChoiceArgument {
    /// For reading.
    case table
    /// One object.
    case json
    /// A row a thing.
    case csv
  }

  @Option(
    help: ArgumentHelp("How many days ahead to look.", valueName: "days"))
  var within = 31

  @Option(help: ArgumentHelp("Only what is expected of this role.", valueName: "role"))
  var owner: String?

  @Flag(help: "Only what is overdue.")
  var overdue = false

  @Option(help: ArgumentHelp("The form of the result.", valueName: "format"))
  var format = Format.table

  @OptionGroup var source: SourceOptions
  @OptionGroup(title: "DISPLAY") var display: DisplayOptions

  func validate() throws {
    guard (0...3660).contains(within) else {
      throw ValidationError("--within takes a number of days from 0 to 3660")
    }
  }

  func run(in session: inout Session) throws {
    let reading = try Reading(source, in: session)
    let list = DueList(reading.assessor, within: within)
    if let owner, !list.owners.contains(where: { $0.isSame(as: owner) }) {
      let known = list.owners
      try session.note(
        "nothing is expected of '\(owner.printable)'" + Suggestion.clause(for: owner, in: known))
    }
    let items = list.items.filter { item in
      (owner.map { item.owner?.isSame(as: $0) ?? false } ?? true) && (!overdue || item.isOverdue)
    }
    switch format {
    case .table: try session.write(table(items, list: list, reading: reading, in: session))
    case .csv: try session.write(csv(items, asOf: list.asOf))
    case .json: try session.write(json(items, reading: reading).indentedText)
    }
    if items.contains(where: \.isOverdue) { throw CommandFailure.silent(.answeredNo) }
  }

  private func table(
    _ items: [DueList.Item], list: DueList, reading: Reading, in session: borrowing Session
  ) -> String {
    let style = session.outputStyle
    let title = reading.plan.programme.title.printable
    var text = StatusListing.heading(
      title, "due as of \(list.asOf.spoken)", width: session.surroundings.tableWidth, style: style)
    guard !items.isEmpty else {
      return text + "\nNothing is \(overdue ? "overdue" : "due within \(within) days").\n"
    }
    var table = TextTable([
      .init("Due"), .init("", narrowest: 10), .init("What", narrowest: 24),
      .init("Expected of", narrowest: 14),
    ])
    for item in items {
      table.append([
        .init(item.due.spoken), .init(item.when(asOf: list.asOf), item.tone),
        .init("\(item.id) \(item.what)".printable),
        .init(item.owner?.printable ?? "no role named"),
      ])
    }
    text += "\n" + table.text(width: session.surroundings.tableWidth, style: style)
    let late = items.count(where: \.isOverdue)
    let soon = items.count - late
    return text + "\n"
      + style.paint("\(late) overdue, \(soon) due within \(within) days", .faint) + "\n"
  }

  private func csv(_ items: [DueList.Item], asOf: Day) -> String {
    CSVWriter.text(
      header: ["kind", "due", "is_overdue", "days_late", "id", "title", "period", "owner"],
      rows: items.map { item in
        [
          item.kind.rawValue, item.due.description, item.isOverdue ? "true" : "false",
          String(item.due.distance(to: asOf)), item.id, CSVWriter.harmless(item.title),
          item.period?.description ?? "", CSVWriter.harmless(item.owner ?? ""),
        ]
      })
  }

  private func json(_ items: [DueList.Item], reading: Reading) -> JSONValue {
    [
      "schema": "benefits.due/1",
      "tool": .string("benefits-report \(Program.version)"),
      "as_of": .string(reading.asOf.description),
      "entry": .integer(reading.snapshot.entry),
      "within_days": .integer(within),
      "overdue": .integer(items.count(where: \.isOverdue)),
      "items": .array(
        items.map { item in
          [
            "kind": .string(item.kind.rawValue),
            "due": .string(item.due.description),
            "is_overdue": .bool(item.isOverdue),
            "days_late": .integer(item.due.distance(to: reading.asOf)),
            "id": .string(item.id),
            "title": .string(item.title),
            "period": JSONValue(item.period?.description),
            "owner": JSONValue(item.owner),
          ]
        }),
    ]
  }
}

extension DueList {
  /// The roles that anything is expected of, each once.
  var owners: [String] {
    items.compactMap(\.owner).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

extension DueList.Item {
  fileprivate var tone: Tone { isOverdue ? .bad : .plain }
}

extension String {
  /// Whether two roles are the same but for their case.
  fileprivate func isSame(as other: String) -> Bool { lowercased() == other.lowercased() }
}
