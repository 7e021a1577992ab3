public import BenefitsModel

/// Reads measurements from tables and from what was typed.
public enum MeasurementImport {
  /// Reads a CSV file, in the long form or with a column for each measure or each period.
  ///
  /// Everything that is wrong with the file is reported, not only the first fault.
  ///
  /// - Parameters:
  ///   - bytes: The bytes of the file.
  ///   - file: The file as it was named, for messages.
  ///   - plan: The plan that names measures, sites and strata.
  ///   - options: How the file is to be read.
  ///   - asOf: The current day; later periods are refused.
  /// - Returns: The measurements and the faults.
  public static func read(
    _ bytes: [UInt8], file: String, plan: Plan, options: ImportOptions = ImportOptions(), asOf: Day
  ) -> ImportReading {
    let reader = CSVReader(
      bytes, file: file, delimiter: options.delimiter, encoding: options.encoding)
    var pass = ImportPass(
      reader, plan: plan, options: options, asOf: asOf, keepsAll: true)
    var rows: [ImportRow] = []
    pass.run(step: { _ in }) { block in rows += block.rows.map(block.row) }
    var reading = pass.reading
    rows.sort { $0.location < $1.location }
    reading.rows = rows
    return reading
  }

  /// Reads measurements of one series that were typed as `PERIOD=VALUE`.
  ///
  /// A value is a number, `NUMERATOR/DENOMINATOR` of a proportion or a rate, or the word `suppressed`.
  ///
  /// - Parameters:
  ///   - arguments: What was typed, as `2025-01=212/260`.
  ///   - series: The series that the measurements belong to.
  ///   - plan: The plan that has the measure.
  ///   - options: How numbers and periods are to be read, and how final they are.
  ///   - note: A remark for all of them.
  ///   - asOf: The current day; later periods are refused.
  /// - Returns: The measurements and the faults, which have no place in a file.
  public static func read(
    arguments: [String], series: Series, plan: Plan, options: ImportOptions = ImportOptions(),
    note: String? = nil, asOf: Day
  ) -> ImportReading {
    var reading = ImportReading()
    let whole = SourceLocation(whole: "")
    guard let measure = plan.measure(series.measure) else {
      reading.faults.append(Fault("the plan has no measure '\(series.measure)'"))
      return reading
    }
    let reader = MeasurementReader(
      measure: measure, calendar: plan.calendar, options: options, asOf: asOf)
    var seen: [Period: (measurement: Measurement, text: String)] = [:]
    for argument in arguments {
      reading.rowCount += 1
      let text = argument.trimmed()
      guard let equals = text.firstIndex(of: "=") else {
        reading.faults.append(
          Fault("'\(text)' is not PERIOD=VALUE; write it as \(example(of: measure))"))
        continue
      }
      let value = String(text[text.index(after: equals)...]).trimmed()
      var faults: [(ImportField, CellFault)] = []
      var period: Period?
      do throws(CellFault) {
        period = try reader.period(String(text[..<equals]))
      } catch {
        // The hints speak of options for files; the messages say what to type instead.
        reading.faults.append(Fault(whole, error.message))
      }
      if value.isEmpty, !options.treatsBlankAsMissing {
        reading.faults.append(
          Fault("'\(text)' has no value; write it as \(example(of: measure))"))
        continue
      }
      let cells = MeasurementCells(value: value, note: note)
      let result = reader.read(cells, period: period, faults: &faults)
      reading.faults += faults.map { Fault(whole, "'\(text)': \($0.1.message)") }
      switch result {
      case .missing: reading.missingCount += 1
      case .measurement(let measurement):
        if let first = seen[measurement.period] {
          if first.measurement == measurement {
            reading.warnings.append(Fault("'\(text)' was given twice; it counts once"))
          } else {
            reading.faults.append(
              Fault("'\(first.text)' and '\(text)' give \(measurement.period) two values"))
          }
        } else {
          seen[measurement.period] = (measurement, text)
          reading.rows.append(
            ImportRow(series: series, measurement: measurement, location: whole))
        }
      case nil: break
      }
    }
    return reading
  }

  private static func example(of measure: Measure) -> String {
    "\(measure.frequency.from)="
      + (measure.kind.isRatio ? "212/260" : measure.kind == .value ? "3.1" : "3")
  }
}
