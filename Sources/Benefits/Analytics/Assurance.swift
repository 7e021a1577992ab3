/// Whether a process, as its limits describe it now, can be relied on to meet a target.
public struct Assurance: Hashable, Sendable {
  /// The words of machine output.
  public enum Word: String, Hashable, Sendable, Codable, CaseIterable {
    /// It will meet the target whatever chance does.
    case pass
    /// It will miss the target whatever chance does.
    case fail
    /// It will meet the target in some periods and miss it in others.
    case inconsistent

    /// The words for captions.
    public var phrase: String {
      switch self {
      case .pass: "consistently meets the target"
      case .fail: "consistently misses the target"
      case .inconsistent: "may or may not meet the target"
      }
    }
  }

  /// Why there is no word.
  public enum Missing: Hashable, Sendable {
    /// There is no target.
    case noTarget
    /// Neither direction is better.
    case noDirection
    /// The chart has no limits to compare with a target, as run charts and those of rare events.
    case noLimits
    /// Values have changed since the baseline, from the point with this index on: the limits describe the past.
    case changed(since: Int)
  }

  /// The word; `nil` where there is none.
  public let word: Word?
  /// Why there is no word.
  public let missing: Missing?

  /// Compares the limits of the latest usable point with the target that is in force for it.
  ///
  /// - Parameters:
  ///   - chart: The chart.
  ///   - target: The target, in displayed units.
  ///   - sign: +1 where higher is better, −1 where lower is, 0 for neither.
  /// - Complexity: O(*n*), where *n* is the length of the last phase.
  public init(_ chart: ControlChart, target: Double?, sign: Double) {
    let found = Assurance.judge(chart, target: target, sign: sign)
    switch found {
    case .success(let word):
      self.word = word
      missing = nil
    case .failure(let reason):
      word = nil
      missing = reason.missing
    }
  }

  private struct Reason: Error { let missing: Missing }

  private static func judge(
    _ chart: ControlChart, target: Double?, sign: Double
  ) -> Result<Word, Reason> {
    guard let target else { return .failure(Reason(missing: .noTarget)) }
    guard sign != 0 else { return .failure(Reason(missing: .noDirection)) }
    let isRelative = chart.kind == .run || chart.kind == .t || chart.kind == .g
    guard !isRelative, !chart.kind.isOverlapping, let latest = chart.latest,
      let phase = chart.phases.last(where: { $0.range.contains(latest) })
    else { return .failure(Reason(missing: .noLimits)) }
    if chart.rules.needsPresentLimits, let since = chart.change(in: phase) {
      return .failure(Reason(missing: .changed(since: since)))
    }
    guard let lower = chart.lines.lower[latest], let upper = chart.lines.upper[latest] else {
      if chart.rules.isInconsistentWithoutLimits { return .success(.inconsistent) }
      // Equal values are their own limits; the packages that show none call it inconsistent.
      guard phase.missingLimits == .equalValues else {
        return .failure(Reason(missing: .noLimits))
      }
      guard !chart.rules.showsEqualLimits, let centre = phase.centre else {
        return .success(.inconsistent)
      }
      return .success(sign * (centre - target) >= 0 ? .pass : .fail)
    }
    let worst = sign > 0 ? lower : upper
    let best = sign > 0 ? upper : lower
    let isOnLimitCounted = chart.rules.countsLimitAsMet
    if sign * (worst - target) > 0 || (isOnLimitCounted && worst == target) {
      return .success(.pass)
    }
    if sign * (target - best) > 0 || (isOnLimitCounted && best == target) {
      return .success(.fail)
    }
    return .success(.inconsistent)
  }
}

extension ControlChart {
  /// The index from which on the values of a phase have left its line, up to the latest point; `nil` where nothing
  /// shows a change.
  ///
  /// A change is a run on one side of the line that includes the latest useful point and is a shift by the rules,
  /// or one that is longer than chance lets expect.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the phase.
  func change(in phase: Phase) -> Int? {
    guard let centre = lines.centre[phase.range.lowerBound] else { return nil }
    var counter = RunCounter(centre: centre)
    for index in phase.range where !excluded.contains(index) {
      if let value = values[index] { counter.count(value, at: index) }
    }
    guard let run = counter.current else { return nil }
    let length: Int
    switch rules.shift {
    case .endedByLine(let fixed), .skippingLine(let fixed): length = fixed
    case .longerThanExpected:
      guard let limit = RunsLimits.longestRun(useful: counter.useful) else { return nil }
      length = limit + 1
    }
    return run.length >= length ? run.span.lowerBound : nil
  }
}
