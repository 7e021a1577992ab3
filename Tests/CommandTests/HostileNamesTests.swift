import Foundation
import Testing

/// Names and notes that try to be more than text, in everything that `benefits-report` writes.
@Suite struct HostileNamesTests {
  private static let name =
    #"=HYPERLINK("http://x.test") <script>alert(1)</script> ]]> | `a` **b** [c](http://x.test) @team"#

  /// A programme whose every text is hostile, with marks that reorder what follows them.
  private func inHostileProgramme<R>(_ body: (URL) throws -> R) throws -> R {
    try BuiltPrograms.inEmptyFolder { folder in
      let name = "'\(Self.name) \u{202E}txet\u{2066} \u{5D0}\u{5D1}'"
      try """
      programme: {id: p, title: \(name), purpose: \(name)}
      projects:
        - {id: P1, title: \(name), owner: \(name), go_live: 2025-04-01}
      benefits:
        - {id: B1, title: \(name), aim: cost-efficiency, project: P1, owner: \(name), lifecycle: realising}
      measures:
        - {id: M1, title: \(name), benefits: [B1], role: outcome, kind: value, unit: '=x', direction: lower,
           definition: \(name), source: \(name), owner: \(name), frequency: {every: month, from: 2025-01},
           baseline: {value: 9, source: \(name)}, targets: [{value: 2, reach_by: 2025-12}]}
      annotations:
        - {date: 2025-04-01, kind: go-live, projects: [P1], text: \(name)}
      """.write(to: folder.appendingPathComponent("plan.yaml"), atomically: true, encoding: .utf8)
      try """
      measure,period,value,note
      M1,2025-01,9,"=1+1"
      M1,2025-02,8,"+cmd|' /C calc'!A0"
      M1,2025-03,7,"-2+3"
      M1,2025-04,6,"@SUM(A1)"
      M1,2025-05,5,"</td><script>alert(1)</script> ]]> \u{202E}"
      """.write(to: folder.appendingPathComponent("data.csv"), atomically: true, encoding: .utf8)
      let outcome = try BuiltPrograms.run(
        """
        set -e
        benefits-cli init -q --recorded-at 2025-06-01
        benefits-cli plan apply -q --recorded-at 2025-06-01 --as-of 2025-06-01
        benefits-cli import data.csv -q --as-of 2025-06-10 --recorded-at 2025-06-02 --reason '=1+1'
        """, in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      return try body(folder)
    }
  }

  private static let commands = [
    "status", "status --long", "status --format csv", "due", "check --verbose",
    "check --format junit", "check --format github", "check --format markdown", "summary",
    "export -", "export - --table points", "html -", "chart M1 -o -", "status --by benefit",
  ]

  @Test func nothingCarriesControlOrReorderingMarks() throws {
    try inHostileProgramme { folder in
      for command in Self.commands {
        let outcome = try BuiltPrograms.run(
          "benefits-report \(command) --as-of 2025-06-10", in: folder)
        #expect(outcome.output.count > 50, "\(command)\n\(outcome.errors)")
        for scalar in outcome.output.unicodeScalars {
          let isControl =
            scalar.value < 0x20 && scalar != "\n" || (0x7F...0x9F).contains(scalar.value)
          let isReordering =
            (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
          #expect(!isControl && !isReordering, "\(command): U+\(String(scalar.value, radix: 16))")
        }
      }
    }
  }

  @Test func nothingIsMarkupInHTMLAndSVG() throws {
    try inHostileProgramme { folder in
      let page = "html site -q && cat site/index.html site/benefits/b1.html #"
      for command in ["html -", "chart M1 -o -", "check --format junit", page] {
        let outcome = try BuiltPrograms.run(
          "benefits-report \(command) --as-of 2025-06-10", in: folder)
        #expect(!outcome.output.contains("<script"), "\(command)")
        #expect(!outcome.output.contains("]]>"), "\(command)")
        #expect(outcome.output.contains("&lt;script"), "\(command)")
      }
    }
  }

  @Test func nothingIsMarkupInMarkdown() throws {
    let text = try inHostileProgramme {
      try BuiltPrograms.run("benefits-report summary --as-of 2025-06-10", in: $0).output
    }
    for markup in ["<script", "[c](", "`a`", "**b**", "http://", " @team"] {
      #expect(!text.contains(markup), "\(markup)")
    }
    for line in text.split(separator: "\n") where line.hasPrefix("| =") {
      let bars = line.indices.filter {
        line[$0] == "|" && ($0 == line.startIndex || line[line.index(before: $0)] != "\\")
      }
      #expect(bars.count == 5, "\(line)")
    }
  }

  @Test func noCellIsAFormula() throws {
    try inHostileProgramme { folder in
      let outcome = try BuiltPrograms.run(
        """
        set -e
        benefits-report export numbers --format csv -q --as-of 2025-06-10
        benefits-report status --format csv --as-of 2025-06-10 > numbers/status.csv
        benefits-report due --format csv --within 90 --as-of 2025-06-10 > numbers/due.csv || true
        python3 - <<'END'
        import csv, glob
        count = 0
        for name in sorted(glob.glob("numbers/*.csv")):
            for row in csv.reader(open(name, encoding="utf-8", newline="")):
                for cell in row:
                    count += 1
                    if cell[:1] in ("=", "+", "-", "@"):
                        try:
                            float(cell)
                        except ValueError:
                            print(name, cell)
        print(count > 100)
        END
        """, in: folder)
      #expect(outcome.output == "True\n", "\(outcome.output)\(outcome.errors)")
    }
  }

  @Test func aBrowserFindsNothingWrong() throws {
    try inHostileProgramme { folder in
      let inspector = ReadmeTests.root.appendingPathComponent("Tests/Browser/inspect_pages.py").path
      let outcome = try BuiltPrograms.run(
        """
        set -e
        benefits-report html report.html -q --as-of 2025-06-10
        benefits-report html site -q --as-of 2025-06-10
        benefits-report chart M1 -o M1.svg -q --as-of 2025-06-10
        python3 '\(inspector)' report.html site/index.html site/benefits/b1.html M1.svg
        """, in: folder)
      #expect(outcome == .init(output: "", errors: "", status: 0))
    }
  }
}
