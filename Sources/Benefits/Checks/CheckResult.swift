public import BenefitsModel

/// What came of one check on one subject, with everything needed to act on it.
public struct CheckResult: Hashable, Sendable {
  /// The identifier of the check.
  public var check: String
  /// What it was evaluated for.
  public var subject: CheckSubject
  /// What came of it.
  public var outcome: CheckOutcome
  /// How much the breach matters; `nil` when there is none.
  public var severity: CheckSeverity?
  /// How it stands against the evaluation before; `nil` where there is nothing to say.
  public var state: CheckState?
  /// For how many periods in a row it has been so, looked back 24 at most.
  public var consecutive: Int?
  /// The day of the first of these evaluations.
  public var firstSeen: Day?
  /// What was found, as the rest of a sentence that begins with the subject's title.
  public var finding: String
  /// One sentence of at most 160 characters: value, expectation, since when, owner, what to do.
  public var message: String
  /// The number that was found.
  public var value: Double?
  /// The number that was expected.
  public var expected: Double?
  /// The unit of both.
  public var unit: String?
  /// The period that the result is about.
  public var period: Period?
  /// The first period of an unbroken breach.
  public var since: Period?
  /// The role that is to act.
  public var owner: String?
  /// What is to be done.
  public var action: String?
  /// The numbers that the result rests on, by name.
  public var evidence: [String: Double]
  /// The waiver that accepts the breach, or that did so until it expired.
  public var waiver: Waiver?
  /// What that waiver does to the result; `nil` where the result is about the waiver itself.
  public var waiverState: WaiverState?

  /// What the result is the same as from one run to the next, as `data.overdue:HF-M16`.
  public var identity: String { "\(check):\(subject.id)" }
}

/// What a check was evaluated for.
public struct CheckSubject: Hashable, Sendable {
  /// The identifier: a measure as `HF-M01`, a part of it as `HF-M01@alderwick`, or another thing of the plan.
  public var id: String
  /// The name for a sentence.
  public var title: String
  /// The programme.
  public var programme: Programme.ID
  /// The project that is to bring the benefit.
  public var project: Project.ID?
  /// The first benefit of the measure, or the first that it guards.
  public var benefit: Benefit.ID?
  /// The measure.
  public var measure: Measure.ID?
  /// The site, when it is not the whole programme.
  public var site: Site.ID?
  /// The stratum, when it is not everybody.
  public var stratum: Stratum.ID?
  /// The primary aim of the benefit.
  public var aim: Aim?
  /// What the measure is for.
  public var role: MeasureRole?
}

extension CheckSubject {
  init(_ programme: Programme) {
    self.init(
      id: programme.id.text, title: programme.title.printable.trimmed(), programme: programme.id)
  }

  init(_ project: Project, in programme: Programme) {
    self.init(
      id: project.id.text, title: project.title.printable.trimmed(), programme: programme.id,
      project: project.id)
  }

  init(_ benefit: Benefit, in programme: Programme) {
    self.init(
      id: benefit.id.text, title: benefit.title.printable.trimmed(), programme: programme.id,
      project: benefit.project, benefit: benefit.id, aim: benefit.aim)
  }

  init(_ series: Series, of measure: Measure, in index: CheckIndex) {
    let benefit = index.benefitsBehind(measure).first
    let isWhole = series.site == Site.ID(index.plan.programme.id)
    let place = isWhole ? nil : index.sites[series.site]
    let group = series.stratum == .all ? nil : index.strata[series.stratum]
    id =
      measure.id.text + (isWhole ? "" : "@\(series.site)")
      + (series.stratum == .all ? "" : "/\(series.stratum)")
    let title =
      measure.title + (place.map { " at \($0.title)" } ?? "")
      + (group.map { " for \($0.title)" } ?? "")
    self.title = title.printable.trimmed()
    programme = index.plan.programme.id
    project = benefit?.project
    self.benefit = benefit?.id
    self.measure = measure.id
    site = isWhole ? nil : series.site
    stratum = series.stratum == .all ? nil : series.stratum
    aim = benefit?.aim
    role = measure.role
  }
}

extension CheckResult {
  /// Puts a judgement into words.
  init(_ judgement: CheckJudgement) {
    let finding = judgement.finding
    let subject = judgement.subject
    let outcome = judgement.outcome
    let owner = finding.owner ?? judgement.owner
    let said = finding.fact
    var fact = said
    var action = finding.action
    var shown = finding.isOpen ? owner ?? "no owner" : nil
    switch judgement.waived {
    case .accepted(let waiver), .deferred(let waiver):
      let word = waiver.kind == .accept ? "waived" : "deferred"
      fact += "; \(word) until \(waiver.expires.spoken)"
      shown = waiver.approvedBy + (waiver.decision.map { ", \($0)" } ?? "")
      action = waiver.reason
    case .void(let waiver, let reason): fact += "; waiver \(waiver.id) is void: \(reason)"
    case .expired, nil: break
    }
    self.init(
      check: judgement.check.id, subject: subject, outcome: outcome, severity: finding.severity,
      state: judgement.verdict.state, consecutive: judgement.verdict.consecutive,
      firstSeen: judgement.verdict.firstSeen, finding: said.printable,
      message: CheckMessage.compose(
        title: subject.title, fact: fact, owner: shown, action: action),
      value: finding.value, expected: finding.expected,
      unit: finding.value == nil && finding.expected == nil ? nil : judgement.unit,
      period: finding.period, since: finding.since, owner: owner, action: finding.action,
      evidence: finding.evidence, waiver: judgement.waived?.waiver ?? judgement.about,
      waiverState: judgement.waived.map(WaiverState.init))
  }
}

/// What a waiver does to a result; the raw values are the words of machine output.
public enum WaiverState: String, Hashable, Sendable, CaseIterable {
  /// The breach is accepted.
  case accepted
  /// The breach is not due before the waiver ends.
  case deferred
  /// It has ended before its time, since things have become worse.
  case void
  /// It has come to its end.
  case expired

  init(_ effect: WaiverEffect) {
    self =
      switch effect {
      case .accepted: .accepted
      case .deferred: .deferred
      case .void: .void
      case .expired: .expired
      }
  }
}
