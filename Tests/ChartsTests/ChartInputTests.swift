import BenefitsAnalytics
import BenefitsCharts
import BenefitsModel
import Foundation
import Testing

@Suite struct ChartInputTests {
  @Test func identifiersComeFromTheSeries() {
    let sample = ChartGallery.improvement
    #expect(ChartInput(sample.assessment, plan: sample.plan).id == "chart-HF-M01")
    let part = Series(measure: sample.measure.id, site: ChartSamples.id("alderwick"))
    let input = ChartInput(sample.assessment(of: part), plan: sample.plan)
    #expect(input.id == "chart-HF-M01_alderwick_all")
  }

  @Test(arguments: [
    ("Ward 4", "chart-Ward-4"), ("\"><script>", "chart----script-"), ("Größe", "chart-Gr--e"),
    ("", "chart-"),
  ])
  func identifierOfAnyName(name: String, expected: String) {
    let chart = RunChart(values: [])
    #expect(ChartInput(name: name, points: [], chart: chart).id == expected)
  }

  @Test(arguments: [
    ([1.0, 2, 3], 0), ([0.42, 0.451], 3), ([61.5, 62], 1), ([], 0), ([0.1 + 0.2, 1], 1),
    ([123_456.789, 250_000], 0), ([0.000_001_2, 0.000_004_5], 7),
  ])
  func decimalsOfABareSeries(values: [Double], expected: Int) {
    #expect(ValueFormat.decimals(for: values) == expected)
  }

  /// The decimals are those of the numbers as they are written, rounded to nine.
  @Test(arguments: 0..<20) func decimalsAreThoseOfTheWrittenNumbers(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<200 {
      let digits = generator.integer(in: 0...12)
      let size = pow(10, Double(generator.integer(in: -7...9)))
      let power = pow(10, Double(digits))
      let values = (0..<generator.integer(in: 1...8)).map { _ in
        let value = (generator.unit() - 0.3) * size
        return generator.unit() < 0.9 ? (value * power).rounded() / power : value
      }
      let written = values.map { value in
        let text = Numeral.fixed(value, decimals: 9, grouped: false)
        return 9 - text.reversed().prefix { $0 == "0" }.count
      }
      let (low, high) = (values.min() ?? 0, values.max() ?? 0)
      let range = high > low ? high - low : max(high.magnitude, 1)
      let wanted = sequence(first: range / 200) { $0 * 10 }.prefix(9).prefix { $0 < 1 }.count
      #expect(
        ValueFormat.decimals(for: values) == min(wanted, written.max() ?? 0), "\(values)")
    }
  }

  @Test func targetsFollowEachOther() throws {
    let sample = ChartGallery.phases
    let targets = ChartInput(sample.assessment, plan: sample.plan).targets
    #expect(targets.map(\.value) == [21, 19.5])
    #expect(targets[0].through == ChartSamples.period("2024-12"))
    #expect(targets[1].from == ChartSamples.period("2025-01"))
    #expect(targets[1].through == nil)
  }

  @Test func aTargetForTheRunningSumIsToldAndNotDrawn() {
    var sample = ChartGallery.guardrail
    sample.commitment.targets = [
      Target(value: 2400, reachBy: ChartSamples.period("2026-03"), basis: .toDate)
    ]
    let input = ChartInput(sample.assessment, plan: sample.plan)
    #expect(input.targets.isEmpty)
    #expect(input.remarks.contains { $0.contains("2,400.0 people in all by Mar 2026") })
  }

  @Test func goLiveIsShownOnce() {
    let annotated = ChartGallery.improvement
    let input = ChartInput(annotated.assessment, plan: annotated.plan)
    #expect(
      input.annotations.filter { $0.kind == .goLive }.map(\.text) == [
        "Crisis team live in Alderwick and Brackenmere"
      ])
    let bare = ChartGallery.guardrail
    #expect(
      ChartInput(bare.assessment, plan: bare.plan).annotations.first?.text
        == "Urgent Community Response goes live")
  }

  @Test func theOpenGapIsTold() {
    let sample = ChartGallery.events
    let input = ChartInput(sample.assessment, plan: sample.plan)
    #expect(input.isEventGaps)
    // 20 January to 24 March 2026.
    #expect(
      input.remarks.contains("No event from 20 Jan 2026 to 24 Mar 2026, 63 days so far, not used."))
  }

  @Test func farPlansAreCutShort() {
    var sample = ChartGallery.quarterly
    sample.commitment.targets[0].reachBy = ChartSamples.period("2060/61-Q4")
    let layout = ChartLayout(
      ChartInput(sample.assessment, plan: sample.plan), size: ChartFigure.Size())
    #expect(layout.axis.slots.count == 24)
    #expect(layout.texts.contains { $0.content == "The plan runs on to Q4 2060/61." })
  }
}

