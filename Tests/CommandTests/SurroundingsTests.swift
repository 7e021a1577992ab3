import BenefitsModel
import BenefitsTerminal
import Testing

@Suite struct SurroundingsTests {
  private func surroundings(
    _ environment: [String: String], terminal: Bool = false, width: Int? = nil
  ) -> Surroundings {
    Surroundings(
      arguments: [], environment: environment, now: Instant(secondsSince1970: 0),
      writesToTerminal: terminal, reportsToTerminal: terminal, terminalWidth: width)
  }

  @Test func widthIsThatOfCOLUMNSThenTheTerminalThen80() {
    #expect(surroundings(["COLUMNS": "100"], terminal: true, width: 120).tableWidth == 100)
    #expect(surroundings([:], terminal: true, width: 120).tableWidth == 120)
    #expect(surroundings([:], terminal: true).tableWidth == 80)
    #expect(surroundings(["COLUMNS": "wide"], terminal: true).tableWidth == 80)
  }

  @Test func tablesInAPipeHaveNoLimit() {
    #expect(surroundings([:]).tableWidth == nil)
    #expect(surroundings([:]).textWidth == 80)
  }

  /// The rules of no-color.org, and of clig.dev for `TERM=dumb`.
  @Test(arguments: [
    (ColorChoice.auto, [:], true, true), (.auto, [:], false, false),
    (.auto, ["NO_COLOR": "1"], true, false), (.auto, ["NO_COLOR": ""], true, true),
    (.auto, ["TERM": "dumb"], true, false), (.always, ["NO_COLOR": "1"], false, true),
    (.never, [:], true, false),
  ])
  func colour(
    choice: ColorChoice, environment: [String: String], isTerminal: Bool, expected: Bool
  ) {
    let style = choice.style(isTerminal: isTerminal, surroundings: surroundings(environment))
    #expect(style.isColoured == expected)
  }

  @Test(arguments: [
    (["a", "b c"], "a 'b c'"), (["it's"], #"'it'\''s'"#), ([""], "''"),
    (["2025-01=-3.5"], "2025-01=-3.5"), (["$HOME"], "'$HOME'"), (["größe"], "größe"),
  ])
  func quotesCommandLines(words: [String], expected: String) {
    #expect(CommandLineText.quoted(words) == expected)
  }
}

@Suite struct CommandFailureTests {
  @Test func printsFaultsThenTheFactThenHints() {
    let place = SourceLocation(file: "falls.csv", line: 14, column: 22)
    let failure = CommandFailure(
      .wrongInput, "falls.csv: 1 problem in 52 rows; nothing was imported",
      hints: ["mend the row"], faults: [Fault(place, "a number uses a point: 3.4")])
    #expect(
      failure.text(program: "benefits-cli", style: .plain) == """
        falls.csv:14:22: a number uses a point: 3.4
        benefits-cli: error: falls.csv: 1 problem in 52 rows; nothing was imported
        hint: mend the row

        """)
  }

  @Test func printsFiftyFaultsAndCountsTheRest() {
    let faults = (1...173).map { line in
      Fault(SourceLocation(file: "a.csv", line: line, column: 1), "wrong")
    }
    let lines = CommandFailure(.wrongInput, "a.csv", faults: faults)
      .text(program: "p", style: .plain).split(separator: "\n")
    #expect(lines.count == 52)
    #expect(lines[49] == "a.csv:50:1: wrong")
    #expect(lines[50] == "and 123 more")
  }

  @Test func aSilentFailurePrintsNothing() {
    let failure = CommandFailure.silent(.answeredNo)
    #expect(failure.text(program: "p", style: .plain).isEmpty)
    #expect(failure.status.rawValue == 1)
  }

  @Test func anUnexpectedErrorAsksForAReport() {
    struct Surprise: Error {}
    let failure = CommandFailure(unexpected: Surprise(), commandLine: "benefits-cli log")
    #expect(failure.status == .programFault)
    #expect(failure.hints.contains { $0.contains("benefits-cli log") && $0.contains("report") })
  }
}

@Suite struct ExitStatusTests {
  /// The table of `sysexits.h` and of the shells' 128 + SIGINT.
  @Test func numbers() {
    #expect(
      ExitStatus.allCases.map(\.rawValue) == [0, 1, 2, 3, 64, 65, 66, 69, 70, 73, 74, 75, 130])
  }
}
