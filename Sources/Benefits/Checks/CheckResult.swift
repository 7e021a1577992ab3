import BenefitsAnalytics
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

  init(_ assessment: Assessment, in index: CheckIndex) {
    let plan = index.plan
    let series = assessment.series
    let measure = assessment.measure
    let benefit = assessment.benefits.first
    let isWhole = series.site == Site.ID(plan.programme.id)
    let place = isWhole ? nil : index.sites[series.site]
    let group = series.stratum == .all ? nil : index.strata[series.stratum]
    id =
      measure.id.text + (isWhole ? "" : "@\(series.site)")
      + (series.stratum == .all ? "" : "/\(series.stratum)")
    let title =
      measure.title + (place.map { " at \($0.title)" } ?? "")
      + (group.map { " for \($0.title)" } ?? "")
    self.title = title.printable.trimmed()
    programme = plan.programme.id
    project = benefit?.project
    self.benefit = benefit?.id
    self.measure = measure.id
    site = isWhole ? nil : series.site
    stratum = series.stratum == .all ? nil : series.stratum
    aim = benefit?.aim
    role = measure.role
  }
}
