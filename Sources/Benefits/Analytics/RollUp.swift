public import BenefitsModel

/// Several benefits taken together: how much is realised, how many have which status, and how much is known.
///
/// The mean never stands alone: it always comes with the counts, the worst status and the coverage.
public struct RollUp: Hashable, Sendable {
  /// How many benefits have a status.
  public struct Count: Hashable, Sendable {
    /// The status.
    public var status: Status
    /// How many benefits have it.
    public var benefits: Int
  }

  /// The mean of realised % clamped to 0–100, weighted by benefit weight; `nil` when nothing is known.
  public let realised: Double?
  /// How many benefits have each status, worst first, without those that none has.
  public let counts: [Count]
  /// The worst status of all that have not ended; `nil` without such a benefit.
  public let worst: Status?
  /// How many benefits could be judged.
  public let measured: Int
  /// How many benefits there are that have not ended.
  public let total: Int
  /// The weight of those that could be judged, in % of the weight of all that have not ended.
  public let measuredWeight: Double?
  /// How many benefits have a guardrail that is passed.
  public let flagged: Int

  /// Rolls benefits up.
  ///
  /// - Parameter benefits: The benefits, in any order.
  /// - Complexity: O(*n*), where *n* is the number of benefits.
  public init(_ benefits: [BenefitAssessment]) {
    let running = benefits.filter { !$0.benefit.lifecycle.isEnded }
    let judged = running.filter(\.isMeasured)
    let known = judged.compactMap { assessment in
      assessment.realised.map { (weight: assessment.benefit.weight, realised: $0) }
    }
    realised = RollUp.mean(known)
    let byStatus = Dictionary(grouping: benefits, by: \.status)
    counts = Status.bySeverity.compactMap { status in
      byStatus[status].map { Count(status: status, benefits: $0.count) }
    }
    worst = running.map(\.status).min { $0.severity < $1.severity }
    measured = judged.count
    total = running.count
    let all = running.reduce(0) { $0 + $1.benefit.weight }
    measuredWeight = all > 0 ? 100 * judged.reduce(0) { $0 + $1.benefit.weight } / all : nil
    flagged = running.count { !$0.isClean }
  }

  /// Returns the mean of realised %, each clamped to 0–100, by weight.
  ///
  /// - Parameter known: The weights and the realised % of the benefits that could be judged.
  /// - Returns: `nil` when there is no weight.
  /// - Complexity: O(*n*), where *n* is the number of benefits.
  package static func mean(_ known: [(weight: Double, realised: Double)]) -> Double? {
    let weight = known.reduce(0) { $0 + $1.weight }
    guard weight > 0 else { return nil }
    return known.reduce(0) { $0 + $1.weight * min(max($1.realised, 0), 100) } / weight
  }

  /// How much is known, as `measured 11 of 14, 78% by weight`.
  public var coverage: String {
    guard let measuredWeight else { return "no benefit" }
    return
      "measured \(measured) of \(total), \(Numeral.fixed(measuredWeight, decimals: 0))% by weight"
  }
}

extension RollUp {
  /// Rolls up the benefits of each of the four aims; an aim without a benefit is empty, never left out.
  ///
  /// - Parameter benefits: The benefits, in any order.
  /// - Returns: One roll-up for each aim, in the order of the quadruple aim.
  /// - Complexity: O(*n*), where *n* is the number of benefits.
  public static func byAim(_ benefits: [BenefitAssessment]) -> [(aim: Aim, rollUp: RollUp)] {
    Aim.allCases.map { aim in (aim, RollUp(benefits.filter { $0.benefit.aim == aim })) }
  }

  /// Rolls up the benefits of each project, in the order of the plan.
  ///
  /// - Parameters:
  ///   - benefits: The benefits, in any order.
  ///   - projects: The projects.
  /// - Returns: One roll-up for each project.
  /// - Complexity: O(*n* + *p*) for *n* benefits and *p* projects.
  public static func byProject(
    _ benefits: [BenefitAssessment], projects: [Project]
  ) -> [(project: Project, rollUp: RollUp)] {
    let grouped = Dictionary(grouping: benefits, by: \.benefit.project)
    return projects.map { ($0, RollUp(grouped[$0.id] ?? [])) }
  }
}
