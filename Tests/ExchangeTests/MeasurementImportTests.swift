import BenefitsExchange
import BenefitsModel
import Testing

@Suite struct MeasurementImportTests {
  // MARK: Forms

  @Test func longFormWithAllColumns() throws {
    let reading = try Samples.read(
      """
      Measure,SITE,Stratum,Period,Numerator,Denominator,Value,State,Note
      share,alderwick,fifth-1,2025-01,212,260,81.5,provisional,new form
      stay,home-first,all,2025-01,,42,7.4,,

      """)
    #expect(reading.faults == [])
    #expect(
      reading.lines == [
        "share at alderwick for fifth-1 2025-01 212/260 provisional 'new form'",
        "stay at home-first 2025-01 7.4/42",
      ])
    #expect(reading.rows.map(\.location.description) == ["in.csv:2:41", "in.csv:3:33"])
    #expect(reading.rowCount == 2)
  }

  @Test func measureSiteAndStratumComeFromOptions() throws {
    let reading = try Samples.read(
      "period,value\n2025-01,3.5\n",
      ImportOptions(measure: "STAY", site: "alderwick", stratum: "fifth-5", state: .estimated))
    #expect(reading.faults == [])
    #expect(reading.lines == ["stay at alderwick for fifth-5 2025-01 3.5 estimated"])
  }

  @Test func withoutSiteTheWholeProgrammeIsMeant() throws {
    let reading = try Samples.read("period,value\n2025-01,-3.5\n", ImportOptions(measure: "stay"))
    #expect(reading.lines == ["stay at home-first 2025-01 -3.5"])
  }

  @Test func numeratorAndDenominatorInOneCell() throws {
    let reading = try Samples.read(
      "period,value\n2025-01,212/260\n2025-02, 3 / 4 \n", ImportOptions(measure: "share"))
    #expect(
      reading.lines == ["share at home-first 2025-01 212/260", "share at home-first 2025-02 3/4"])
  }

  @Test func wideByMeasure() throws {
    let reading = try Samples.read(
      "period,site,share,Stay\n2025-01,alderwick,9/10,4\n2025-02,alderwick,8/10,5\n")
    #expect(reading.faults == [])
    #expect(
      reading.lines == [
        "share at alderwick 2025-01 9/10", "stay at alderwick 2025-01 4",
        "share at alderwick 2025-02 8/10", "stay at alderwick 2025-02 5",
      ])
  }

  @Test func wideByPeriod() throws {
    let reading = try Samples.read(
      "site,2025-01,Feb-25\nalderwick,4,5\nbrackenmere,6,7\n", ImportOptions(measure: "stay"))
    #expect(reading.faults == [])
    #expect(
      reading.lines == [
        "stay at alderwick 2025-01 4", "stay at alderwick 2025-02 5",
        "stay at brackenmere 2025-01 6", "stay at brackenmere 2025-02 7",
      ])
  }

  @Test func wideByPeriodWithAMeasureARow() throws {
    let reading = try Samples.read("measure,2025-01,2025-02\nstay,4,5\nshare,1/2,3/4\n")
    #expect(
      reading.lines == [
        "stay at home-first 2025-01 4", "stay at home-first 2025-02 5",
        "share at home-first 2025-01 1/2", "share at home-first 2025-02 3/4",
      ])
  }

  @Test func blankCellsOfAWideTableNeedNoPeriodOfTheMeasure() throws {
    let reading = try Samples.read(
      "measure,2025-01,2025/26-Q1\nstay,4,\ncarers,,5\n",
      ImportOptions(treatsBlankAsMissing: true))
    #expect(reading.faults == [])
    #expect(
      reading.lines == ["stay at home-first 2025-01 4", "carers at home-first 2025/26-Q1 5"])
    #expect(reading.missingCount == 2)
  }

  // MARK: Columns

  @Test func columnsAreMappedAndIgnored() throws {
    let reading = try Samples.read(
      "Org Code,month,seen,not_used\nalderwick,2025-01,12,9\n",
      ImportOptions(
        measure: "visits",
        columns: [
          try ColumnChoice("site=org_code"), try ColumnChoice("period=Month"),
          try ColumnChoice("value=seen"),
        ], ignoredColumns: ["not used"]))
    #expect(reading.faults == [])
    #expect(reading.lines == ["visits at alderwick 2025-01 12"])
  }

  @Test func columnsAreMappedToMeasures() throws {
    let reading = try Samples.read(
      "period,seen,days\n2025-01,12,3.5\n",
      ImportOptions(columns: [try ColumnChoice("visits=seen"), try ColumnChoice("stay=days")]))
    #expect(
      reading.lines == ["visits at home-first 2025-01 12", "stay at home-first 2025-01 3.5"])
  }

  @Test func measureThatIsSaidChoosesItsColumn() throws {
    let reading = try Samples.read(
      "period,visits,stay\n2025-01,12,3.5\n",
      ImportOptions(measure: "visits", ignoredColumns: ["stay"]))
    #expect(reading.lines == ["visits at home-first 2025-01 12"])
  }

  @Test func repeatsOfAComplementAreShownAsTheFileHasThem() throws {
    let reading = try Samples.read(
      "period,value\n2025-01,1/4\n2025-01,2/4\n",
      ImportOptions(measure: "share", isComplement: true))
    #expect(
      reading.faults.map(\.line) == [
        "in.csv:3:9: 2025-01 of share at home-first is on line 2 too: 1/4 there, 2/4 here"
      ])
  }

  @Test func complementRecordsWhatDidNotFail() throws {
    let reading = try Samples.read(
      "period,breaches,attendances\n2025-01,40,200\n",
      ImportOptions(
        measure: "share",
        columns: [
          try ColumnChoice("numerator=breaches"), try ColumnChoice("denominator=attendances"),
        ], isComplement: true))
    #expect(reading.lines == ["share at home-first 2025-01 160/200"])
  }

  @Test(arguments: [
    (
      "period,sit,value\n2025-01,x,1\n",
      [
        "in.csv:1:8: column 2 'sit' is not known; did you mean 'site'?"
      ]
    ),
    (
      "month,value\n2025-01,1\n",
      ["in.csv:1:1: no column holds the period; is it column 1 'month'?"]
    ),
    ("period,note\n2025-01,x\n", ["in.csv:1:1: no column holds the value"]),
    (
      "period,value,Value\n2025-01,1,2\n",
      ["in.csv:1:14: column 3 'Value' holds the value, as column 2 does already"]
    ),
    (
      "2025-01,3.1\n2025-02,3.2\n",
      ["in.csv:1:1: the first line must name the columns, but '2025-01' is no column"]
    ),
    ("period,value\n", ["in.csv: the file has a header, but no rows of data"]),
    ("\n\n", ["in.csv: the file is empty"]),
    ("", ["in.csv: the file is empty"]),
    (
      "period,measure,value\n2025-01,stay,1\n",
      ["in.csv: --measure 'stay' and the column 'measure' cannot both be used"]
    ),
  ])
  func faultsOfTheHeader(text: String, expected: [String]) throws {
    let reading = try Samples.read(text, ImportOptions(measure: "stay"))
    #expect(reading.faults.map(\.line) == expected)
    #expect(reading.rows.isEmpty)
  }

  @Test func hintsSayHowToNameAColumn() throws {
    let reading = try Samples.read(
      "Month,Other thing,value\n2025-01,,1\n", ImportOptions(measure: "stay"))
    #expect(
      reading.faults.compactMap(\.hint) == [
        "name one 'period', or say which it is: --column period=Month",
        "say what it holds with --column FIELD='Other thing' (FIELD is period, measure, site, stratum, "
          + "numerator, denominator, state, note), or leave it out with --ignore-column 'Other thing'",
      ])
  }

  @Test func nothingSaysWhichMeasure() throws {
    let reading = try Samples.read("period,value\n2025-01,1\n")
    #expect(
      reading.faults.map(\.line) == [
        "in.csv:1:1: nothing says which measure the values belong to"
      ])
  }

  @Test func optionsThatNameNoColumn() throws {
    let reading = try Samples.read(
      "period,value\n2025-01,1\n",
      ImportOptions(
        measure: "stay", columns: [ColumnChoice(content: "sit", header: "value")],
        ignoredColumns: ["valu"]))
    #expect(
      reading.faults.map(\.line) == [
        "in.csv: --ignore-column 'valu': the file has no column 'valu'; did you mean 'value'?",
        "in.csv: --column sit=value: 'sit' is neither a field nor a measure; did you mean 'site'?",
        "in.csv:1:1: no column holds the value",
      ])
  }

  @Test func optionsThatNameNothingOfThePlan() throws {
    let reading = try Samples.read(
      "period,value\n2025-01,1\n",
      ImportOptions(measure: "stayy", site: "Alderwick Centre", stratum: "x"))
    #expect(
      reading.faults.map(\.line) == [
        "--measure: no measure 'stayy'; did you mean 'stay'?",
        "--site: no site 'Alderwick Centre'; that is the title of 'alderwick'",
        "--stratum: no stratum 'x'; the plan has 'all', 'fifth-1', 'fifth-5'",
      ])
  }

  @Test func cellsUnderNoNameMustBeEmpty() throws {
    let good = try Samples.read("period,value,\n2025-01,1,\n", ImportOptions(measure: "stay"))
    #expect(good.faults == [])
    let bad = try Samples.read("period,value,\n2025-01,1,x\n", ImportOptions(measure: "stay"))
    #expect(
      bad.faults.map(\.line) == ["in.csv:2:11: column 3 has no name, but this cell is not empty"])
  }

  // MARK: Rows

  @Test func shortLongAndBlankRowsAreFaults() throws {
    let reading = try Samples.read(
      "period,value\n2025-01\n2025-02,1,234\n\n2025-03,4\n,\n\n", ImportOptions(measure: "stay"))
    #expect(
      reading.faults.map(\.line) == [
        "in.csv:2:1: the row has 1 cell, but the header names 2 columns; 'value' is missing",
        "in.csv:3:11: the row has 3 cells, but the header names 2 columns; '234' is one too many",
        "in.csv:4:1: the line is blank; take it out",
      ])
    #expect(reading.lines == ["stay at home-first 2025-03 4"])
    #expect(reading.rowCount == 3)
  }

  @Test(arguments: [
    ("stay", "", "column 2 'value': the cell is blank, but a number is expected"),
    ("stay", "3,4", "column 2 'value': \"3,4\" has a comma; a number uses a point: 3.4"),
    ("stay", "1,234", "column 2 'value': \"1,234\" is not a plain number; write 1234"),
    ("stay", "£3", "column 2 'value': \"£3\" is not a plain number; write 3"),
    ("stay", "3%", "column 2 'value': \"3%\" is not a plain number; write 3"),
    ("stay", "1.2.3", "column 2 'value': \"1.2.3\" is not a number"),
    ("stay", "nan", "column 2 'value': \"nan\" is not a number"),
    ("stay", "inf", "column 2 'value': \"inf\" is not a number"),
    ("stay", "0x10", "column 2 'value': \"0x10\" is not a number"),
    ("stay", "n/a", "column 2 'value': \"n/a\" is not a number"),
    (
      "stay", "212/260",
      "column 2 'value': \"212/260\" is a numerator and a denominator, but stay is a value; write one "
        + "number"
    ),
    (
      "stay", "1e16",
      "column 2 'value': \"1e16\" is larger than 1,000,000,000,000,000, the most that can be recorded"
    ),
    (
      "share", "81.5",
      "column 2 'value': \"81.5\" is one number, but share is a proportion; write "
        + "NUMERATOR/DENOMINATOR, as 212/260"
    ),
    ("share", "3/2", "column 2 'value': the numerator 3 is larger than the denominator 2"),
    ("share", "0/0", "column 2 'value': the denominator is 0; a period without cases has no value"),
    ("share", "1/-2", "column 2 'value': the denominator -2 is below 0"),
    ("share", "-1/2", "column 2 'value': the numerator -1 is below 0"),
    ("share", "x/2", "column 2 'value': \"x\" is not a number"),
    ("per-thousand", "-1/2", "column 2 'value': the numerator -1 is below 0"),
    ("visits", "2.5", "column 2 'value': \"2.5\" is not a count: a whole number, 0 or more"),
    ("visits", "-2", "column 2 'value': \"-2\" is not a count: a whole number, 0 or more"),
  ])
  func faultsOfValues(measure: String, cell: String, expected: String) throws {
    let reading = try Samples.read(
      "period,value\n2025-01,\"\(cell)\"\n", ImportOptions(measure: measure))
    #expect(reading.faults.map(\.line) == ["in.csv:2:9: " + expected])
    #expect(reading.rows.isEmpty)
  }

  @Test func eventsAreWholeNumbers() throws {
    let reading = try Samples.read(
      "period,value\n2025-01-02,2\n2025-01-03,0\n2025-01-04,1.5\n2025-01-05,-1\n",
      ImportOptions(measure: "falls"))
    #expect(
      reading.faults.map(\.line) == [
        "in.csv:4:12: column 2 'value': \"1.5\" is not a number of events: a whole number, 0 or more",
        "in.csv:5:12: column 2 'value': \"-1\" is not a number of events: a whole number, 0 or more",
      ])
    #expect(
      reading.lines == ["falls at home-first 2025-01-02 2", "falls at home-first 2025-01-03 0"])
  }

  @Test func partsOfARatioAreCheckedEach() throws {
    let reading = try Samples.read(
      "period,numerator,denominator\n2025-01,1,\n2025-02,,5\n2025-03,7,6\n2025-04,x,0\n",
      ImportOptions(measure: "share"))
    #expect(
      reading.faults.map(\.line) == [
        "in.csv:2:11: column 3 'denominator': the cell is blank, but a number is expected",
        "in.csv:3:9: column 2 'numerator': the cell is blank, but a number is expected",
        "in.csv:4:9: column 2 'numerator': the numerator 7 is larger than the denominator 6",
        "in.csv:5:9: column 2 'numerator': \"x\" is not a number",
        "in.csv:5:11: column 3 'denominator': the denominator is 0; a period without cases has no value",
      ])
  }

  @Test func aValueBesideItsPartsMustAgree() throws {
    let reading = try Samples.read(
      """
      period,value,numerator,denominator
      2025-01,81.5,212,260
      2025-02,0.815,212,260
      2025-03,82,212,260
      2025-04,83,212,260

      """, ImportOptions(measure: "share"))
    #expect(
      reading.faults.map(\.line) == [
        "in.csv:5:9: column 2 'value': \"83\" disagrees with 212/260, which is 81.5%"
      ])
  }

  @Test func missingDenominatorColumnIsSaidOnce() throws {
    let reading = try Samples.read(
      "period,numerator\n2025-01,1\n2025-02,2\n", ImportOptions(measure: "share"))
    #expect(
      reading.faults.map(\.line) == [
        "in.csv:1:8: share is a proportion, which needs a denominator too; the file has no column for it"
      ])
  }

  @Test(arguments: [
    ("*,n/a", "", ["*", "n/a", "N/A"], 3), ("", "blank", [""], 1),
  ])
  func missingCells(marks: String, blank: String, cells: [String], count: Int) throws {
    let options = ImportOptions(
      measure: "stay", treatsBlankAsMissing: !blank.isEmpty,
      missing: marks.isEmpty ? [] : marks.split(separator: ",").map(String.init))
    let rows = cells.enumerated().map { "2025-0\($0.offset + 1),\($0.element)\n" }.joined()
    let reading = try Samples.read("period,value\n" + rows + "2025-09,4\n", options)
    #expect(reading.faults == [])
    #expect(reading.missingCount == count)
    #expect(reading.lines == ["stay at home-first 2025-09 4"])
  }

  @Test func lenientNumbersLeaveMarksOut() throws {
    let reading = try Samples.read(
      "period,value\n2025-01,\"£1,234.5\"\n2025-02,3%\n",
      ImportOptions(measure: "stay", readsNumbersLeniently: true))
    #expect(reading.lines == ["stay at home-first 2025-01 1234.5", "stay at home-first 2025-02 3"])
  }

  @Test func suppressedValuesAreRecordedWithoutTheirNumber() throws {
    let reading = try Samples.read(
      "period,value,state\n2025-01,suppressed,\n2025-02,,suppressed\n2025-03,4,suppressed\n",
      ImportOptions(measure: "stay"))
    #expect(
      reading.lines == [
        "stay at home-first 2025-01 - suppressed", "stay at home-first 2025-02 - suppressed",
      ])
    #expect(
      reading.faults.map(\.line) == [
        "in.csv:4:9: column 2 'value': \"4\" is suppressed and must not be recorded; leave the cell blank"
      ])
  }

  @Test func unknownStates() throws {
    let reading = try Samples.read(
      "period,value,state\n2025-01,1,provisonal\n2025-02,1,withdrawn\n2025-03,1,??\n",
      ImportOptions(measure: "stay"))
    #expect(
      reading.faults.map(\.line) == [
        "in.csv:2:11: column 3 'state': 'provisonal' is not a state; did you mean 'provisional'?",
        "in.csv:3:11: column 3 'state': 'withdrawn' needs a reason; use benefits-cli withdraw for it",
        "in.csv:4:11: column 3 'state': '??' is not a state; write final, provisional, estimated, "
          + "suppressed",
      ])
  }

  // MARK: Periods

  @Test(arguments: [
    ("stay", "2023-03", "2023-03 is before 2023-04, the first period of stay"),
    ("stay", "2026-05", "2026-05 is in the future; it is 24 Apr 2026"),
    (
      "stay", "2026-04",
      "2026-04 is not complete: it ends on 30 Apr 2026, and it is 24 Apr 2026"
    ),
    ("stay", "2025-13", "'2025-13' is not a period; write 2025-01"),
    ("stay", "", "the period is missing; write 2025-01"),
    ("stay", "2025/26-Q3", "'2025/26-Q3' is a quarter, but a month is expected; write 2025-01"),
    (
      "stay", "2025-01-15",
      "'2025-01-15' is a day inside 2025-01, not its first or last; write 2025-01"
    ),
    (
      "falls", "01/02/2025",
      "'01/02/2025' is ambiguous: 1 Feb 2025 or 2 Jan 2025; write 2025-02-01 or 2025-01-02, or say "
        + "--date-order dmy"
    ),
    (
      "pulse", "2025-01",
      "2025-01 is no period of pulse, which is taken every 2 months; the nearest are 2024-12 and 2025-02"
    ),
  ])
  func faultsOfPeriods(measure: String, period: String, expected: String) throws {
    let reading = try Samples.read(
      "value,period\n1,\(period)\n", ImportOptions(measure: measure))
    #expect(reading.faults.map(\.line) == ["in.csv:2:3: column 2 'period': " + expected])
  }

  @Test(arguments: ["2025-01-01", "2025-01-31", "Jan-25", "Jan 2025", "01/2025", "31/01/2025"])
  func spellingsOfAMonth(text: String) throws {
    let reading = try Samples.read("period,value\n\(text),1\n", ImportOptions(measure: "stay"))
    #expect(reading.lines == ["stay at home-first 2025-01 1"])
  }

  @Test func optionsSettleDates() throws {
    let ordered = try Samples.read(
      "period,value\n01/02/2025,1\n", ImportOptions(measure: "stay", dateOrder: .dmy))
    #expect(ordered.lines == ["stay at home-first 2025-02 1"])
    let inside = try Samples.read(
      "period,value\n2025-02-17,1\n", ImportOptions(measure: "stay", acceptsDateInPeriod: true))
    #expect(inside.lines == ["stay at home-first 2025-02 1"])
  }

  @Test func aPeriodIsCompleteOnTheDayAfterItsLast() throws {
    let text = "period,value\n2026-03,1\n"
    let options = ImportOptions(measure: "stay")
    #expect(try Samples.read(text, options, asOf: "2026-04-01").faults == [])
    #expect(try Samples.read(text, options, asOf: "2026-03-31").faults.count == 1)
  }

  @Test func anEventMayBeOfToday() throws {
    let reading = try Samples.read(
      "period,value\n2026-04-24,1\n", ImportOptions(measure: "falls"))
    #expect(reading.faults == [])
  }

  // MARK: Names and repeats

  @Test func unknownNamesAreSaidOnceWithTheirNumberOfRows() throws {
    let reading = try Samples.read(
      """
      period,measure,site,stratum,value
      2025-01,stay,aldrewick,all,1
      2025-02,stay,aldrewick,fifth-9,1
      2025-03,say,,all,1

      """)
    #expect(
      reading.faults.map(\.line) == [
        "in.csv:2:14: column 3 'site': no site 'aldrewick'; did you mean 'alderwick'? (in 2 rows, of "
          + "which this is the first)",
        "in.csv:3:24: column 4 'stratum': no stratum 'fifth-9'; did you mean 'fifth-1' or 'fifth-5'?",
        "in.csv:4:9: column 2 'measure': no measure 'say'; did you mean 'stay'?",
        "in.csv:4:13: column 3 'site': the site is missing; write 'home-first' for the whole programme",
      ])
  }

  @Test func aWrongColumnIsReportedWithoutAdviceForEveryCell() throws {
    let rows = (0..<3000).map { "2025-01,nowhere-\($0),1\n" }.joined()
    let reading = try Samples.read("period,site,value\n" + rows, ImportOptions(measure: "stay"))
    #expect(reading.faults.count == 3000)
    #expect(
      reading.faults.last?.line == "in.csv:3001:9: column 2 'site': no site 'nowhere-2999'")
  }

  @Test func identicalRepeatsCountOnceWithAWarning() throws {
    let reading = try Samples.read(
      "period,value\n2025-01,3.1\nJan-25,3.10\n", ImportOptions(measure: "stay"))
    #expect(reading.faults == [])
    #expect(
      reading.warnings.map(\.line) == [
        "in.csv:3:8: 2025-01 of stay at home-first is on line 2 too, with the same value; it counts once"
      ])
    #expect(reading.rows.count == 1)
  }

  @Test func differentRepeatsNameBothLines() throws {
    let reading = try Samples.read(
      "period,value\n2025-01,1/4\n2025-01,3/4\n", ImportOptions(measure: "share"))
    #expect(
      reading.faults.map(\.line) == [
        "in.csv:3:9: 2025-01 of share at home-first is on line 2 too: 1/4 there, 3/4 here"
      ])
  }

  @Test func complementIsForProportions() throws {
    let reading = try Samples.read(
      "period,value\n2025-01,1\n", ImportOptions(measure: "stay", isComplement: true))
    #expect(
      reading.faults.map(\.line) == ["--complement is for proportions, but stay is a value"])
  }

  @Test func everyFaultOfAFileIsReportedInItsOrder() throws {
    let text =
      "\u{FEFF}period,site,value\r\n2025-01,alderwick,3\r\n2025-02,alderwick,three\r\n"
      + "2025-03,nowhere,4\r\n2025-01,alderwick,5\r\n2025-99,alderwick,6\r\n\r\n"
    let reading = try Samples.read(text, ImportOptions(measure: "stay"))
    #expect(
      reading.faults.map(\.line) == [
        "in.csv:3:19: column 3 'value': \"three\" is not a number",
        "in.csv:4:9: column 2 'site': no site 'nowhere'; the plan has 'home-first', 'alderwick', "
          + "'brackenmere'",
        "in.csv:5:19: 2025-01 of stay at alderwick is on line 2 too: 3 there, 5 here",
        "in.csv:6:1: column 1 'period': '2025-99' is not a period; write 2025-01",
      ])
    #expect(reading.rowCount == 5)
  }
}
