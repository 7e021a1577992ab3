import BenefitsAnalytics
import BenefitsChecks
import BenefitsModel
import Testing

/// A plan with one monthly measure from January 2025, and the values recorded for it.
///
/// Every value is due when its month has ended; the change goes live on 1 May 2025.
struct Fixture {
  var title = "Wait"
  var direction = Direction.higher
  var kind = MeasureKind.value
  var role = MeasureRole.outcome
  var unit = "days"
  var lag = 0
  var grace = 0
  var goLive: String? = "2025-05-01"
  var lifecycle = Lifecycle.realising
  var isDisbenefit = false
  var baseline: Baseline?
  var target: Target?
  var guardrail: Guardrail?
  var calendar = WorkingCalendar()
  var waivers: [Waiver] = []
  var policy = CheckPolicy()
  /// One value for each month from January 2025.
  var values: [Double?] = []

  static let baselineWindow = Baseline(
    basis: .window(from: month("2025-01"), to: month("2025-04")))

  func snapshot() -> Snapshot {
    let measure = Measure(
      id: id("M1"), title: title, kind: kind, unit: unit, direction: direction,
      frequency: Frequency(from: month("2025-01"), lagWorkingDays: lag, graceDays: grace),
      role: role, benefits: role == .balancing ? [] : [id("B1")],
      guards: role == .balancing ? [id("B1")] : [], decimals: 1, owner: "Data Lead")
    let programme = Programme(id: id("prog"), title: "Programme")
    let series = measure.wholeSeries(in: programme.id)
    let plan = Plan(
      programme: programme, calendar: calendar,
      projects: [Project(id: id("P1"), title: "Project", goLive: goLive.map(day))],
      benefits: [
        Benefit(
          id: id("B1"), title: "Benefit", aim: .patientExperience, project: id("P1"),
          owner: "Benefit Owner", lifecycle: lifecycle, isDisbenefit: isDisbenefit)
      ],
      measures: [measure],
      commitments: [
        series: Commitment(
          baseline: baseline, targets: target.map { [$0] } ?? [], guardrail: guardrail)
      ],
      checks: policy, waivers: waivers)
    let measurements = values.enumerated().compactMap { index, value in
      value.map { Measurement(period: month("2025-01").advanced(by: index), number: $0) }
    }
    return Snapshot(
      plan: plan, measurements: [series: measurements], entry: 1,
      recordedAt: Instant(secondsSince1970: 0))
  }

  func run(
    asOf: String, profile: CheckPolicy.Profile? = nil, checks: [Check] = CheckVocabulary.all
  ) -> CheckRun {
    run(asOf: asOf, CheckOptions(profile: profile), checks: checks)
  }

  func run(
    asOf: String, _ options: CheckOptions, former: CheckRecord? = nil,
    checks: [Check] = CheckVocabulary.all
  ) -> CheckRun {
    CheckRun(
      Assessor(snapshot: snapshot(), asOf: day(asOf)), options: options, former: former,
      checks: checks)
  }

  /// A few checks of every family that has some, for tests of what is done with results: a new check changes
  /// nothing there.
  static let fewChecks = [
    "baseline.missing", "target.missing", "data.overdue", "data.gap", "traj.on-track",
    "target.met-by-date", "target.forecast-miss", "target.run-rate", "target.at-risk-date",
    "guardrail.breached", "disbenefit.exceeded", "waiver.expired",
  ].compactMap(CheckVocabulary.check)

  /// What came of one check on the measure, with whatever the plan and the values are to have besides.
  func result(
    _ check: String, asOf: String, _ change: (inout Snapshot) -> Void = { _ in }
  ) throws -> CheckResult {
    var snapshot = snapshot()
    change(&snapshot)
    let run = CheckRun(Assessor(snapshot: snapshot, asOf: day(asOf)))
    return try #require(run.results.first { $0.check == check && $0.subject.id == "M1" })
  }

  func outcome(_ check: String, asOf: String) throws -> CheckOutcome {
    try result(check, asOf: asOf).outcome
  }
}

func day(_ text: String) -> Day {
  guard let day = Day(text) else { preconditionFailure("\(text) is no day") }
  return day
}

func month(_ label: String) -> Period {
  guard let period = Period(label: label) else { preconditionFailure("\(label) is no period") }
  return period
}

func id<Noun>(_ text: String) -> Identifier<Noun> {
  guard let id = Identifier<Noun>(text) else { preconditionFailure("\(text) is no identifier") }
  return id
}
