import BenefitsAnalytics
import BenefitsModel
import Testing

/// A small generator (SplitMix64, Steele, Lea & Flood 2014), so that a seed gives the same series everywhere.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}

/// What must not change a status, over series made from seeds.
@Suite struct InvarianceTests {
  typealias Fixture = ProgrammeFixture

  /// Whole numbers around 60 that move to somewhere between 40 and 100 after go-live, some missing.
  private func fixture(seed: UInt64) throws -> Fixture {
    var generator = SeededGenerator(state: seed)
    var fixture = try Fixture()
    let end = Double(Int.random(in: 40...100, using: &generator))
    let months = Int.random(in: 12...36, using: &generator)
    fixture.record(
      (0..<months).map { month -> Double? in
        if month > 12, Int.random(in: 0..<15, using: &generator) == 0 { return nil }
        let noise = Double(Int.random(in: -4...4, using: &generator))
        let level = month < 15 ? 60 : 60 + (end - 60) * min(Double(month - 14) / 8, 1)
        return level.rounded() + noise
      })
    if seed.isMultiple(of: 3) { fixture.commitment.guardrail = Guardrail(limit: 50, amber: 55) }
    if seed.isMultiple(of: 5) { fixture.commitment.targets[0].trajectory = .sCurve(from: nil) }
    return fixture
  }

  private func scaled(_ fixture: Fixture, by factor: Double) -> Fixture {
    var scaled = fixture
    for index in scaled.measurements.indices {
      scaled.measurements[index].number = scaled.measurements[index].number.map { $0 * factor }
    }
    scaled.commitment.targets[0].value *= factor
    scaled.commitment.guardrail = fixture.commitment.guardrail.map {
      Guardrail(limit: $0.limit * factor, amber: $0.amber.map { $0 * factor })
    }
    return scaled
  }

  @Test(arguments: 1...300 as ClosedRange<UInt64>)
  func flippingSignAndDirectionChangesNoStatus(seed: UInt64) throws {
    let fixture = try fixture(seed: seed)
    var flipped = scaled(fixture, by: -1)
    flipped.measure.direction = .lower
    let (one, other) = (try fixture.assessmentAfterLast(), try flipped.assessmentAfterLast())
    #expect(one.status == other.status)
    #expect(one.statusBeforeStale == other.statusBeforeStale)
    #expect(one.guardrailStatus == other.guardrailStatus)
    #expect(one.realised == other.realised)
  }

  @Test(arguments: 1...300 as ClosedRange<UInt64>, [1000, 0.125, 60])
  func changingUnitsChangesNoStatus(seed: UInt64, factor: Double) throws {
    let fixture = try fixture(seed: seed)
    let one = try fixture.assessmentAfterLast()
    let other = try scaled(fixture, by: factor).assessmentAfterLast()
    #expect(one.status == other.status)
    #expect(one.guardrailStatus == other.guardrailStatus)
    #expect(one.metOfLast == other.metOfLast)
  }

  @Test(arguments: 1...100 as ClosedRange<UInt64>)
  func everyNumberIsFinite(seed: UInt64) throws {
    let assessment = try fixture(seed: seed).assessmentAfterLast()
    let numbers = [
      assessment.baseline, assessment.level, assessment.planned, assessment.realised,
      assessment.plannedRealised, assessment.pace, assessment.variance, assessment.centre,
    ].compactMap(\.self)
    #expect(numbers.filter { !$0.isFinite }.isEmpty)
    #expect(assessment.trajectory.filter { !$0.value.isFinite }.isEmpty)
  }

  @Test(arguments: [0.0, 60, -1e15, 1e15, 1e-300])
  func constantSeriesHaveAStatusAndNoInfinity(value: Double) throws {
    for count in [1, 2, 7, 15, 40] {
      var fixture = try Fixture()
      fixture.record(Array(repeating: value, count: count))
      let assessment = try fixture.assessmentAfterLast()
      #expect(assessment.level == value)
      #expect(assessment.concern == nil)
      #expect(assessment.realised?.isFinite ?? true)
      #expect(!assessment.sentence.contains("nan"))
    }
  }
}
