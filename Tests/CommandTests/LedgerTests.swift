import Foundation
import Testing

@Suite struct LedgerTests {
  /// The commands of `script/demo` that record something, with the samples beside them.
  private static let commands = [
    "benefits-cli init --recorded-at 2024-02-01T09:00:00Z",
    "benefits-cli plan apply samples/home-first/plan.yaml --recorded-at 2024-02-01T09:05:00Z",
    "benefits-cli import samples/home-first/measurements-2025-11.csv --as-of 2025-12-05 "
      + "--recorded-at 2025-12-05T10:00:00Z",
    "benefits-cli import samples/home-first/restated-2025-10.csv --as-of 2025-12-12 "
      + "--recorded-at 2025-12-12T10:00:00Z --revise 'Restated after an audit'",
    "benefits-cli import samples/home-first/measurements-2026-03.csv --as-of 2026-04-23 "
      + "--recorded-at 2026-04-23T16:00:00Z",
    "benefits-cli import samples/home-first/crisis-response-parts.csv --as-of 2026-04-23 "
      + "--recorded-at 2026-04-23T16:05:00Z",
  ]

  /// What the sample's ledger ends with.
  ///
  /// It changes with the sample's files, with these commands, with the number of the version, and with the
  /// encoding of the ledger. A change for any other reason breaks every ledger that exists.
  private static let head = "61fe601c0f246adb9ce5d9e01d53d678789514c9003a8e51748a3b8b4db1552f"

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test func theSampleHasTheSameHeadEverywhere() throws {
    try BuiltPrograms.inEmptyFolder { folder in
      try FileManager.default.createSymbolicLink(
        at: folder.appendingPathComponent("samples"),
        withDestinationURL: Self.root.appendingPathComponent("samples"))
      let environment = ["BENEFITS_BY": "Benefits Lead"]
      for command in Self.commands {
        let outcome = try BuiltPrograms.run(command, in: folder, adding: environment)
        #expect(outcome.status == 0, "\(command)\n\(outcome.errors)")
      }
      let verified = try BuiltPrograms.run("benefits-cli verify", in: folder)
      #expect(
        verified.output == "benefits.db: whole (6 entries)\nLedger head: \(Self.head)\n")
      // The verifier that was written from the documentation agrees; 127 is a machine without Python.
      let script = Self.root.appendingPathComponent("Tests/Verifier/verify_ledger.py").path
      let independent = try BuiltPrograms.run("python3 -B '\(script)' benefits.db", in: folder)
      if independent.status != 127 {
        #expect(independent.status == 0)
        #expect(independent.output.hasSuffix(" \(Self.head)\n"), "\(independent)")
      }
      // The head is in everything that people keep.
      for command in [
        "benefits-cli log", "benefits-report status --format json --as-of 2026-04-24",
        "benefits-report check --format json --as-of 2026-04-24",
        "benefits-report html report.html --as-of 2026-04-24 > /dev/null; cat report.html",
      ] {
        let outcome = try BuiltPrograms.run(command, in: folder)
        #expect(outcome.output.contains(Self.head), "\(command)")
      }
      // An earlier state of knowledge prints the head of that time.
      let earlier = try BuiltPrograms.run("benefits-cli log --known-at 4", in: folder).output
      let line = try #require(earlier.split(separator: "\n").last)
      #expect(!line.contains(Self.head))
      let hash = line.replacing("Ledger head: ", with: "")
      let checked = try BuiltPrograms.run("benefits-cli verify --head \(hash)", in: folder)
      #expect(checked.output.hasSuffix("The hash given is that of entry 4.\n"))
    }
  }

  @Test func theDemoRunsTheseCommands() throws {
    let demo = try String(
      contentsOf: Self.root.appendingPathComponent("script/demo"), encoding: .utf8
    ).replacing("\\\n  ", with: "").replacing("\"$sample/", with: "samples/home-first/")
      .replacing(".csv\"", with: ".csv").replacing(".yaml\"", with: ".yaml")
      .replacing("\"Restated after an audit\"", with: "'Restated after an audit'")
    for command in Self.commands { #expect(demo.contains("say \(command)"), "\(command)") }
  }
}
