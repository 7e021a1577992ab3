/// The rules of NHS England's "Making Data Count" for one side or the other of a line.
///
/// A point outside the limits; seven in a row on one side of the line, which a point on the line ends;
/// seven in a row rising or falling; two of three beyond two sigma with all three on the same side of the
/// line, points beyond the limit counted (as changed in November 2023). Comparisons with limits are strict.
/// A period without a usable value keeps its place and ends nothing.
public struct MDCRules: Hashable, Sendable {
  /// How many points in a row make a shift or a trend.
  public var runLength: Int

  /// Creates the rules.
  ///
  /// - Parameter runLength: How many points in a row make a shift or a trend, from 6 through 8.
  public init(runLength: Int = 7) {
    precondition((6...8).contains(runLength), "a run has 6, 7 or 8 points")
    self.runLength = runLength
  }

  /// Returns the signals that the latest usable point takes part in.
  ///
  /// - Parameters:
  ///   - values: The usable values in calendar order, each with its index.
  ///   - centre: The line.
  ///   - sigma: The distance of one sigma; without one, only shift and trend are looked for.
  /// - Returns: The signals, at most one of each rule and direction.
  /// - Complexity: O(1): only the latest points are looked at.
  public func latestSignals(
    of values: [(index: Int, value: Double)], centre: Double, sigma: Double?
  ) -> [ChangeSignal] {
    guard let latest = values.last else { return [] }
    var signals: [ChangeSignal] = []
    let side = latest.value == centre ? nil : latest.value > centre
    if let sigma, let side {
      if (latest.value - centre).magnitude > 3 * sigma {
        signals.append(
          ChangeSignal(
            rule: .outsideLimits, span: latest.index...latest.index, length: 1, isUpward: side))
      }
      let three = values.suffix(3)
      let isOneSided = three.allSatisfy { $0.value != centre && ($0.value > centre) == side }
      let beyond = three.filter { ($0.value - centre).magnitude > 2 * sigma }
      if three.count == 3, isOneSided, beyond.count >= 2, beyond.last?.index == latest.index,
        let first = beyond.first
      {
        signals.append(
          ChangeSignal(
            rule: .twoOfThree, span: first.index...latest.index, length: beyond.count,
            isUpward: side))
      }
    }
    if let side {
      let run = values.reversed().prefix { $0.value != centre && ($0.value > centre) == side }
      if run.count >= runLength, let first = run.last {
        signals.append(
          ChangeSignal(
            rule: .shift, span: first.index...latest.index, length: run.count, isUpward: side))
      }
    }
    let window = values.suffix(runLength)
    if window.count == runLength, let first = window.first {
      let steps = zip(window, window.dropFirst())
      let isRising = steps.allSatisfy { $0.value < $1.value }
      if isRising || steps.allSatisfy({ $0.value > $1.value }) {
        signals.append(
          ChangeSignal(
            rule: .trend, span: first.index...latest.index, length: runLength, isUpward: isRising))
      }
    }
    return signals
  }
}
