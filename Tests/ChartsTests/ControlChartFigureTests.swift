import BenefitsAnalytics
import BenefitsCharts
import BenefitsModel
import Testing

/// What is particular to the picture of a control chart.
@Suite struct ControlChartFigureTests {
  private func input(
    _ kind: ChartKind = .i, _ numbers: [Double?], denominators: [Double?]? = nil,
    baseline: Range<Int>? = nil, phaseStarts: [Int] = [], excluded: Set<Int> = [],
    direction: Direction? = .lower, rules: RuleSet = .mdc
  ) -> ChartInput {
    let control = ControlChart(
      kind, numbers: numbers, denominators: denominators, rules: rules, baseline: baseline,
      phaseStarts: phaseStarts, excluded: excluded)
    let points = control.values.indices.map { index in
      SeriesPoint(
        period: ChartSamples.period("2024-04").advanced(by: index), value: control.values[index],
        use: control.values[index] == nil ? .missing : excluded.contains(index) ? .excluded : .used)
    }
    var input = ChartInput(
      name: "Waits", points: points,
      chart: RunChart(
        values: control.values, baseline: baseline, phaseStarts: phaseStarts, excluded: excluded),
      direction: direction)
    input.show(control)
    input.decimals = 1
    input.variation = Variation(control, sign: direction?.sign ?? 0)
    return input
  }

  private func layout(_ input: ChartInput) -> ChartLayout { ChartLayout(input, size: .init()) }

  /// Alternating values with a mean of 10, whose moving ranges average 2: limits 10 ± 2.66 · 2 (Wheeler).
  private let steady: [Double?] = (0..<16).map { $0.isMultiple(of: 2) ? 9 : 11 }

  @Test(arguments: ChartKind.allCases)
  func everyKindIsDrawn(kind: ChartKind) throws {
    let denominators: [Double?]? =
      kind.needsDenominators || kind == .ip ? steady.indices.map { 30 + Double($0) } : nil
    let input = input(kind, steady, denominators: denominators)
    let root = try XMLDocument(ChartFigure(input).svg()).root
    let description = try #require(root.children.first { $0.name == "desc" }?.text)
    #expect(description.lowercased().hasPrefix("\(kind.title) of 16 months".lowercased()))
    let marks = layout(input).marks.filter { $0.shape != .cross }
    #expect(marks.count == input.points.count { $0.value != nil })
    #expect(layout(input).limits.isEmpty == (kind == .run))
  }

  @Test func limitsStandWhereTheyAreComputed() throws {
    let layout = layout(input(.i, steady))
    let heights = layout.limits.map { line in line.compactMap { $0?.1 } }
    #expect(heights.count == 2 && heights.allSatisfy { Set($0).count == 1 })
    // 15 moving ranges of 2, mean 10: 10 ± 2.66 × 2 = 4.68 and 15.32.
    let expected = [4.68, 15.32].map { layout.scale.position(of: $0) }
    for (height, value) in zip(heights.compactMap(\.first), expected) {
      #expect((height - value).magnitude < 0.5)
    }
  }

  @Test func theMeanIsSolidAndTheLimitsAreDashed() throws {
    let layout = layout(input(.i, steady))
    let mean = try #require(layout.lines.first)
    #expect(mean.paint.dash == nil && mean.paint.stroke == .ink)
    let run = self.layout(
      ChartInput(name: "Waits", points: input(.i, steady).points, chart: RunChart(values: steady)))
    #expect(run.lines.first?.paint.dash != nil && run.limits.isEmpty)
    let root = try XMLDocument(ChartFigure(input(.i, steady)).svg()).root
    #expect(root.all.count { $0["stroke-dasharray"] == "6 4" } == 3)  // two limits and the key
  }

  @Test func limitsStepWithTheDenominator() {
    let sizes = steady.indices.map { $0 < 8 ? 100.0 : 400 }
    let counts = steady.indices.map { $0.isMultiple(of: 2) ? sizes[$0] * 0.45 : sizes[$0] * 0.55 }
    let input = input(.p, counts, denominators: sizes)
    let steps = input.limitSteps(slots: 16)
    #expect(steps.map { $0.steps.map(\.slots) } == [[0..<8, 8..<16], [0..<8, 8..<16]])
    // 0.5 ± 3 · √(0.25 / n) with n of 100 and 400: ± 0.15 and ± 0.075.
    for (limit, sign) in zip(steps, [-1.0, 1]) {
      for (step, distance) in zip(limit.steps, [0.15, 0.075]) {
        #expect((step.value - (0.5 + sign * distance)).magnitude < 1e-12)
      }
    }
  }

