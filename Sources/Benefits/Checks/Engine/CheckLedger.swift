import BenefitsModel

/// What was decided about one check on one subject, before it is put into words.
struct CheckJudgement {
  let check: Check
  let subject: CheckSubject
  var verdict: CheckVerdict
  var waived: WaiverEffect?
  /// The waiver that the result is about.
  var about: Waiver?
  var unit: String?
  let owner: String?

  var finding: CheckFinding { verdict.finding }

  /// What the result is the same as from one run to the next.
  var identity: String { "\(check.id):\(subject.id)" }

  /// What came of it after waivers.
  var outcome: CheckOutcome {
    switch waived {
    case .accepted: .waived
    case .deferred: .notDue
    case .void, .expired, nil: finding.outcome
    }
  }

  init(
    check: Check, subject: CheckSubject, verdict: CheckVerdict, waived: WaiverEffect? = nil,
    unit: String? = nil, owner: String?
  ) {
    self.check = check
    self.subject = subject
    self.verdict = verdict
    self.waived = waived
    self.unit = unit
    self.owner = owner
  }
}

/// Takes in judgements one by one: counts them all, and keeps those that are wanted as results.
struct CheckLedger {
  private(set) var results: [CheckResult] = []
  private(set) var counts = CheckCounts()
  private(set) var countsByAim: [Aim?: CheckCounts] = [:]
  private(set) var tally = CheckTally()
  /// What was breached or unknown, before waivers.
  private(set) var open: [String: CheckRecord.Standing] = [:]
  /// How each measure stands as a whole.
  private(set) var figures: [Measure.ID: MeasureFigures] = [:]
  private var named: [Waiver.ID: [CheckResult]] = [:]
  private let waivers: [String: [Waiver]]
  private let index: CheckIndex
  private let failOn: CheckSeverity
  private let options: CheckOptions
  private let former: CheckRecord?
  private let keeps: (CheckOutcome, CheckState?) -> Bool
  private let sink: ((CheckResult) -> Void)?

  init(
    _ index: CheckIndex, options: CheckOptions, failOn: CheckSeverity, former: CheckRecord?,
    keeps: @escaping (CheckOutcome, CheckState?) -> Bool, sink: ((CheckResult) -> Void)?
  ) {
    self.index = index
    self.options = options
    self.failOn = failOn
    self.former = former
    self.keeps = keeps
    self.sink = sink
    waivers = Dictionary(grouping: index.plan.waivers, by: \.check)
  }

  /// Whether nothing was evaluated that ought to have been.
  var isEmpty: Bool { counts.checked == 0 }

  mutating func add(_ figures: MeasureFigures, of measure: Measure.ID) {
    self.figures[measure] = figures
  }

  /// What a waiver is for and is open.
  func named(by waiver: Waiver.ID) -> [CheckResult] { named[waiver] ?? [] }

  mutating func add(_ judgement: CheckJudgement) {
    var judgement = judgement
    compare(&judgement)
    let outcome = judgement.outcome
    counts.count(outcome)
    countsByAim[judgement.subject.aim, default: CheckCounts()].count(outcome)
    let state = judgement.verdict.state
    // That nothing was checked is said by the exit status in its own words.
    if case .run = judgement.check.rule {
    } else {
      tally.count(
        outcome, judgement.finding.severity, fails: failOn,
        isNew: !options.failsOnNewOnly || state?.isWorse == true)
    }
    let known = judgement.finding.isOpen ? waivers[judgement.check.id] ?? [] : []
    let namers = known.filter { waiver in
      (judgement.finding.isBreach || waiver.acceptsUnknown)
        && waiver.names(judgement.subject, in: index)
    }
    let isKept = keeps(outcome, state)
    guard isKept || !namers.isEmpty else { return }
    let result = CheckResult(judgement)
    for waiver in namers { named[waiver.id, default: []].append(result) }
    guard isKept else { return }
    if let sink { sink(result) } else { results.append(result) }
  }

  /// Takes down what is open, and compares it with what an earlier run found.
  private mutating func compare(_ judgement: inout CheckJudgement) {
    let standing = CheckRecord.Standing(judgement.finding)
    // Who hands results on keeps no record of them.
    if sink == nil, let standing { open[judgement.identity] = standing }
    guard let former else { return }
    let was = former.open[judgement.identity]
    switch (standing, judgement.verdict.state) {
    case (_, .pending), (_, .recovering): return
    case (let standing?, _): judgement.verdict.state = standing.state(after: was)
    case (nil, _):
      // What no longer applies was not put right.
      judgement.verdict.state =
        was != nil && judgement.finding.outcome == .pass ? .resolved : nil
    }
  }
}
