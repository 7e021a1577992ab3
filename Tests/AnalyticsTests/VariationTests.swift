import BenefitsAnalytics
import Testing

@Suite struct VariationTests {
  /// Twelve quiet points around 10, and then whatever is to be judged.
  private func chart(_ later: [Double?], rules: RuleSet = .mdc) -> ControlChart {
    let quiet: [Double?] = [10, 11, 9, 10.5, 9.5, 10, 11, 9, 10.5, 9.5, 10.25, 9.75]
    return ControlChart(.i, numbers: quiet + later, rules: rules, baseline: 0..<12)
  }

  @Test func theLatestPointDecidesAndSaysSinceWhen() throws {
    let low = chart([9, 9.5, 9, 9.5, 9, 9.5, 9])
    let variation = try #require(Variation(low, sign: -1))
    #expect(variation.word == .improvementLow)
    #expect(variation.causes.map(\.rule) == [.shift])
    #expect(variation.since == 11)
    #expect(Variation(low, sign: 1)?.word == .concernLow)
    #expect(Variation(low, sign: 0)?.word == .neutralLow)
    #expect(Variation(chart([9, 9.5, 9, 9.5, 9, 9.5, 9, 11]), sign: 1)?.word == .commonCause)
  }

  @Test func aPointThatIsBetterAndWorseIsAnImprovementAndSaysSo() throws {
    // Falling for seven points, all of them above the line: high, and getting lower.
    let both = chart([19, 18, 17, 16, 15, 14, 13])
    #expect(Variation(both, sign: 1)?.word == .improvementHigh)
    let lower = try #require(Variation(both, sign: -1))
    #expect(lower.word == .improvementLow)
    #expect(lower.isConflict)
    var cautious = RuleSet.mdc
    cautious.conflict = .concern
    #expect(
      Variation(chart([19, 18, 17, 16, 15, 14, 13], rules: cautious), sign: -1)?.word
        == .concernHigh)
  }

  @Test func lengthsCanBeChosen() {
    let six: [Double?] = [9, 9.5, 9, 9.5, 9]
    #expect(Variation(chart(six), sign: 1)?.word == .commonCause)
    #expect(
      Variation(chart(six, rules: RuleSet.mdc.lengths(shift: 6)), sign: 1)?.word == .concernLow)
  }

  @Test func runChartsAndMovingRangesGiveNoSuchVerdict() {
    #expect(Variation(ControlChart(.run, numbers: [1, 2, 3]), sign: 1) == nil)
    #expect(Variation(ControlChart(.mr, numbers: [1, 2, 3]), sign: 1) == nil)
    #expect(Variation(ControlChart(.i, numbers: [nil, nil]), sign: 1) == nil)
  }

  @Test func rulesNeverCrossAPhase() {
    let values: [Double?] = [1, 2, 1, 2, 3, 4, 5, 6, 7, 8, 7, 8]
    let whole = ControlChart(.i, numbers: values)
    #expect(whole.signals.contains { $0.rule == .trend })
    let split = ControlChart(.i, numbers: values, phaseStarts: [5])
    #expect(!split.signals.contains { $0.rule == .trend })
  }
}

@Suite struct AssuranceTests {
  private let values: [Double?] = [10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12]

  /// Limits 11 ± 2.66 · 2 = 5.68 and 16.32.
  @Test(arguments: [
    (5.0, 1.0, Assurance.Word.pass), (17, 1, .fail), (11, 1, .inconsistent), (5, -1, .fail),
    (17, -1, .pass), (16.32, 1, .fail), (5.68, 1, .pass),
  ])
  func comparesLimitsWithTheTarget(target: Double, sign: Double, word: Assurance.Word) {
    #expect(Assurance(ControlChart(.i, numbers: values), target: target, sign: sign).word == word)
  }

  @Test func nothingIsSaidWithoutTargetDirectionOrLimits() {
    let chart = ControlChart(.i, numbers: values)
    #expect(Assurance(chart, target: nil, sign: 1).missing == .noTarget)
    #expect(Assurance(chart, target: 3, sign: 0).missing == .noDirection)
    #expect(Assurance(ControlChart(.t, numbers: values), target: 3, sign: 1).missing == .noLimits)
  }

  @Test func limitsOfThePastAssureNothingUntilAPhaseIsDeclared() {
    let moved = values + [Double?](repeating: 14, count: 8)
    let frozen = ControlChart(.i, numbers: moved, baseline: 0..<12)
    #expect(Assurance(frozen, target: 5, sign: 1).missing == .changed(since: 11))
    let declared = ControlChart(.i, numbers: moved, baseline: 0..<12, phaseStarts: [12])
    #expect(Assurance(declared, target: 5, sign: 1).word == .pass)
    let other = ControlChart(.i, numbers: moved, rules: RuleSet(.nhsr), baseline: 0..<12)
    #expect(Assurance(other, target: 5, sign: 1).word == .pass)
  }
}
