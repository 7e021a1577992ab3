public import BenefitsAnalytics
import BenefitsModel
import Foundation

/// One monthly measure with a baseline year, a go-live after it, and a target a year later.
public struct SimulatedMeasure {
  private let plan: Plan
  private let series: Series
  private let from: Period
  private let recordedAt: Instant

  /// Creates a measure with a target.
  public init(target: Double) throws {
    guard let from = Period(label: "2020-01"), let programmeID = Programme.ID("SIMULATED"),
      let benefitID = Benefit.ID("B1"), let projectID = Project.ID("P1"),
      let measureID = Measure.ID("M1"), let recordedAt = Instant("2030-01-01T00:00:00Z")
    else { throw CocoaError(.coderInvalidValue) }
    self.from = from
    self.recordedAt = recordedAt
    let measure = Measure(
      id: measureID, title: "Simulated", kind: .value, unit: "", direction: .higher,
      frequency: Frequency(from: from), benefits: [benefitID])
    let commitment = Commitment(
      baseline: Baseline(basis: .window(from: from, to: from.advanced(by: 11))),
      targets: [Target(value: target, reachBy: from.advanced(by: 23))])
    let benefit = Benefit(
      id: benefitID, title: "Simulated", aim: .patientExperience, project: projectID,
      owner: "Owner",
      lifecycle: .realising)
    plan = Plan(
      programme: Programme(id: programmeID, title: "Simulated"),
      projects: [Project(id: projectID, title: "Project", goLive: from.advanced(by: 12).first)],
      benefits: [benefit], measures: [measure],
      commitments: [measure.wholeSeries(in: programmeID): commitment],
      // A breach counts at once; who wants two in a row counts them.
      checks: CheckPolicy(consecutive: [ConsecutivePeriods(checks: Glob("*"), periods: 1)]))
    series = plan.wholeSeries(of: measure)
  }

  /// Returns what is known of the measure on the day after the last value's month has ended.
  public func assessor(after values: [Double]) -> Assessor {
    let measurements = values.enumerated().map { index, value in
      Measurement(period: from.advanced(by: index), number: value)
    }
    let snapshot = Snapshot(
      plan: plan, measurements: [series: measurements], entry: 1, recordedAt: recordedAt)
    return Assessor(snapshot: snapshot, asOf: from.advanced(by: values.count).first)
  }

  /// Returns the status on that day.
  public func status(after values: [Double]) -> Status {
    assessor(after: values).assess(series).status
  }
}
