import BenefitsAnalytics
import BenefitsModel
import Testing

/// A small invented programme with one measure, which tests change where they need to.
struct ProgrammeFixture {
  var measure: Measure
  var commitment: Commitment
  var benefit: Benefit
  var goLive: Day?
  var asOf: Day
  var measurements: [Measurement] = []
  var sites: [Site] = []

  /// Monthly from April 2023 with a baseline of the first year, go-live on 1 July 2024, and a target of 80
  /// (from a baseline of 60) by March 2025; asked on 24 April 2026 with nothing waited for.
  init(
    kind: MeasureKind = .value, unit: String = "%", direction: Direction = .higher,
    every: String = "2023-04", interval: Int = 1, lag: Int = 0, grace: Int = 0,
    aggregation: Aggregation? = nil
  ) throws {
    let benefitID = try #require(Benefit.ID("B1"))
    let from = try #require(Period(label: every))
    measure = Measure(
      id: try #require(Measure.ID("M1")), title: "Visits within 2 hours", kind: kind, unit: unit,
      direction: direction,
      frequency: Frequency(from: from, interval: interval, lagWorkingDays: lag, graceDays: grace),
      benefits: [benefitID], aggregation: aggregation, owner: "Data Lead")
    benefit = Benefit(
      id: benefitID, title: "Faster help", aim: .patientExperience,
      project: try #require(Project.ID("P1")), owner: "Nursing Lead", lifecycle: .realising)
    commitment = Commitment(
      baseline: Baseline(basis: .window(from: from, to: from.advanced(by: 11))),
      targets: [Target(value: 80, reachBy: from.advanced(by: 23))])
    goLive = try ProgrammeFixture.day("2024-07-01")
    asOf = try ProgrammeFixture.day("2026-04-24")
  }

  /// Records values from the first measured period on; `nil` leaves a period out.
  mutating func record(_ values: [Double?]) {
    record(values.map { $0.map { ($0, nil) } })
  }

  /// Records numerators and denominators from the first measured period on.
  mutating func record(_ values: [(Double, Double?)?]) {
    let frequency = measure.frequency
    measurements = values.enumerated().compactMap { index, value in
      value.map {
        Measurement(
          period: frequency.from.advanced(by: index * frequency.interval), number: $0.0,
          denominator: $0.1)
      }
    }
  }

  var plan: Plan {
    get throws {
      let programme = Programme(id: try #require(Programme.ID("demo")), title: "Demo")
      let project = Project(id: benefit.project, title: "Project", goLive: goLive)
      return Plan(
        programme: programme, projects: [project], sites: sites, benefits: [benefit],
        measures: [measure],
        commitments: [measure.wholeSeries(in: programme.id): commitment])
    }
  }

  var assessor: Assessor {
    get throws {
      let plan = try plan
      return Assessor(
        snapshot: Snapshot(
          plan: plan, measurements: [plan.wholeSeries(of: measure): measurements], entry: 1,
          recordedAt: try #require(Instant("2026-04-24T09:00:00Z"))),
        asOf: asOf)
    }
  }

  /// The assessment of the measure's whole series.
  var assessment: Assessment {
    get throws { try #require(try assessor.assessments().first) }
  }

  /// The assessment on the day after the last recorded period has ended, with nothing waited for.
  func assessmentAfterLast() throws -> Assessment {
    var fixture = self
    fixture.asOf = try #require(measurements.last?.period.end)
    return try fixture.assessment
  }
}

extension ProgrammeFixture {
  /// A baseline year of 60 and the three months until go-live.
  static let before: [Double] = [59, 61, 60, 58, 62, 60, 59, 61, 60, 62, 58, 60, 61, 59, 60]

  static func period(_ label: String) throws -> Period { try #require(Period(label: label)) }
  static func day(_ text: String) throws -> Day { try #require(Day(text)) }
}
