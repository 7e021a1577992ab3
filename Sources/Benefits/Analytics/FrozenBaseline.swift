import BenefitsModel

/// The number that the future of a series is compared with, and the line its changes are judged against.
struct FrozenBaseline {
  /// The fewest usable points for a control chart; with fewer, a run chart is drawn and judged.
  static let controlChartLength = 15

  /// The window, where the baseline is one.
  let window: ClosedRange<Period>?
  /// The baseline's number.
  let value: Double?
  /// How many usable points it rests on; `nil` for a stated number.
  let count: Int?
  /// The line that points are compared with.
  let centre: Double?
  /// Whether the series is judged as a run chart.
  let isRunChart: Bool

  /// Takes the number from the usable points, or as stated.
  ///
  /// The number is the ratio of sums for proportions and rates, else the median for a run chart and the mean
  /// for a control chart. The line is the same, but on a run chart always the median.
  ///
  /// - Complexity: O(*n* log *n*), where *n* is the number of usable points.
  init(
    _ baseline: Baseline?, of measure: Measure, values: [UsedValue], seasonality: Seasonality?,
    levelPoints: Int
  ) {
    // Without factors there are no limits: the differences from the same season are judged by their runs.
    isRunChart =
      values.count < FrozenBaseline.controlChartLength || seasonality == .sameSeason
    switch baseline?.basis {
    case .stated(let number, _):
      window = nil
      value = number
      count = nil
      centre = number
    case .window(let from, let to) where from <= to:
      let window = values.filter { from <= $0.period && $0.period <= to }
      var inside = window
      if seasonality == .sameSeason {
        // The level is compared with the same seasons of the baseline.
        let seasons = Set(values.suffix(levelPoints).map(\.period.season))
        let same = window.filter { seasons.contains($0.period.season) }
        if !same.isEmpty { inside = same }
      }
      let displayed = inside.map(\.value)
      let middle = isRunChart ? displayed.median() : nil
      let combined =
        measure.kind.isRatio ? measure.ratio(of: inside[...]) : middle ?? displayed.mean()
      self.window = from...to
      value = combined
      count = window.count
      centre = seasonality == .sameSeason ? 0 : middle ?? combined
    default:
      window = nil
      value = nil
      count = nil
      centre = nil
    }
  }
}
