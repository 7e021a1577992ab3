public import BenefitsModel

extension EntryWriter {
  /// Takes back the measurement of a period; what was recorded stays in the ledger.
  ///
  /// - Parameters:
  ///   - period: The period.
  ///   - series: The series.
  /// - Returns: Whether anything was written: where nothing is recorded, there is nothing to take back.
  /// - Throws: `StoreError`, with the reason `refused` when the series is never measured in such periods.
  public mutating func withdraw(
    _ period: Period, of series: Series
  ) throws(StoreError) -> WriteOutcome {
    try write(Measurement(period: period, number: nil, state: .withdrawn), to: series)
  }

  /// Leaves the measurement of a period out of every calculation, or takes it in again.
  ///
  /// The number, its state and its note stay as they are.
  ///
  /// - Parameters:
  ///   - isExcluded: Whether the measurement is left out.
  ///   - period: The period.
  ///   - series: The series.
  /// - Returns: Whether anything was written.
  /// - Throws: `StoreError`, with the reason `refused` when nothing is recorded for the period.
  public mutating func setExcluded(
    _ isExcluded: Bool, period: Period, of series: Series
  ) throws(StoreError) -> WriteOutcome {
    guard let kept = try known(series), kept.kind == period.kind,
      let current = try find(kept.id, period), !current.row.flags.isWithdrawn
    else {
      throw StoreError(
        .refused, "there is no measurement of \(series) for \(period)",
        hint: "'benefits-cli history \(series.measure)' shows what was recorded")
    }
    guard current.row.flags.isExcluded != isExcluded else {
      journal.rows.count(.unchanged)
      return .unchanged
    }
    guard try journal.begin() != current.entry else {
      throw StoreError(.refused, "\(series) is written twice for \(period)")
    }
    var row = current.row
    row.flags = MeasurementFlags(rawValue: row.flags.rawValue ^ MeasurementFlags.excluded)
    try journal.insert(row, period: period.first.epochDay, of: kept, with: insert)
    journal.rows.count(.revised)
    return .revised
  }
}
