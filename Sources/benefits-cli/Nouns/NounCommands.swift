import ArgumentParser
import BenefitsModel
import BenefitsPlan
import BenefitsStorage
import BenefitsTerminal

/// The commands of one noun, as `measure`.
struct NounCommand<Noun: EditableNoun>: ParsableCommand {
  static var configuration: CommandConfiguration {
    let name = Noun.noun.rawValue
    return CommandConfiguration(
      commandName: name, abstract: Noun.abstract,
      discussion: """
        The options are the keys of the plan file, and its rules hold. What is changed here is a \
        conflict for `plan apply` until `plan export` has written it into the file.

        EXAMPLES:
          benefits-cli \(name) list
          benefits-cli \(name) edit --help
        """,
      subcommands: [
        NounAdd<Noun>.self, NounEdit<Noun>.self, NounList<Noun>.self, NounShow<Noun>.self,
        NounRetire<Noun>.self,
      ])
  }
}

/// `NOUN add`: puts a new thing into the plan in force.
struct NounAdd<Noun: EditableNoun>: Command {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "add", abstract: "Adds \(Noun.noun.phrase) to the plan in force.",
      discussion: Noun.discussion(of: .add))
  }

  @OptionGroup var subject: Noun.NewSubject
  @OptionGroup(title: "Keys") var keys: Noun.Keys
  @OptionGroup(title: "Database") var database: DatabaseOptions
  @OptionGroup(title: "Time") var calendar: CalendarOptions
  @OptionGroup(title: "Entry") var writing: WritingOptions
  @OptionGroup(title: "Display") var display: DisplayOptions

  mutating func run(in session: inout Session) throws {
    let asOf = calendar.day(in: session.surroundings)
    let values = keys.values(for: .add, reason: writing.reason, asOf: asOf)
    try PlanEditing(
      recording: Recording(database: database, writing: writing), asOf: asOf
    )
    .run(
      PlanEdit(.add, Noun.noun, subject.subject, values: values, decision: keys.decision),
      in: &session)
  }
}

/// `NOUN edit`: changes keys of a thing.
struct NounEdit<Noun: EditableNoun>: Command {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "edit",
      abstract: "Changes \(Noun.noun.phrase) of the plan in force, key by key.",
      discussion: Noun.discussion(of: .edit))
  }

  @OptionGroup var subject: Noun.Subject
  @OptionGroup(title: "Keys") var keys: Noun.Keys
  @Option(
    help: ArgumentHelp("Take a key out, as owner; may be repeated.", valueName: "key"))
  var clear: [String] = []
  @OptionGroup(title: "Database") var database: DatabaseOptions
  @OptionGroup(title: "Time") var calendar: CalendarOptions
  @OptionGroup(title: "Entry") var writing: WritingOptions
  @OptionGroup(title: "Display") var display: DisplayOptions

  func validate() throws {
    guard !keys.given.isEmpty || !clear.isEmpty || writing.reason != nil else {
      throw ValidationError("nothing is to be changed; give a key, as in --\(Self.someKey) TEXT")
    }
    for key in clear {
      guard !Noun.noun.keys.contains(Self.planKey(key)) else { continue }
      let names = Noun.noun.keys.map { $0.optionName }
      let near = Suggestion.clause(for: key, in: names)
      throw ValidationError(
        "\(Noun.noun.phrase) has no key '\(key)'"
          + (near.isEmpty ? "; its keys are \(names.joined(separator: ", "))" : near))
    }
  }

  private static var someKey: String { (Noun.columns.last ?? "title").optionName }

  private static func planKey(_ name: String) -> String {
    String(name.map { $0 == "-" ? "_" : $0 })
  }

  mutating func run(in session: inout Session) throws {
    let asOf = calendar.day(in: session.surroundings)
    let values = keys.values(for: .edit, reason: writing.reason, asOf: asOf)
    try PlanEditing(
      recording: Recording(database: database, writing: writing), asOf: asOf
    )
    .run(
      PlanEdit(
        .edit, Noun.noun, subject.subject, values: values, cleared: clear.map(Self.planKey),
        decision: keys.decision), in: &session)
  }
}

