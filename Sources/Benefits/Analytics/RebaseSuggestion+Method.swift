extension RebaseSuggestion {
  /// How shifts are found and what lines rest on.
  public struct Method: Hashable, Sendable {
    /// How many useful points on one side, from the end of the baseline on, make a sustained shift.
    public var runLength: Int
    /// How many of the first points of the shift the new centre rests on; all when none is given.
    public var centreLength: Int?
    /// Which shifts are looked for.
    public var side: Side
    /// How much of the beginning of a phase is its baseline where none is frozen.
    public var baselineLength: Int
    /// Whether the baseline is counted in usable values rather than in periods.
    public var countsValues: Bool

    /// Creates a method.
    ///
    /// - Parameters:
    ///   - runLength: How many useful points on one side make a sustained shift.
    ///   - centreLength: How many of the first points of the shift the new centre rests on.
    ///   - side: Which shifts are looked for.
    ///   - baselineLength: How much of the beginning of a phase is its baseline where none is frozen.
    ///   - countsValues: Whether the baseline is counted in usable values rather than in periods.
    public init(
      runLength: Int = 9, centreLength: Int? = nil, side: Side = .both,
      baselineLength: Int = ControlChart.trialLength, countsValues: Bool = false
    ) {
      self.runLength = max(1, runLength)
      self.centreLength = centreLength.map { max(1, $0) }
      self.side = side
      self.baselineLength = max(1, baselineLength)
      self.countsValues = countsValues
    }

    /// Returns the periods of a phase that are its baseline; `nil` where it is shorter than that.
    func baseline(of phase: Range<Int>, in values: [Double?]) -> Range<Int>? {
      guard countsValues else {
        let end = phase.lowerBound + baselineLength
        return end <= phase.upperBound ? phase.lowerBound..<end : nil
      }
      let known = phase.lazy.filter { values[$0] != nil }.prefix(baselineLength)
      guard known.count == baselineLength, let last = known.last else { return nil }
      return phase.lowerBound..<last + 1
    }
  }

  /// Whose method it is; the raw values are the names in commands.
  public enum Convention: String, Hashable, Sendable, Codable, CaseIterable {
    /// Benefits' own: nine points behind 12 periods, on either side.
    case own
    /// runcharter 0.2.0.9000: nine points behind 13 periods, on either side.
    case runcharter
    /// NHS Scotland's rules as jsphdms/runchart has them: nine points behind 8 values; new lines rest on 8 points.
    case scotland = "nhs-scotland"

    /// The method.
    public var method: Method {
      switch self {
      case .own: Method()
      case .runcharter: Method(baselineLength: 13)
      case .scotland: Method(centreLength: 8, baselineLength: 8, countsValues: true)
      }
    }
  }
}
