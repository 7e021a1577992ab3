extension Plan {
  /// Returns what was promised of a series.
  ///
  /// A site or a stratum without a promise of its own takes over what was promised of the measure as a
  /// whole where that makes sense for a part: the window of the baseline, targets on the level and the
  /// guardrail of a measure whose values combine as a ratio or a mean. A sum, a running total or a stated
  /// baseline of the whole says nothing of a part.
  ///
  /// - Parameter series: The series.
  /// - Returns: The promise, empty when there is none.
  /// - Complexity: O(*n*), where *n* is the number of measures.
  public func commitment(of series: Series) -> Commitment {
    if let own = commitments[series] { return own }
    guard let measure = measure(series.measure) else { return Commitment() }
    return inheritedCommitment(of: series, measure: measure)
  }

  /// Returns what a series without a promise of its own takes over, for callers that hold its measure.
  ///
  /// - Complexity: O(1).
  package func inheritedCommitment(of series: Series, measure: Measure) -> Commitment {
    guard let whole = commitments[measure.wholeSeries(in: programme.id)],
      measure.aggregation == .ratio || measure.aggregation == .mean
    else { return Commitment() }
    var part = whole
    if let baseline = whole.baseline, case .stated = baseline.basis { part.baseline = nil }
    part.targets.removeAll { $0.basis == .toDate }
    return part
  }

  /// Returns the series of a measure for the whole programme, not split by stratum.
  ///
  /// - Parameter measure: The measure.
  /// - Returns: The series.
  public func wholeSeries(of measure: Measure) -> Series { measure.wholeSeries(in: programme.id) }
}