/// `NOUN retire`: takes a thing out of the plan in force.
struct NounRetire<Noun: EditableNoun>: Command {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "retire",
      abstract: "Takes \(Noun.noun.phrase) out of the plan in force; history keeps it.",
      discussion: Noun.discussion(of: .retire))
  }

  @OptionGroup var subject: Noun.Subject
  @Option(
    help: ArgumentHelp("The decision that it rests on, kept with the entry.", valueName: "text"))
  var decision: String?
  @OptionGroup(title: "Database") var database: DatabaseOptions
  @OptionGroup(title: "Time") var calendar: CalendarOptions
  @OptionGroup(title: "Entry") var writing: WritingOptions
  @OptionGroup(title: "Display") var display: DisplayOptions

  func validate() throws {
    if let decision { try WritingOptions.check(decision, of: "--decision", example: "D-017") }
  }

  mutating func run(in session: inout Session) throws {
    try PlanEditing(
      recording: Recording(database: database, writing: writing),
      asOf: calendar.day(in: session.surroundings)
    )
    .run(PlanEdit(.retire, Noun.noun, subject.subject, decision: decision), in: &session)
  }
}

/// `NOUN list`: lists the things of the plan in force.
struct NounList<Noun: EditableNoun>: Command {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list", abstract: "Lists what the plan in force has.",
      discussion: Noun.discussion(of: .list))
  }

  @Option(help: "The form of the result.") var format = ListingFormat.table
  @OptionGroup(title: "Database") var database: DatabaseOptions
  @OptionGroup(title: "Time") var knowledge: KnowledgeOptions
  @OptionGroup(title: "Display") var display: DisplayOptions

  mutating func run(in session: inout Session) throws {
    let store = try Recording.openWhole(database, in: session)
    let things = try store.planSnapshot(knownAt: knowledge.state).plan.things(of: Noun.noun)
    let subject = Noun.noun.isPromise ? ["measure", "site", "stratum"] : ["id"]
    let keys =
      format == .table
      ? Noun.columns
      : subject
        + Noun.noun.keys.filter { !subject.contains($0) && !["phases", "trajectory"].contains($0) }
    let long = ["title", "owner", "text", "approved_by", "decision", "body"]
    var listing = Listing(
      keys.map { .init(.init($0, narrowest: long.contains($0) ? 12 : nil), key: $0) })
    for thing in things { listing.append(keys.map { .init(thing[$0]) }) }
    try listing.print(format, in: &session)
    if things.isEmpty { try session.note("the plan has no \(Noun.noun.rawValue)") }
  }
}

/// `NOUN show`: shows a thing as the plan file has it.
struct NounShow<Noun: EditableNoun>: Command {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show",
      abstract: "Shows \(Noun.noun.phrase) of the plan in force, as the plan file has it.",
      discussion: Noun.discussion(of: .show))
  }

  @OptionGroup var subject: Noun.Subject
  @OptionGroup(title: "Database") var database: DatabaseOptions
  @OptionGroup(title: "Time") var knowledge: KnowledgeOptions
  @OptionGroup(title: "Display") var display: DisplayOptions

  mutating func run(in session: inout Session) throws {
    let store = try Recording.openWhole(database, in: session)
    let plan = try store.planSnapshot(knownAt: knowledge.state).plan
    let texts: [String]
    do throws(PlanEditFailure) {
      texts = try plan.texts(of: Noun.noun, subject.subject)
    } catch {
      throw PlanEditing.failure(error, of: Noun.noun)
    }
    try session.write(texts.joined(separator: "\n"))
    if texts.isEmpty {
      try session.note("there is no \(Noun.noun.rawValue) of \(subject.subject.id ?? "") here")
    }
  }
}

extension KeyOptions {
  /// The keys that were given, and those that follow from other options.
  func values(for act: PlanEdit.Act, reason: String?, asOf: Day) -> [PlanEdit.Value] {
    given.map { PlanEdit.Value($0.key, $0.texts) }
      + implied(by: act, reason: reason, asOf: asOf)
  }
}

extension String {
  /// A key of the plan file as the name of an option.
  var optionName: String { String(map { $0 == "_" ? "-" : $0 }) }
}
