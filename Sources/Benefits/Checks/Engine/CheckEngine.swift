import BenefitsAnalytics
import BenefitsModel
import Synchronization

/// Evaluates checks subject by subject and hands what came of them to a ledger.
///
/// The work on one series needs nothing of another, so that series may come one by one.
final class CheckEngine: Sendable {
  let assessor: Assessor
  let index: CheckIndex
  let options: CheckOptions
  private let history: History
  private let revised: RevisedValues?
  private let settings: CheckSettingsIndex
  private let checks: [Check]
  private let waiving: CheckWaiving
  /// The plan on each day that was looked at.
  private let days = Mutex<[Day: PlanUnderCheck]>([:])

  /// - Parameters:
  ///   - assessor: What was known, and the day that the checks are evaluated for.
  ///   - history: What stood there before.
  ///   - options: What was asked for.
  ///   - checks: The checks that run.
  init(_ assessor: Assessor, history: History, options: CheckOptions, checks: [Check]) {
    self.assessor = assessor
    self.history = history
    revised = RevisedValues(history, assessor: assessor)
    self.options = options
    self.checks = checks
    index = CheckIndex(assessor.snapshot.plan)
    settings = CheckSettingsIndex(assessor.snapshot.plan.checks, checks: checks)
    waiving = CheckWaiving(index: index, asOf: assessor.asOf)
  }

  private var plan: Plan { index.plan }
  private var asOf: Day { assessor.asOf }

  private func isSelected(_ subject: CheckSubject) -> Bool {
    options.select.map { index.isSelected(subject, by: $0) } ?? true
  }

  // MARK: - Series

  /// Evaluates every check of one series.
  func judge(_ series: Series, of measure: Measure, into ledger: inout CheckLedger) {
    let subject = CheckSubject(series, of: measure, in: index)
    guard isSelected(subject) else { return }
    let past = SeriesPast(series, of: measure, assessor: assessor)
    guard let assessment = past.assessment(0) else { return }
    if series == plan.wholeSeries(of: measure) {
      ledger.add(MeasureFigures(assessment), of: measure.id)
    }
    let today = whole(asOf)
    let owner = MeasureUnderCheck(assessment, past, ago: 0, whole: today).promiseOwner
    let isTentative =
      !options.includesProvisional && assessment.hasTentativeLatest
      && past.assessment(1)?.hasTentativeLatest != true
    for check in checks {
      guard case .measure(let evaluate) = check.rule else { continue }
      let own = settings.settings(of: check, for: subject, in: index)
      let judged = { (assessment: Assessment, periods: Int?) -> CheckFinding in
        if let reason = past.outOfForce { return .notApplicable(reason) }
        let whole = periods == 0 ? today : self.whole(assessment.asOf)
        var context = MeasureUnderCheck(assessment, past, ago: periods, whole: whole)
        context.settings = own
        return own.weighed(evaluate(context))
      }
      let now = judged(assessment, 0)
      let verdict = CheckReplay(
        needed: own.consecutive, isTentative: isTentative && check.consecutive != nil,
        day: past.day
      ) { periods in
        periods == 0 ? now : past.assessment(periods).map { judged($0, periods) }
      }.verdict(now)
      let waived = waiving.waive(verdict.finding, check.id, subject, assessment) { day in
        judged(past.assessment(on: day), nil).severity
      }
      ledger.add(
        CheckJudgement(
          check: check, subject: subject, verdict: verdict, waived: waived, unit: measure.unit,
          owner: owner))
    }
  }

  // MARK: - The plan

  /// Evaluates the checks on benefits, projects and all else that the plan names.
  func judgePlan(into ledger: inout CheckLedger) {
    for benefit in plan.benefits {
      let subject = CheckSubject(benefit, in: plan.programme)
      judge(subject, owner: whole(asOf).owner(of: benefit), into: &ledger) { rule, whole in
        guard case .benefit(let evaluate) = rule else { return nil }
        return evaluate(BenefitUnderCheck(benefit: benefit, whole: whole))
      }
    }
    for project in plan.projects {
      let subject = CheckSubject(project, in: plan.programme)
      judge(subject, owner: project.owner, into: &ledger) { rule, whole in
        guard case .project(let evaluate) = rule else { return nil }
        return evaluate(ProjectUnderCheck(project: project, whole: whole))
      }
    }
    for check in checks {
      guard case .plan(let evaluate) = check.rule else { continue }
      // What the rule found for all its subjects, evaluation by evaluation.
      var found: [[String: CheckFinding]] = []
      let now = evaluate(whole(asOf))
      found.append(now.bySubject)
      for one in now where isSelected(one.subject) {
        let own = settings.settings(of: check, for: one.subject, in: index)
        let verdict = CheckReplay(needed: own.consecutive, day: monthEnd) { months in
          while found.count <= months {
            guard let day = self.monthEnd(found.count) else { return nil }
            found.append(evaluate(self.whole(day)).bySubject)
          }
          return found[months][one.subject.id].map(own.weighed)
        }.verdict()
        add(check, one.subject, verdict, owner: one.finding.owner, to: &ledger)
      }
    }
  }

