/// The conventions that a chart is computed and read by: limits, baselines, special causes and verdicts.
///
/// The packages of the field differ in more than the lengths of runs. A rule set holds every convention in
/// which they do; `mdc` is Benefits' own choice, and the presets reproduce the others.
public struct RuleSet: Hashable, Sendable {
  /// The names in commands and machine output.
  public enum Name: String, Hashable, Sendable, Codable, CaseIterable {
    /// Making Data Count, with the changes of November 2023.
    case mdc
    /// Anhøj's longest run.
    case anhoej
    /// The rules for run charts of Perla, Provost & Murray.
    case perla
    /// The spreadsheet of Making Data Count.
    case excel
    /// NHSRplotthedots 0.2.2.
    case nhsr
    /// qicharts2 0.8.1.
    case qicharts2
  }

  /// Which phases a frozen baseline is for.
  public enum FreezeScope: String, Hashable, Sendable, Codable, CaseIterable {
    /// The phase that the baseline begins in.
    case firstPhase = "first-phase"
    /// Every phase: so many of its first periods.
    case everyPhase = "every-phase"
    /// None where phases are declared.
    case onlyWithoutPhases = "only-without-phases"
  }

  /// How long a run on one side of the line makes a shift.
  public enum Shift: Hashable, Sendable {
    /// So many points; a point on the line ends the run.
    case endedByLine(length: Int)
    /// So many points; a point on the line is left out.
    case skippingLine(length: Int)
    /// More points than chance lets expect of so many useful ones (Anhøj).
    case longerThanExpected
  }

  /// How many points that each rise, or each fall, make a trend.
  public enum Trend: Hashable, Sendable {
    /// So many points; two equal ones end it.
    case endedByEqual(length: Int)
    /// So many points; of equal ones only the first counts.
    case skippingEqual(length: Int)
  }

  /// Which points two of three are counted among.
  public enum TwoOfThree: Hashable, Sendable {
    /// Those beyond two sigma, those beyond the limit too.
    case beyondTwoSigma
    /// Those between two sigma and the limit.
    case betweenTwoAndThreeSigma
  }

  /// What a point that is both improvement and concern counts as.
  public enum Conflict: String, Hashable, Sendable, Codable, CaseIterable {
    /// An improvement, as the tools of Making Data Count have it.
    case improvement
    /// A concern.
    case concern
    /// What the first rule says: outside the limits, trend, two of three, shift.
    case precedence
  }

  /// The name.
  public var name: Name
  /// What makes a shift.
  public var shift: Shift
  /// What makes a trend; `nil` where trends are not looked for.
  public var trend: Trend?
  /// What makes two of three; `nil` where they are not looked for.
  public var twoOfThree: TwoOfThree?
  /// Whether moving ranges that are not below 3.267 times their mean are left out once.
  public var screens: Bool
  /// Which phases a frozen baseline is for.
  public var freezeScope: FreezeScope
  /// How many average moving ranges the limits of an XmR chart lie from the mean.
  public var limitDistance: Double
  /// Whether a moving range joins the neighbours of an excluded point.
  public var joinsAcrossExcluded: Bool
  /// Whether the ranges of an I′ chart are those of the whole phase rather than of the baseline.
  public var usesWholePhaseForIPrime: Bool
  /// Whether excluded points are compared with the limits all the same.
  public var testsExcluded: Bool
  /// Whether limits that equal the line are shown; else a series of equal values has none.
  public var showsEqualLimits: Bool
  /// Whether a period without a value ends a run of points.
  public var isEndedByGap: Bool
  /// What a point that is both improvement and concern counts as.
  public var conflict: Conflict
  /// Whether a target that equals a limit counts as always passed or always failed.
  public var countsLimitAsMet: Bool
  /// Whether assurance is given only while nothing shows a change since the baseline.
  public var needsPresentLimits: Bool

  /// Whether a target is "inconsistent" where there are no limits to compare it with; else nothing is said of it.
  public var isInconsistentWithoutLimits = false
  /// Whether the longest run of a phase without a point off the line is 0; else it is unknown.
  public var longestOfNoneIsZero = false

  /// The rules that signal a special cause, in the order of their names in machine output.
  public var rules: [ChangeSignal.Rule] {
    var rules: [ChangeSignal.Rule] = [.outsideLimits, .shift]
    if trend != nil { rules.append(.trend) }
    if twoOfThree != nil { rules.append(.twoOfThree) }
    return rules
  }
}
