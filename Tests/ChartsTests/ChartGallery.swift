import BenefitsAnalytics
import BenefitsCharts
import BenefitsModel

/// The charts that are kept as pictures beside the documentation, all of synthetic data.
enum ChartGallery {
  /// The names of the pictures and their charts.
  static var figures: [(name: String, figure: ChartFigure)] {
    [
      ("improvement", improvement.figure), ("guardrail", guardrail.figure),
      ("states", states.figure), ("phases", phases.figure), ("quarterly", quarterly.figure),
      ("weekly", weekly.figure), ("narrow", narrow), ("bare-series", bareSeries),
      ("no-data", noData.figure), ("seasonal", seasonalFigure), ("events", events.figure),
      ("long", long.figure), ("moving-range", movingRange),
    ]
  }

  /// The names of the pictures and their drawings.
  static var pictures: [(name: String, svg: () -> String)] {
    var pictures: [(name: String, svg: () -> String)] = figures.map { name, figure in
      (name, { figure.svg() })
    }
    pictures.append(("small-multiples", { smallMultiples.svg() }))
    pictures.append(("to-date", { toDate?.svg() ?? "" }))
    pictures.append(("matrix", { matrix.svg() }))
    pictures.append(("mdc", { states.figure.svg(colours: .mdc) }))
    return pictures
  }

  /// One measure at seven places.
  static var smallMultiples: SmallMultiples {
    let places = [
      "Alderwick", "Brackenmere", "Coldharbour", "Dunmere", "Easthaven", "Fernhill and Gorsley",
      "Hawksmoor",
    ]
    let panels = places.enumerated().map { number, name in
      var generator = SeededGenerator(seed: UInt64(20 + number))
      var sample = improvement
      sample.measurements = ChartSamples.measurements(
        from: "2023-04",
        (0..<36).map { month -> Double? in
          let gain = number == 2 ? 0 : number == 5 ? -0.08 : 0.22
          let share = 0.6 + (month > 14 ? gain : 0) + 0.06 * (generator.unit() - 0.5)
          return number == 3 && (16..<20).contains(month) ? nil : (share * 60).rounded()
        }, denominators: Array(repeating: 60, count: 36))
      return SmallMultiples.Panel(
        name: name, input: ChartInput(sample.assessment, plan: sample.plan))
    }
    return SmallMultiples(
      name: "Crisis referrals seen within 2 hours", panels: panels.reversed(), id: "HF-M01")
  }

  /// Money saved against a plan for the sum.
  static var toDateSample: ChartSamples.Sample {
    ChartSamples.Sample(
      measure: measure(
        "HF-M12", "Bed days released", kind: .count, unit: "£k", direction: .higher,
        from: "2025-04"),
      commitment: Commitment(
        targets: [
          Target(
            value: 1_200, reachBy: ChartSamples.period("2026-12"), basis: .toDate,
            trajectory: .linear(from: ChartSamples.period("2025-04")))
        ]),
      goLive: ChartSamples.day("2025-04-07"),
      annotations: [ChartSamples.annotation("2025-10-06", .decision, "Second ward closed early")],
      measurements: ChartSamples.measurements(
        from: "2025-04", [22, 31, 38, 44, 51, nil, 49, 58, 61, 57, 63, 66]),
      asOf: ChartSamples.day("2026-04-24"))
  }

  static var toDate: ToDateFigure? {
    var sample = toDateSample
    sample.measure.title = "Savings from fewer bed days"
    guard let figure = ToDateFigure(sample.assessment, plan: sample.plan) else { return nil }
    return figure
  }

  /// The charts of this page in one matrix.
  static var matrix: VariationAssuranceMatrix {
    VariationAssuranceMatrix(
      [improvement, guardrail, states, phases, quarterly, weekly, events, long].map(\.assessment))
  }

  private static func measure(
    _ id: String, _ title: String, kind: MeasureKind, unit: String, direction: Direction,
    from: String, interval: Int = 1, decimals: Int? = nil, role: MeasureRole = .outcome,
    isSeasonal: Bool = false, phases: [Phase] = []
  ) -> Measure {
    Measure(
      id: ChartSamples.id(id), title: title, kind: kind, unit: unit, direction: direction,
      frequency: Frequency(
        from: ChartSamples.period(from), interval: interval, lagWorkingDays: 15),
      role: role, benefits: [ChartSamples.id("B1")], decimals: decimals, isSeasonal: isSeasonal,
      phases: phases)
  }

  private static func window(_ from: String, _ to: String) -> Baseline {
    Baseline(
      basis: .window(from: ChartSamples.period(from), to: ChartSamples.period(to)),
      state: .validated)
  }

