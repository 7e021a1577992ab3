import BenefitsModel
import Testing

@testable import BenefitsChecks

/// What is said of a check once the periods before have been looked at: `x` is a breach, `X` one of a higher
/// severity, `.` a pass and `?` unknown, the latest evaluation last.
@Suite struct ReplayTests {
  private func verdict(
    _ course: String, needed: Int = 1, isTentative: Bool = false
  ) throws -> CheckVerdict {
    let evaluations = Array(course.reversed())
    let replay = CheckReplay(
      needed: needed, isTentative: isTentative,
      day: { $0 < evaluations.count ? Day(epochDay: 20_000 - $0) : nil },
      finding: { index in
        guard index < evaluations.count else { return nil }
        return switch evaluations[index] {
        case "x": .breach(.warn, "is low", action: "act")
        case "X": .breach(.error, "is low", action: "act")
        case "?": .unknown("no data", action: "record it")
        default: .pass("is fine")
        }
      })
    return try #require(replay.verdict())
  }

  @Test(arguments: [
    (".x", CheckState.new, 1), ("x", .new, 1), (".xx", .ongoing, 2), ("xxxxx", .ongoing, 5),
    (".xX", .worsened, 2), (".Xx", .improved, 2), ("x.x", .new, 1), ("?x", .new, 1),
    ("x?", .new, 1), ("??", .ongoing, 2),
  ])
  func aStateComparesWithThePeriodBefore(course: String, state: CheckState, run: Int) throws {
    let verdict = try verdict(course)
    #expect(verdict.state == state)
    #expect(verdict.consecutive == run)
    #expect(verdict.firstSeen == Day(epochDay: 20_000 - run + 1))
    #expect(verdict.finding.isOpen)
  }

  @Test func whatPassesHasNothingToSay() throws {
    let verdict = try verdict("xxx.")
    #expect(verdict.state == nil)
    #expect(verdict.consecutive == nil)
  }

  @Test(
    arguments: [
      (".x", .pass, .pending), (".xx", .warn, .new), (".xxx", .warn, .ongoing),
      ("x.x", .pass, .pending), ("xx.", .pass, nil), ("..?", .unknown, .new),
    ] as [(String, CheckOutcome, CheckState?)])
  func aCheckOfTwoPeriodsWaitsForTheSecond(
    course: String, outcome: CheckOutcome, state: CheckState?
  ) throws {
    let verdict = try verdict(course, needed: 2)
    #expect(verdict.finding.outcome == outcome)
    #expect(verdict.state == state)
  }

  @Test func pendingSaysHowFarItIs() throws {
    #expect(try verdict(".x", needed: 3).finding.fact == "is low (pending, 1 of 3 periods)")
  }

  @Test(
    arguments: [
      // A breach by a value that may still change is pending, unless it was one before.
      (".x", 1, .pass, .pending), (".xx", 1, .warn, .ongoing), (".xx", 2, .pass, .pending),
      ("xxx", 2, .warn, .ongoing),
      // Nor does such a value end a breach.
      ("x.", 1, .warn, .recovering), ("xx.", 2, .warn, .recovering), (".x.", 2, .pass, nil),
      ("..", 1, .pass, nil),
    ] as [(String, Int, CheckOutcome, CheckState?)])
  func aValueThatMayStillChangeChangesNothing(
    course: String, needed: Int, outcome: CheckOutcome, state: CheckState?
  ) throws {
    let verdict = try verdict(course, needed: needed, isTentative: true)
    #expect(verdict.finding.outcome == outcome)
    #expect(verdict.state == state)
  }

  @Test func looksBackTwoYearsOfMonthsAtMost() throws {
    #expect(try verdict(String(repeating: "x", count: 90)).consecutive == 24)
  }
}

@Suite struct RecordTests {
  private typealias Standing = CheckRecord.Standing

  @Test func whatIsBreachedComparesBySeverity() throws {
    let warn = try #require(Standing(CheckFinding.breach(.warn, "", action: "")))
    let error = try #require(Standing(CheckFinding.breach(.error, "", action: "")))
    let unknown = try #require(Standing(CheckFinding.unknown("", action: "")))
    #expect(warn.state(after: nil) == .new)
    #expect(warn.state(after: warn) == .ongoing)
    #expect(warn.state(after: error) == .improved)
    #expect(error.state(after: warn) == .worsened)
    #expect(error.state(after: unknown) == .new)
    #expect(unknown.state(after: unknown) == .ongoing)
    #expect(Standing(CheckFinding.pass("")) == nil)
  }
}
