import BenefitsAnalytics
import BenefitsChecks
import BenefitsModel
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The first series of the simulation in docs/checks.md: how often `signal.deterioration` breaches by chance, and how
/// soon it sees a true change for the worse.
@Suite struct FalseAlarmTests {
  /// SplitMix64 and Box & Muller, with the seeds of `Benchmarks`.
  private struct Noise {
    var state: UInt64

    private mutating func uniform() -> Double {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return (Double((z ^ (z >> 31)) >> 11) + 0.5) / 9_007_199_254_740_992
    }

    mutating func next() -> Double {
      (-2 * log(uniform())).squareRoot() * cos(2 * .pi * uniform())
    }
  }

  /// Whether the check breaches at the end of each month that follows a baseline year.
  private func breaches(seed: UInt64, change: Double = 0, months: Int) throws -> [Bool] {
    let from = try #require(Period(label: "2020-01"))
    let benefit = Benefit(
      id: try #require(Benefit.ID("B1")), title: "Simulated", aim: .patientExperience,
      project: try #require(Project.ID("P1")), owner: "Owner", lifecycle: .realising)
    let programme = Programme(id: try #require(Programme.ID("SIMULATED")), title: "Simulated")
    let measure = Measure(
      id: try #require(Measure.ID("M1")), title: "Simulated", kind: .value, unit: "",
      direction: .higher, frequency: Frequency(from: from), benefits: [benefit.id])
    let plan = Plan(
      programme: programme,
      projects: [
        Project(id: benefit.project, title: "Project", goLive: from.advanced(by: 12).first)
      ],
      benefits: [benefit], measures: [measure],
      commitments: [
        measure.wholeSeries(in: programme.id): Commitment(
          baseline: Baseline(basis: .window(from: from, to: from.advanced(by: 11))),
          targets: [Target(value: 102, reachBy: from.advanced(by: 23))])
      ],
      // A breach counts at once; two in a row are counted here.
      checks: CheckPolicy(
        consecutive: [ConsecutivePeriods(checks: Glob("signal.*"), periods: 1)]))
    let recordedAt = try #require(Instant("2030-01-01T00:00:00Z"))
    let check = CheckVocabulary.all.filter { $0.id == "signal.deterioration" }
    #expect(check.count == 1)
    var noise = Noise(state: seed)
    let all = (0..<12 + months).map { index in
      Measurement(
        period: from.advanced(by: index),
        number: 100 + noise.next() - (index < 12 ? 0 : change))
    }
    return (1...months).map { month in
      let known = Array(all.prefix(12 + month))
      let assessor = Assessor(
        snapshot: Snapshot(
          plan: plan, measurements: [plan.wholeSeries(of: measure): known], entry: 1,
          recordedAt: recordedAt),
        asOf: from.advanced(by: known.count).first)
      return CheckRun(assessor, checks: check).results.contains {
        $0.outcome == .warn || $0.outcome == .fail
      }
    }
  }

  @Test func aStableProgrammeSeldomBreachesTwiceInARow() throws {
    let months = 24
    let all = try (1...14).map { try breaches(seed: $0, months: months) }
    let single = all.joined().count { $0 }
    // 2.8 % of 336 months in the large simulation, with a standard error of 3 (neighbours breach together: twice that).
    #expect(single <= 33, "\(single)")
    let lasting = all.map { breach in
      breach.indices.map { $0 > 0 && breach[$0] && breach[$0 - 1] }
    }
    let runs = (0..<months).count { month in
      lasting.contains { $0[month] && (month == 0 || !$0[month - 1]) }
    }
    // 6.5 % of runs in the large simulation: 1.6 of 24, with a standard error of 1.2.
    #expect(runs <= 6, "\(runs)")
  }

  @Test func aTrueChangeOfTwoDeviationsIsSeenWithinAYear() throws {
    let seen = try (1...20).count { try breaches(seed: $0, change: 2, months: 12).contains(true) }
    // 99.3 % in the large simulation.
    #expect(seen >= 18)
  }
}
