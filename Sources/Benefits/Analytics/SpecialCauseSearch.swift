/// Looks for special causes in one phase of a chart.
struct SpecialCauseSearch {
  /// A special cause with the points that it marks.
  struct Finding: Hashable {
    var signal: ChangeSignal
    /// The indices of the points that are marked.
    var members: [Int]
    /// The indices of the first and last point that it rests on.
    var span: ClosedRange<Int> { signal.span }

    /// Adds the later ones of some points, in place: a long cause grows point by point.
    mutating func extend(with points: [Int]) {
      for point in points where point > span.upperBound {
        members.append(point)
        signal = ChangeSignal(
          rule: signal.rule, span: span.lowerBound...point, length: members.count,
          isUpward: signal.isUpward)
      }
    }
  }

  /// A usable value with its index.
  typealias Point = (index: Int, value: Double)

  let rules: RuleSet
  let lines: ChartLines

  /// Returns the special causes of a phase.
  ///
  /// - Parameters:
  ///   - points: The usable points of the phase in calendar order.
  ///   - centre: The line of the phase.
  ///   - longestRun: The longest run that is to be expected, for rules that ask for it.
  /// - Returns: The special causes in the order of rules, then of time.
  /// - Complexity: O(*n*), where *n* is the number of points.
  func findings(in points: [Point], centre: Double?, longestRun: Int?) -> [Finding] {
    var findings = points.compactMap(outside)
    guard let centre else { return findings }
    let stretches = rules.isEndedByGap ? Self.stretches(of: points) : [points]
    for stretch in stretches {
      switch rules.shift {
      case .endedByLine(let length):
        findings += Self.shifts(in: stretch, centre: centre, length: length, isEndedByLine: true)
      case .skippingLine(let length):
        findings += Self.shifts(in: stretch, centre: centre, length: length, isEndedByLine: false)
      case .longerThanExpected:
        guard let longestRun else { break }
        findings += Self.shifts(
          in: stretch, centre: centre, length: longestRun + 1, isEndedByLine: false)
      }
      switch rules.trend {
      case .endedByEqual(let length):
        findings += Self.trends(in: stretch, length: length, skipsEqual: false)
      case .skippingEqual(let length):
        findings += Self.trends(in: stretch, length: length, skipsEqual: true)
      case nil: break
      }
      if let twoOfThree = rules.twoOfThree {
        findings += twoOfThrees(in: stretch, centre: centre, counting: twoOfThree)
      }
    }
    return findings
  }

  /// Returns the special causes that the latest point takes part in.
  ///
  /// - Parameters:
  ///   - points: The usable points in calendar order.
  ///   - centre: The line.
  /// - Returns: The signals in the order of rules.
  /// - Complexity: O(*n*), where *n* is the number of points.
  func latest(in points: [Point], centre: Double) -> [ChangeSignal] {
    guard let latest = points.last else { return [] }
    return findings(in: points, centre: centre, longestRun: nil)
      .filter { $0.span.upperBound == latest.index }.map(\.signal)
  }

  /// Returns the point as a special cause when it lies outside the limits.
  func outside(_ point: Point) -> Finding? {
    guard isOutside(point) else { return nil }
    let isAbove = lines.upper[point.index].map { point.value > $0 } ?? false
    return Finding(
      signal: ChangeSignal(
        rule: .outsideLimits, span: point.index...point.index, length: 1, isUpward: isAbove),
      members: [point.index])
  }

  /// Whether the point lies outside the limits.
  func isOutside(_ point: Point) -> Bool {
    lines.upper[point.index].map { point.value > $0 } ?? false
      || lines.lower[point.index].map { point.value < $0 } ?? false
  }

  private static func stretches(of points: [Point]) -> [[Point]] {
    var stretches: [[Point]] = []
    for point in points {
      if let last = stretches.last?.last, last.index + 1 == point.index {
        stretches[stretches.count - 1].append(point)
      } else {
        stretches.append([point])
      }
    }
    return stretches
  }

  // MARK: Shift and trend

