import BenefitsAnalytics
import BenefitsChecks
import BenefitsModel
import Testing

/// A run in which as many measures as asked for have passed their guardrails, as an error or with another severity.
private func run(_ count: Int, severity: CheckSeverity? = nil, kept: Int = 1) -> CheckRun {
  let measures = (1...count + kept).map { number in
    Measure(
      id: id("M\(number)"), title: "Falls, 100% of \(number): all", kind: .value, unit: "days",
      direction: .lower, frequency: Frequency(from: month("2025-01")), role: .balancing)
  }
  let programme = Programme(id: id("prog"), title: "Pro|gramme <1>")
  var commitments: [Series: Commitment] = [:]
  var measurements: [Series: [Measurement]] = [:]
  for (offset, measure) in measures.enumerated() {
    let series = measure.wholeSeries(in: programme.id)
    commitments[series] = Commitment(guardrail: Guardrail(limit: 10))
    measurements[series] = [
      Measurement(period: month("2025-01"), number: offset < count ? 12 : 8)
    ]
  }
  var policy = CheckPolicy()
  if let severity {
    policy.rules = [CheckPolicyRule(checks: Glob("guardrail.breached"), severity: severity)]
  }
  let plan = Plan(
    programme: programme, measures: measures, commitments: commitments, checks: policy)
  return CheckRun(
    Assessor(
      snapshot: Snapshot(
        plan: plan, measurements: measurements, entry: 1,
        recordedAt: Instant(secondsSince1970: 0)), asOf: day("2025-02-01")),
    options: CheckOptions(checks: [Glob("guardrail.breached")]))
}

@Suite struct CheckGitHubTests {
  private func annotations(_ run: CheckRun, _ kind: String) -> [Substring] {
    run.githubAnnotations().split(separator: "\n").filter { $0.hasPrefix("::\(kind) ") }
  }

  @Test func fortyFailuresAreTenAnnotations() {
    let lines = annotations(run(40), "error")
    #expect(lines.count == 10)
    #expect(lines.dropLast().allSatisfy { $0.hasPrefix("::error title=guardrail.breached M") })
    #expect(
      lines.last == "::error title=benefits::and 31 more; the summary of the job lists them")
  }

  @Test func tenAreShownAsTheyAre() {
    #expect(annotations(run(10), "error").count == 10)
    #expect(!run(10).githubAnnotations().contains(" more"))
  }

  @Test(arguments: [(CheckSeverity.warn, "warning"), (.info, "notice"), (.critical, "error")])
  func eachSeverityHasItsKind(severity: CheckSeverity, kind: String) {
    #expect(annotations(run(12, severity: severity), kind).count == 10)
  }

  @Test func whatEndsACommandIsEscaped() throws {
    let line = try #require(annotations(run(1), "error").first)
    #expect(
      line.hasPrefix("::error title=guardrail.breached M1::Falls, 100%25 of 1: all is at 12.0"))
  }
}

@Suite struct CheckNagiosTests {
  @Test func isOneLineWithItsNumbers() {
    #expect(
      run(2).nagios()
        == "BENEFITS CRITICAL - 2 fail, 0 warn, 0 unknown of 3 | fail=2;;0;0 warn=0;0;;0 unknown=0;;;0\n"
    )
    #expect(run(2, severity: .warn).nagios().hasPrefix("BENEFITS WARNING - 0 fail, 2 warn,"))
    #expect(run(2, severity: .info).nagios().hasPrefix("BENEFITS OK - 0 fail, 0 warn,"))
    #expect(run(0).nagios().hasPrefix("BENEFITS OK - 0 fail,"))
  }

  @Test func nothingCheckedIsUnknown() {
    let fixture = Fixture(lifecycle: .closed)
    #expect(fixture.run(asOf: "2025-09-01").nagios().hasPrefix("BENEFITS UNKNOWN - "))
  }

  @Test func saysHowMuchIsRealised() {
    let fixture = Fixture(
      baseline: Fixture.baselineWindow, target: Target(value: 20, reachBy: month("2026-08")),
      values: [10, 10, 10, 10, 15, 15, 15, 15])
    #expect(
      fixture.run(asOf: "2025-09-01").nagios().hasSuffix(" realised_pct=50;75:;50:;0;100\n"))
  }
}

@Suite struct CheckPrometheusTests {
  @Test func aCheckHasASampleForEachSeverity() {
    let text = run(1, severity: .critical).prometheus()
    #expect(
      text.contains(#"benefit_check{check="guardrail.breached",severity="error",subject="M1"} 0"#))
    #expect(
      text.contains(
        #"benefit_check{check="guardrail.breached",severity="critical",subject="M1"} 1"#))
    #expect(
      text.contains(#"benefit_check{check="guardrail.breached",severity="error",subject="M2"} 0"#))
  }

  @Test func carriesTheDayOfTheRun() {
    // date -u -d 2025-02-01 +%s
    #expect(
      run(0).prometheus().contains(
        #"benefit_checks_last_run_timestamp_seconds{programme="prog"} 1738368000"#))
  }

  @Test func tellsAgeAndShare() {
    let fixture = Fixture(
      baseline: Fixture.baselineWindow, target: Target(value: 20, reachBy: month("2026-08")),
      values: [10, 10, 10, 10, 15, 15, 15, 15])
    let text = fixture.run(asOf: "2025-09-10").prometheus()
    #expect(text.contains(#"benefit_data_age_days{measure="M1",programme="prog"} 10"#))
    #expect(
      text.contains(
        #"benefit_realised_ratio{aim="patient-experience",benefit="B1",programme="prog"} 0.5"#))
  }
}

@Suite struct CheckMarkdownTests {
  @Test func marksUpNothingThatWasTyped() {
    let text = run(1).markdown()
    #expect(text.contains("Pro\\|gramme &lt;1&gt;, as of 1 Feb 2025"))
    #expect(
      text.contains("| FAIL | `guardrail.breached` | M1 | Falls, 100% of 1: all is at 12.0 v"))
    #expect(text.contains("| new |\n"))
  }

  @Test(arguments: [700, 1500, 4000])
  func keepsWithinItsLimitAndSaysWhatIsLeftOut(limit: Int) {
    let text = run(40).markdown(limit: limit)
    #expect(text.utf8.count <= limit)
    #expect(text.contains(" more, left out for want of room"))
  }
}
