extension InterruptedTimeSeries {
  /// In what way a comparison of the time before and after may mislead.
  public enum Caution: String, Hashable, Sendable, CaseIterable {
    /// There are fewer than twelve points on a side.
    case fewPoints = "few-points"
    /// Errors resemble the ones before: there is less to learn from than there are points.
    case autocorrelated
    /// Some periods have no point.
    case gaps
    /// There is no comparison series, so that whatever else happened then counts as effect.
    case uncontrolled
    /// The comparison series is a part of the series itself.
    case overlapping
    /// Something else happened near the change.
    case otherEvents = "other-events"
  }

  /// The fewest points on a side that need no caution.
  public static let enoughPoints = 12
  /// The share of an error that is left in the next from which a caution is due.
  public static let muchAutocorrelation = 0.3

  /// In what ways this comparison may mislead.
  ///
  /// - Parameters:
  ///   - otherEvents: How many other events are known near the change.
  ///   - isOverlapping: Whether the comparison series is a part of the series itself.
  /// - Returns: The cautions, in the order of their declaration.
  public func cautions(otherEvents: Int = 0, isOverlapping: Bool = false) -> [Caution] {
    Caution.allCases.filter { caution in
      switch caution {
      case .fewPoints: min(before, after) < InterruptedTimeSeries.enoughPoints
      case .autocorrelated: autocorrelation >= InterruptedTimeSeries.muchAutocorrelation
      case .gaps: missing > 0
      case .uncontrolled: !isControlled
      case .overlapping: isControlled && isOverlapping
      case .otherEvents: otherEvents > 0
      }
    }
  }

  /// Returns what a caution means here, as a sentence.
  ///
  /// - Parameters:
  ///   - caution: The caution.
  ///   - otherEvents: How many other events are known near the change.
  /// - Returns: The sentence.
  public func words(for caution: Caution, otherEvents: Int = 0) -> String {
    switch caution {
    case .fewPoints:
      "There are \(before) points before and \(after) after; with fewer than"
        + " \(InterruptedTimeSeries.enoughPoints) on a side, a passing change looks like a lasting one."
    case .autocorrelated:
      "Values resemble the ones before, so the points say less than their number; the interval is"
        + " wider for it and may still be too narrow."
    case .gaps:
      "\(missing) \(missing == 1 ? "period has" : "periods have") no value; if that has to do with"
        + " the values, the comparison is off."
    case .uncontrolled:
      "There is no comparison site: anything else that changed at that time counts as effect."
    case .overlapping:
      "The comparison is a part of the whole that it is taken off, so the effect is told too small;"
        + " look at a site by itself."
    case .otherEvents:
      "\(otherEvents) other \(otherEvents == 1 ? "event is" : "events are") recorded near the change,"
        + " and cannot be told apart from it."
    }
  }

  /// What is taken for granted, as sentences.
  public var assumptions: [String] {
    [
      isControlled
        ? "Without the change, the difference from the comparison would have gone on as before."
        : "The line before would have gone on unchanged.",
      "The change began at the stated date and at once.",
      isControlled
        ? "What is measured, and how, stayed the same in both, and the change did not reach the comparison."
        : "What is measured, and how, stayed the same.",
    ]
  }
}
