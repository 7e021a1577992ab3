/// The findings that mark each point of a chart.
package struct MarkedPoints: Hashable, Sendable {
  private var causes: [[SpecialCause]] = []

  /// Sorts findings by the points that they mark.
  ///
  /// - Parameter causes: The findings, those that decide about a mark before others.
  /// - Complexity: O(*n*), where *n* is the number of points and findings.
  init(_ causes: [SpecialCause]) {
    let end = causes.lazy.compactMap { $0.points.max() }.max().map { $0 + 1 } ?? 0
    self.causes = Array(repeating: [], count: end)
    for cause in causes { for index in cause.points { self.causes[index].append(cause) } }
  }

  /// The findings that mark a point, the deciding one first.
  package subscript(index: Int) -> [SpecialCause] {
    causes.indices.contains(index) ? causes[index] : []
  }

  /// What the deciding finding of a point tells.
  package func signal(of index: Int) -> Signal? {
    causes.indices.contains(index) ? causes[index].first?.signal : nil
  }

  /// Whether the deciding finding of any point tells this.
  package func tells(_ signal: Signal) -> Bool { causes.contains { $0.first?.signal == signal } }
}