  /// A proportion that rises after go-live, with target, trajectory and annotations.
  static var improvement: ChartSamples.Sample {
    let seen = [
      165, 158, 170, 162, 175, 160, 171, 166, 169, 174, 163, 172, 170, 176, 171, 186, 195, 201, 214,
      222, 228, 243, 251, 262, 281, 290, 287, 299, 301, 297, 312, 318, 309, 321, 333, 330,
    ].map(Double.init)
    let referred = [
      268, 262, 275, 270, 281, 272, 279, 274, 277, 283, 270, 282, 279, 285, 280, 290, 296, 297, 304,
      305, 306, 311, 314, 315, 321, 330, 326, 338, 339, 337, 350, 360, 352, 365, 376, 371,
    ].map(Double.init)
    return ChartSamples.Sample(
      measure: measure(
        "HF-M01", "Crisis referrals seen within 2 hours", kind: .proportion, unit: "%",
        direction: .higher, from: "2023-04"),
      commitment: Commitment(
        baseline: window("2023-04", "2024-03"),
        targets: [
          Target(
            value: 85, reachBy: ChartSamples.period("2025-03"),
            from: ChartSamples.period("2024-06"), holdUntil: ChartSamples.period("2027-03"),
            stretch: 90)
        ]),
      goLive: ChartSamples.day("2024-07-01"),
      annotations: [
        ChartSamples.annotation(
          "2024-07-01", .goLive, "Crisis team live in Alderwick and Brackenmere"),
        ChartSamples.annotation(
          "2024-10-14", .pdsa, "Direct referral by paramedics tried, adopted"),
        ChartSamples.annotation("2025-03-31", .decision, "Shared record opened to all nine teams"),
      ],
      measurements: ChartSamples.measurements(from: "2023-04", seen, denominators: referred),
      asOf: ChartSamples.day("2026-04-24"))
  }

  /// A guardrail that is passed.
  static var guardrail: ChartSamples.Sample {
    ChartSamples.Sample(
      measure: measure(
        "HF-M14", "Caseload per community nurse", kind: .value, unit: "people", direction: .lower,
        from: "2023-04", role: .balancing),
      commitment: Commitment(
        baseline: window("2023-04", "2024-03"), guardrail: Guardrail(limit: 41, amber: 40)),
      goLive: ChartSamples.day("2024-07-01"),
      annotations: [
        ChartSamples.annotation("2025-11-03", .decision, "Two vacancies held over winter")
      ],
      measurements: ChartSamples.measurements(
        from: "2023-04",
        [
          38.1, 37.8, 38.2, 37.9, 38.0, 38.3, 37.7, 38.1, 38.0, 37.8, 38.2, 38.1, 37.9, 38.0, 38.2,
          38.3, 38.6, 38.5, 38.9, 39.2, 39.1, 39.5, 39.6, 39.9, 39.8, 40.1, 40.3, 40.2, 40.6, 40.7,
          40.9, 41.3, 41.4, 41.5, 41.9, 42.0,
        ]), asOf: ChartSamples.day("2026-04-24"))
  }

  /// Every state that a point can have, and a target still to come.
  static var states: ChartSamples.Sample {
    var measurements = ChartSamples.measurements(
      from: "2024-04",
      [
        11.6, 12.1, 11.9, nil, 11.7, 12.4, 11.8, 11.5, 12.0, 11.9, 12.2, 11.6, 11.8, 14.9, 11.4,
        11.2, nil, nil, nil, 10.9, 11.1, 10.8, 10.9, 10.6,
      ])
    for index in measurements.indices {
      switch measurements[index].period.description {
      case "2025-05": measurements[index].isExcluded = true
      case "2024-12": measurements[index].state = .estimated
      case "2025-06":
        measurements[index].state = .suppressed
        measurements[index].number = nil
      case "2026-02", "2026-03": measurements[index].state = .provisional
      default: break
      }
    }
    return ChartSamples.Sample(
      measure: measure(
        "HF-M03", "Mean length of stay with frailty", kind: .value, unit: "days",
        direction: .lower, from: "2024-04"),
      commitment: Commitment(
        baseline: window("2024-04", "2025-03"),
        targets: [
          Target(
            value: 9.5, reachBy: ChartSamples.period("2026-12"),
            trajectory: .sCurve(from: ChartSamples.period("2025-04")))
        ]),
      goLive: ChartSamples.day("2025-04-07"),
      annotations: [
        ChartSamples.annotation(
          "2025-05-19", .dataIssue, "A ward move entered old stays twice; May is left out")
      ], measurements: measurements, asOf: ChartSamples.day("2026-04-24"))
  }

