import BenefitsAnalytics

/// The findings that mark each point of a chart.
package struct MarkedPoints: Hashable, Sendable {
  private let causes: [SpecialCause]
  /// The places of the findings in `causes`, those of one point after those of another.
  private var places: [Int]
  /// Where those of each point begin among them, and where the last end.
  private var starts: [Int]
  /// What the deciding finding of each point tells.
  private var signals: [Signal?]

  /// Sorts findings by the points that they mark.
  ///
  /// - Parameters:
  ///   - causes: The findings.
  ///   - rank: The rank of a finding: one of a lower rank decides about a mark before others.
  /// - Complexity: O(*n* + *m* log *m*), where *n* is the number of points and *m* that of findings.
  init(_ causes: [SpecialCause], rank: (SpecialCause) -> Int) {
    self.causes = causes
    let end = causes.lazy.compactMap { $0.points.max() }.max().map { $0 + 1 } ?? 0
    starts = Array(repeating: 0, count: end + 1)
    for place in causes.indices { for index in causes[place].points { starts[index + 1] += 1 } }
    for index in 0..<end { starts[index + 1] += starts[index] }
    places = Array(repeating: 0, count: starts[end])
    signals = Array(repeating: nil, count: end)
    let ranks = causes.map(rank)
    let order = causes.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
    var next = starts
    for place in order {
      for index in causes[place].points {
        if next[index] == starts[index] { signals[index] = causes[place].signal }
        places[next[index]] = place
        next[index] += 1
      }
    }
  }

  /// The findings that mark a point, the deciding one first.
  package subscript(index: Int) -> [SpecialCause] { places(of: index).map { causes[$0] } }

  /// The places, among all findings, of those that mark a point, the deciding one first.
  func places(of index: Int) -> ArraySlice<Int> {
    signals.indices.contains(index) ? places[starts[index]..<starts[index + 1]] : []
  }

  /// What the deciding finding of a point tells.
  package func signal(of index: Int) -> Signal? {
    signals.indices.contains(index) ? signals[index] : nil
  }

  /// Whether the deciding finding of any point tells this.
  package func tells(_ signal: Signal) -> Bool {
    signals.contains(signal)
  }
}
