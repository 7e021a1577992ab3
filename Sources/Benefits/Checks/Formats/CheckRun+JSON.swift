import BenefitsModel

extension CheckRun {
  /// Returns the run as JSON, one line for each result, in the order of the plan and of the vocabulary.
  ///
  /// Keys are sorted. Readers are to ignore keys that they do not know; `schema` is raised when a key
  /// changes its meaning.
  ///
  /// - Parameters:
  ///   - tool: The program and its version, as `benefits-report 0.1.0`.
  ///   - entry: The last entry that was taken into account.
  ///   - dataHash: The hash of that entry, where the ledger holds one.
  /// - Returns: One JSON object and a line feed.
  public func json(tool: String, entry: Int? = nil, dataHash: String? = nil) -> String {
    let counts = self.counts
    let head: JSONValue = [
      "as_of": .string(asOf.description),
      "counts": .object(
        CheckOutcome.allCases
          .map { .init($0.machineName, .integer(counts[$0])) }
          .sorted { $0.key < $1.key }),
      "data_hash": JSONValue(dataHash),
      "entry": JSONValue(entry),
      "exit": ["reason": .string(exit.reason), "status": .integer(Int(exit.status))],
      "fail_on": .string(failOn.rawValue),
      "profile": .string(profile.rawValue),
      "programme": .string(programme.id.text),
    ]
    let lines = results.map { "    \($0.jsonValue.text)" }.joined(separator: ",\n")
    var out = "{\n"
    if case .object(let members) = head {
      for member in members {
        out += "  \(JSONValue.string(member.key).text): \(member.value.text),\n"
      }
    }
    out += "  \"results\": [" + (lines.isEmpty ? "" : "\n\(lines)\n  ") + "],\n"
    out += "  \"schema\": \"benefits.checks/1\",\n"
    return out + "  \"tool\": \(JSONValue.string(tool).text)\n}\n"
  }
}

extension CheckResult {
  /// The result with sorted keys.
  fileprivate var jsonValue: JSONValue {
    [
      "action": JSONValue(action),
      "check": .string(check),
      "evidence": .object(
        evidence.sorted { $0.key < $1.key }.map { .init($0.key, .number($0.value)) }),
      "expected": JSONValue(expected),
      "id": .string(identity),
      "message": .string(message),
      "outcome": .string(outcome.rawValue),
      "owner": JSONValue(owner),
      "period": JSONValue(period?.description),
      "severity": JSONValue(severity?.rawValue),
      "since": JSONValue(since?.description),
      "subject": [
        "aim": JSONValue(subject.aim?.rawValue),
        "benefit": JSONValue(subject.benefit?.text),
        "id": .string(subject.id),
        "measure": JSONValue(subject.measure?.text),
        "programme": .string(subject.programme.text),
        "project": JSONValue(subject.project?.text),
        "role": JSONValue(subject.role?.rawValue),
        "site": JSONValue(subject.site?.text),
        "stratum": JSONValue(subject.stratum?.text),
        "title": .string(subject.title),
      ],
      "unit": JSONValue(unit),
      "value": JSONValue(value),
      "waiver": waiver.map { waiver in
        [
          "approved_by": .string(waiver.approvedBy),
          "decision": JSONValue(waiver.decision),
          "expires": .string(waiver.expires.description),
          "id": .string(waiver.id.text),
          "reason": .string(waiver.reason),
        ]
      } ?? .null,
    ]
  }
}

extension CheckOutcome {
  /// The outcome as a JSON key.
  fileprivate var machineName: String {
    rawValue.split(separator: "-").joined(separator: "_")
  }
}
