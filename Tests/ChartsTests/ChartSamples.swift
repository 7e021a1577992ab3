import BenefitsAnalytics
import BenefitsCharts
import BenefitsModel

/// Synthetic series that charts are drawn of in tests and in the documentation.
enum ChartSamples {
  /// A plan of one measure with its recorded values, assessed on a day.
  struct Sample {
    var measure: Measure
    var commitment = Commitment()
    var goLive: Day?
    var annotations: [Annotation] = []
    var measurements: [Measurement]
    var asOf: Day

    var plan: Plan {
      let programme = Programme(id: id("home-first"), title: "Home First")
      return Plan(
        programme: programme,
        projects: [Project(id: id("P1"), title: "Urgent Community Response", goLive: goLive)],
        benefits: [
          Benefit(
            id: id("B1"), title: "A benefit", aim: .patientExperience, project: id("P1"),
            lifecycle: .realising)
        ],
        measures: [measure],
        commitments: [measure.wholeSeries(in: programme.id): commitment], annotations: annotations)
    }

    var assessment: Assessment { assessment(of: measure.wholeSeries(in: plan.programme.id)) }

    /// The assessment of a series that all of the values belong to.
    func assessment(of series: Series) -> Assessment {
      let snapshot = Snapshot(
        plan: plan, measurements: [series: measurements], entry: EntryID(1),
        recordedAt: Instant(secondsSince1970: 0))
      return Assessor(snapshot: snapshot, asOf: asOf).assess(series)
    }

    /// The chart without the sentence on its status, whose words are tested where they are made.
    var figure: ChartFigure {
      var input = ChartInput(assessment, plan: plan)
      input.sentence = nil
      return ChartFigure(input)
    }
  }

  static func id<Noun>(_ text: String) -> Identifier<Noun> {
    guard let id = Identifier<Noun>(text) else { preconditionFailure("\(text) is an identifier") }
    return id
  }

  static func day(_ text: String) -> Day {
    guard let day = Day(text) else { preconditionFailure("\(text) is a day") }
    return day
  }

  static func period(_ text: String) -> Period {
    guard let period = Period(label: text) else { preconditionFailure("\(text) is a period") }
    return period
  }

  static func annotation(_ date: String, _ kind: Annotation.Kind, _ text: String) -> Annotation {
    Annotation(id: id("A-\(date)"), date: day(date), kind: kind, text: text)
  }

  /// Values of consecutive periods from a first one on; `nil` where nothing is recorded.
  static func measurements(
    from first: String, interval: Int = 1, _ values: [Double?], denominators: [Double]? = nil
  ) -> [Measurement] {
    values.enumerated().compactMap { index, value in
      value.map {
        Measurement(
          period: period(first).advanced(by: index * interval), number: $0,
          denominator: denominators?[index])
      }
    }
  }
}
