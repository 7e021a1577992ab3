package import BenefitsModel

/// Measurements of one series in the order of their periods, as a file gives them.
package struct ImportBlock: Sendable {
  /// The series.
  package let series: Series
  /// Its measure.
  package let measure: Measure

  /// Whether nothing is wrong with the file so far.
  package let isOfSoundFile: Bool

  let rows: [CompactRow]
  let notes: [CompactRow.Place: String]
  let file: String
  let yearStart: YearStart

  /// How many measurements there are.
  package var count: Int { rows.count }

  /// Returns a row in full.
  func row(_ row: CompactRow) -> ImportRow {
    ImportRow(
      series: series, measurement: measurement(row),
      location: SourceLocation(
        file: file, line: Int(row.place.line), column: Int(row.place.column)))
  }

  /// Returns the measurement of a row in full.
  func measurement(_ row: CompactRow) -> Measurement {
    row.compact.measurement(
      measure.frequency.kind, yearStart: yearStart, note: row.hasNote ? notes[row.place] : nil)
  }
}
