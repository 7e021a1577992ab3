import BenefitsModel
import BenefitsStorage
import Foundation
import Testing

/// The same numbers make the same database, however a file has them and by whichever way it is read.
@Suite struct ImportShapesTests {
  private static let plan = """
    programme: {id: prog, title: Programme}
    projects: [{id: P, title: Project, owner: Lead}]
    sites: [{id: north, title: North}, {id: south, title: South}]
    benefits: [{id: B, title: Benefit, aim: population-health, project: P, owner: Lead, lifecycle: planned}]
    measures:
      - {id: stay, title: Stay, benefits: [B], kind: value, unit: days, direction: lower,
         frequency: {every: month, from: 2023-01}}
      - {id: seen, title: Seen, benefits: [B], kind: proportion, unit: "%", direction: higher,
         frequency: {every: month, from: 2023-01}}

    """

  private struct Number {
    var measure: String
    var site: String
    var month: String
    var value: String
  }

  private static let numbers: [Number] = ["stay", "seen"].flatMap { measure in
    ["north", "south"].flatMap { site in
      (0..<30).map { index in
        let value =
          measure == "stay"
          ? "\(index).\(site.count + index % 10)" : "\(100 + index)/\(200 + 3 * index)"
        return Number(
          measure: measure, site: site,
          month: "\(2023 + index / 12)-"
            + (index % 12 < 9 ? "0" : "") + "\(index % 12 + 1)", value: value)
      }
    }
  }

  private static func long(_ numbers: [Number]) -> String {
    "measure,site,period,value\n"
      + numbers.map { "\($0.measure),\($0.site),\($0.month),\($0.value)\n" }.joined()
  }

  /// Every fifth place in turn, so that no series stands in one piece or in order.
  private static var mixed: [Number] {
    (0..<5).flatMap { start in
      stride(from: start, to: numbers.count, by: 5).reversed().map { numbers[$0] }
    }
  }

  private static func byMeasure() -> String {
    "period,site,stay,seen\n"
      + numbers.filter { $0.measure == "stay" }.map { stay in
        let seen = numbers.first {
          $0.measure == "seen" && $0.site == stay.site && $0.month == stay.month
        }
        return "\(stay.month),\(stay.site),\(stay.value),\(seen?.value ?? "")\n"
      }.joined()
  }

  private static func byPeriod() -> String {
    let months = numbers.prefix(30).map(\.month)
    return "measure,site,\(months.joined(separator: ","))\n"
      + stride(from: 0, to: numbers.count, by: 30).map { start in
        let row = numbers[start..<start + 30]
        return "\(row[start].measure),\(row[start].site),"
          + row.map(\.value).joined(separator: ",") + "\n"
      }.joined()
  }

  private static func quoted() -> String {
    "\u{FEFF}\"Measure\";\" Site \";\"Period\";\"Value\"\r\n"
      + numbers.map { number in
        "\"\(number.measure.uppercased())\"; \(number.site) ;\" \(number.month)\";\u{A0}\(number.value) \r\n"
      }.joined()
  }

  private static func parts() -> String {
    "measure,site,period,numerator,denominator,value,note\n"
      + mixed.map { number in
        let parts = number.value.split(separator: "/")
        let fields = parts.count == 2 ? "\(parts[0]),\(parts[1])," : ",,\(number.value)"
        return "\(number.measure),\(number.site),\(number.month)-01,\(fields),\n"
      }.joined()
  }

  @Test func everyShapeGivesTheSameDatabase() throws {
    try BuiltPrograms.inEmptyFolder { folder in
      let shapes = [
        ("long", Self.long(Self.numbers), "long.csv"),
        ("mixed", Self.long(Self.mixed), "mixed.csv"),
        ("by measure", Self.byMeasure(), "by-measure.csv"),
        ("by period", Self.byPeriod(), "by-period.csv"),
        ("quoted", Self.quoted(), "quoted.csv"),
        ("parts", Self.parts(), "parts.csv"),
        ("pipe", Self.long(Self.mixed), "- < <(cat 'pipe.csv')"),
        ("input", Self.long(Self.numbers), "- < input.csv"),
        ("encoded", Self.long(Self.numbers), "encoded.csv --encoding windows-1252"),
        ("odd missing", Self.long(Self.mixed), "odd-missing.csv --missing 'none,999/999'"),
      ]
      try Self.plan.write(
        to: folder.appendingPathComponent("plan.yaml"), atomically: true, encoding: .utf8)
      var first: Snapshot?
      for (name, text, argument) in shapes {
        let file = name.split(separator: " ").joined(separator: "-")
        try text.write(
          to: folder.appendingPathComponent("\(file).csv"), atomically: true, encoding: .utf8)
        let outcome = try BuiltPrograms.run(
          """
          export BENEFITS_DATABASE='\(file).db'
          benefits-cli init -q && benefits-cli plan apply plan.yaml -q > /dev/null || exit 99
          bash -c "benefits-cli import \(argument) --as-of 2026-01-01" || exit 98
          benefits-cli verify -q
          """, in: folder)
        #expect(outcome.status == 0, "\(name): \(outcome)")
        #expect(outcome.output.contains("120 added"), "\(name): \(outcome)")
        let store = try Store.open(
          at: folder.appendingPathComponent("\(file).db").path, for: .read)
        let snapshot = try store.snapshot()
        let known = first ?? snapshot
        first = known
        #expect(snapshot.measurements == known.measurements, "\(name)")
      }
      #expect(first?.measurements.count == 4)
    }
  }

  @Test func thousandsOfConflictsAreCountedAndTheFirstOnesOfTheFileShown() throws {
    try BuiltPrograms.inEmptyFolder { folder in
      let months = (0..<3599).map { index in
        (1900 + index / 12, index % 12 + 1)
      }
      let text = { (value: Int) in
        "measure,period,value\n"
          + months.reversed().map { "stay,\($0)-\($1 < 10 ? "0" : "")\($1),\(value)\n" }.joined()
      }
      try Self.plan.replacingOccurrences(of: "from: 2023-01", with: "from: 1900-01").write(
        to: folder.appendingPathComponent("plan.yaml"), atomically: true, encoding: .utf8)
      for value in [1, 2] {
        try text(value).write(
          to: folder.appendingPathComponent("\(value).csv"), atomically: true, encoding: .utf8)
      }
      let outcome = try BuiltPrograms.run(
        """
        benefits-cli init -q && benefits-cli plan apply plan.yaml -q > /dev/null || exit 99
        benefits-cli import 1.csv --as-of 2199-12-31 -q || exit 98
        benefits-cli import 2.csv --as-of 2199-12-31
        """, in: folder)
      #expect(outcome.status == 65)
      let lines = outcome.errors.split(separator: "\n")
      #expect(lines.first?.hasPrefix("2.csv:2:14: 2199-11 already holds 1 (entry 3, ") == true)
      #expect(lines.contains { $0.hasPrefix("2.csv:51:14: ") })
      #expect(!lines.contains { $0.hasPrefix("2.csv:52:14: ") })
      #expect(lines.contains("and 3549 more"))
      #expect(
        lines.last
          == "benefits-cli: error: 2.csv: 3599 problems in 3599 rows; nothing was imported")
    }
  }
}
