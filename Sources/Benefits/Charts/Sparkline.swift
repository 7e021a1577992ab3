public import BenefitsAnalytics
import BenefitsModel

/// A word-sized picture of the last values of a series.
public struct Sparkline: Hashable, Sendable {
  /// The values from first to last; `nil` where there is none.
  public let values: [Double?]
  /// A value to compare with.
  public let target: Double?

  /// The width of the drawing.
  public static let width = 120.0
  /// The height of the drawing.
  public static let height = 24.0

  /// Creates a sparkline of the last periods of a series.
  ///
  /// - Parameters:
  ///   - values: The values from first to last; `nil` where there is none.
  ///   - target: A value to compare with.
  ///   - limit: How many of the last values are shown.
  public init(values: [Double?], target: Double? = nil, limit: Int = 24) {
    self.values = values.suffix(max(limit, 0)).map { value in
      value.flatMap { $0.isFinite ? $0 : nil }
    }
    self.target = target.flatMap { $0.isFinite ? $0 : nil }
  }

  /// Creates the sparkline of an assessed series, up to its latest point that has a value.
  ///
  /// - Parameters:
  ///   - assessment: What is known of the series.
  ///   - limit: How many of the last periods are shown.
  public init(_ assessment: Assessment, limit: Int = 24) {
    // Where seasons are taken out, the values without them are what the target is compared with.
    let values = assessment.points.indices.map { index -> Double? in
      guard assessment.points[index].use == .used else { return nil }
      let judged = assessment.chart.values
      return (judged.indices.contains(index) ? judged[index] : nil)
        ?? assessment.points[index].value
    }
    let last = values.lastIndex { $0 != nil } ?? values.index(before: values.endIndex)
    let target = assessment.target.flatMap { $0.basis == .level ? $0.value : nil }
    self.init(
      values: Array(values[..<min(values.count, last + 1)]),
      target: target ?? assessment.commitment.guardrail?.limit, limit: limit)
  }

  /// Returns the drawing, 120 wide and 24 high, hidden from screen readers since words stand beside it.
  ///
  /// - Parameter form: How it is embedded.
  /// - Returns: An `svg` element.
  public func svg(_ form: SVGForm = .inline) -> String {
    var writer = SVGWriter(form: form)
    writer.begin(
      "svg",
      [
        "xmlns": form == .standAlone ? "http://www.w3.org/2000/svg" : .absent,
        "class": form == .inline ? "chart sparkline" : .absent,
        "viewBox": "0 0 120 24", "width": 120, "height": 24, "aria-hidden": "true",
        "focusable": "false",
      ])
    if form == .standAlone {
      writer.element("rect", ["width": 120, "height": 24], paint: Paint(fill: .paper))
    }
    if let target, !values.allSatisfy({ $0 == nil }) {
      let y = position(of: target)
      writer.element(
        "line", ["x1": 2, "y1": .number(y), "x2": 118, "y2": .number(y)],
        paint: Paint(stroke: .secondary, width: 1, dash: "3 2"))
    }
    let points = values.indices.map { index in
      values[index].map { (horizontal(index), position(of: $0)) }
    }
    writer.path(points, isRounded: false, paint: Paint(stroke: .common, width: 1.5))
    for (x, y) in SVGPath.single(in: points) {
      writer.element(
        "circle", ["cx": .number(x), "cy": .number(y), "r": 1.2], paint: Paint(fill: .common))
    }
    if let last = values.lastIndex(where: { $0 != nil }), let value = values[last] {
      writer.element(
        "circle",
        ["cx": .number(horizontal(last)), "cy": .number(position(of: value)), "r": 2.5],
        paint: Paint(fill: .ink))
    }
    writer.end()
    return writer.output
  }

  /// The values as block characters, one for each period, with a point where there is none.
  ///
  /// The least of them is the lowest block and the greatest the highest; equal ones are in the middle.
  public var text: String {
    let blocks = Array("▁▂▃▄▅▆▇█")
    let range = bounds(with: nil).map { (low: $0.low, half: $0.high / 2 - $0.low / 2) }
    return String(
      values.map { value in
        guard let value, let range else { return "·" }
        // Half of the smallest number is no number: equal, as far as a picture can tell.
        guard range.half > 0 else { return blocks[3] }
        let share = (value / 2 - range.low / 2) / range.half
        return blocks[min(max(Int(share * 8), 0), 7)]
      })
  }

  private func horizontal(_ index: Int) -> Double {
    values.count > 1 ? 4 + 112 * Double(index) / Double(values.count - 1) : 60
  }

  private func position(of value: Double) -> Double {
    guard let (low, high) = bounds(with: target), high > low else { return 12 }
    // Halves keep the difference of two very large values finite.
    let share = (value / 2 - low / 2) / (high / 2 - low / 2)
    return 20 - 16 * share
  }

  private func bounds(with target: Double?) -> (low: Double, high: Double)? {
    let shown = values.compactMap(\.self)
    guard let low = shown.min(), let high = shown.max() else { return nil }
    return (min(low, target ?? low), max(high, target ?? high))
  }
}
