import ArgumentParser
import BenefitsExchange
import BenefitsModel
import BenefitsTerminal

/// The options that say how an import file is to be read.
struct ImportContentOptions: ParsableArguments {
  /// What a blank cell means.
  enum Blank: String, ChoiceArgument {
    /// It is an error.
    case refused
    /// There are no data.
    case missing
  }

  @Option(help: "The measure of every row, where no column says it.") var measure: String?
  @Option(help: "The site of every row, where no column says it.") var site: String?
  @Option(help: "The stratum of every row, where no column says it.") var stratum: String?
  @Option(
    name: .customLong("column"),
    help: ArgumentHelp(
      "What a column holds, as site=org_code or M2=Falls; may be repeated.",
      valueName: "field=column"))
  var columns: [String] = []
  @Option(
    name: .customLong("ignore-column"),
    help: ArgumentHelp("Leave a column out; may be repeated.", valueName: "column"))
  var ignoredColumns: [String] = []
  @Flag(
    help: "Numerators count failures: record denominator − numerator.")
  var complement = false
  @Flag(help: "The numbers are provisional, where no column says it.") var provisional = false
  @Option(help: "Whether a blank cell is refused, or means that there are no data.")
  var blank = Blank.refused
  @Option(
    help: ArgumentHelp(
      "What cells say that mean \"no data\", as '*,n/a'.", valueName: "texts"))
  var missing: String?
  @Flag(help: "Leave out thousands commas, £, $, € and % instead of refusing them.")
  var lenientNumbers = false
  @Option(help: "How dates with slashes are ordered.") var dateOrder: DateOrder?
  @Flag(help: "Take any day for the period that holds it.") var dateInPeriod = false
  @Option(help: "How the characters are written.") var encoding = TextEncoding.utf8
  @Option(help: "What stands between the cells (default: as the first line shows).")
  var delimiter: Delimiter?

  /// The options as the library takes them.
  func options() throws -> ImportOptions {
    ImportOptions(
      measure: measure, site: site, stratum: stratum,
      columns: try columns.map(Self.choice),
      ignoredColumns: ignoredColumns, isComplement: complement,
      treatsBlankAsMissing: blank == .missing,
      missing: missing?.split(separator: ",").map { String($0).trimmed() } ?? [],
      readsNumbersLeniently: lenientNumbers, dateOrder: dateOrder,
      acceptsDateInPeriod: dateInPeriod, encoding: encoding, delimiter: delimiter,
      state: provisional ? .provisional : .final)
  }

  mutating func validate() throws { _ = try options() }

  private static func choice(_ text: String) throws -> ColumnChoice {
    do throws(Fault) {
      return try ColumnChoice(text)
    } catch {
      throw ValidationError(error.message)
    }
  }
}