  private func judge(
    _ subject: CheckSubject, owner: String?, into ledger: inout CheckLedger,
    _ evaluate: (CheckRule, PlanUnderCheck) -> CheckFinding?
  ) {
    guard isSelected(subject) else { return }
    for check in checks {
      let own = settings.settings(of: check, for: subject, in: index)
      let verdict = withoutActuallyEscaping(evaluate) { evaluate in
        CheckReplay(needed: own.consecutive, day: monthEnd) { months in
          self.monthEnd(months).flatMap { evaluate(check.rule, self.whole($0)) }.map(own.weighed)
        }.verdict()
      }
      add(check, subject, verdict, owner: owner, to: &ledger)
    }
  }

  private func add(
    _ check: Check, _ subject: CheckSubject, _ verdict: CheckVerdict?, owner: String?,
    to ledger: inout CheckLedger
  ) {
    guard let verdict else { return }
    ledger.add(
      CheckJudgement(
        check: check, subject: subject, verdict: verdict,
        waived: waiving.waive(verdict.finding, check.id, subject), owner: owner))
  }

  /// The day of an evaluation of the plan: now, or the end of an earlier month.
  private func monthEnd(_ months: Int) -> Day? {
    months == 0 ? asOf : Period(.month, containing: asOf).advanced(by: -months).last
  }

  /// The plan on a day.
  func whole(_ day: Day) -> PlanUnderCheck {
    days.withLock { days in
      if let known = days[day] { return known }
      let whole = PlanUnderCheck(
        index, asOf: day, history: history, revised: revised, assessor: assessor)
      days[day] = whole
      return whole
    }
  }

  // MARK: - Waivers and the run

  /// Evaluates the checks on the waivers that name a check of this run, and on the run itself.
  func judgeWaivers(into ledger: inout CheckLedger) {
    let ids = Set(checks.map(\.id))
    for waiver in plan.waivers where ids.contains(waiver.check) {
      let subject = index.subject(of: waiver)
      guard isSelected(subject) else { continue }
      for check in checks {
        guard case .waiver(let evaluate) = check.rule else { continue }
        let own = settings.settings(of: check, for: subject, in: index)
        let context = WaiverUnderCheck(
          waiver: waiver, asOf: asOf, named: ledger.named(by: waiver.id), settings: own)
        let finding = own.weighed(evaluate(context))
        var judgement = CheckJudgement(
          check: check, subject: subject, verdict: since(finding), owner: waiver.approvedBy)
        judgement.about = waiver
        ledger.add(judgement)
      }
    }
    guard ledger.isEmpty, !options.allowsEmpty else { return }
    for check in checks {
      guard case .run(let evaluate) = check.rule else { continue }
      ledger.add(
        CheckJudgement(
          check: check, subject: CheckSubject(plan.programme),
          verdict: CheckVerdict(finding: evaluate()), owner: nil))
    }
  }

  /// A finding about a waiver, which knows by itself since which day it has been so.
  private func since(_ finding: CheckFinding) -> CheckVerdict {
    guard finding.isOpen, let first = finding.firstDay else {
      return CheckVerdict(finding: finding)
    }
    let months = (1..<CheckVerdict.longestLook).prefix { months in
      monthEnd(months).map { $0 >= first } ?? false
    }.count
    return CheckVerdict(
      finding: finding, state: months == 0 ? .new : .ongoing, consecutive: months + 1,
      firstSeen: max(first, monthEnd(CheckVerdict.longestLook - 1) ?? first))
  }
}

extension [PlanFinding] {
  fileprivate var bySubject: [String: CheckFinding] {
    Dictionary(map { ($0.subject.id, $0.finding) }, uniquingKeysWith: { first, _ in first })
  }
}

extension Assessment {
  /// Whether the latest usable value may still change.
  fileprivate var hasTentativeLatest: Bool {
    switch latest.flatMap({ points[$0].measurement?.state }) {
    case .provisional, .estimated: true
    default: false
    }
  }
}