  /// Returns the runs of at least so many points on one side of a line; points on it are not counted.
  static func shifts(
    in points: [Point], centre: Double, length: Int, isEndedByLine: Bool
  ) -> [Finding] {
    var findings: [Finding] = []
    var run: [Int] = []
    var isAbove = false
    func close() {
      if run.count >= length, let finding = finding(.shift, of: run, isUpward: isAbove) {
        findings.append(finding)
      }
      run.removeAll(keepingCapacity: true)
    }
    for point in points {
      guard point.value != centre else {
        if isEndedByLine { close() }
        continue
      }
      if (point.value > centre) != isAbove { close() }
      isAbove = point.value > centre
      run.append(point.index)
    }
    close()
    return findings
  }

  /// Returns the longest stretches of at least so many points that each rise, or each fall.
  static func trends(in points: [Point], length: Int, skipsEqual: Bool) -> [Finding] {
    var findings: [Finding] = []
    var run: [Int] = []
    var isRising: Bool?
    var previous: Point?
    func close() {
      if run.count >= length, let isRising,
        let finding = finding(.trend, of: run, isUpward: isRising)
      {
        findings.append(finding)
      }
    }
    func begin(with index: Int) {
      run.removeAll(keepingCapacity: true)
      run.append(index)
    }
    for point in points {
      guard let before = previous else {
        previous = point
        begin(with: point.index)
        continue
      }
      if point.value == before.value {
        if skipsEqual { continue }
        close()
        begin(with: point.index)
        isRising = nil
      } else {
        let rises = point.value > before.value
        if let isRising, isRising != rises {
          close()
          begin(with: before.index)
        }
        isRising = rises
        run.append(point.index)
      }
      previous = point
    }
    close()
    return findings
  }

  private static func finding(
    _ rule: ChangeSignal.Rule, of run: [Int], isUpward: Bool
  ) -> Finding? {
    guard let first = run.first, let last = run.last else { return nil }
    return Finding(
      signal: ChangeSignal(rule: rule, span: first...last, length: run.count, isUpward: isUpward),
      members: run)
  }

  // MARK: Two of three

  /// Whether a point lies beyond two sigma, and where rules say so within three.
  private func isClose(_ point: Point, above: Bool, counting: RuleSet.TwoOfThree) -> Bool {
    let near = above ? lines.nearUpper[point.index] : lines.nearLower[point.index]
    guard let near, above ? point.value > near : point.value < near else { return false }
    return counting == .beyondTwoSigma || !isOutside(point)
  }

  private func twoOfThrees(
    in points: [Point], centre: Double, counting: RuleSet.TwoOfThree
  ) -> [Finding] {
    guard points.count > 2 else { return [] }
    var findings: [Finding] = []
    /// The side of a point, and whether it is close to the limit there.
    func place(_ point: Point) -> (isAbove: Bool?, isClose: Bool) {
      guard point.value != centre else { return (nil, false) }
      let isAbove = point.value > centre
      return (isAbove, isClose(point, above: isAbove, counting: counting))
    }
    var (one, two) = (place(points[0]), place(points[1]))
    for end in 2..<points.count {
      let three = place(points[end])
      defer { (one, two) = (two, three) }
      guard let isAbove = one.isAbove, two.isAbove == isAbove, three.isAbove == isAbove,
        one.isClose ? two.isClose || three.isClose : two.isClose && three.isClose
      else { continue }
      var close: [Int] = []
      if one.isClose { close.append(points[end - 2].index) }
      if two.isClose { close.append(points[end - 1].index) }
      if three.isClose { close.append(points[end].index) }
      guard let first = close.first, let last = close.last else { continue }
      // Windows that share points are one cause.
      if let previous = findings.last, previous.signal.isUpward == isAbove,
        previous.span.upperBound >= first
      {
        findings[findings.count - 1].extend(with: close)
      } else {
        findings.append(
          Finding(
            signal: ChangeSignal(
              rule: .twoOfThree, span: first...last, length: close.count, isUpward: isAbove),
            members: close))
      }
    }
    return findings
  }
}
