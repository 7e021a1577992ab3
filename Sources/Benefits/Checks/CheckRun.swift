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
  /// What was asked of the run.
  public let options: CheckOptions
  /// What came of each check on each subject, in the order of the plan and of the vocabulary; empty where the results
  /// were handed on.
  public let results: [CheckResult]
  /// How many results have each outcome, kept or not.
  public let counts: CheckCounts
  /// The same for each aim, and for what belongs to none.
  public let countsByAim: [Aim?: CheckCounts]
  /// The aims that a benefit of the plan counts towards.
  public let aims: Set<Aim>
  /// What the rules and the policy of the run were, in sixteen hexadecimal digits.
  public let rulesetHash: String
  /// The severities that a breach of each check may have.
  let severities: [String: [CheckSeverity]]
  /// The titles of the benefits, for headings.
  let benefitTitles: [Benefit.ID: String]
  /// The day of the earlier run that the states compare with; `nil` where that is the end of the period before.
  public let since: Day?
  /// What was breached or unknown, before waivers; empty where the results were handed on.
  let openBeforeWaivers: [String: CheckRecord.Standing]
  /// The benefits that have not ended, in the order of the plan.
  let benefitFigures: [BenefitFigures]
  /// How each measure stands as a whole, in the order of the plan.
  let measureFigures: [(measure: Measure.ID, figures: MeasureFigures)]
  private let tally: CheckTally

  /// Runs the checks on the plan, on the whole series of each measure, and on each part that has a promise of
  /// its own.
  ///
  /// - Parameters:
  ///   - assessor: What was known, and the day that the checks are evaluated for.
  ///   - history: What stood there before.
  ///   - options: What is asked of the run beside what the plan's policy says.
  ///   - former: What an earlier run found; where there is none, results are compared with the end of the period
  ///     before, by what is known now.
  ///   - checks: The checks to choose from.
  ///   - keeps: Whether a result is kept, by its outcome and state; all are counted.
  ///   - sink: Takes the results that are kept, one by one; where there is none, they become `results`.
  public init(
    _ assessor: Assessor, history: History = History(), options: CheckOptions = CheckOptions(),
    former: CheckRecord? = nil, checks: [Check] = CheckVocabulary.all,
    keeps: @escaping (CheckOutcome, CheckState?) -> Bool = { _, _ in true },
    sink: ((CheckResult) -> Void)? = nil
  ) {
    let plan = assessor.snapshot.plan
    let profile = options.profile ?? plan.checks.profile
    let failOn =
      options.failOn ?? plan.checks.failOn ?? (profile == .strict ? .warn : .error)
    self.profile = profile
    self.failOn = failOn
    self.options = options
    asOf = assessor.asOf
    programme = plan.programme
    aims = Set(plan.benefits.map(\.aim))
    benefitTitles = Dictionary(
      plan.benefits.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    let chosen = checks.filter { check in
      if case .run = check.rule { return true }
      return check.isPart(of: profile)
        && (options.checks.isEmpty || options.checks.contains { $0.matches(check.id) })
    }
    severities = Dictionary(
      chosen.map { ($0.id, $0.severities) }, uniquingKeysWith: { first, _ in first })
    rulesetHash = RulesetHash(checks: chosen, policy: plan.checks).text
    let engine = CheckEngine(assessor, history: history, options: options, checks: chosen)
    var ledger = CheckLedger(
      engine.index, options: options, failOn: failOn, former: former, keeps: keeps,
      sink: sink)
    let parts = Dictionary(grouping: plan.commitments.keys.sorted(), by: \.measure)
    for measure in plan.measures {
      let whole = plan.wholeSeries(of: measure)
      for series in [whole] + (parts[measure.id] ?? []).filter({ $0 != whole }) {
        engine.judge(series, of: measure, into: &ledger)
      }
    }
    engine.judgePlan(into: &ledger)
    engine.judgeWaivers(into: &ledger)
    results = ledger.results
    counts = ledger.counts
    countsByAim = ledger.countsByAim
    openBeforeWaivers = ledger.open
    tally = ledger.tally
    since = former?.asOf
    let figures = ledger.figures
    measureFigures = plan.measures.compactMap { measure in
      figures[measure.id].map { (measure.id, $0) }
    }
    let surroundings = engine.whole(asOf)
    benefitFigures = plan.benefits.filter { $0.lifecycle != .closed && $0.lifecycle != .superseded }
      .map { benefit in
        BenefitFigures(
          benefit: benefit,
          realised: surroundings.headline(of: benefit.id).flatMap { figures[$0.id]?.realised })
      }
  }

  /// The day that a run on a day is compared with where no other is given: the end of the month before.
  ///
  /// - Parameter asOf: The day of the run.
  /// - Returns: The last day of the month before the one that holds the day.
  public static func usualLookBack(before asOf: Day) -> Day {
    Period(.month, containing: asOf).advanced(by: -1).last
  }

  /// The exit status of the run and why it is so.
  public var exit: CheckExit { CheckExit(tally, options: options) }

  /// The results that are shown: all, or only what has changed where that was asked for.
  public var listed: [CheckResult] {
    options.changesOnly ? results.filter { $0.state?.isChange == true } : results
  }

  /// The results that somebody has to look at, the worst first.
  public var attention: [CheckResult] {
    worstFirst.filter(\.wantsAttention)
  }

  /// The listed results with the worst first, otherwise in the order of the run.
  public var worstFirst: [CheckResult] {
    let listed = listed
    // Places are sorted, since a result is large.
    return listed.indices.sorted { lhs, rhs in
      let left = (listed[lhs].outcome.rank, -listed[lhs].weight, lhs)
      return left < (listed[rhs].outcome.rank, -listed[rhs].weight, rhs)
    }.map { listed[$0] }
  }

  /// Whether a result fails the run.
  ///
  /// - Parameter result: A result of the run.
  /// - Returns: Whether it is a breach of at least the severity that fails, and a new one where only these fail.
  public func fails(_ result: CheckResult) -> Bool {
    result.fails(on: failOn) && (!options.failsOnNewOnly || result.state?.isWorse == true)
  }
}

extension Check {
  /// Whether a profile runs the check; waivers are looked after in every profile.
  func isPart(of profile: CheckPolicy.Profile) -> Bool {
    if case .waiver = rule { return true }
    return switch (profile, family) {
    case (.standard, _), (.strict, _): true
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

  /// Whether somebody has to look at it.
  var wantsAttention: Bool {
    outcome.isChecked && outcome != .pass || state == .resolved
  }

  /// How much the breach matters among results of the same outcome.
  var weight: Int { severity.map { CheckSeverity.allCases.firstIndex(of: $0) ?? 0 } ?? 0 }
}
