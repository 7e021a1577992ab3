import BenefitsAnalytics
import BenefitsModel
import Foundation
import Testing

/// The sentence of every status in both directions for every kind of measure, from `Tests/Golden/sentences.txt`.
///
/// The numbers are those of the other suites: a baseline of 60 and a target of 80 where higher is better, and the
/// same mirrored at 60 where lower is. `BENEFITS_REWRITE_GOLDEN=1` writes the file anew; read each line aloud.
@Suite struct SentenceCatalogueTests {
  typealias Fixture = ProgrammeFixture

  private static let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Golden/sentences.txt")

  private static let plan = [62.0, 64, 67, 69, 71, 73, 76, 78, 80]
  private static let units: [MeasureKind: String] = [
    .value: "days", .proportion: "%", .rate: "per 1000", .count: "falls", .event: "days",
  ]

  /// The values after go-live that lead to a status.
  private func values(_ status: Status) -> [Double] {
    switch status {
    case .closed, .notDefined, .noBaseline, .notDue: [61]
    case .noData: []
    case .stale: Array(Self.plan.prefix(7))
    case .deteriorated: [59, 58, 57, 56, 57, 55, 54]
    case .sustained: Self.plan + [82, 83, 84, 85, 84, 84]
    case .realised: Self.plan + [82, 83, 84]
    case .metUnproven: [59, 60, 59, 61, 61, 61]
    case .notSustained: Self.plan + [82, 83, 84, 76, 75, 74, 73]
    case .missedPartial: Array(repeating: 72, count: 9)
    case .missed: Array(repeating: 65, count: 9)
    case .tooEarly: [60]
    case .ahead: Array(repeating: 71, count: 8)
    case .onTrack: Array(repeating: 68, count: 8)
    case .watch: Array(repeating: 65, count: 8)
    case .offTrack: Array(repeating: 61, count: 8)
    case .holding: [60, 61, 60]
    case .strained: [54, 54, 54]
    case .breached: [48, 48, 48]
    }
  }

  private func fixture(
    _ status: Status, direction: Direction, kind: MeasureKind
  ) throws -> Fixture {
    let isEvent = kind == .event
    let mirrored = { (value: Double) in direction == .higher ? value : 120 - value }
    var fixture = try Fixture(
      kind: kind, unit: Self.units[kind] ?? "", direction: direction,
      every: isEvent ? "2020-01-01" : "2023-04")
    if kind == .rate { fixture.measure.multiply = 1000 }
    let after = values(status)
    let denominator: Double? = kind == .proportion ? 100 : kind == .rate ? 1000 : nil
    var last = try Fixture.day("2024-07-31")
    if isEvent {
      var day = try Fixture.day("2020-01-01")
      fixture.measurements = [Measurement(period: Period(.day, containing: day), number: 1)]
      for (index, value) in (Fixture.before + after).map(mirrored).enumerated() {
        day = day.advanced(by: Int(value))
        fixture.measurements.append(
          Measurement(period: Period(.day, containing: day), number: 1))
        if index == Fixture.before.count - 1 { fixture.goLive = day }
      }
      last = day
    } else {
      fixture.record((Fixture.before + after).map { (mirrored($0), denominator) })
      last = try #require(fixture.measurements.last?.period.last)
    }
    let goLive = try #require(fixture.goLive)
    let day = { (day: Day) in Period(isEvent ? .day : .month, containing: day) }
    let isPassed = status == .missed || status == .missedPartial
    let reachBy =
      isEvent
      ? day(isPassed ? last.advanced(by: -40) : goLive.advanced(by: 700))
      : try Fixture.period("2025-03")
    fixture.asOf = last.advanced(by: 1)
    fixture.commitment.targets = [Target(value: mirrored(80), reachBy: reachBy)]
    fixture.commitment.baseline = Baseline(
      basis: .window(
        from: day(fixture.measure.frequency.from.first), to: day(goLive.advanced(by: -100))))
    try change(&fixture, for: status, mirrored: mirrored, goLive: goLive, last: last)
    return fixture
  }

  private func change(
    _ fixture: inout Fixture, for status: Status, mirrored: (Double) -> Double, goLive: Day,
    last: Day
  ) throws {
    let start = Period(fixture.measure.frequency.kind, containing: goLive)
    let planned = { Trajectory.table([PlannedValue(period: start, value: $0)]) }
    switch status {
    case .closed:
      fixture.benefit.lifecycle = .closed
      fixture.benefit.reason = "handed over"
    case .notDefined: fixture.commitment.targets = []
    case .noBaseline: fixture.commitment.baseline = nil
    case .notDue: fixture.benefit.firstBenefit = goLive.advanced(by: 365)
    case .noData:
      fixture.measurements = []
      fixture.benefit.lifecycle = .planned
      fixture.commitment.baseline = Baseline(basis: .stated(value: 60, source: "audit"))
      fixture.asOf = goLive.advanced(by: 130)
    case .stale: fixture.asOf = last.advanced(by: 75)
    case .metUnproven: fixture.commitment.targets[0].value = mirrored(61)
    case .ahead, .onTrack:
      fixture.commitment.targets[0].trajectory = planned(mirrored(68))
      // So near that the forecast does not miss it.
      fixture.commitment.targets[0].value = mirrored(status == .ahead ? 72 : 69)
    case .watch, .offTrack: fixture.commitment.targets[0].trajectory = planned(mirrored(66))
    case .holding, .strained, .breached:
      fixture.commitment.targets = []
      fixture.commitment.guardrail = Guardrail(limit: mirrored(50), amber: mirrored(55))
    default: break
    }
  }

  @Test func everySentenceIsTheOneThatWasRead() throws {
    var lines = [String]()
    for status in Status.allCases {
      for direction in [Direction.higher, .lower] {
        for kind in MeasureKind.allCases {
          let assessment = try fixture(status, direction: direction, kind: kind).assessment
          #expect(assessment.status == status, "\(status) \(direction) \(kind)")
          lines.append("\(status.rawValue), \(direction.rawValue), \(kind.rawValue)")
          lines.append("  " + assessment.sentence)
        }
      }
    }
    if ProcessInfo.processInfo.environment["BENEFITS_REWRITE_GOLDEN"] == "1" {
      try (lines.joined(separator: "\n") + "\n")
        .write(to: Self.golden, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: Self.golden, encoding: .utf8)
      .split(separator: "\n").map(String.init)
    #expect(expected.count == 2 * Status.allCases.count * 2 * MeasureKind.allCases.count)
    for (now, before) in zip(lines, expected) where now != before {
      Issue.record("was: \(before)\nnow: \(now)")
    }
  }
}
