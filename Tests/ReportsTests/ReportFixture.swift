import BenefitsAnalytics
import BenefitsModel
import BenefitsReports

/// A programme with as many benefits and monthly measures as asked for, each missing its target.
struct ReportFixture {
  var measures = 1
  /// What every text of the plan and of the data holds.
  var text = "Plain"
  var suppressBelow: Double?
  var lastValue = 14.0
  var waivers: [Waiver] = []

  func snapshot() -> Snapshot {
    let programme = Programme(
      id: id("prog"), title: "Programme \(text)", purpose: "Purpose \(text)")
    let window = Baseline(basis: .window(from: month("2025-01"), to: month("2025-04")))
    var plan = Plan(
      programme: programme,
      projects: [
        Project(
          id: id("P1"), title: "Project \(text)", owner: "Lead \(text)", goLive: day("2025-05-01"))
      ],
      annotations: [
        Annotation(
          id: id("a1"), date: day("2025-05-01"), kind: .goLive, text: "Live \(text)",
          projects: [id("P1")])
      ],
      waivers: waivers)
    var measurements: [Series: [Measurement]] = [:]
    for number in 0..<measures {
      let benefit: Benefit.ID = id("B\(number)")
      plan.benefits.append(
        Benefit(
          id: benefit, title: "Benefit \(number) \(text)", aim: .patientExperience,
          project: id("P1"), owner: "Owner \(text)", lifecycle: .realising))
      let measure = Measure(
        id: id("M\(number)"), title: "Measure \(number) \(text)", kind: .proportion,
        unit: "of \(text)", direction: .higher, frequency: Frequency(from: month("2025-01")),
        benefits: [benefit], multiply: 100, decimals: 1,
        definition: "Cases met, of all cases \(text)",
        source: "Source \(text)", owner: "Data \(text)", suppressBelow: suppressBelow)
      plan.measures.append(measure)
      let series = measure.wholeSeries(in: programme.id)
      plan.commitments[series] = Commitment(
        baseline: window, targets: [Target(value: 20, reachBy: month("2025-08"))])
      measurements[series] = [10, 11, 9, 10, 11, 12, 13, lastValue].enumerated().map {
        index, value in
        Measurement(
          period: month("2025-01").advanced(by: index), number: value, denominator: 100,
          note: "Note \(text)")
      }
    }
    return Snapshot(
      plan: plan, measurements: measurements, entry: 7,
      recordedAt: Instant(secondsSince1970: 1_756_700_000), headHash: "0123456789abcdef")
  }

  func html(asOf: String = "2025-09-01") throws -> String {
    try HTMLReport(Assessor(snapshot: snapshot(), asOf: day(asOf)), tool: "test 1.0").html()
  }
}

func day(_ text: String) -> Day {
  guard let day = Day(text) else { preconditionFailure("\(text) is no day") }
  return day
}

func month(_ label: String) -> Period {
  guard let period = Period(label: label) else { preconditionFailure("\(label) is no period") }
  return period
}

func id<Noun>(_ text: String) -> Identifier<Noun> {
  guard let id = Identifier<Noun>(text) else { preconditionFailure("\(text) is no identifier") }
  return id
}