  @Test func everyLineBreaksAtAPhase() {
    let layout = layout(input(.i, steady + steady.map { $0.map { $0 - 5 } }, phaseStarts: [16]))
    let edge = layout.axis.left(16)
    #expect(layout.phaseStarts == [edge])
    for line in layout.limits.map({ $0.compactMap(\.self) }) {
      #expect(line.allSatisfy { $0.0 <= edge } || line.allSatisfy { $0.0 >= edge })
    }
    #expect(layout.lines.count == 2 && layout.limits.count == 4)
    let before = layout.data.firstIndex { $0 == nil }
    #expect(before == 16)
    #expect(
      ChartFigure(layout.input).title == "Waits: mean 5.0 since Aug 2025, down from 10.0")
  }

  @Test func fewPointsMakeTrialLimits() {
    let texts = { (input: ChartInput) in self.layout(input).texts.map(\.content) }
    #expect(
      texts(input(.i, Array(steady.prefix(8)))).contains("Trial limits: they rest on 8 points."))
    #expect(!texts(input(.i, steady)).contains { $0.hasPrefix("Trial limits") })
    #expect(
      texts(input(.i, steady, phaseStarts: [12])).contains(
        "Trial limits from Apr 2025: they rest on 4 points."))
    #expect(texts(input(.i, [5, 5, 5, 5])).contains("No limits: all values equal."))
  }

  @Test func onlyWhatDepartsFromTheUsualRulesIsTold() {
    let texts = { (rules: RuleSet) in
      layout(input(.i, steady, rules: rules)).texts.map(\.content)
    }
    #expect(texts(.mdc).contains("XmR chart."))
    #expect(
      texts(RuleSet(.qicharts2)).contains(
        "XmR chart, rules qicharts2; moving ranges from 3.267 × their mean on are screened."))
  }

  @Test func aShiftIsToldWithItsSpan() throws {
    let values = steady + Array(repeating: 8.5, count: 8)
    let figure = ChartFigure(input(.i, values, baseline: 0..<16))
    #expect(figure.title == "Waits: improvement since Aug 2025, 8 values in a row below the mean")
    let row = try #require(figure.rows.last)
    #expect(row.signal == "improvement" && row.causes == ["shift (Aug 2025 to Mar 2026)"])
    #expect(row.lower != nil && row.upper != nil && row.centre == 10)
    #expect(
      figure.svg().contains(
        "Mar 2026: 8.5, one of 8 in a row below the mean since Aug 2025: improvement"))
    #expect(figure.rows.first?.causes == [])
  }

  @Test(arguments: [(Direction.lower, "concern"), (.higher, "improvement"), (.stable, "change")])
  func aPointOutsideIsNamedByDirection(direction: Direction, word: String) {
    let input = input(.i, steady + [30], baseline: 0..<16, direction: direction)
    #expect(ChartFigure(input).title == "Waits: \(word) in Aug 2025, above the upper limit")
    let shape: PlacedMark.Shape =
      direction == .lower ? .square : direction == .higher ? .diamond : .triangle
    #expect(layout(input).marks.last?.shape == shape)
  }

  @Test func aPointThatIsBothIsDrawnAsTheRulesDecide() {
    // Below the mean for long, and then rising for seven: better by the shift, worse by the trend.
    let values = steady + [4.7, 5, 5.5, 6, 6.5, 7, 7.5, 8].map(Double?.some)
    let input = input(.i, values, baseline: 0..<16)
    let latest = ChartInput.marked(by: input.causes, rules: input.control?.rules)[23]
    #expect(Set(latest.map(\.rule)) == [.trend, .shift])
    #expect(latest.first?.signal == .improvement)
    #expect(input.variation?.word == .improvementLow)
  }

  @Test func aShiftThatHasEndedIsToldWithItsEnd() {
    let values = steady + Array(repeating: 8.5, count: 8) + [10.5, 9.5]
    #expect(
      ChartFigure(input(.i, values, baseline: 0..<16)).title
        == "Waits: improvement from Aug 2025 to Mar 2026, not since")
  }

  @Test func movingRangesAreNeitherGoodNorBad() throws {
    let values = steady + [40, 9, 11].map(Double?.some)
    var input = input(.mr, values)
    input.sentence = nil
    let figure = ChartFigure(input)
    #expect(figure.title == "Waits: 2 moving ranges above their limit, the last in Sep 2025")
    #expect(figure.subtitle == "moving range · monthly")
    #expect(figure.rows.compactMap(\.signal) == ["neutral", "neutral"])
    #expect(figure.rows[0].state == "no data")
  }

  @Test func limitsOfAFrozenBaselineRunOn() {
    var input = input(.i, steady, baseline: 0..<12)
    input.targets = [ChartTarget(value: 8, reachBy: ChartSamples.period("2026-03"))]
    let layout = layout(input)
    let end = layout.axis.left(layout.axis.slots.count)
    #expect(layout.axis.slots.count == 24)
    #expect(layout.limits.allSatisfy { $0.last??.0 == end })
    let labels = layout.texts.map(\.content)
    #expect(labels.contains("Upper limit 15.3") && labels.contains("Lower limit 4.7"))
  }

  @Test func excludedPointsAreHollowAndOffTheLine() throws {
    var values = steady
    values[5] = 30
    let layout = layout(input(.i, values, excluded: [5]))
    let mark = try #require(layout.marks.first { $0.hover?.contains("30.0") ?? false })
    #expect(mark.shape == .circle && mark.filling == .none)
    #expect(layout.data[5].map { $0.1 } != mark.y)
  }

  @Test(
    arguments: [
      [], [nil], [nil, nil, nil], [0], [1e300], [1e300, -1e300, 1e300], [1.7e308, -1.7e308],
      [.leastNonzeroMagnitude, 0, .leastNonzeroMagnitude], [1e-300, 2e-300, 3e-300],
      [1e20, 2e20, 1.5e20, 3e20], [0, 0, 0, 0],
      [-1e15, 1e15, 1e-15], [.nan, 1, .infinity, 2],
    ] as [[Double?]])
  func hostileValuesAreDrawnOrTold(values: [Double?]) throws {
    for kind in [ChartKind.run, .i, .mr, .c, .t, .g] {
      var input = input(kind, values)
      input.decimals = 2
      let layout = layout(input)
      #expect(layout.plot.height == 250 && layout.height < 1_000)
      let root = try XMLDocument(ChartFigure(input).svg()).root
      #expect(root.name == "svg")
      for mark in layout.marks where mark.shape != .cross {
        #expect((layout.plot.top - 0.01...layout.plot.bottom + 0.01).contains(mark.y))
      }
      for text in layout.texts { #expect(text.box.right <= layout.width) }
    }
  }

  @Test func revisedPointsHaveARing() throws {
    var input = input(.i, steady)
    input.revised = [ChartSamples.period("2024-06")]
    let layout = layout(input)
    #expect(layout.marks.filter(\.isRevised).count == 1)
    #expect(layout.texts.contains { $0.content == "revised" })
    #expect(ChartFigure(input).rows[2].state == "final, revised")
  }
}

