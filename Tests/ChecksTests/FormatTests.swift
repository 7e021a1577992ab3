import BenefitsAnalytics
import BenefitsChecks
import BenefitsModel
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A run with a failure, a warning, a waived breach, passes, and a title that wants to be markup.
private func sampleRun(profile: CheckPolicy.Profile = .standard) -> CheckRun {
  var fixture = Fixture(
    title: "Wait <b>\"&'\u{1}\u{202E}]]>", baseline: Fixture.baselineWindow,
    target: Target(value: 20, reachBy: month("2025-08")),
    values: [10, nil, 10, 10, 11, 12, 13, 14])
  fixture.waivers = [
    Waiver(
      id: id("W-1"), check: "target.met-by-date", subject: "M1", reason: "Ward moved",
      approvedBy: "Board", created: day("2025-09-01"), expires: day("2025-12-31"))
  ]
  fixture.guardrail = Guardrail(limit: 16)
  return fixture.run(asOf: "2025-09-01", profile: profile, checks: Fixture.fewChecks)
}

@Suite struct CheckTextTests {
  @Test func listsWhatDoesNotPassWorstFirst() {
    #expect(
      sampleRun().text() == """
        FAIL   guardrail.breached  M1  Wait <b>"&']]> is at 13.0 v a guardrail of 16.0 days, past it since Jan 2025 (Benefit Owner): find the cause and agree relief  [ongoing 8]
        WARN   data.gap            M1  Wait <b>"&']]> has no value for Feb 2025, although later ones are recorded (Data Lead): record Feb 2025 or say why not  [ongoing 6]
        WAIVE  target.met-by-date  M1  Wait <b>"&']]> reached 13.0 v 20.0 days by Aug 2025; waived until 31 Dec 2025 (Board): Ward moved  [new]

        Programme, as of 1 Sep 2025, profile standard
        12 checks: 1 fail, 1 warn, 1 waived, 4 pass, 5 not applicable
          Patient experience  1 fail, 1 warn, 1 waived, 4 pass, 5 not applicable
          Population health   no benefit
          Cost efficiency     no benefit
          Staff wellbeing     no benefit
        exit 1 because 1 check fails

        """)
  }

  @Test func listsEverythingWhenVerbose() {
    let lines = sampleRun().text(verbose: true).split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("PASS ") } == 4)
    #expect(lines.count { $0.hasPrefix("N/A ") } == 5)
  }
}

@Suite struct CheckJSONTests {
  @Test func isStable() {
    let lines = sampleRun().json(tool: "benefits-report 0.1.0", entry: 7, dataHash: "ab")
      .split(separator: "\n").map(String.init)
    #expect(
      Array(lines.prefix(10)) == [
        "{", #"  "as_of": "2025-09-01","#,
        #"  "counts": {"fail":1,"not_applicable":5,"not_due":0,"pass":4,"unknown":0,"waived":1,"warn":1},"#,
        #"  "data_hash": "ab","#, #"  "entry": 7,"#,
        #"  "exit": {"reason":"1 check fails","status":1},"#, #"  "fail_on": "error","#,
        #"  "known_at": null,"#, #"  "profile": "standard","#, #"  "programme": "prog","#,
      ])
    #expect(
      lines[13].trimmingCharacters(in: .whitespaces)
        == #"{"action":null,"check":"data.overdue","consecutive":null,"docs":"docs/checks.md#dataoverdue","#
        + #""evidence":{"overdue":0},"expected":null,"first_seen":null,"id":"data.overdue:M1","#
        + #""message":"Wait <b>\"&']]> is up to date: Aug 2025 is recorded","outcome":"pass","owner":"Benefit Owner","#
        + #""period":"2025-08","severity":null,"since":null,"state":null,"subject":{"aim":"patient-experience","benefit":"B1","#
        + #""id":"M1","measure":"M1","programme":"prog","project":"P1","role":"outcome","site":null,"stratum":null,"#
        + #""title":"Wait <b>\"&']]>"},"unit":null,"value":null,"waiver":null},"#)
    #expect(
      lines.suffix(4) == [
        #"  "schema": "benefits.checks/1","#, #"  "since": null,"#,
        #"  "tool": "benefits-report 0.1.0""#, "}",
      ])
  }

  @Test func keysAreSorted() throws {
    let json = sampleRun().json(tool: "t")
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8))
    let sorted = try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])
    let keys = { (text: String) in text.matches(of: /"([a-z_]+)": ?/).map { String($0.1) } }
    #expect(keys(json) == keys(String(decoding: sorted, as: UTF8.self)))
    #expect(keys(json).count > 100)
  }

  @Test func runWithoutResultsIsStillJSON() throws {
    let plan = Plan(programme: Programme(id: id("prog"), title: "Programme"))
    let run = CheckRun(
      Assessor(
        snapshot: Snapshot(
          plan: plan, measurements: [:], entry: 1, recordedAt: Instant(secondsSince1970: 0)),
        asOf: day("2025-09-01")), options: CheckOptions(allowsEmpty: true), checks: [])
    let data = Data(run.json(tool: "t").utf8)
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect((object["results"] as? [Any])?.isEmpty == true)
  }
}

