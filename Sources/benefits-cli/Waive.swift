import ArgumentParser
import BenefitsModel
import BenefitsPlan
import BenefitsStorage
import BenefitsTerminal

/// `waive`: accepts a breach until a day, in the words in which one would say it.
struct Waive: Command {
  static let configuration = CommandConfiguration(
    commandName: "waive",
    abstract: "Accepts what a check finds, for a reason and until a day.",
    discussion: """
      What is waived is still printed and counted, and does not fail a run. --defer moves the due date \
      instead: the check has its own outcome again the day after. A waiver ends early when what it accepts \
      becomes more severe, or as --void-below and --void-status say. 'waiver edit' and 'waiver retire' \
      change it later.

      EXAMPLES:
        benefits-cli waive data.overdue M4 --until 2025-07-31 \\
            --reason "The survey is late" --approved-by "Programme Lead" \\
            --as-of 2025-06-10
        benefits-cli waive target.met-by-date M2 --until 2025-08-31 --defer \\
            --reason "New start" --approved-by Board --as-of 2025-06-10
      """)

  @Argument(help: "The check, as target.met-by-date.") var check: String
  @Argument(help: "The measure, benefit, project, site or programme.") var subject: String

  @Option(
    name: [.customLong("until"), .customLong("expires")],
    help: ArgumentHelp("The last day on which it counts.", valueName: "date"))
  var until: String
  @Option(help: ArgumentHelp("The role that accepts it.", valueName: "role"))
  var approvedBy: String
  @Option(help: ArgumentHelp("The decision that it rests on.", valueName: "text"))
  var decision: String?
  @Option(help: ArgumentHelp("Its name (default: the next one free, as W-004).", valueName: "id"))
  var id: String?
  @Flag(name: .customLong("defer"), help: "Move the due date instead of accepting the breach.")
  var isDeferred = false
  @Option(
    name: .customLong("void-below"),
    help: ArgumentHelp("End it when less than this % is realised.", valueName: "number"))
  var voidBelow: String?
  @Option(
    name: .customLong("void-status"),
    help: ArgumentHelp("End it in this status, as deteriorated; repeatable.", valueName: "status"))
  var voidStatus: [String] = []
  @Flag(help: "Accept that the check cannot be evaluated too.")
  var unknown = false

  @OptionGroup(title: "Database") var database: DatabaseOptions
  @OptionGroup(title: "Time") var calendar: CalendarOptions
  @OptionGroup(title: "Entry") var writing: WritingOptions
  @OptionGroup(title: "Display") var display: DisplayOptions

  func validate() throws {
    guard writing.reason == nil else { return }
    throw ValidationError("say why with --reason, as in --reason \"The survey is late\"")
  }

  mutating func run(in session: inout Session) throws {
    let asOf = calendar.day(in: session.surroundings)
    let recording = Recording(database: database, writing: writing)
    let name: String
    if let id { name = id } else { name = try freeName(in: session) }
    var values = PlanEdit.Value.list([
      "check": check, "subject": subject, "kind": isDeferred ? "defer" : nil,
      "reason": writing.reason, "approved_by": approvedBy, "decision": decision,
      "created": asOf.description, "expires": until, "realised_below": voidBelow,
      "unknown": unknown ? "true" : nil,
    ])
    if !voidStatus.isEmpty { values.append(("status", voidStatus)) }
    try PlanEditing(recording: recording, asOf: asOf).run(
      PlanEdit(
        .add, .waiver, PlanEdit.Subject(id: name),
        values: values.map { PlanEdit.Value($0.key, $0.texts) }),
      in: &session)
  }

  /// The first name in the row W-001, W-002, … behind those that the plan has.
  private func freeName(in session: borrowing Session) throws -> String {
    let store = try Recording.openWhole(database, in: session)
    let taken = try store.plan()?.waivers.compactMap { waiver -> Int? in
      waiver.id.folded.hasPrefix("w-") ? Int(waiver.id.folded.dropFirst(2)) : nil
    }
    let next = String((taken?.max() ?? 0) + 1)
    return "W-" + String(repeating: "0", count: max(0, 3 - next.count)) + next
  }
}
