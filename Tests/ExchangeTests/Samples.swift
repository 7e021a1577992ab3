import BenefitsExchange
import BenefitsModel
import Testing

/// Things the tests of this target build on; everything is invented.
enum Samples {
  static let asOf = "2026-04-24"

  static func period(_ label: String) throws -> Period { try #require(Period(label: label)) }

  static func day(_ text: String) throws -> Day { try #require(Day(text)) }

  static func series(
    _ measure: String, site: String = "home-first", stratum: String = "all"
  ) throws -> Series {
    Series(
      measure: try #require(Measure.ID(measure)), site: try #require(Site.ID(site)),
      stratum: try #require(Stratum.ID(stratum)))
  }

  static func measure(
    _ id: String, _ kind: MeasureKind, unit: String = "", from: String = "2023-04",
    every interval: Int = 1
  ) throws -> Measure {
    Measure(
      id: try #require(Measure.ID(id)), title: "Title of \(id)", kind: kind, unit: unit,
      direction: .higher, frequency: Frequency(from: try period(from), interval: interval))
  }

  /// A plan with a measure of each kind.
  static func plan() throws -> Plan {
    Plan(
      programme: Programme(id: try #require(Programme.ID("home-first")), title: "Home First"),
      sites: [
        Site(id: try #require(Site.ID("alderwick")), title: "Alderwick Centre"),
        Site(id: try #require(Site.ID("brackenmere")), title: "Brackenmere"),
      ],
      strata: [
        Stratum(id: try #require(Stratum.ID("fifth-1")), title: "Most deprived fifth"),
        Stratum(id: try #require(Stratum.ID("fifth-5")), title: "Least deprived fifth"),
      ],
      measures: [
        try measure("share", .proportion, unit: "%"),
        try measure("stay", .value, unit: "days"),
        try measure("visits", .count),
        try measure("per-thousand", .rate),
        try measure("falls", .event, from: "2023-04-01"),
        try measure("pulse", .value, every: 2),
        try measure("carers", .value, from: "2023/24-Q1"),
      ])
  }

  static func read(
    _ text: String, _ options: ImportOptions = ImportOptions(), asOf: String = asOf
  ) throws -> ImportReading {
    MeasurementImport.read(
      Array(text.utf8), file: "in.csv", plan: try plan(), options: options, asOf: try day(asOf))
  }

  static func arguments(_ arguments: [String], of measure: String) throws -> ImportReading {
    MeasurementImport.read(
      arguments: arguments, series: try series(measure), plan: try plan(), asOf: try day(asOf))
  }
}

extension ImportReading {
  /// The rows as short texts, for comparing.
  var lines: [String] {
    rows.map { row in
      let number = row.measurement.number.map(Numeral.shortest) ?? "-"
      let denominator = row.measurement.denominator.map { "/" + Numeral.shortest($0) } ?? ""
      let state = row.measurement.state == .final ? "" : " \(row.measurement.state.rawValue)"
      let note = row.measurement.note.map { " '\($0)'" } ?? ""
      return "\(row.series) \(row.measurement.period) \(number)\(denominator)\(state)\(note)"
    }
  }
}
