import BenefitsModel

extension CheckRun {
  /// Returns the run as JUnit XML: one suite for each benefit, one case for each check on a subject.
  ///
  /// A breach that fails the run is a failure, what could not be evaluated an error, what is waived, not due
  /// or not applicable is skipped; any other breach passes with a property and a note.
  ///
  /// - Returns: An XML document.
  public func junit() -> String {
    var suites: [(name: String, results: [CheckResult])] = []
    var places: [Benefit.ID?: Int] = [:]
    for result in listed {
      let benefit = result.subject.benefit
      if let place = places[benefit] {
        suites[place].results.append(result)
      } else {
        places[benefit] = suites.count
        let name = benefit.map { "\($0) \(benefitTitles[$0] ?? "")" } ?? programme.title
        suites.append((name.trimmed(), [result]))
      }
    }
    var out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    out +=
      "<testsuites name=\"\(XMLText.escaped(programme.title))\" \(totals(listed)) time=\"0\">\n"
    for suite in suites {
      out += "  <testsuite name=\"\(XMLText.escaped(suite.name))\" timestamp=\"\(asOf)T00:00:00\" "
      out += "\(totals(suite.results)) time=\"0\">\n"
      for result in suite.results { append(result, to: &out) }
      out += "  </testsuite>\n"
    }
    return out + "</testsuites>\n"
  }

  private func totals(_ results: [CheckResult]) -> String {
    let failures = results.count { fails($0) }
    let errors = results.count { $0.outcome == .unknown }
    let skipped = results.count { $0.isSkipped }
    return "tests=\"\(results.count)\" failures=\"\(failures)\" errors=\"\(errors)\" "
      + "skipped=\"\(skipped)\""
  }

  private func append(_ result: CheckResult, to out: inout String) {
    let subject = result.subject
    let path = [subject.programme.text, subject.project?.text, subject.benefit?.text]
    let className = path.compactMap { $0 }.joined(separator: ".")
    let name = "\(result.check) \(subject.id)"
    out += "    <testcase classname=\"\(XMLText.escaped(className))\" "
    out += "name=\"\(XMLText.escaped(name))\" time=\"0\""
    let message = XMLText.escaped(result.message)
    switch result.outcome {
    case .pass:
      out += "/>\n"
      return
    case _ where fails(result):
      let kind = result.severity?.rawValue ?? "error"
      out += ">\n      <failure type=\"\(kind)\" message=\"\(message)\"/>\n"
    case .unknown: out += ">\n      <error type=\"unknown\" message=\"\(message)\"/>\n"
    case _ where result.isSkipped:
      out += ">\n      <skipped message=\"\(result.outcome.title): \(message)\"/>\n"
    default:
      out += ">\n      <properties>\n        <property name=\"outcome\" "
      out += "value=\"\(result.outcome.rawValue)\"/>\n      </properties>\n"
      out += "      <system-out>\(message)</system-out>\n"
    }
    out += "    </testcase>\n"
  }
}

extension CheckResult {
  /// Whether a test runner is to show the result as skipped.
  fileprivate var isSkipped: Bool {
    outcome == .waived || outcome == .notDue || outcome == .notApplicable
  }
}
