import ArgumentParser
import BenefitsChecks
import BenefitsModel
import BenefitsPlan
import BenefitsTerminal

/// `plan`: the commands for the plan file.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Writes, compares and applies the plan: what is promised, and how it is measured.",
    discussion: """
      The plan is a text file that a team can review and keep in version control.

      EXAMPLES:
        benefits-cli plan new               write plan.yaml to start from
        benefits-cli plan diff plan.yaml    show what applying it would change
        benefits-cli plan apply plan.yaml   put it into the database
        benefits-cli plan export            write it from the database
      """,
    subcommands: [PlanNew.self, PlanApply.self, PlanDiff.self, PlanExportCommand.self])

  /// The plan file where none is named.
  static let usualFile = "plan.yaml"

  /// Reads a plan file; everything that is wrong with it is reported at once.
  static func read(
    _ path: String, surroundings: Surroundings
  ) throws -> (document: PlanDocument, bytes: [UInt8]) {
    let name = name(of: path)
    let bytes: [UInt8]
    do throws(CommandFailure) {
      bytes = try InputFile.read(path, surroundings: surroundings)
    } catch {
      var failure = error
      if failure.status == .notFound, path == usualFile {
        failure.hints.append("write one to start from: benefits-cli plan new")
      }
      throw failure
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandFailure(
        .wrongInput, "\(name) is not text in UTF-8", hints: ["save it again as UTF-8"])
    }
    do throws(PlanFaults) {
      return (try PlanFile.document(text, file: name, checks: CheckVocabulary.register), bytes)
    } catch {
      throw failure(error.faults, in: name)
    }
  }

  /// The command that applies a plan file, for hints.
  static func apply(_ path: String) -> String {
    "benefits-cli plan apply" + (path == usualFile ? "" : " " + CommandLineText.quoted([path]))
  }

  /// What messages call a plan file.
  static func name(of path: String) -> String { path == "-" ? "standard input" : path }

  /// The failure of a plan that has faults.
  static func failure(_ faults: [Fault], in name: String) -> CommandFailure {
    CommandFailure(
      .wrongInput, "\(name): \(counted(faults.count, "problem")); nothing was applied",
      faults: faults)
  }
}
