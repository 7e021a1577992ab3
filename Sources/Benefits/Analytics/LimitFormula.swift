/// The centre and limits of one phase, by kind of chart.
///
/// Montgomery, Introduction to Statistical Quality Control, 2009 (p, u, c, XmR); Laney, Quality Engineering
/// 2002; 14: 531 (p′, u′); Nelson, Journal of Quality Technology 1994; 26: 239 (t); Benneyan, Health Care
/// Management Science 2001; 4: 305 (g); Taylor, Normalized Individuals Control Chart, 2017 (I′).
struct LimitFormula {
  /// The ratio of the mean moving range to sigma (Montgomery, d₂ for two).
  static let d2 = 1.128
  /// The upper limit of moving ranges over their mean (Montgomery, D₄ for two).
  static let d4 = 3.267
  /// The exponent that makes times between events nearly normal (Nelson 1994).
  static let timeExponent = 3.6

  let kind: ChartKind
  let rules: RuleSet
  /// What is plotted; `nil` where it is missing.
  let values: [Double?]
  /// What values rest on; `nil` where it is missing, and everywhere where nothing is known.
  let denominators: [Double?]?
  let excluded: Set<Int>

  /// The lines at one period: centre, lower, upper, and two sigma below and above.
  typealias Lines = (
    centre: Double?, lower: Double?, upper: Double?, nearLower: Double?, nearUpper: Double?
  )

  /// One sigma, where there is one.
  enum Sigma {
    case constant(Double?)
    /// It varies with the denominator of each period.
    case varying((Int) -> Double?)
  }

  /// The centre, the middle of the limits where that differs, and one sigma at each period.
  struct Result {
    var centre: Double?
    var middle: Double?
    var sigma = Sigma.constant(nil)
    /// The bounds that theory sets.
    var bounds: ClosedRange<Double> = -.infinity...(.infinity)
    /// The exponent that the lines are raised to.
    var exponent = 1.0
    /// The average moving range that sigma rests on.
    var averageRange: Double?
    /// How many ranges were left out by screening.
    var screened = 0
  }

  /// Returns the lines of a phase.
  func result(of span: PhaseSpan) -> Result {
    let base = span.baseline.filter { !excluded.contains($0) && values[$0] != nil }
    let numbers = base.compactMap { values[$0] }
    var result = Result()
    switch kind {
    case .run: result.centre = numbers.median()
    case .i:
      result.centre = numbers.mean()
      let range = averageRange(of: span.baseline) { values[$0] }
      result.take(range, sigma: { $0 * rules.limitDistance / 3 })
    case .mr:
      result.centre = numbers.mean()
    case .t:
      let root = { (index: Int) in values[index].map { Power.of($0, 1 / Self.timeExponent) } }
      result.centre = base.compactMap(root).mean()
      let range = averageRange(of: span.baseline, root)
      result.take(range, sigma: { $0 / Self.d2 })
      result.exponent = Self.timeExponent
      result.bounds = 0...(.infinity)
    case .c:
      result.centre = numbers.mean()
      result.bounds = 0...(.infinity)
      result.sigma = .constant(result.centre.map { $0.squareRoot() })
    case .g:
      result.middle = numbers.mean()
      result.centre = numbers.median()
      result.bounds = 0...(.infinity)
      result.sigma = .constant(result.middle.map { ($0 * ($0 + 1)).squareRoot() })
    case .p, .pp, .u, .up: ratio(&result, of: span, base: base)
    case .ip: normalised(&result, of: span, base: base)
    }
    return result
  }

  private func denominator(_ index: Int) -> Double? {
    guard let denominators else { return 1 }
    // A row that lacks either number lacks both, so nothing is known of its limits.
    guard values[index] != nil else { return nil }
    return denominators[index].flatMap { $0 > 0 ? $0 : nil }
  }

  // MARK: Ratios

  private func ratioOfSums(_ base: [Int]) -> Double? {
    guard !base.isEmpty else { return nil }
    let sum = base.reduce(0) { $0 + (denominator($1) ?? 0) }
    guard sum.isFinite, sum > 0 else { return nil }
    // Weights that add to 1 keep the sums of large denominators in range. The second pass, as in a mean, keeps equal
    // values on their line.
    let weighted = { (from: Double) in
      base.reduce(0) { $0 + ((values[$1] ?? 0) - from) * ((denominator($1) ?? 0) / sum) }
    }
    guard let centre = weighted(0).finite else { return nil }
    return (centre + weighted(centre)).finite ?? centre
  }