  /// Two later phases, each with a median of its own.
  static var phases: ChartSamples.Sample {
    ChartSamples.Sample(
      measure: measure(
        "HF-M02", "Emergency admissions of people aged 65 and over", kind: .rate,
        unit: "per 1,000", direction: .lower, from: "2023-04",
        phases: [
          Phase(from: ChartSamples.period("2024-07"), reason: "Crisis team live"),
          Phase(from: ChartSamples.period("2025-06"), reason: "All nine teams"),
        ]),
      commitment: Commitment(
        targets: [
          Target(
            value: 21, reachBy: ChartSamples.period("2024-12"),
            trajectory: .step),
          Target(
            value: 19.5, reachBy: ChartSamples.period("2026-09"),
            from: ChartSamples.period("2025-01"), trajectory: .step),
        ]),
      goLive: ChartSamples.day("2024-07-01"),
      measurements: ChartSamples.measurements(
        from: "2023-04",
        [
          22.6, 22.1, 22.9, 21.8, 22.4, 22.7, 22.2, 22.5, 23.0, 22.0, 22.3, 22.8, 22.1, 22.6, 22.4,
          21.4, 21.0, 21.6, 20.9, 21.3, 21.1, 20.8, 21.5, 21.2, 20.7, 21.0, 20.1, 19.9, 20.4, 19.6,
          20.0, 19.8, 20.2, 19.7, 19.9, 19.5,
        ].map { $0 * 61.8 }, denominators: Array(repeating: 61.8, count: 36)),
      asOf: ChartSamples.day("2026-04-24"))
  }

  /// A quarterly survey with few values.
  static var quarterly: ChartSamples.Sample {
    ChartSamples.Sample(
      measure: measure(
        "HF-M05", "Carers who feel supported", kind: .value, unit: "%", direction: .higher,
        from: "2023/24-Q1"),
      commitment: Commitment(
        baseline: window("2023/24-Q1", "2023/24-Q4"),
        targets: [Target(value: 65, reachBy: ChartSamples.period("2026/27-Q4"))]),
      goLive: ChartSamples.day("2024-07-01"),
      measurements: ChartSamples.measurements(
        from: "2023/24-Q1",
        [47.8, 48.9, 46.7, 48.6, 49.4, 52.1, 53.0, 55.2, 56.8, 58.4, 59.5, 60.1]),
      asOf: ChartSamples.day("2026-04-24"))
  }

  /// Weekly counts over two years.
  static var weekly: ChartSamples.Sample {
    var generator = SeededGenerator(seed: 7)
    let values = (0..<96).map { week -> Double? in
      week == 40 ? nil : (14 + 5 * generator.unit() + (week > 60 ? 3 : 0)).rounded()
    }
    return ChartSamples.Sample(
      measure: measure(
        "HF-M07", "New pressure ulcers in the community", kind: .count, unit: "ulcers",
        direction: .lower, from: "2024-W20", role: .balancing),
      commitment: Commitment(guardrail: Guardrail(limit: 20)),
      goLive: ChartSamples.day("2024-07-01"),
      measurements: ChartSamples.measurements(from: "2024-W20", values),
      asOf: ChartSamples.day("2026-04-10"))
  }

  /// The first chart, narrow enough for a telephone.
  static var narrow: ChartFigure {
    let sample = improvement
    var input = ChartInput(sample.assessment, plan: sample.plan)
    input.id += "_narrow"
    input.sentence = nil
    return ChartFigure(input, size: .init(width: 380, plotHeight: 220))
  }

  /// A series of a spreadsheet, without a plan.
  static var bareSeries: ChartFigure {
    let values: [Double?] = [
      0.42, 0.45, 0.41, 0.47, 0.44, 0.46, 0.43, 0.45, 0.40, 0.44, nil, 0.43, 0.36, 0.34, 0.38, 0.35,
      0.33, 0.37, 0.36, 0.34,
    ]
    let chart = RunChart(values: values, baseline: 0..<12)
    let points = values.enumerated().map { index, value in
      SeriesPoint(
        period: ChartSamples.period("2024-01").advanced(by: index), value: value,
        use: value == nil ? .missing : .used)
    }
    return ChartFigure(
      ChartInput(
        name: "Ward 4", points: points, chart: chart, direction: .lower, target: 0.35,
        yearStart: .january))
  }

  /// A measure that nothing is recorded of.
  static var noData: ChartSamples.Sample {
    ChartSamples.Sample(
      measure: measure(
        "HF-M17", "Patient activation score", kind: .value, unit: "points", direction: .higher,
        from: "2025-10"),
      commitment: Commitment(
        baseline: Baseline(basis: .stated(value: 55, source: "2024 survey")),
        targets: [Target(value: 62, reachBy: ChartSamples.period("2026-12"))]),
      goLive: ChartSamples.day("2025-10-01"), measurements: [],
      asOf: ChartSamples.day("2026-04-24"))
  }

