import BenefitsAnalytics
import BenefitsModel

/// What a waiver does to a finding.
enum WaiverEffect: Hashable, Sendable {
  /// The breach is accepted.
  case accepted(Waiver)
  /// The breach is not due before the waiver ends.
  case deferred(Waiver)
  /// The waiver has ended before its time, and why.
  case void(Waiver, String)
  /// The waiver has come to its end.
  case expired(Waiver)

  var waiver: Waiver {
    switch self {
    case .accepted(let waiver), .deferred(let waiver), .void(let waiver, _), .expired(let waiver):
      waiver
    }
  }
}

/// Finds the waiver of a breach.
struct CheckWaiving {
  let index: CheckIndex
  let asOf: Day
  private let byCheck: [String: [Waiver]]

  init(index: CheckIndex, asOf: Day) {
    self.index = index
    self.asOf = asOf
    byCheck = Dictionary(
      grouping: index.plan.waivers.filter { $0.created <= asOf }, by: { $0.check })
  }

  /// Returns what a waiver does to a finding: one that counts comes before one that is void or has expired, and
  /// among several that do the same, the one that ends last.
  ///
  /// - Parameters:
  ///   - finding: What was found.
  ///   - check: The identifier of the check.
  ///   - subject: What it was found of.
  ///   - assessment: How the series stands, where the subject is one.
  ///   - severity: The severity of the breach on a day, to see whether it has become worse since.
  /// - Returns: `nil` where no waiver names the check and the subject.
  func waive(
    _ finding: CheckFinding, _ check: String, _ subject: CheckSubject,
    _ assessment: Assessment? = nil, severity: (Day) -> CheckSeverity? = { _ in nil }
  ) -> WaiverEffect? {
    guard finding.isOpen, let known = byCheck[check] else { return nil }
    let named = known.filter { waiver in
      (finding.isBreach || waiver.acceptsUnknown) && waiver.names(subject, in: index)
    }.sorted { ($0.expires, $1.id) > ($1.expires, $0.id) }
    var ended: WaiverEffect?
    for waiver in named {
      guard waiver.isInForce(on: asOf) else {
        ended = ended ?? .expired(waiver)
        continue
      }
      if let reason = reason(waiver, finding, assessment, severity) {
        ended = .void(waiver, reason)
        continue
      }
      return waiver.kind == .accept ? .accepted(waiver) : .deferred(waiver)
    }
    return ended
  }

  /// Why a waiver has ended before its time.
  private func reason(
    _ waiver: Waiver, _ finding: CheckFinding, _ assessment: Assessment?,
    _ severity: (Day) -> CheckSeverity?
  ) -> String? {
    if let assessment,
      let reason = waiver.voidIf.reason(
        realised: assessment.realised, status: assessment.status)
    {
      return reason
    }
    guard waiver.created < asOf, let now = finding.severity, let then = severity(waiver.created),
      now > then
    else { return nil }
    return "it was \(then.rawValue) when it was waived"
  }
}

extension Waiver {
  /// Whether the waiver is for a subject: by its own identifier, or by that of what stands above it: the measure
  /// of a part, a benefit that the measure shows, the site, the project or the programme.
  func names(_ result: CheckSubject, in index: CheckIndex) -> Bool {
    let name = subject.asciiLowercased()
    if name == result.id.asciiLowercased() || name == result.site?.folded { return true }
    guard let measure = result.measure.flatMap({ index.measures[$0] }) else {
      return name == result.benefit?.folded || name == result.project?.folded
        || name == result.programme.folded
    }
    return covers(measure, of: index.benefitsBehind(measure), in: result.programme)
  }
}

extension CheckIndex {
  /// A waiver as a subject, with what it is for.
  func subject(of waiver: Waiver) -> CheckSubject {
    let name = waiver.subject
    var subject =
      Measure.ID(name).flatMap { measures[$0] }.map {
        CheckSubject(plan.wholeSeries(of: $0), of: $0, in: self)
      }
      ?? Benefit.ID(name).flatMap { benefits[$0] }.map { CheckSubject($0, in: plan.programme) }
      ?? Project.ID(name).flatMap { projects[$0] }.map { CheckSubject($0, in: plan.programme) }
      ?? CheckSubject(plan.programme)
    subject.id = waiver.id.text
    subject.title = "Waiver \(waiver.id)"
    return subject
  }
}