@Suite struct CheckJUnitTests {
  @Test func isStable() {
    #expect(
      sampleRun(profile: .board).junit() == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="Programme" tests="8" failures="1" errors="0" skipped="6" time="0">
          <testsuite name="B1 Benefit" timestamp="2025-09-01T00:00:00" tests="8" failures="1" errors="0" skipped="6" time="0">
            <testcase classname="prog.P1.B1" name="traj.on-track M1" time="0">
              <skipped message="not applicable: Wait &lt;b&gt;&quot;&amp;&#39;]]&gt; was to reach its target by Aug 2025"/>
            </testcase>
            <testcase classname="prog.P1.B1" name="target.met-by-date M1" time="0">
              <skipped message="waived: Wait &lt;b&gt;&quot;&amp;&#39;]]&gt; reached 13.0 v 20.0 days by Aug 2025; waived until 31 Dec 2025 (Board): Ward moved"/>
            </testcase>
            <testcase classname="prog.P1.B1" name="target.forecast-miss M1" time="0">
              <skipped message="not applicable: Wait &lt;b&gt;&quot;&amp;&#39;]]&gt; was to reach its target by Aug 2025"/>
            </testcase>
            <testcase classname="prog.P1.B1" name="target.run-rate M1" time="0">
              <skipped message="not applicable: Wait &lt;b&gt;&quot;&amp;&#39;]]&gt; was to reach its target by Aug 2025"/>
            </testcase>
            <testcase classname="prog.P1.B1" name="target.at-risk-date M1" time="0">
              <skipped message="not applicable: Wait &lt;b&gt;&quot;&amp;&#39;]]&gt; was to reach its target by Aug 2025"/>
            </testcase>
            <testcase classname="prog.P1.B1" name="guardrail.breached M1" time="0">
              <failure type="error" message="Wait &lt;b&gt;&quot;&amp;&#39;]]&gt; is at 13.0 v a guardrail of 16.0 days, past it since Jan 2025 (Benefit Owner): find the cause and agree relief"/>
            </testcase>
            <testcase classname="prog.P1.B1" name="disbenefit.exceeded M1" time="0">
              <skipped message="not applicable: Wait &lt;b&gt;&quot;&amp;&#39;]]&gt; is not a disbenefit"/>
            </testcase>
            <testcase classname="prog.P1.B1" name="waiver.expired W-1" time="0"/>
          </testsuite>
        </testsuites>

        """)
  }

  @Test func warningPassesWithAPropertyOrFailsUnderStrict() {
    let standard = sampleRun().junit()
    #expect(standard.contains(#"<property name="outcome" value="warn"/>"#))
    #expect(!standard.contains(#"<failure type="warn""#))
    let strict = sampleRun(profile: .strict).junit()
    #expect(strict.contains(#"<failure type="warn""#))
  }

  @Test(arguments: [CheckPolicy.Profile.standard, .strict, .plan, .board])
  func isWellFormedXML(profile: CheckPolicy.Profile) {
    let parser = XMLParser(data: Data(sampleRun(profile: profile).junit().utf8))
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
  }

  @Test func unknownIsAnError() {
    var fixture = Fixture(
      baseline: Fixture.baselineWindow, target: Target(value: 20, reachBy: month("2025-08")),
      values: [10, 10, 10, 10, 11, 12, 13])
    fixture.unit = ""
    let junit = fixture.run(asOf: "2025-09-01").junit()
    #expect(
      junit.contains(#"<error type="unknown" message="Wait cannot be evaluated: Aug 2025 has"#))
    #expect(junit.contains(#"errors="1""#))
  }
}