  private static let seasons = [
    1.012, 0.973, 0.942, 0.926, 0.930, 0.953, 0.988, 1.027, 1.058, 1.074, 1.070, 1.047,
  ]

  /// The chart of a seasonal rate, adjusted by the factors that it was made with: how factors are estimated
  /// is tested where that is done.
  static var seasonalFigure: ChartFigure {
    let sample = seasonal
    var input = ChartInput(sample.assessment, plan: sample.plan)
    input.sentence = nil
    input.seasons = .adjusted
    input.level = nil
    input.baseline = nil
    input.trajectory = []
    input.chart = RunChart(
      values: input.points.enumerated().map { index, point in
        point.value.map { $0 / seasons[index % 12] }
      }, baseline: 0..<12)
    input.show(ControlChart(.i, numbers: input.chart.values, baseline: 0..<12))
    input.decimals = 1
    input.variation = nil
    input.assurance = nil
    input.forecast = nil
    return ChartFigure(input)
  }

  /// The moving ranges of the guardrail's measure.
  static var movingRange: ChartFigure {
    let sample = guardrail
    let assessment = sample.assessment
    let charted = (try? assessment.charted(as: .mr)) ?? assessment
    var input = ChartInput(charted, plan: sample.plan)
    input.id += "_mr"
    return ChartFigure(input)
  }

  /// A rate that follows the seasons of the year.
  static var seasonal: ChartSamples.Sample {
    var generator = SeededGenerator(seed: 11)
    let values = (0..<36).map { month -> Double? in
      let value = 22.4 * seasons[month % 12] * (month < 18 ? 1 : 0.936)
      return (value * (0.992 + 0.016 * generator.unit()) * 618).rounded()
    }
    return ChartSamples.Sample(
      measure: measure(
        "HF-M02", "Emergency admissions of people aged 65 and over", kind: .rate,
        unit: "per 1,000", direction: .lower, from: "2023-04", isSeasonal: true),
      commitment: Commitment(
        baseline: window("2023-04", "2024-03"),
        targets: [
          Target(
            value: 20.2, reachBy: ChartSamples.period("2026-09"),
            trajectory: .linear(from: ChartSamples.period("2024-10")))
        ]),
      goLive: ChartSamples.day("2024-07-01"),
      annotations: [ChartSamples.annotation("2025-01-13", .context, "Peak of influenza")],
      measurements: ChartSamples.measurements(
        from: "2023-04", values, denominators: Array(repeating: 618, count: 36)),
      asOf: ChartSamples.day("2026-04-24"))
  }

  /// Days between rare events.
  static var events: ChartSamples.Sample {
    let gaps = [
      12, 25, 9, 31, 17, 22, 6, 28, 19, 14, 35, 11, 20, 16, 27, 8, 24, 18, 21, 13, 30, 26, 34, 52,
      29, 61, 38, 47, 70, 44, 57, 41, 63, 49,
    ]
    var day = ChartSamples.day("2023-04-09")
    var days = [day]
    for gap in gaps {
      day = day.advanced(by: gap)
      days.append(day)
    }
    let open = Measurement(period: ChartSamples.period("2026-03-24"), number: 0)
    return ChartSamples.Sample(
      measure: measure(
        "HF-M06", "Days between falls with serious harm", kind: .event, unit: "days",
        direction: .higher, from: "2023-04-01"),
      commitment: Commitment(
        baseline: window("2023-04-01", "2024-06-30"),
        targets: [
          Target(value: 40, reachBy: ChartSamples.period("2025-12-31"), trajectory: .step)
        ]),
      goLive: ChartSamples.day("2024-07-01"),
      measurements: days.map { Measurement(period: Period(.day, containing: $0), number: 1) }
        + [open], asOf: ChartSamples.day("2026-04-24"))
  }

  /// Four hundred days.
  static var long: ChartSamples.Sample {
    var generator = SeededGenerator(seed: 3)
    let values = (0..<400).map { day -> Double? in
      (210 + 40 * generator.unit() - (day > 250 ? 18 : 0)).rounded()
    }
    return ChartSamples.Sample(
      measure: measure(
        "ED-04", "Patients in the department at midnight", kind: .count, unit: "patients",
        direction: .lower, from: "2025-01-01"),
      commitment: Commitment(baseline: window("2025-01-01", "2025-06-30")),
      goLive: ChartSamples.day("2025-09-08"),
      measurements: ChartSamples.measurements(from: "2025-01-01", values),
      asOf: ChartSamples.day("2026-02-05"))
  }
}
