import BenefitsModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension CheckRun {
  /// Returns the run as JSON with sorted keys, in the order of the plan and of the vocabulary.
  ///
  /// Readers are to ignore keys that they do not know.
  ///
  /// - Parameters:
  ///   - tool: The program and its version, as `benefits-report 0.1.0`.
  ///   - entry: The last entry that was taken into account.
  ///   - dataHash: The hash of that entry, where the ledger holds one.
  /// - Returns: One JSON object and a line feed.
  /// - Throws: What the encoder throws; numbers are always finite.
  public func json(tool: String, entry: Int? = nil, dataHash: String? = nil) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let file = CheckFile(run: self, tool: tool, entry: entry, dataHash: dataHash)
    return String(decoding: try encoder.encode(file), as: UTF8.self) + "\n"
  }
}

/// The shape of the JSON output; `schema` is raised when a key changes its meaning.
private struct CheckFile: Encodable {
  let schema = "benefits.checks/1"
  let tool: String
  let asOf: String
  let programme: String
  let profile: String
  let failOn: String
  let entry: Int?
  let dataHash: String?
  let exit: Exit
  let counts: [String: Int]
  let results: [Result]

  struct Exit: Encodable {
    let status: Int32
    let reason: String
  }

  struct Subject: Encodable {
    let id, title: String
    let project, benefit, measure, site, stratum, aim, role: String?
  }

  struct WaiverCited: Encodable {
    let id, reason, approvedBy, expires: String
    let decision: String?

    enum CodingKeys: String, CodingKey {
      case id, reason, expires, decision
      case approvedBy = "approved_by"
    }
  }

  struct Result: Encodable {
    let id, check, outcome, message: String
    let subject: Subject
    let severity, unit, period, since, owner, action: String?
    let value, expected: Double?
    let evidence: [String: Double]
    let waiver: WaiverCited?
  }

  enum CodingKeys: String, CodingKey {
    case schema, tool, programme, profile, entry, exit, counts, results
    case asOf = "as_of"
    case failOn = "fail_on"
    case dataHash = "data_hash"
  }

  init(run: CheckRun, tool: String, entry: Int?, dataHash: String?) {
    self.tool = tool
    self.entry = entry
    self.dataHash = dataHash
    asOf = run.asOf.description
    programme = run.programme.id.text
    profile = run.profile.rawValue
    failOn = run.failOn.rawValue
    exit = Exit(status: run.exit.status, reason: run.exit.reason)
    let counts = run.counts
    self.counts = Dictionary(
      uniqueKeysWithValues: CheckOutcome.allCases.map { ($0.machineName, counts[$0]) })
    results = run.results.map(Result.init)
  }
}

extension CheckFile.Result {
  fileprivate init(_ result: CheckResult) {
    id = result.identity
    check = result.check
    outcome = result.outcome.rawValue
    message = result.message
    let of = result.subject
    subject = CheckFile.Subject(
      id: of.id, title: of.title, project: of.project?.text, benefit: of.benefit?.text,
      measure: of.measure?.text, site: of.site?.text, stratum: of.stratum?.text,
      aim: of.aim?.rawValue, role: of.role?.rawValue)
    severity = result.severity?.rawValue
    unit = result.unit
    period = result.period?.description
    since = result.since?.description
    owner = result.owner
    action = result.action
    value = result.value
    expected = result.expected
    evidence = result.evidence
    waiver = result.waiver.map {
      CheckFile.WaiverCited(
        id: $0.id.text, reason: $0.reason, approvedBy: $0.approvedBy,
        expires: $0.expires.description, decision: $0.decision)
    }
  }
}

extension CheckOutcome {
  /// The outcome as a JSON key.
  fileprivate var machineName: String {
    rawValue.split(separator: "-").joined(separator: "_")
  }
}
