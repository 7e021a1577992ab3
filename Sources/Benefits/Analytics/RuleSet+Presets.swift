extension RuleSet {
  /// Creates a preset.
  ///
  /// - Parameter name: The name of the preset.
  public init(_ name: Name) {
    self = .mdc
    self.name = name
    switch name {
    case .mdc: break
    case .excel:
      needsPresentLimits = false
      showsEqualLimits = true
    case .nhsr:
      twoOfThree = .betweenTwoAndThreeSigma
      screens = true
      freezeScope = .everyPhase
      showsEqualLimits = true
      isEndedByGap = true
      conflict = .precedence
      countsLimitAsMet = false
      isInconsistentWithoutLimits = true
      needsPresentLimits = false
    case .qicharts2:
      shift = .longerThanExpected
      trend = nil
      twoOfThree = nil
      screens = true
      freezeScope = .onlyWithoutPhases
      limitDistance = 3 / 1.128
      joinsAcrossExcluded = true
      usesWholePhaseForIPrime = true
      testsExcluded = true
      showsEqualLimits = true
    case .anhoej:
      shift = .longerThanExpected
      trend = nil
      twoOfThree = nil
    case .perla:
      shift = .skippingLine(length: ClassicalRules.shiftLength)
      trend = .skippingEqual(length: ClassicalRules.trendLength)
      twoOfThree = nil
      longestOfNoneIsZero = true
    }
  }

  /// The rules of Making Data Count, as Benefits reads them.
  public static let mdc = RuleSet(
    name: .mdc, shift: .endedByLine(length: 7), trend: .endedByEqual(length: 7),
    twoOfThree: .beyondTwoSigma, screens: false, freezeScope: .firstPhase, limitDistance: 2.66,
    joinsAcrossExcluded: false, usesWholePhaseForIPrime: false, testsExcluded: false,
    showsEqualLimits: false, isEndedByGap: false, conflict: .improvement, countsLimitAsMet: true,
    needsPresentLimits: true)

  /// Returns the rules that points of a kind of chart are read by: run charts by Anhøj's, unless the classical rules
  /// were asked for.
  func reading(of kind: ChartKind) -> RuleSet {
    guard kind == .run, name != .perla else { return self }
    var rules = self
    rules.shift = .longerThanExpected
    rules.trend = nil
    rules.twoOfThree = nil
    return rules
  }

  /// The lengths of a shift or a trend that may be chosen.
  public static let lengths = 6...8

  /// Returns the rules with other lengths of shift and trend, where these are fixed.
  ///
  /// - Parameters:
  ///   - shift: How many points make a shift.
  ///   - trend: How many points make a trend.
  /// - Returns: The rules; those without fixed lengths unchanged.
  public func lengths(shift: Int? = nil, trend: Int? = nil) -> RuleSet {
    var rules = self
    if let shift {
      switch self.shift {
      case .endedByLine: rules.shift = .endedByLine(length: shift)
      case .skippingLine: rules.shift = .skippingLine(length: shift)
      case .longerThanExpected: break
      }
    }
    if let trend {
      switch self.trend {
      case .endedByEqual: rules.trend = .endedByEqual(length: trend)
      case .skippingEqual: rules.trend = .skippingEqual(length: trend)
      case nil: break
      }
    }
    return rules
  }
}
