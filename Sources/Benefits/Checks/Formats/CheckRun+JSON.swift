public import BenefitsModel

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
  ///   - knownAt: When that entry was recorded.
  /// - Returns: One JSON object and a line feed.
  public func json(
    tool: String, entry: Int? = nil, dataHash: String? = nil, knownAt: Instant? = nil
  ) -> String {
    let counts = self.counts
    let head: KeyValuePairs<String, JSONValue> = [
      "as_of": .string(asOf.description),
      "counts": .object(
        CheckOutcome.allCases
          .map { .init($0.machineName, .integer(counts[$0])) }
          .sorted { $0.key < $1.key }),
      "data_hash": JSONValue(dataHash),
      "entry": JSONValue(entry),
      "exit": ["reason": .string(exit.reason), "status": .integer(Int(exit.status))],
      "fail_on": .string(failOn.rawValue),
      "known_at": JSONValue(knownAt?.description),
      "profile": .string(profile.rawValue),
      "programme": .string(programme.id.text),
    ]
    let tail: KeyValuePairs<String, JSONValue> = [
      "ruleset_hash": .string(rulesetHash),
      "schema": .string("benefits.checks/1"),
      "since": JSONValue(since?.description),
      "tool": .string(tool),
    ]
    let lines = listed.map { "    \($0.jsonValue.text)" }.joined(separator: ",\n")
    let members =
      head.map(Self.member)
      + ["  \"results\": [" + (lines.isEmpty ? "" : "\n\(lines)\n  ") + "]"]
      + tail.map(Self.member)
    return "{\n" + members.joined(separator: ",\n") + "\n}\n"
  }

  private static func member(_ key: String, _ value: JSONValue) -> String {
    "  \(JSONValue.string(key).text): \(value.text)"
  }
}

extension CheckResult {
  /// The result with sorted keys.
  fileprivate var jsonValue: JSONValue {
    [
      "action": JSONValue(action),
      "check": .string(check),
      "consecutive": JSONValue(consecutive),
      "docs": .string(
        "docs/checks.md#" + check.filter { $0.isLetter || $0.isNumber || $0 == "-" }),
      "evidence": .object(
        evidence.sorted { $0.key < $1.key }.map { .init($0.key, .number($0.value)) }),
      "expected": JSONValue(expected),
      "first_seen": JSONValue(firstSeen?.description),
      "id": .string(identity),
      "message": .string(message),
      "outcome": .string(outcome.rawValue),
      "owner": JSONValue(owner),
      "period": JSONValue(period?.description),
      "severity": JSONValue(severity?.rawValue),
      "since": JSONValue(since?.description),
      "state": JSONValue(state?.rawValue),
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
          "kind": .string(waiver.kind.rawValue),
          "reason": .string(waiver.reason),
          "state": JSONValue(waiverState?.rawValue),
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
