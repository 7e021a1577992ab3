import BenefitsExchange
import BenefitsModel
import Testing

/// Faults of headers and of wide tables.
@Suite struct ImportLayoutTests {
  @Test func periodsInHeadersAreFaultsOnce() throws {
    let reading = try Samples.read(
      "site,2025-01,2026-05,01/02/2025\nalderwick,1,2,3\nbrackenmere,4,5,6\n",
      ImportOptions(measure: "stay"))
    #expect(
      reading.faults.map(\.line) == [
        "in.csv:1:14: column 3: 2026-05 is in the future; it is 24 Apr 2026",
        "in.csv:1:22: column 4: '01/02/2025' is ambiguous: 1 Feb 2025 or 2 Jan 2025; write 2025-02-01 or "
          + "2025-01-02, or say --date-order dmy",
      ])
    #expect(
      reading.lines == ["stay at alderwick 2025-01 1", "stay at brackenmere 2025-01 4"])
  }

  @Test func badPeriodOfAWideRowIsAFaultOnce() throws {
    let reading = try Samples.read("period,stay,visits\n2025-99,1,2\n2026-04,1,2\n")
    #expect(
      reading.faults.map(\.line) == [
        "in.csv:2:1: column 1 'period': '2025-99' is not a period; write 2025-01",
        "in.csv:3:1: column 1 'period': 2026-04 is not complete: it ends on 30 Apr 2026, and it is 24 "
          + "Apr 2026",
      ])
  }

  @Test func valuesHaveNoUseBesidePeriods() throws {
    let reading = try Samples.read(
      "site,value,2025-01,2025-02\nalderwick,1,2,3\n", ImportOptions(measure: "stay"))
    #expect(
      reading.faults.map(\.line) == [
        "in.csv:1:6: column 2 'value' has no use here, since the other columns are periods"
      ])
  }

  @Test func denominatorsHaveNoUseBesideMeasures() throws {
    let reading = try Samples.read("period,stay,denominator\n2025-01,2,3\n")
    #expect(
      reading.faults.map(\.line) == [
        "in.csv:1:13: column 3 'denominator' has no use here, since the other columns name the measures"
      ])
  }

  @Test func oneMeasureInTwoColumns() throws {
    let reading = try Samples.read("period,stay,STAY\n2025-01,2,3\n")
    #expect(
      reading.faults.map(\.line) == [
        "in.csv:1:13: column 3 'STAY' holds stay, as column 2 does already"
      ])
  }

  @Test func measuresBesideAValueAreNotKnown() throws {
    let reading = try Samples.read(
      "period,measure,value,visits\n2025-01,stay,2,3\n")
    #expect(reading.faults.map(\.location.description) == ["in.csv:1:22"])
  }

  @Test func aHeaderOfOtherNamesIsTakenForAHeader() throws {
    let reading = try Samples.read(
      "Month,Seen,Referred\nJan-25,2,3\n", ImportOptions(measure: "share"))
    #expect(
      reading.faults.map(\.description) == [
        """
        in.csv:1:1: no column holds the period; is it column 1 'Month'?
          hint: name one 'period', or say which it is: --column period=Month
        """,
        """
        in.csv:1:1: no column holds the numerator
          hint: name two 'numerator' and 'denominator', or say which: --column numerator=Seen --column \
        denominator=Referred
        """,
        """
        in.csv:1:7: column 2 'Seen' is not known
          hint: say what it holds with --column numerator=Seen, or leave it out with --ignore-column Seen
        """,
        """
        in.csv:1:12: column 3 'Referred' is not known
          hint: say what it holds with --column denominator=Referred, or leave it out with \
        --ignore-column Referred
        """,
      ])
  }

  @Test func titlesOfMeasuresAreRecognisedInTheHeader() throws {
    let reading = try Samples.read("period,Title of stay,title of visits\n2025-01,2,3\n")
    #expect(
      reading.faults.map(\.description) == [
        """
        in.csv:1:8: column 2 'Title of stay' is not known; that is the title of 'stay'
          hint: say that it holds that measure with --column stay='Title of stay'
        """,
        """
        in.csv:1:22: column 3 'title of visits' is not known; that is the title of 'visits'
          hint: say that it holds that measure with --column visits='title of visits'
        """,
      ])
  }

  @Test func mappedMeasuresWithoutAPeriodLackOnlyThePeriod() throws {
    let reading = try Samples.read(
      "Month,a\n2025-01,2\n", ImportOptions(columns: [try ColumnChoice("stay=a")]))
    #expect(
      reading.faults.map(\.line) == [
        "in.csv:1:1: no column holds the period; is it column 1 'Month'?"
      ])
  }

  @Test(arguments: [
    "2025-01,stay,3\n2025-02,stay,4\n", "2025-01,61/84\n", "Falls by month,,\nperiod,stay,\n",
  ])
  func dataOrATitleInPlaceOfTheHeader(text: String) throws {
    let reading = try Samples.read(text)
    #expect(reading.faults.first?.message.hasPrefix("the first line must name the columns") == true)
    #expect(reading.rows.isEmpty)
  }

  @Test func aMeasureBesideValuesIsNotSuggestedInPlaceOfItself() throws {
    let reading = try Samples.read(
      "period,value,visits\n2025-01,2,3\n", ImportOptions(measure: "stay"))
    #expect(
      reading.faults.map(\.description) == [
        """
        in.csv:1:14: column 3 'visits' names a measure, but column 2 'value' holds the values
          hint: leave it out with --ignore-column visits
        """
      ])
  }

  @Test func twoColumnsOfOneNameCannotBothBeIgnored() throws {
    let reading = try Samples.read(
      "period,value,value\n2025-01,2,3\n", ImportOptions(measure: "stay"))
    #expect(
      reading.faults.map(\.hint) == [
        "give one of them another name, and leave it out with --ignore-column"
      ])
  }

  @Test func oneFieldSaidTwice() throws {
    let reading = try Samples.read(
      "period,a,b\n2025-01,2,3\n",
      ImportOptions(
        measure: "stay", columns: [try ColumnChoice("value=a"), try ColumnChoice("value=b")]))
    #expect(
      reading.faults.map(\.line) == [
        "in.csv: --column value=b: 'a' was said to hold the value already"
      ])
  }

  @Test func columnThatIsNotThere() throws {
    let reading = try Samples.read(
      "period,org_code,value\n2025-01,x,3\n",
      ImportOptions(measure: "stay", columns: [try ColumnChoice("site=org_cod")]))
    #expect(
      reading.faults.map(\.line) == [
        "in.csv: --column site=org_cod: the file has no column 'org_cod'; did you mean 'org_code'?",
        "in.csv:1:8: column 2 'org_code' is not known",
      ])
  }

  @Test(arguments: [
    ("site", "'site' does not say what the column holds; write FIELD=COLUMN, as site=org_code"),
    ("=x", "'=x' is incomplete; write FIELD=COLUMN, as site=org_code"),
    ("site=", "'site=' is incomplete; write FIELD=COLUMN, as site=org_code"),
  ])
  func choicesThatAreNone(text: String, expected: String) {
    do throws(Fault) {
      _ = try ColumnChoice(text)
      Issue.record("'\(text)' was accepted")
    } catch {
      #expect(error.line == expected)
    }
  }

  @Test func columnNameMayHoldAnEqualsSign() throws {
    #expect(try ColumnChoice("value=a = b") == ColumnChoice(content: "value", header: "a = b"))
  }

  @Test func cellsAreStillCheckedWhenAColumnIsNotKnown() throws {
    let reading = try Samples.read(
      "period,other,value\n2025-01,1,x\n2025-02,1,4\n2025-02,1,5\n", ImportOptions(measure: "stay"))
    // Whether rows repeat cannot be said before every column is known.
    #expect(
      reading.faults.map(\.line) == [
        "in.csv:1:8: column 2 'other' is not known",
        "in.csv:2:11: column 3 'value': \"x\" is not a number",
      ])
    #expect(reading.rows.isEmpty)
  }

  @Test func semicolonsWithDecimalCommas() throws {
    let reading = try Samples.read("period;value\n2025-01;3,4\n", ImportOptions(measure: "stay"))
    #expect(
      reading.faults.map(\.line) == [
        "in.csv:2:9: column 2 'value': \"3,4\" has a comma; a number uses a point: 3.4"
      ])
  }

  @Test func numeratorsBelongToProportionsAndRates() throws {
    let reading = try Samples.read(
      "period,measure,value,numerator,denominator\n2025-01,visits,3,,4\n2025-01,stay,3,2,\n")
    #expect(
      reading.faults.map(\.line) == [
        "in.csv:2:19: column 5 'denominator': visits is a count, which has no denominator",
        "in.csv:3:16: column 4 'numerator': stay is a value, which has no numerator",
      ])
  }
}
