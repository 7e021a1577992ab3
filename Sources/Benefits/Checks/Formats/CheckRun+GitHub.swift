import BenefitsModel

extension CheckRun {
  /// Returns the run as annotations of GitHub Actions: an error for what fails or is unknown, a warning for other
  /// breaches and a notice for what is only worth knowing.
  ///
  /// GitHub shows ten of each kind and drops the rest silently, so that the tenth says how many more there are.
  ///
  /// - Returns: Workflow commands, each with a line feed, worst first, and the exit status with its reason.
  public func githubAnnotations() -> String {
    var kinds: [(name: String, results: [CheckResult])] = [
      ("error", []), ("warning", []), ("notice", []),
    ]
    for result in attention {
      switch result.outcome {
      case _ where fails(result): kinds[0].results.append(result)
      case .unknown: kinds[0].results.append(result)
      case .warn where result.severity == .info: kinds[2].results.append(result)
      case .fail, .warn: kinds[1].results.append(result)
      case .pass, .waived, .notDue, .notApplicable: continue
      }
    }
    var out = ""
    for kind in kinds {
      let isTooMany = kind.results.count > Self.annotationLimit
      let shown = isTooMany ? Self.annotationLimit - 1 : kind.results.count
      for result in kind.results.prefix(shown) {
        let title = "\(result.check) \(result.subject.id)"
        let state = result.stateText.map { " [\($0)]" } ?? ""
        out += "::\(kind.name) title=\(title.workflowProperty)::"
        out += "\((result.message + state).workflowData)\n"
      }
      if isTooMany {
        out += "::\(kind.name) title=benefits::and \(kind.results.count - shown) more; "
        out += "the summary of the job lists them\n"
      }
    }
    return out + "\(counts.total) checks: \(counts.text); exit \(exit.status) because "
      + "\(exit.reason.workflowData)\n"
  }

  /// How many annotations of a kind GitHub shows for a step.
  static let annotationLimit = 10
}

extension String {
  /// The text as the message of a workflow command.
  fileprivate var workflowData: String {
    printable.reduce(into: "") { $0 += $1 == "%" ? "%25" : String($1) }
  }

  /// The text as a property of a workflow command, where `:` and `,` would end it.
  fileprivate var workflowProperty: String {
    workflowData.reduce(into: "") { out, character in
      switch character {
      case ":": out += "%3A"
      case ",": out += "%2C"
      default: out.append(character)
      }
    }
  }
}