/// What a chart says of a period to come.
@Suite struct ChartForecastTests {
  private func input(_ forecast: ChartForecast?) -> ChartInput {
    let values: [Double?] = [11.6, 12.1, 11.9, 11.7, 12.4, 11.8, 11.5, 12.0]
    let points = values.enumerated().map { index, value in
      SeriesPoint(
        period: ChartSamples.period("2025-01").advanced(by: index), value: value, use: .used)
    }
    var input = ChartInput(name: "Stay", points: points, chart: RunChart(values: values))
    input.forecast = forecast
    input.decimals = 1
    return input
  }

  private func forecast(_ width: Double) -> ChartForecast {
    ChartForecast(
      period: ChartSamples.period("2025-12"), value: 11.2,
      middle80: (11.2 - width)...(11.2 + width),
      middle95: (11.2 - 1.6 * width)...(11.2 + 1.6 * width))
  }

  @Test func isABracketWithADotAtItsPeriod() throws {
    let layout = ChartLayout(input(forecast(0.3)), size: .init())
    let placed = try #require(layout.forecast)
    #expect(layout.axis.slots.last == ChartSamples.period("2025-12"))
    #expect(placed.x == layout.axis.centre(11))
    #expect(placed.middle80.contains(placed.y))
    #expect(placed.middle95?.lowerBound ?? 0 < placed.middle80.lowerBound)
    let labels = layout.texts.map(\.content)
    #expect(labels.contains("Forecast 11.2") && labels.contains("(10.9 to 11.5)"))
    // No line leads there: the data end with the latest value.
    #expect(layout.data.compactMap(\.self).allSatisfy { $0.0 <= layout.axis.centre(7) })
  }

  @Test func anIntervalThatWouldFlattenTheDataIsToldInstead() {
    let layout = ChartLayout(input(forecast(50)), size: .init())
    #expect(layout.forecast == nil)
    let words = layout.texts.map(\.content).joined(separator: " ")
    #expect(words.contains("If it goes on as before, 11.2 is expected for Dec 2025"))
    #expect(layout.scale.domain.upperBound < 15)
  }

  @Test func descriptionTellsTheIntervals() {
    #expect(
      ChartFigure(input(forecast(0.3))).description.contains(
        "11.2 is expected for Dec 2025 (80% interval 10.9 to 11.5, 95% 10.7 to 11.7)."))
    #expect(!ChartFigure(input(nil)).description.contains("expected"))
  }

  @Test func numbersThatAreNotFiniteMakeNoForecast() throws {
    let course = try #require(
      Forecast([1, 2, 1, 2, 1, 2, 1, 2, 1, 2], steps: 3), "ten values are enough")
    #expect(ChartForecast(course.steps[2], of: ChartSamples.period("2025-12")) != nil)
  }
}