@Suite struct PlannedChartTests {
  @Test func aPlanWithoutAnyValueIsDrawn() {
    var sample = ChartGallery.improvement
    sample.measurements = []
    sample.asOf = ChartSamples.day("2023-01-01")
    sample.commitment.baseline = Baseline(basis: .stated(value: 60, source: "audit"))
    sample.measure.frequency.from = ChartSamples.period("2024-07")
    let assessment = sample.assessment
    #expect(assessment.points.isEmpty)
    let layout = ChartLayout(
      ChartInput(assessment, plan: sample.plan), size: ChartFigure.Size())
    #expect(layout.axis.slots.last == ChartSamples.period("2025-03"))
    #expect(layout.texts.contains { $0.content == "Target 85.0%" })
    #expect(layout.texts.contains { $0.content == "No data" })
    #expect(layout.trajectory.count > 5)
  }
}

@Suite struct PlanAnnotationsTests {
  private func annotation(
    _ date: String, projects: [String] = [], measures: [String] = [], sites: [String] = []
  ) -> Annotation {
    var annotation = ChartSamples.annotation(date, .context, date)
    annotation.projects = projects.map(ChartSamples.id)
    annotation.measures = measures.map(ChartSamples.id)
    annotation.sites = sites.map(ChartSamples.id)
    return annotation
  }

  private func shown(_ annotation: Annotation, measure: String = "HF-M01", site: String) -> Bool {
    var plan = ChartGallery.improvement.plan
    plan.annotations = [annotation]
    plan.sites = [
      Site(id: ChartSamples.id("north"), title: "North"),
      Site(
        id: ChartSamples.id("alderwick"), title: "Alderwick", parent: ChartSamples.id("north")),
      Site(id: ChartSamples.id("south"), title: "South"),
    ]
    let series = Series(measure: ChartSamples.id(measure), site: ChartSamples.id(site))
    return !plan.annotations(of: series).isEmpty
  }

  @Test func whatNamesNothingBelongsEverywhere() {
    #expect(shown(annotation("2025-01-01"), site: "home-first"))
    #expect(shown(annotation("2025-01-01"), site: "south"))
  }

  @Test func measuresAndProjects() {
    #expect(shown(annotation("2025-01-01", measures: ["hf-m01"]), site: "home-first"))
    #expect(shown(annotation("2025-01-01", projects: ["P1"]), site: "home-first"))
    #expect(!shown(annotation("2025-01-01", measures: ["HF-M02"]), site: "home-first"))
    #expect(!shown(annotation("2025-01-01", projects: ["P2"]), site: "home-first"))
    #expect(
      shown(annotation("2025-01-01", projects: ["P2"], measures: ["HF-M01"]), site: "home-first"))
  }

  @Test func sitesAndWhatTheyAreAPartOf() {
    let north = annotation("2025-01-01", sites: ["north"])
    #expect(shown(north, site: "north"))
    #expect(shown(north, site: "alderwick"))
    #expect(shown(north, site: "home-first"))
    #expect(!shown(north, site: "south"))
    #expect(shown(annotation("2025-01-01", sites: ["alderwick"]), site: "north"))
    #expect(
      !shown(annotation("2025-01-01", projects: ["P1"], sites: ["south"]), site: "alderwick"))
  }

  @Test func areInCalendarOrder() {
    var plan = ChartGallery.improvement.plan
    plan.annotations.reverse()
    let dates = plan.annotations(of: plan.wholeSeries(of: plan.measures[0])).map(\.date)
    #expect(dates == dates.sorted())
  }
}

@Suite struct ValueFormatTests {
  @Test(arguments: [
    ("%", 1, 85.04, "85.0%", "85.0%"), ("days", 1, 9.5, "9.5", "9.5 days"),
    ("£k", 0, -1234.4, "-£1,234k", "-£1,234k"),
    ("£ per visit", 2, 12, "£12.00", "£12.00 per visit"),
    ("", 0, 7, "7", "7"),
  ])
  func shortAndFull(unit: String, decimals: Int, value: Double, short: String, full: String) {
    let format = ValueFormat(unit: unit, decimals: decimals)
    #expect(format.short(value) == short)
    #expect(format.full(value) == full)
  }

  @Test(arguments: [
    ("", 9_999_999.0, "9,999,999"), ("", 12_345_678, "12.35m"), ("", -4.9e9, "-4.90bn"),
    ("", 1e15, "1,000.00tn"), ("£k", 12_345_678, "£12.35bn"), ("£m", 2e7, "£20.00tn"),
    ("%", 1.5e7, "15.00m%"),
  ])
  func largeValuesAreToldInMillions(unit: String, value: Double, expected: String) {
    #expect(ValueFormat(unit: unit, decimals: 0).label(value) == expected)
  }

  @Test func ticksShareTheirThousands() {
    let labels = ValueFormat(unit: "", decimals: 0).labels(
      LinearTicks(in: 0...30_000_000, count: 5))
    #expect(labels == ["0m", "5m", "10m", "15m", "20m", "25m", "30m"])
  }
}
