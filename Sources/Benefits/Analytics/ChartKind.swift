public import BenefitsModel

/// Which chart a series is judged by; the raw values are the names in commands and machine output.
public enum ChartKind: String, Hashable, Sendable, Codable, CaseIterable {
  /// A run chart: values against their median, without limits.
  case run
  /// Individual values, the X of XmR.
  case i
  /// Moving ranges, the mR of XmR.
  case mr
  /// Proportions with binomial limits.
  case p
  /// Proportions with limits widened by what varies between periods (Laney's P′).
  case pp
  /// Rates with Poisson limits.
  case u
  /// Rates with limits widened by what varies between periods (Laney's U′).
  case up
  /// Counts with Poisson limits.
  case c
  /// Times between rare events.
  case t
  /// Counts between rare events.
  case g
  /// Individual values that rest on different numbers of cases (I′).
  case ip

  /// The fewest usable points for a control chart; with fewer, a run chart is used.
  public static let leastPoints = 15

  /// The name for headings.
  public var title: String {
    switch self {
    case .run: "run chart"
    case .i: "XmR chart"
    case .mr: "moving range chart"
    case .p: "P chart"
    case .pp: "P′ chart"
    case .u: "U chart"
    case .up: "U′ chart"
    case .c: "C chart"
    case .t: "T chart"
    case .g: "G chart"
    case .ip: "I′ chart"
    }
  }

  /// Whether the chart cannot be drawn without denominators.
  public var needsDenominators: Bool {
    switch self {
    case .p, .pp, .u, .up: true
    default: false
    }
  }

  /// Whether values are proportions, which lie between 0 and 1.
  public var isProportion: Bool { self == .p || self == .pp }

  /// Whether the values are the numbers as they are, even where denominators are known.
  var ignoresDenominators: Bool { self == .c || self == .t || self == .g }

  /// Whether moving ranges decide how far away the limits are.
  package var usesMovingRanges: Bool {
    switch self {
    case .i, .t, .pp, .up, .ip: true
    case .run, .mr, .p, .u, .c, .g: false
    }
  }

  /// Whether neighbouring values share a number, so that runs of them say nothing.
  var isOverlapping: Bool { self == .mr }

  /// Returns the control chart that suits a kind of measure.
  ///
  /// Counts have a C chart unless their variance in the baseline tells that they are not Poisson counts.
  ///
  /// - Parameters:
  ///   - kind: What one value of the measure is made of.
  ///   - baseline: The usable values of the baseline.
  /// - Returns: The chart.
  /// - Complexity: O(*n*), where *n* is the number of values in the baseline.
  public static func control(for kind: MeasureKind, baseline: [Double]) -> ChartKind {
    switch kind {
    case .value: .i
    case .proportion: .pp
    case .rate: .up
    case .count: CountDispersion(baseline)?.isPoisson == true ? .c : .i
    case .event: .t
    }
  }
}
