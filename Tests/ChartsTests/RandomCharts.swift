import BenefitsAnalytics
import BenefitsCharts
import BenefitsModel

/// Generated charts of every kind: the same seed gives the same chart.
enum RandomCharts {
  static func input(seed: UInt64) -> ChartInput {
    var generator = SeededGenerator(seed: seed)
    let chance = { (share: Double, generator: inout SeededGenerator) in generator.unit() < share }
    let count = [0, 1, 2, 3, 8, 12, 24, 36, 60, 130, 400][generator.integer(in: 0...10)]
    let kind = PeriodKind.allCases[generator.integer(in: 0...4)]
    let interval = chance(0.2, &generator) ? generator.integer(in: 2...3) : 1
    let start: YearStart = chance(0.3, &generator) ? .january : .april
    let first = Period(
      kind, containing: ChartSamples.day("2019-01-09").advanced(by: generator.integer(in: 0...700)),
      yearStart: start)

    // Values from the smallest to the largest that occur, with and without a sign, constant and missing.
    let scale = [1e-6, 1e-3, 0.05, 1, 40, 1e3, 1e6, 1e12][generator.integer(in: 0...7)]
    let centre = scale * [0, 1, 5, 100, -3][generator.integer(in: 0...4)]
    let spread = chance(0.1, &generator) ? 0 : scale
    let missing = [0, 0, 0.1, 0.5, 1][generator.integer(in: 0...4)]
    let states = MeasurementState.allCases.filter { $0 != .withdrawn }
    let points = (0..<count).map { index -> SeriesPoint in
      let period = first.advanced(by: index * interval)
      let shift = index > count / 2 && seed.isMultiple(of: 2) ? spread : 0
      let value = centre + shift + spread * (generator.unit() - 0.5)
      guard !chance(missing, &generator) else {
        return SeriesPoint(period: period, value: nil, use: .missing)
      }
      let state = chance(0.2, &generator) ? states[generator.integer(in: 0...3)] : .final
      let isExcluded = chance(0.05, &generator)
      let measurement = Measurement(
        period: period, number: state == .suppressed ? nil : value, state: state,
        isExcluded: isExcluded, note: nil)
      return SeriesPoint(
        period: period, value: state == .suppressed ? nil : value, measurement: measurement,
        use: state == .suppressed
          ? .suppressed
          : isExcluded
            ? .excluded : index == count - 1 && chance(0.2, &generator) ? .partial : .used)
    }
    let values = points.map { $0.use == .used || $0.use == .excluded ? $0.value : nil }
    let excluded = Set(points.indices.filter { points[$0].use == .excluded })
    let baseline = chance(0.6, &generator) && count > 4 ? 0..<(count / 3) : nil
    let most = seed % 7 == 3 ? 40 : 4
    let phases = (0..<generator.integer(in: 0...most)).map { _ in
      generator.integer(in: 0...max(count, 1))
    }
    let chart = RunChart(
      values: values, baseline: baseline, phaseStarts: phases, excluded: excluded)

    var input = ChartInput(
      name: text(&generator), points: points, chart: chart, id: "seed-\(seed)",
      unit: [
        "%", "days", "£k", "", "admissions of people aged 65 and over for each 1,000 of them",
      ][
        generator.integer(in: 0...4)],
      direction: [.higher, .lower, .stable, nil][generator.integer(in: 0...3)], yearStart: start)
    input.isPercentage = input.unit == "%" && scale == 1 && centre >= 0
    input.interval = interval
    input.seasons = [.none, .none, .none, .adjusted, .sameSeason][generator.integer(in: 0...4)]
    input.isEventGaps = kind == .day && chance(0.5, &generator)
    if input.isEventGaps {
      var period = first
      for index in input.points.indices {
        input.points[index].period = period
        period = period.advanced(by: generator.integer(in: 0...40))
      }
    }
    input.place = text(&generator)
    input.baselineRange = baseline
    input.baseline = chance(0.5, &generator) ? centre : nil
    input.isBaselineStated = baseline == nil && input.baseline != nil
    input.level = centre
    input.phaseNames = chart.phases.map { _ in chance(0.7, &generator) ? text(&generator) : nil }
    input.sentence = text(&generator)
    let last = input.points.last?.period ?? first
    if chance(0.6, &generator) {
      let kind = ChartKind.allCases[generator.integer(in: 1...ChartKind.allCases.count - 1)]
      let needsParts = kind.needsDenominators || kind == .ip
      let parts = values.map { _ -> Double? in 20 + 80 * generator.unit() }
      let control = ControlChart(
        kind,
        numbers: zip(values, parts).map { value, part in
          value.map { needsParts ? $0 * (part ?? 1) : $0 }
        }, denominators: needsParts ? parts : nil, baseline: baseline, phaseStarts: phases,
        excluded: excluded)
      input.variation = Variation(control, sign: input.sign)
      input.assurance = Assurance(control, target: centre, sign: input.sign)
      input.show(control)
    }
    if chance(0.4, &generator) {
      let value = centre + spread * (generator.unit() - 0.5)
      let width = spread * [0, 0.5, 2, 1e6][generator.integer(in: 0...3)]
      input.forecast = ChartForecast(
        period: last.advanced(by: generator.integer(in: 1...30)), value: value,
        middle80: (value - width)...(value + width),
        middle95: (value - 1.6 * width)...(value + 1.6 * width))
    }
    input.revised = Set(input.points.map(\.period).filter { _ in chance(0.05, &generator) })
    for number in 0..<generator.integer(in: 0...3) {
      let from = first.advanced(by: number * count / 3)
      input.targets.append(
        ChartTarget(
          value: centre + spread * (generator.unit() * 3 - 1.5),
          stretch: chance(0.4, &generator) ? centre + 2 * spread : nil, from: from,
          through: chance(0.5, &generator) ? from.advanced(by: count / 3) : nil,
          reachBy: last.advanced(by: generator.integer(in: -5...40))))
    }
    if chance(0.4, &generator) {
      input.guardrail = Guardrail(
        limit: centre + spread * 1.2, amber: chance(0.5, &generator) ? centre + spread : nil)
    }
    if chance(0.5, &generator) {
      input.trajectory = (0..<generator.integer(in: 1...30)).map {
        PlannedValue(
          period: first.advanced(by: (count / 2 + $0) * interval),
          value: centre + spread * Double($0) / 30)
      }
      input.isTrajectoryAssumed = chance(0.5, &generator)
    }
    let days = max(first.first.distance(to: last.first), 1)
    input.annotations = (0..<generator.integer(in: 0...14)).map { _ in
      ChartAnnotation(
        date: first.first.advanced(by: generator.integer(in: -20...days)),
        kind: Annotation.Kind.allCases[generator.integer(in: 0...4)], text: text(&generator))
    }.sorted { $0.date < $1.date }
    return input
  }

  static func size(seed: UInt64) -> ChartFigure.Size {
    var generator = SeededGenerator(seed: seed &+ 1_000_003)
    return ChartFigure.Size(
      width: [280, 380, 760, 1200][generator.integer(in: 0...3)],
      plotHeight: [100, 250, 400][generator.integer(in: 0...2)])
  }

  /// Names and sentences as people type them, and as they should not.
  private static func text(_ generator: inout SeededGenerator) -> String {
    [
      "Falls", "Emergency admissions of people aged 65 and over, all causes",
      "<script>alert(1)</script> & \"quotes\" ]]>", "Ward\u{202E}4\u{0}\u{7}", "נפילות במחלקה",
      "Unterbringungszuständigkeitsverordnungsänderungsverfahrensbeschleunigung", "", "跌倒 😀 年",
      "Length of stay\nof frail people\tin all wards",
    ][generator.integer(in: 0...8)]
  }
}
