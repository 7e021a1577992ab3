import ArgumentParser
import BenefitsModel
import BenefitsPlan
import BenefitsTerminal

/// `plan new`: writes a commented plan to start from.
struct PlanNew: Command {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Writes a commented plan to start from.",
    discussion: """
      EXAMPLES:
        benefits-cli plan new
        benefits-cli plan new safer-wards.yaml --id safer-wards --title "Safer wards"
        benefits-cli plan new - | head -20
      """)

  @Argument(
    help: "The file to write; - prints it.", completion: .file(extensions: ["yaml", "yml"]))
  var file = PlanCommand.usualFile
  @Option(help: ArgumentHelp("The id of the programme, which never changes.", valueName: "id"))
  var id = "my-programme"
  @Option(help: ArgumentHelp("The title of the programme.", valueName: "text"))
  var title = "My programme"
  @OptionGroup(title: "Time") var calendar: CalendarOptions
  @OptionGroup(title: "Display") var display: DisplayOptions

  func validate() throws {
    guard Programme.ID(id) != nil else {
      throw ValidationError(
        "'\(id)' is not an id; write letters, digits, points and hyphens, as in safer-wards")
    }
    try WritingOptions.check(title, of: "--title", example: "\"Safer wards\"")
  }

  mutating func run(in session: inout Session) throws {
    guard let programme = Programme.ID(id) else { return }
    let text = PlanFile.starter(
      programme: programme, title: title, asOf: calendar.day(in: session.surroundings))
    guard file != "-" else { return try session.write(text) }
    do throws(CommandFailure) {
      try OutputFile.write(text, to: file, replaces: false)
    } catch {
      var failure = error
      if InputFile.exists(file) {
        failure.hints = ["name another file, as in: benefits-cli plan new plan-2.yaml"]
      }
      throw failure
    }
    try session.print("\(file): written")
    let hasDatabase = InputFile.exists(DatabaseOptions.usualPath)
    try session.hint(
      "next, edit it, then: " + (hasDatabase ? "" : "benefits-cli init && ")
        + PlanCommand.apply(file))
  }
}
