import Foundation
import Testing

/// What `check` writes, read by programs that others wrote, on the sample with its failures, warnings, unknowns and
/// a waiver.
@Suite struct CheckFormatTests {
  private func withSample<R>(_ body: (URL) throws -> R) throws -> R {
    try BuiltPrograms.inEmptyFolder { folder in
      try SampleStatusTests.load(in: folder)
      return try body(folder)
    }
  }

  private func check(
    _ options: String, in folder: URL, adding variables: [String: String] = [:]
  ) throws -> BuiltPrograms.Outcome {
    try BuiltPrograms.run(
      "benefits-report check --as-of 2026-04-24 \(options)", in: folder, adding: variables)
  }

  private func counts(in folder: URL) throws -> [String: Int] {
    let outcome = try check("--format json", in: folder)
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require((object as? [String: Any])?["counts"] as? [String: Int])
  }

  @Test func junitIsReadByJunitparser() throws {
    try withSample { folder in
      let counts = try counts(in: folder)
      #expect(try check("--format junit=out.xml", in: folder).status == 1)
      let read = try PythonTools.run(
        """
        import junitparser, sys
        xml = junitparser.JUnitXml.fromfile("out.xml")
        cases = [case for suite in xml for case in suite]
        kinds = lambda kind: sum(isinstance(r, kind) for case in cases for r in case.result)
        print(len(cases), kinds(junitparser.Failure), kinds(junitparser.Error), kinds(junitparser.Skipped))
        assert (xml.tests, xml.failures, xml.errors, xml.skipped) == (
            len(cases), kinds(junitparser.Failure), kinds(junitparser.Error), kinds(junitparser.Skipped))
        assert all(case.classname and case.name for case in cases)
        """, in: folder)
      let skipped = ["waived", "not_due", "not_applicable"].map { counts[$0] ?? 0 }.reduce(0, +)
      #expect(
        read == "\(counts.values.reduce(0, +)) \(counts["fail"] ?? 0) \(counts["unknown"] ?? 0) "
          + "\(skipped)")
    }
  }

  @Test func samplesAreReadByTheClientOfPrometheus() throws {
    try withSample { folder in
      let counts = try counts(in: folder)
      _ = try check("--format prometheus=out.prom", in: folder)
      let read = try PythonTools.run(
        """
        from prometheus_client.parser import text_string_to_metric_families
        families = {f.name: f for f in text_string_to_metric_families(open("out.prom").read())}
        assert all(f.type == "gauge" and f.documentation for f in families.values())
        samples = [(s.name, tuple(sorted(s.labels.items()))) for f in families.values() for s in f.samples]
        assert len(samples) == len(set(samples)), "a sample is given twice"
        by = {s.labels["outcome"]: int(s.value) for s in families["benefit_checks"].samples}
        run = families["benefit_checks_last_run_timestamp_seconds"].samples[0]
        ratios = [s.value for s in families["benefit_realised_ratio"].samples]
        print(by["fail"], by["unknown"], by["waived"], int(run.value), run.labels["programme"], len(ratios) > 5)
        assert sum(s.value for s in families["benefit_check"].samples) == by["fail"] + by["warn"] + by["waived"]
        """, in: folder)
      // date -u -d 2026-04-24 +%s
      #expect(
        read == "\(counts["fail"] ?? 0) \(counts["unknown"] ?? 0) \(counts["waived"] ?? 0) "
          + "1776988800 home-first True")
    }
  }

  @Test(arguments: [
    "", "--since 2026-03-31", "--changes", "--profile plan", "--check none.* --allow-empty",
  ])
  func jsonFollowsItsSchema(options: String) throws {
    guard !options.contains("none.") else { return try emptyRunFollowsTheSchema() }
    try withSample { folder in
      _ = try check("--format json=out.json \(options)", in: folder)
      try expectValid(in: folder)
    }
  }

  private func emptyRunFollowsTheSchema() throws {
    try withSample { folder in
      let outcome = try check(
        "--format json=out.json --select measure:none --allow-empty", in: folder)
      #expect(outcome.status == 0)
      try expectValid(in: folder)
    }
  }

  private func expectValid(in folder: URL) throws {
    let schema = ReadmeTests.root.appendingPathComponent("docs/check.schema.json").path
    let read = try PythonTools.run(
      """
      import json, jsonschema, sys
      schema = json.load(open(sys.argv[1]))
      jsonschema.Draft202012Validator.check_schema(schema)
      value = json.load(open("out.json"))
      errors = list(jsonschema.Draft202012Validator(schema).iter_errors(value))
      print("valid" if not errors else [str(e.message) for e in errors[:3]])
      """, [schema], in: folder)
    #expect(read == "valid")
  }

  @Test func theSchemaRefusesWhatItShould() throws {
    try withSample { folder in
      _ = try check("--format json=full.json", in: folder)
      let schema = ReadmeTests.root.appendingPathComponent("docs/check.schema.json").path
      let read = try PythonTools.run(
        """
        import copy, json, jsonschema, sys
        schema = json.load(open(sys.argv[1]))
        value = json.load(open("full.json"))
        def broken(change):
            other = copy.deepcopy(value)
            change(other)
            return not jsonschema.Draft202012Validator(schema).is_valid(other)
        print(
            broken(lambda v: v["results"][0].update(outcome="green")),
            broken(lambda v: v["results"][0].update(message="x" * 161)),
            broken(lambda v: v["results"][0].pop("subject")),
            broken(lambda v: v["exit"].update(status=7)),
            broken(lambda v: v.pop("as_of")),
        )
        """, [schema], in: folder)
      #expect(read == "True True True True True")
    }
  }

  @Test func csvHasARowForEachResult() throws {
    try withSample { folder in
      let total = try counts(in: folder).values.reduce(0, +)
      _ = try check("--format csv=out.csv", in: folder)
      let read = try PythonTools.run(
        """
        import csv
        rows = list(csv.DictReader(open("out.csv", newline="", encoding="utf-8")))
        assert all(None not in row for row in rows)
        print(len(rows), len({row["id"] for row in rows}))
        """, in: folder)
      #expect(read == "\(total) \(total)")
    }
  }

  @Test func severalFormatsAreWrittenAtOnce() throws {
    try withSample { folder in
      let outcome = try check(
        "--format text --format json=a.json --format junit=b.xml --format nagios=c.txt "
          + "--format markdown=d.md --format prometheus=e.prom --format csv=f.csv", in: folder)
      #expect(outcome.output.hasSuffix("could not be evaluated\n"))
      for name in ["a.json", "b.xml", "c.txt", "d.md", "e.prom", "f.csv"] {
        let file = folder.appendingPathComponent(name)
        #expect(try !Data(contentsOf: file).isEmpty, "\(name)")
      }
    }
  }

  @Test func gitHubGetsATableInTheSummaryOfTheJob() throws {
    try withSample { folder in
      let summary = folder.appendingPathComponent("summary.md")
      try "before\n".write(to: summary, atomically: true, encoding: .utf8)
      let outcome = try check(
        "--format github", in: folder, adding: ["GITHUB_STEP_SUMMARY": summary.path])
      let lines = outcome.output.split(separator: "\n")
      for kind in ["error", "warning", "notice"] {
        let own = lines.filter { $0.hasPrefix("::\(kind) title=") }
        #expect(!own.isEmpty && own.count <= 10, "\(kind)")
      }
      let text = try String(contentsOf: summary, encoding: .utf8)
      #expect(text.hasPrefix("before\n## Benefits: exit 1\n"))
      #expect(text.contains("| FAIL | `guardrail.breached` | HF-M08 |"))
    }
  }

  @Test func theSummaryKeepsWithinWhatGitHubTakes() throws {
    try withSample { folder in
      let summary = folder.appendingPathComponent("summary.md")
      let taken = (1 << 20) - 1500
      try String(repeating: "x", count: taken).write(to: summary, atomically: true, encoding: .utf8)
      _ = try check("--format github", in: folder, adding: ["GITHUB_STEP_SUMMARY": summary.path])
      let size = try Data(contentsOf: summary).count
      #expect(size > taken && size <= 1 << 20)
    }
  }

  @Test func nagiosSaysItsStateInTheFormOfThePluginGuidelines() throws {
    try withSample { folder in
      let outcome = try check("--format nagios --exit-style nagios", in: folder)
      #expect(outcome.status == 2)
      // STATE text | 'label'=value[UOM];[warn];[crit];[min];[max]
      let number = "-?[0-9.]+"
      let datum = "[a-z_]+=\(number);(\(number):?)?;(\(number):?)?;(\(number))?(;\(number))?"
      let pattern = try Regex(
        "BENEFITS (OK|WARNING|CRITICAL|UNKNOWN) - [^|]+ \\| \(datum)( \(datum))*\n")
      #expect(try pattern.wholeMatch(in: outcome.output) != nil, "\(outcome.output)")
    }
  }
}
