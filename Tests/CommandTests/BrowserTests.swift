import Foundation
import Testing

/// What a browser and strict parsers say of what the programs write: `Tests/Browser/inspect_pages.py`.
///
/// The tests need Chromium and html5lib, which `script/bootstrap --tests` installs, and fail without them.
@Suite(.serialized) struct BrowserTests {
  private static let inspector = ReadmeTests.root
    .appendingPathComponent("Tests/Browser/inspect_pages.py").path

  private func inspect(_ files: String, in folder: URL) throws -> BuiltPrograms.Outcome {
    try BuiltPrograms.run("python3 '\(Self.inspector)' \(files)", in: folder)
  }

  /// The sample, with everything that its commands draw and write.
  @Test func nothingIsWrongWithTheReportOfTheSample() throws {
    try BuiltPrograms.inEmptyFolder { folder in
      try SampleStatusTests.load(in: folder)
      let made = try BuiltPrograms.run(
        """
        set -e
        benefits-report html report.html --as-of 2026-04-24 -q
        benefits-report html site --as-of 2026-04-24 -q --data-dir site/data --accent '#FFCC00' \
          --organisation 'Aldermere Partnership' --stamp 'Board, 30 April'
        benefits-report chart HF-M01 -o HF-M01.svg --as-of 2026-04-24 -q
        """, in: folder)
      #expect(made.status == 0, "\(made.errors)")
      let outcome = try inspect(
        "report.html site/index.html site/benefits/*.html HF-M01.svg", in: folder)
      #expect(outcome == .init(output: "", errors: "", status: 0))
    }
  }

  /// Every kind of chart, with and without phases, gaps and a target, as a file and in the other colours.
  @Test func nothingIsWrongWithAnyKindOfChart() throws {
    try BuiltPrograms.inEmptyFolder { folder in
      let rows = (0..<30).map { index in
        "\(2023 + index / 12)-\(index % 12 < 9 ? "0" : "")\(index % 12 + 1),"
          + (index == 17 ? "," : "\(20 + index * 7 % 11),") + "\(200 + index * 13 % 90)"
      }
      try (["period,value,denominator"] + rows).joined(separator: "\n")
        .write(to: folder.appendingPathComponent("d.csv"), atomically: true, encoding: .utf8)
      let made = try BuiltPrograms.run(
        """
        set -e
        cut -d, -f1,2 d.csv > v.csv
        for kind in run i mr c t g; do
          benefits-report analyse v.csv --chart $kind --freeze 12 --target 22 --direction lower --format svg > $kind.svg
        done
        for kind in p pp u up ip; do
          benefits-report analyse d.csv --chart $kind --phase 2024-06 --multiply 100 --direction lower \
            --format svg > $kind.svg
        done
        """, in: folder)
      #expect(made.status == 0, "\(made.errors)")
      #expect(try inspect("*.svg", in: folder) == .init(output: "", errors: "", status: 0))
    }
  }

  /// The line of docs/charts.md that makes a PNG, for the picture of the README.
  @Test func theLineForAPNGMakesOneOfTwiceTheSize() throws {
    let root = ReadmeTests.root
    let text = try String(
      contentsOf: root.appendingPathComponent("docs/charts.md"), encoding: .utf8)
    let line = try #require(
      text.split(separator: "\n").first { $0.hasPrefix("chromium --headless --force") })
    try BuiltPrograms.inEmptyFolder { folder in
      let picture = root.appendingPathComponent("docs/charts/crisis-response.svg").path
      // A container has no sandbox, and a browser may bear another name.
      let outcome = try BuiltPrograms.run(
        """
        set -e
        cp '\(picture)' chart.svg
        browser="${CHROMIUM:-$(command -v chromium || command -v google-chrome)}"
        chromium() { "$browser" --no-sandbox "$@"; }
        \(line) 2>/dev/null
        python3 - <<'END'
        import re, struct
        width, height = struct.unpack(">II", open("chart.png", "rb").read()[16:24])
        size = re.search(r'width="(\\d+)" height="(\\d+)"', open("chart.svg").readline())
        print([width, height] == [2 * int(number) for number in size.groups()])
        END
        """, in: folder)
      #expect(outcome.output.hasSuffix("True\n"), "\(outcome.output)\(outcome.errors)")
    }
  }

  @Test func nothingIsWrongWithAnEmptyReport() throws {
    try BuiltPrograms.inEmptyFolder { folder in
      let outcome = try BuiltPrograms.run(
        """
        set -e
        echo 'programme: {id: p, title: Programme}' > plan.yaml
        benefits-cli init -q --recorded-at 2025-01-01 >/dev/null
        benefits-cli plan apply -q --recorded-at 2025-01-01 >/dev/null
        benefits-report html report.html --as-of 2025-01-01 -q
        python3 '\(Self.inspector)' report.html
        """, in: folder)
      #expect(outcome == .init(output: "", errors: "", status: 0))
    }
  }

  /// Every fault that is looked for is found, so that a page without findings has none.
  @Test(arguments: [
    ("<h1>A</h1><h3>B</h3>", "the heading 'B' skips from h1 to h3"),
    ("<h2>A</h2>", "the page does not begin with its one h1"),
    (
      "<h1>A</h1><p style=\"color: #888\">pale</p>",
      "light: p. rgb(136, 136, 136) has a contrast of 3.54: pale"
    ),
    (
      "<h1>A</h1><p style=\"width: 50rem\">wide</p>",
      "at 768 pixels: the page is 8"
    ),
    ("<h1>A</h1><a href=\"#no\">x</a>", "the link #no leads to no element"),
    ("<h1>A</h1><a href=\"b.html\">x</a>", "the link b.html leads nowhere"),
    ("<h1>A</h1><p id=\"x\">x</p><p id=\"x\">y</p>", "two elements have the id x"),
    ("<h1>A</h1><p aria-labelledby=\"x\">x</p>", "nothing has the id x"),
    ("<h1>A</h1><svg role=\"img\" width=\"9\" height=\"9\"></svg>", "a image has no name"),
    (
      "<h1>A</h1><svg aria-hidden=\"true\" width=\"9\" height=\"9\"><path d=\"M1 1H8V8Z\"/></svg>",
      "without styles: path is black by default"
    ),
    ("<h1>A</h1><figure>x</figure>", "on paper: a chart may be cut in two"),
    (
      "<h1>A</h1><div style=\"overflow: auto\"><table style=\"width: 60rem\"><caption>T</caption>"
        + "<tr><td>x</td></tr></table></div>", "on paper: a table is wider than the page"
    ),
    (
      "<h1>A</h1><img alt=\"x\" src=\"http://localhost:9/x.png\"/>",
      "asks for http://localhost:9/x.png"
    ),
    ("<h1>A</h1><p>x</h1>", "is not well-formed XML"),
    ("<h1>A</h1><p><p>x</p></p>", "is not valid HTML"),
  ])
  func everyFaultIsFound(body: String, finding: String) throws {
    try BuiltPrograms.inEmptyFolder { folder in
      let page = """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"/><title>T</title></head>
        <body style="color: #000"><main>\(body)</main></body></html>
        """
      try page.write(
        to: folder.appendingPathComponent("page.html"), atomically: true, encoding: .utf8)
      let outcome = try inspect("page.html", in: folder)
      #expect(outcome.status == 1, "\(outcome.errors)")
      #expect(outcome.output.contains("page.html: \(finding)"), "\(outcome.output)")
    }
  }
}
