import Testing

@testable import BenefitsAnalytics

@Suite struct ForecastTests {
  @Test func takesEightValues() {
    let seven: [Double?] = [1, 2, nil, 3, 4, 5, 6, 7]
    #expect(Forecast(seven, steps: 3) == nil)
    #expect(Forecast(seven + [8], steps: 3)?.steps.count == 3)
    #expect(Forecast(seven + [8], steps: 0) == nil)
  }

  @Test func constantSeriesStaysWhereItIs() throws {
    let forecast = try #require(
      Forecast([Double?](repeating: 7.5, count: 30), steps: 12, cycle: 12))
    for step in forecast.steps {
      #expect(step.value.isClose(to: 7.5))
      #expect(step.low95.isClose(to: 7.5))
      #expect(step.high95.isClose(to: 7.5))
    }
  }

  @Test func intervalsHoldTheValueAndNeverNarrow() throws {
    let forecast = try #require(Forecast(TrendTests.quarters, steps: 10))
    var width = 0.0
    for step in forecast.steps {
      #expect(step.low95 < step.low80 && step.low80 < step.value)
      #expect(step.value < step.high80 && step.high80 < step.high95)
      #expect(step.high80 - step.low80 >= width - 1e-9)
      width = step.high80 - step.low80
    }
  }

  @Test func boundsAreRespected() throws {
    let shares: [Double?] = [91, 93, 94, 96, 95, 97, 98, 98, 99, 99, 99.5, 99.8]
    let forecast = try #require(Forecast(shares, steps: 24, bounds: 0...100))
    for step in forecast.steps {
      for number in [step.value, step.low80, step.high80, step.low95, step.high95] {
        #expect(0...100 ~= number)
      }
    }
    #expect(forecast.steps.last?.high95 == 100)
  }

  @Test func seasonsAreFollowed() throws {
    let factors = [0.8, 0.9, 1.0, 1.1, 1.2, 1.3, 1.2, 1.1, 1.0, 0.9, 0.8, 0.7]
    let values = (0..<60).map { index -> Double? in 100 * factors[index % 12] }
    let forecast = try #require(Forecast(values, steps: 12, cycle: 12))
    for (index, step) in forecast.steps.enumerated() {
      #expect((step.value / (100 * factors[index]) - 1).magnitude < 1e-9)
    }
    let without = try #require(Forecast(values, steps: 12))
    #expect((without.steps[5].value - without.steps[11].value).magnitude < 40)
  }

  @Test func valuesAroundZeroHaveSeasonsThatAreAdded() throws {
    let seasons = [3.0, 1, -1, -3]
    let values = (0..<24).map { index -> Double? in seasons[index % 4] }
    let forecast = try #require(Forecast(values, steps: 4, cycle: 4))
    for (index, step) in forecast.steps.enumerated() {
      #expect((step.value - seasons[index]).magnitude < 1e-9)
    }
  }

  @Test func noiseWithoutSeasonsIsHardlyFollowed() {
    var noise = NormalNoise(seed: 7)
    let values = (0..<60).map { _ in 100 + noise.next() }
    let indices = SeasonalIndices(
      values, isKnown: [Bool](repeating: true, count: 60), cycle: 12, isMultiplicative: true
    ).indices
    let raw = (0..<12).map { month in
      (0..<5).reduce(0) { $0 + values[month + 12 * $1] } / 500
    }
    let drawnIn = indices.reduce(0) { $0 + ($1 - 1).magnitude }
    #expect(drawnIn < raw.reduce(0) { $0 + ($1 - 1).magnitude } / 2)
  }

  @Test func missingValuesAtTheEndsAndBetweenKeepTheirPlaces() throws {
    let line = (0..<40).map { index -> Double? in 10 + Double(index) }
    var gappy: [Double?] = [nil, nil] + line + [nil]
    gappy[20] = nil
    gappy[21] = nil
    let forecast = try #require(Forecast(gappy, steps: 3))
    let whole = try #require(Forecast(line, steps: 3))
    #expect(forecast.origin == 41)
    // What is filled in lies on the line, so the forecast is the same.
    #expect(forecast.steps[0].value.isClose(to: whole.steps[0].value))
  }

  @Test func sumsAddUp() throws {
    let forecast = try #require(Forecast(TrendTests.quarters, steps: 5))
    #expect(forecast.sums[4].value.isClose(to: forecast.steps.reduce(0) { $0 + $1.value }))
    #expect(forecast.sums[4].width > forecast.steps[4].width)
  }

  @Test func chanceIsHalfAtTheExpectedValueAndAsTheIntervalsSay() throws {
    let step = try #require(Forecast(TrendTests.quarters, steps: 5)?.steps.last)
    #expect(step.chance(ofAtMost: step.value).isClose(to: 0.5))
    #expect(step.chance(ofAtMost: step.low80).isClose(to: 0.1, within: 1e-8))
    #expect(step.chance(ofAtMost: step.high95).isClose(to: 0.975, within: 1e-8))
  }

  @Test func scaleAndDirectionAreCarriedThrough() throws {
    let values = TrendTests.quarters
    let forecast = try #require(Forecast(values, steps: 6, cycle: 4))
    let larger = try #require(Forecast(values.map { $0.map { $0 * 1024 } }, steps: 6, cycle: 4))
    for (one, other) in zip(forecast.steps, larger.steps) {
      #expect(other.value.isClose(to: one.value * 1024))
      #expect(other.low95.isClose(to: one.low95 * 1024))
    }
  }

  /// Series of a level that wanders by 0.3 of each error, with seasons, drawn from a fixed seed: 95 % intervals
  /// hold 93 to 97 %, 80 % intervals 76 to 84 % at 100 points.
  @Test func intervalsHoldWhatTheySay() throws {
    var noise = NormalNoise(seed: 42)
    var (inside80, inside95, all) = (0, 0, 0)
    for _ in 0..<150 {
      var level = 100.0
      var values: [Double?] = []
      for index in 0..<112 {
        let error = 4 * noise.next()
        values.append((level + error) * (index % 12 < 6 ? 1.1 : 0.9))
        level += 0.3 * error
      }
      let forecast = try #require(Forecast(Array(values[..<100]), steps: 12, cycle: 12))
      for (step, value) in zip(forecast.steps, values[100...]) {
        guard let value else { continue }
        all += 1
        if step.low80...step.high80 ~= value { inside80 += 1 }
        if step.low95...step.high95 ~= value { inside95 += 1 }
      }
    }
    #expect(0.76...0.86 ~= Double(inside80) / Double(all))
    #expect(0.93...0.985 ~= Double(inside95) / Double(all))
  }
}
