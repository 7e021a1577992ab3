import ArgumentParser
import BenefitsChecks
import BenefitsModel
import BenefitsTerminal

/// A form of the result and where it goes.
struct CheckOutput {
  /// The forms of the result.
  enum Form: String, CaseIterable {
    /// For reading.
    case text
    /// For programs.
    case json
    /// For build servers.
    case junit
    /// For GitHub Actions.
    case github
    /// For pull requests and e-mail.
    case markdown
    /// For Nagios and what speaks like it.
    case nagios
    /// For the textfile collector of Prometheus.
    case prometheus
    /// For spreadsheets.
    case csv
  }

  /// The form.
  var form: Form
  /// The file; standard output when there is none.
  var path: String?

  init(form: Form, path: String?) {
    self.form = form
    self.path = path
  }

  /// Reads `json` or `json=FILE`.
  init(argument: String) throws {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first.map(String.init) ?? ""
    guard let form = Form(rawValue: name) else {
      let names = Form.allCases.map(\.rawValue)
      let meant = Suggestion.clause(for: name, in: names)
      let listed = "; the formats are " + names.joined(separator: ", ")
      throw ValidationError("there is no format '\(name)'" + (meant.isEmpty ? listed : meant))
    }
    let path = parts.count > 1 ? String(parts[1]) : nil
    guard path != "" else {
      throw ValidationError("name a file behind the =, as in \(name)=checks.\(name)")
    }
    self.init(form: form, path: path == "-" ? nil : path)
  }

  /// Reads a selection of subjects.
  static func selection(_ text: String) throws -> CheckSelection {
    do throws(CheckSelectionFault) {
      return try CheckSelection(text)
    } catch { throw ValidationError("\(error)") }
  }
}

extension CheckOutput.Form {
  /// Whether the form shows what passes, is not due or does not apply.
  var showsAll: Bool {
    switch self {
    case .json, .junit, .prometheus, .csv: true
    case .text, .github, .markdown, .nagios: false
    }
  }

  /// Returns the text of a run.
  func text(of run: CheckRun, reading: Reading) -> String {
    switch self {
    case .text: run.text()
    case .json:
      run.json(
        tool: "benefits-report \(Program.version)", entry: reading.snapshot.entry,
        dataHash: reading.snapshot.headHash, knownAt: reading.snapshot.recordedAt)
    case .junit: run.junit()
    case .github: run.githubAnnotations()
    case .markdown: run.markdown()
    case .nagios: run.nagios()
    case .prometheus: run.prometheus()
    case .csv: CheckRows(run).csv
    }
  }
}
