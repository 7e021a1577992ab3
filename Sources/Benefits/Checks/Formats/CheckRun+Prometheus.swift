import BenefitsModel

extension CheckRun {
  /// Returns the run in the text format of Prometheus, for the textfile collector of a node exporter.
  ///
  /// Names and labels never change with a number: a check that may breach with two severities has a sample for
  /// each. The time of the run is the beginning of its day in UTC, so that an alert can say when runs have stopped.
  ///
  /// - Returns: Samples with their help and type.
  public func prometheus() -> String {
    var out = PrometheusText()
    let programme = ("programme", programme.id.text)
    out.begin(
      "benefit_check", "Whether a check is breached with a severity, before any waiver: 1 or 0.")
    for result in results where result.outcome.isChecked && result.outcome != .unknown {
      guard let severities = severities[result.check] else { continue }
      let all = Set(severities + [result.severity].compactMap { $0 }).sorted()
      for severity in all {
        out.add(
          [
            ("check", result.check), ("severity", severity.rawValue),
            ("subject", result.subject.id),
          ], result.severity == severity ? 1 : 0)
      }
    }
    out.begin("benefit_check_unknown", "A check that could not be evaluated: 1.")
    for result in results where result.outcome == .unknown {
      out.add([("check", result.check), ("subject", result.subject.id)], 1)
    }
    out.begin("benefit_check_waived", "A check whose breach is accepted by a waiver: 1.")
    for result in results where result.outcome == .waived {
      out.add([("check", result.check), ("subject", result.subject.id)], 1)
    }
    out.begin("benefit_checks", "How many checks have an outcome.")
    for outcome in CheckOutcome.allCases {
      out.add([("outcome", outcome.rawValue), programme], Double(counts[outcome]))
    }
    out.begin("benefit_checks_exit_status", "The exit status of the run.")
    out.add([programme], Double(exit.status))
    out.begin("benefit_checks_last_run_timestamp_seconds", "The day of the run in UTC.")
    out.add([programme], Double(Instant(startOf: asOf).secondsSince1970))
    out.begin("benefit_data_age_days", "Days since the end of the last period with a value.")
    for (measure, figures) in measureFigures {
      guard let age = figures.ageInDays else { continue }
      out.add([("measure", measure.text), programme], Double(age))
    }
    out.begin("benefit_realised_ratio", "How much of a benefit is realised: 1 is all of it.")
    for figures in benefitFigures {
      guard let realised = figures.realised else { continue }
      out.add(
        [("aim", figures.benefit.aim.rawValue), ("benefit", figures.benefit.id.text), programme],
        realised / 100)
    }
    return out.text
  }
}

/// Writes samples in the text format of Prometheus, version 0.0.4.
private struct PrometheusText {
  private(set) var text = ""
  private var name = ""

  /// Begins the samples of a gauge.
  mutating func begin(_ name: String, _ help: String) {
    self.name = name
    text += "# HELP \(name) \(help)\n# TYPE \(name) gauge\n"
  }

  mutating func add(_ labels: [(String, String)], _ value: Double) {
    let pairs = labels.map { "\($0)=\"\(Self.escaped($1))\"" }.joined(separator: ",")
    text += "\(name){\(pairs)} \(Numeral.plain(value))\n"
  }

  private static func escaped(_ label: String) -> String {
    label.printable.reduce(into: "") { out, character in
      if character == "\\" || character == "\"" { out += "\\" }
      out.append(character)
    }
  }
}
