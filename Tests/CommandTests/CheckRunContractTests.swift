import Foundation
import Testing

/// What a schedule relies on: exit statuses, the same bytes, and a file that is never touched.
@Suite struct CheckRunContractTests {
  private func status(
    _ command: String, _ expected: Int32, in folder: URL, adding variables: [String: String] = [:],
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let outcome = try BuiltPrograms.run(command, in: folder, adding: variables)
    #expect(
      outcome.status == expected, "\(command)\n\(outcome.output)\(outcome.errors)",
      sourceLocation: sourceLocation)
  }

  @Test func everyExitStatusIsReached() throws {
    try ReportFixture.withDatabase { folder in
      let check = "benefits-report check --as-of 2025-10-10"
      try status("\(check) --profile plan", 0, in: folder)
      try status(check, 1, in: folder)
      try status("\(check) --check 'data.gap'", 0, in: folder)
      try status("\(check) --check 'data.gap' --strict", 1, in: folder)
      try status("\(check) --check 'data.gap' --fail-on warn", 1, in: folder)
      try status("\(check) --select measure:none", 2, in: folder)
      try status("\(check) --select measure:none --allow-empty", 0, in: folder)
      try status("\(check) --exit-zero", 0, in: folder)
      try status("\(check) --check baseline.missing --exit-style nagios", 0, in: folder)
      try status("\(check) --profile plan --exit-style nagios", 1, in: folder)
      try status("\(check) --check 'data.gap' --exit-style nagios", 1, in: folder)
      try status("\(check) --exit-style nagios", 2, in: folder)
      try status("\(check) --select measure:none --exit-style nagios", 3, in: folder)
      try status("\(check) --format jsno", 64, in: folder)
      try status("\(check) --check data.overdu", 64, in: folder)
      try status("\(check) --select mesure:x", 64, in: folder)
      try status("\(check) --since 2025-10-10", 64, in: folder)
      try status("benefits-report explain data.overdu", 66, in: folder)
      try status("\(check) --database none.db", 66, in: folder)
      try "no database".write(
        to: folder.appendingPathComponent("text.db"), atomically: true, encoding: .utf8)
      try status("\(check) --database text.db", 69, in: folder)
      try status("\(check) --format json=none/checks.json", 73, in: folder)
      try status("\(check) > /dev/full", 74, in: folder)
    }
  }

  @Test func policiesThatCannotBeAreRefusedWithTheirPlace() throws {
    try ReportFixture.withDatabase { folder in
      let export = "benefits-cli plan export plan2.yaml -q --force"
      #expect(try BuiltPrograms.run(export, in: folder).status == 0)
      let file = folder.appendingPathComponent("plan2.yaml")
      let text = try String(contentsOf: file, encoding: .utf8)
      try text.replacing(
        "checks: {profile: standard}",
        with: "checks: {profile: standard, rules: [{id: traj.on-trak, severity: warn}]}"
      ).write(to: file, atomically: true, encoding: .utf8)
      let outcome = try BuiltPrograms.run("benefits-cli plan apply plan2.yaml", in: folder)
      #expect(outcome.status == 65)
      #expect(
        outcome.errors.contains(
          /plan2\.yaml:[0-9]+:[0-9]+: there is no check 'traj\.on-trak'; did you mean 'traj\.on-track'\?/
        ),
        "\(outcome.errors)")
    }
  }

  @Test func twoRunsAreTheSameBytes() throws {
    try ReportFixture.withDatabase { folder in
      for form in ["text", "json", "junit", "github", "markdown", "nagios", "prometheus", "csv"] {
        let command = "benefits-report check --as-of 2025-10-10 --verbose --format \(form)"
        let first = try BuiltPrograms.run(command, in: folder)
        #expect(first.status == 1)
        #expect(try BuiltPrograms.run(command, in: folder) == first, "\(form)")
      }
    }
  }

  @Test(arguments: ["", "--since 2025-09-30 --changes", "--format github"])
  func aRunNeverChangesTheFile(options: String) throws {
    try ReportFixture.withDatabase { folder in
      let hash = "sha256sum benefits.db && ls -1 --time-style=full-iso -l benefits.db*"
      let before = try BuiltPrograms.run(hash, in: folder)
      #expect(before.status == 0)
      let check = "benefits-report check --as-of 2025-10-10 \(options)"
      let writable = try BuiltPrograms.run(check, in: folder)
      #expect(try BuiltPrograms.run(hash, in: folder) == before)
      // The same from a file and a folder that nobody may write.
      let readOnly = try BuiltPrograms.run(
        "chmod 444 benefits.db && chmod 555 . && \(check); code=$?; chmod 755 .; exit $code",
        in: folder)
      #expect(readOnly == writable)
    }
  }

  @Test func whatIsWaivedNoLongerFails() throws {
    try ReportFixture.withDatabase { folder in
      let check =
        "benefits-report check --as-of 2025-10-10 --check guardrail.breached --check 'waiver.*'"
      try status(check, 1, in: folder)
      let waive =
        "benefits-cli waive guardrail.breached returns --as-of 2025-10-01 --until 2025-12-01"
        + " --reason 'Coding was changed' --approved-by 'Medical Director'"
      let outcome = try BuiltPrograms.run(waive, in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(
        outcome.output.contains(
          "add     waiver W-001: guardrail.breached, returns, until 2025-12-01"))
      try status(check, 0, in: folder)
      try status(check.replacing("2025-10-10", with: "2025-12-02"), 1, in: folder)
    }
  }

  @Test func aWaiverIsRefusedWithAllThatIsWrong() throws {
    try ReportFixture.withDatabase { folder in
      let outcome = try BuiltPrograms.run(
        "benefits-cli waive guardrail.breach retuns --as-of 2025-10-01 --until 2026-12-01"
          + " --reason R --approved-by Board --void-status mised", in: folder)
      #expect(outcome.status == 65)
      for part in [
        "there is no check 'guardrail.breach'; did you mean 'guardrail.breached'?",
        "there is nothing called 'retuns' in this plan; did you mean 'returns'?",
        "there is no status 'mised'; did you mean 'missed'?", "at most 92 are allowed",
      ] {
        #expect(outcome.errors.contains(part), "\(outcome.errors)")
      }
    }
  }

  @Test func theNextWaiverGetsTheNextName() throws {
    try ReportFixture.withDatabase { folder in
      for (name, subject) in [("W-001", "returns"), ("W-002", "stay")] {
        let outcome = try BuiltPrograms.run(
          "benefits-cli waive data.gap \(subject) --as-of 2025-10-01 --until 2025-11-01 --defer"
            + " --reason R --approved-by Board", in: folder)
        #expect(outcome.output.contains("waiver \(name): data.gap, \(subject)"), "\(outcome)")
      }
    }
  }
}
