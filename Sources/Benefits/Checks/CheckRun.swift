public import BenefitsAnalytics
public import BenefitsModel

/// All checks of a plan, evaluated on one day: the same plan, numbers and day always give the same run.
public struct CheckRun: Sendable {
  /// The programme.
  public let programme: Programme
  /// The day that the checks were evaluated for.
  public let asOf: Day
  /// Which checks were run.
  public let profile: CheckPolicy.Profile
  /// The severity from which a breach fails the run.
  public let failOn: CheckSeverity
  /// What came of each check on each subject, in the order of the plan and of the vocabulary.
  public let results: [CheckResult]
  /// The aims that a benefit of the plan counts towards.
  public let aims: Set<Aim>
  /// The titles of the benefits, for headings.
  let benefitTitles: [Benefit.ID: String]

  /// Runs the checks on the plan, on the whole series of each measure, and on each part that has a promise of
  /// its own.
  ///
  /// - Parameters:
  ///   - assessor: What was known, and the day that the checks are evaluated for.
  ///   - history: What stood there before.
  ///   - profile: Which checks run; the plan's own choice when none is given.
  ///   - failOn: The severity from which a breach fails the run; `error` when none is given, and `warn` for the
  ///     strict profile.
  ///   - checks: The checks to choose from.
  public init(
    _ assessor: Assessor, history: History = History(), profile: CheckPolicy.Profile? = nil,
    failOn: CheckSeverity? = nil, checks: [Check] = CheckVocabulary.all
  ) {
    let plan = assessor.snapshot.plan
    let profile = profile ?? plan.checks.profile
    self.profile = profile
    asOf = assessor.asOf
    self.failOn = failOn ?? (profile == .strict ? .warn : .error)
    programme = plan.programme
    aims = Set(plan.benefits.map(\.aim))
    benefitTitles = Dictionary(
      plan.benefits.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    let chosen = checks.filter { $0.family.isPart(of: profile) }
    let judge = CheckJudge(assessor, history: history)
    let parts = Dictionary(grouping: plan.commitments.keys.sorted(), by: \.measure)
    var judged: [CheckJudge.Judged] = []
    for measure in plan.measures {
      let whole = plan.wholeSeries(of: measure)
      for series in [whole] + (parts[measure.id] ?? []).filter({ $0 != whole }) {
        judged += judge.results(of: chosen, for: assessor.assess(series))
      }
    }
    judged += judge.planResults(of: chosen)
    results =
      judged.map(\.final) + judge.waiverResults(of: chosen, original: judged.map(\.original))
  }

  /// The day that a run on a day is compared with where no other is given: the end of the month before.
  ///
  /// - Parameter asOf: The day of the run.
  /// - Returns: The last day of the month before the one that holds the day.
  public static func usualLookBack(before asOf: Day) -> Day {
    Period(.month, containing: asOf).advanced(by: -1).last
  }

  /// How many results have each outcome.
  public var counts: CheckCounts { CheckCounts(results) }

  /// The exit status of the run and why it is so.
  public var exit: CheckExit { CheckExit(results, failOn: failOn) }

  /// The results with the worst first, otherwise in the order of the run.
  public var worstFirst: [CheckResult] {
    results.enumerated().sorted { lhs, rhs in
      let left = (lhs.element.outcome.rank, -lhs.element.weight, lhs.offset)
      return left < (rhs.element.outcome.rank, -rhs.element.weight, rhs.offset)
    }.map(\.element)
  }

  /// Whether a result fails the run.
  ///
  /// - Parameter result: A result of the run.
  /// - Returns: Whether it is a breach of at least the severity that fails.
  public func fails(_ result: CheckResult) -> Bool { result.fails(on: failOn) }
}

extension CheckFamily {
  /// Whether a profile runs the checks of the family; waivers are looked after in every profile.
  func isPart(of profile: CheckPolicy.Profile) -> Bool {
    switch (profile, self) {
    case (.standard, _), (.strict, _), (_, .governance): true
    case (.plan, .definition), (.plan, .baseline), (.plan, .target): true
    case (.board, .progress), (.board, .sustain), (.board, .harm), (.board, .value): true
    default: false
    }
  }
}

extension CheckResult {
  func fails(on severity: CheckSeverity) -> Bool {
    guard outcome == .fail || outcome == .warn, let own = self.severity else { return false }
    return own >= severity
  }

  /// How much the breach matters among results of the same outcome.
  var weight: Int { severity.map { CheckSeverity.allCases.firstIndex(of: $0) ?? 0 } ?? 0 }
}