  private func ratio(_ result: inout Result, of span: PhaseSpan, base: [Int]) {
    guard let centre = ratioOfSums(base) else { return }
    result.centre = centre
    result.bounds = kind.isProportion ? 0...1 : 0...(.infinity)
    let variance = kind.isProportion ? centre * (1 - centre) : centre
    guard variance >= 0 else { return }
    let expected = { (index: Int) in denominator(index).map { (variance / $0).squareRoot() } }
    guard kind == .pp || kind == .up else {
      result.sigma = .varying(expected)
      return
    }
    let deviates = averageRange(of: span.baseline) { index in
      guard let value = values[index], let sigma = expected(index) else { return nil }
      return ((value - centre) / sigma).finite
    }
    result.averageRange = deviates?.mean
    result.screened = deviates?.screened ?? 0
    guard let mean = deviates?.mean else { return }
    result.sigma = .varying { index in expected(index).map { $0 * (mean / Self.d2) } }
  }

  private func normalised(_ result: inout Result, of span: PhaseSpan, base: [Int]) {
    result.centre = ratioOfSums(base)
    let indices =
      rules.usesWholePhaseForIPrime
      ? Array(span.range) : Array(span.baseline.filter { !excluded.contains($0) })
    let sigmas = zip(indices, indices.dropFirst()).compactMap { one, other -> Double? in
      guard other == one + 1, let a = values[one], let b = values[other],
        let m = denominator(one), let n = denominator(other)
      else { return nil }
      return ((Double.pi / 2).squareRoot() * (b - a).magnitude / (1 / m + 1 / n).squareRoot())
        .finite
    }
    // The limit of a half-normal range, as the authors of the chart have it.
    let range = screen(sigmas, beyond: 3.2665)
    result.averageRange = range?.mean
    result.screened = range?.screened ?? 0
    guard let mean = range?.mean else { return }
    result.sigma = .varying { index in denominator(index).map { mean / $0.squareRoot() } }
  }

  // MARK: Moving ranges

  struct MovingRange {
    var mean: Double
    var screened: Int
  }

  /// Returns the average moving range of what a function makes of each period of the baseline.
  private func averageRange(of baseline: Range<Int>, _ number: (Int) -> Double?) -> MovingRange? {
    var ranges: [Double] = []
    ranges.reserveCapacity(baseline.count)
    var previous: Double?
    for index in baseline {
      if excluded.contains(index) {
        if !rules.joinsAcrossExcluded { previous = nil }
        continue
      }
      let current = number(index)
      if let current, let previous { ranges.append((current - previous).magnitude) }
      previous = current
    }
    return screen(ranges, beyond: Self.d4)
  }

  private func screen(_ ranges: [Double], beyond factor: Double) -> MovingRange? {
    guard let mean = ranges.mean()?.finite else { return nil }
    guard rules.screens else { return MovingRange(mean: mean, screened: 0) }
    let kept = ranges.filter { $0 < factor * mean }
    return kept.mean().map { MovingRange(mean: $0, screened: ranges.count - kept.count) }
  }
}

extension LimitFormula.Result {
  fileprivate mutating func take(
    _ range: LimitFormula.MovingRange?, sigma: (Double) -> Double
  ) {
    guard let range else { return }
    averageRange = range.mean
    screened = range.screened
    self.sigma = .constant(sigma(range.mean))
  }

  /// The lines at a period whose sigma is known.
  func lines(_ sigma: Double?, showsEqual: Bool) -> LimitFormula.Lines {
    let drawn = centre.flatMap { raise($0).finite }
    guard let middle = middle ?? centre, let sigma = sigma?.finite, sigma > 0 || showsEqual
    else { return (drawn, nil, nil, nil, nil) }
    let at = { (distance: Double) -> Double? in
      raise(Swift.min(Swift.max(middle + distance * sigma, bounds.lowerBound), bounds.upperBound))
        .finite
    }
    return (drawn, at(-3), at(3), at(-2), at(2))
  }

  private func raise(_ number: Double) -> Double {
    exponent == 1 ? number : Power.of(Swift.max(0, number), exponent)
  }
}
