import Foundation
import Testing

/// `analyse --format svg --output`: a chart of each series of a file.
@Suite struct AnalyseFolderTests {
  private func inFolder<R>(with csv: String, _ body: (URL) throws -> R) throws -> R {
    try BuiltPrograms.inEmptyFolder { folder in
      try csv.write(
        to: folder.appendingPathComponent("wards.csv"), atomically: true, encoding: .utf8)
      return try body(folder)
    }
  }

  /// Series of monthly values that differ from one another.
  private func csv(_ names: [String], months: Int = 24) -> String {
    "series,period,value\n"
      + names.enumerated().map { number, name in
        (0..<months).map { month in
          "\"\(name.replacingOccurrences(of: "\"", with: "\"\""))\","
            + "\(2010 + month / 12)-\(String(format: "%02d", month % 12 + 1)),"
            + "\(50 + (month * 7 + number * 5) % 11)\n"
        }.joined()
      }.joined()
  }

  private func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func drawsEachSeriesAsItIsDrawnAlone() throws {
    let series = (1...40).map { "Ward \($0)" }
    try inFolder(with: csv(series)) { folder in
      let all = try BuiltPrograms.run(
        """
        benefits-report analyse wards.csv --chart i --direction lower --format svg -o charts/
        for n in 1 17 40; do
          benefits-report analyse wards.csv --chart i --direction lower --format svg \\
            --series "Ward $n" | cmp - "charts/Ward-$n.svg"
        done
        """, in: folder)
      #expect(all == .init(output: "", errors: "charts: 40 charts written\n", status: 0))
      let drawn = try names(in: folder.appendingPathComponent("charts"))
      #expect(drawn == series.map { $0.replacingOccurrences(of: " ", with: "-") + ".svg" }.sorted())
    }
  }

  @Test func givesEachSeriesAFileOfItsOwn() throws {
    let series = [
      "A&E", "a&e", "A E", "../../etc/passwd", ".hidden", "Übergang 1 · 2", "日本", "/",
      "<b>\u{202E}x",
      String(repeating: "long ", count: 80), "a" + String(repeating: "\u{301}", count: 300), "-",
      "x.svg",
    ]
    try inFolder(with: csv(series)) { folder in
      let outcome = try BuiltPrograms.run(
        "benefits-report analyse wards.csv --format svg -o charts; ls -A . ..| grep -c passwd",
        in: folder)
      #expect(outcome.errors == "charts: \(series.count) charts written\n")
      #expect(outcome.output == "0\n")
      let drawn = try names(in: folder.appendingPathComponent("charts"))
      #expect(drawn.count == series.count)
      for name in [
        "A-E.svg", "a-e-2.svg", "A-E-3.svg", "etc-passwd.svg", "hidden.svg", "Übergang-1-2.svg",
        "日本.svg", "series.svg", "series-2.svg", "b-x.svg", "x.svg.svg",
      ] {
        #expect(drawn.contains(name), "\(name) is not in \(drawn)")
      }
    }
  }

  @Test func drawsNothingWhereAFileIsNotToBeReplaced() throws {
    try inFolder(with: csv(["one", "two"])) { folder in
      let refused = try BuiltPrograms.run(
        """
        mkdir charts && echo mine > charts/two.svg
        benefits-report analyse wards.csv --format svg -o charts
        """, in: folder)
      #expect(refused.status == 73)
      #expect(refused.errors.contains("'charts/two.svg' exists already"))
      let charts = folder.appendingPathComponent("charts")
      #expect(try names(in: charts) == ["two.svg"])
      let forced = try BuiltPrograms.run(
        "benefits-report analyse wards.csv --format svg -o charts --force && head -c 4 charts/two.svg",
        in: folder)
      #expect(forced.output == "<svg")
      #expect(try names(in: charts) == ["one.svg", "two.svg"])
    }
  }

  @Test func tellsTheFirstFailureOfMany() throws {
    try inFolder(with: csv((1...50).map { "s\($0)" })) { folder in
      // A folder in the place of a file can be replaced by none.
      let outcome = try BuiltPrograms.run(
        """
        mkdir -p charts/s3.svg charts/s40.svg
        benefits-report analyse wards.csv --format svg -o charts --force
        """, in: folder)
      #expect(outcome.status == 73)
      #expect(outcome.errors.contains("'charts/s3.svg'"))
      #expect(
        !(try names(in: folder.appendingPathComponent("charts"))).contains { $0.hasSuffix("part") })
    }
  }

  @Test func saysWhichFolderIsMissing() throws {
    try inFolder(with: csv(["one", "two"])) { folder in
      let outcome = try BuiltPrograms.run(
        "benefits-report analyse wards.csv --format svg -o no/such/charts", in: folder)
      #expect(outcome.status == 73)
      #expect(outcome.errors.contains("cannot create the folder 'no/such/charts'"))
      #expect(outcome.errors.contains("there is no folder 'no/such'"))
    }
  }

  /// A new folder has its name only when all of it is there.
  @Test func leavesNothingOfAFolderThatCannotBeFinished() throws {
    try inFolder(with: csv((1...60).map { "s\($0)" })) { folder in
      // No file can be larger than one block of 512 bytes.
      let outcome = try BuiltPrograms.run(
        """
        (trap '' XFSZ; ulimit -f 1; benefits-report analyse wards.csv --format svg -o charts)
        """, in: folder)
      #expect(outcome.status == 74, "\(outcome.errors)")
      #expect(outcome.errors.contains("cannot write 'charts/s"))
      #expect(try names(in: folder) == ["wards.csv"])
    }
  }

  @Test func leavesNothingWhenItIsInterrupted() throws {
    try inFolder(with: csv((1...400).map { "s\($0)" }, months: 120)) { folder in
      // Interrupted as soon as the first charts are there.
      let outcome = try BuiltPrograms.run(
        """
        benefits-report analyse wards.csv --format svg -o charts & program=$!
        until ls charts.*.part/*.svg >/dev/null 2>&1; do kill -0 $program || exit 99; done
        kill -INT $program; wait $program
        """, in: folder)
      #expect(outcome.status == 130, "\(outcome.errors)")
      #expect(outcome.errors.contains("interrupted; no charts were written"))
      #expect(try names(in: folder) == ["wards.csv"])
    }
  }

  @Test func writesASingleSeriesToAFile() throws {
    try inFolder(with: csv(["one", "two"])) { folder in
      let outcome = try BuiltPrograms.run(
        """
        benefits-report analyse wards.csv --format svg --series two -o two.svg
        benefits-report analyse wards.csv --format svg --series two | cmp - two.svg
        benefits-report analyse wards.csv --format svg --series two -o two.svg
        """, in: folder)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.hasPrefix("two.svg: written\n"))
      #expect(outcome.status == 73)
    }
    try inFolder(with: "period,value\n2025-01,1\n2025-02,3\n") { folder in
      let outcome = try BuiltPrograms.run(
        "benefits-report analyse wards.csv --format svg -o charts && ls charts", in: folder)
      #expect(outcome.output == "wards.svg\n")
    }
  }

  @Test(arguments: [
    ("-o charts", "--output is for pictures"),
    ("--format json -o charts", "--output is for pictures"),
    ("--format svg -o -", "--output names a folder or a file"),
    ("--format svg -o ''", "--output names a folder or a file"),
    ("--format svg -o one.svg", "the file holds 2 series"),
    ("--format svg", "or a folder for all, as in -o charts"),
  ])
  func refusesOtherPlaces(options: String, reason: String) throws {
    try inFolder(with: csv(["one", "two"])) { folder in
      let outcome = try BuiltPrograms.run(
        "benefits-report analyse wards.csv \(options)", in: folder)
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains(reason), "\(outcome.errors)")
      #expect(try names(in: folder) == ["wards.csv"])
    }
  }

  /// More points than are held: the file is read a second time, with the same result.
  @Test func readsALongFileASecondTime() throws {
    let series = (1...110).map { "s\($0)" }
    try inFolder(with: csv(series, months: 480)) { folder in
      let outcome = try BuiltPrograms.run(
        """
        benefits-report analyse wards.csv --format json > whole.jsonl
        benefits-report analyse wards.csv --format json --series s109 > one.jsonl
        wc -l < whole.jsonl
        sed -n 109p whole.jsonl | cmp - one.jsonl
        { head -1 wards.csv; grep '^"s109"' wards.csv; } > s109.csv
        benefits-report analyse s109.csv --format json | cmp - one.jsonl
        """, in: folder)
      #expect(outcome == .init(output: "110\n", errors: "", status: 0))
    }
  }
}
