/// Counts the runs of values on one side of a line, one value at a time.
///
/// A value on the line is skipped: it neither breaks a run nor lengthens it.
struct RunCounter {
  /// Some neighbouring useful values on one side of the line.
  struct Run: Hashable {
    /// Whether the run lies above the line.
    var isAbove: Bool
    /// How many useful values it has.
    var length: Int
    /// The indices of its first and last useful value.
    var span: ClosedRange<Int>
  }

  /// The line.
  let centre: Double
  /// How many values lie off the line.
  private(set) var useful = 0
  /// How many runs there are.
  private(set) var runs = 0
  /// The run that holds the latest useful value.
  private(set) var current: Run?
  /// The first of the longest runs.
  private(set) var longest: Run?
  /// The first of the longest runs above the line.
  private(set) var longestAbove: Run?
  /// The first of the longest runs below the line.
  private(set) var longestBelow: Run?

  init(centre: Double) { self.centre = centre }

  /// Counts one value.
  ///
  /// - Complexity: O(1).
  mutating func count(_ value: Double, at index: Int) {
    guard value != centre else { return }
    let isAbove = value > centre
    useful += 1
    var run: Run
    if let current, current.isAbove == isAbove {
      run = current
      run.length += 1
      run.span = run.span.lowerBound...index
    } else {
      run = Run(isAbove: isAbove, length: 1, span: index...index)
      runs += 1
    }
    current = run
    if run.length > longest?.length ?? 0 { longest = run }
    if isAbove {
      if run.length > longestAbove?.length ?? 0 { longestAbove = run }
    } else if run.length > longestBelow?.length ?? 0 {
      longestBelow = run
    }
  }
}
