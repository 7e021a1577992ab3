/// A rectangle of a picture.
package struct Box: Hashable, Sendable {
  /// The left end.
  package var left: Double
  /// The top.
  package var top: Double
  /// The right end.
  package var right: Double
  /// The bottom.
  package var bottom: Double

  /// Creates a rectangle.
  package init(left: Double, top: Double, right: Double, bottom: Double) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  /// The width.
  package var width: Double { right - left }
  /// The height.
  package var height: Double { bottom - top }

  /// Returns whether two rectangles share some area.
  package func overlaps(_ other: Box) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  /// Returns whether another rectangle lies within this one.
  package func contains(_ other: Box) -> Bool {
    left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom
  }

  /// Returns whether a straight line passes through the rectangle.
  package func meets(_ line: Segment) -> Bool {
    guard min(line.x1, line.x2) <= right, max(line.x1, line.x2) >= left,
      min(line.y1, line.y2) <= bottom, max(line.y1, line.y2) >= top
    else { return false }
    // It does unless all four corners lie on one side of it.
    let (dx, dy) = (line.x2 - line.x1, line.y2 - line.y1)
    let first = dx * (top - line.y1) - dy * (left - line.x1)
    let second = dx * (top - line.y1) - dy * (right - line.x1)
    let third = dx * (bottom - line.y1) - dy * (left - line.x1)
    let fourth = dx * (bottom - line.y1) - dy * (right - line.x1)
    return min(min(first, second), min(third, fourth)) <= 0
      && max(max(first, second), max(third, fourth)) >= 0
  }
}

/// A straight line of a picture.
package struct Segment: Hashable, Sendable {
  /// The horizontal position of its beginning.
  package var x1: Double
  /// The vertical position of its beginning.
  package var y1: Double
  /// The horizontal position of its end.
  package var x2: Double
  /// The vertical position of its end.
  package var y2: Double

  /// Creates a line.
  package init(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
    self.x1 = x1
    self.y1 = y1
    self.x2 = x2
    self.y2 = y2
  }
}

/// A line of text at its place.
package struct PlacedText: Hashable, Sendable {
  /// Which end of the text stands at its position.
  package enum Anchor: String, Hashable, Sendable {
    /// The left end.
    case start
    /// The middle.
    case middle
    /// The right end.
    case end
  }

  /// The text.
  package var content: String
  /// The horizontal position.
  package var x: Double
  /// The vertical position of the line that the letters stand on.
  package var y: Double
  /// The size of the face.
  package var size: Double
  /// Which end stands at the position.
  package var anchor: Anchor
  /// Whether the face is bold.
  package var isBold: Bool
  /// The colour.
  package var role: ColourRole
  /// Whether a patch of the ground lies under it.
  package var hasGround: Bool

  /// Creates a text.
  package init(
    _ content: String, x: Double, y: Double, size: Double = 13, anchor: Anchor = .start,
    isBold: Bool = false, role: ColourRole = .ink, hasGround: Bool = false
  ) {
    self.content = content
    self.x = x
    self.y = y
    self.size = size
    self.anchor = anchor
    self.isBold = isBold
    self.role = role
    self.hasGround = hasGround
  }

  /// Returns whether two texts differ in nothing but their words and places.
  package func hasStyle(of other: PlacedText) -> Bool {
    (size, anchor, isBold, role) == (other.size, other.anchor, other.isBold, other.role)
  }

  /// The room that the text takes, by the width table.
  package var box: Box { box(width: width) }

  /// The room that the letters take where the face is Arial or Helvetica, and a little around it.
  package var inkBox: Box { box(share: 1.03 / TextMetrics.allowance) }

  /// The top and the bottom of the room that the text takes.
  var rows: (top: Double, bottom: Double) { (y - size * 0.78, y + size * 0.24) }

  /// The width of the text, by the width table.
  var width: Double { TextMetrics.width(content, size: size, isBold: isBold) }

  /// Whether another text is as wide, since it says the same in the same face.
  func isAsWide(as other: PlacedText) -> Bool {
    size == other.size && isBold == other.isBold && content == other.content
  }

  private func box(share: Double) -> Box { box(width: width * share) }

  /// The room that the text takes if it is so wide.
  func box(width: Double) -> Box {
    let left =
      switch anchor {
      case .start: x
      case .middle: x - width / 2
      case .end: x - width
      }
    return Box(left: left, top: rows.top, right: left + width, bottom: rows.bottom)
  }
}

/// The mark of one point.
package struct PlacedMark: Hashable, Sendable {
  /// The outline of a mark, which tells what the point tells.
  package enum Shape: Hashable, Sendable {
    /// No signal.
    case circle
    /// Improvement.
    case diamond
    /// Concern.
    case square
    /// A signal without a better direction.
    case triangle
    /// No data; stands on the axis.
    case cross
  }

  /// The filling of a mark, which tells how final the point is.
  package enum Filling: Hashable, Sendable {
    /// Final.
    case solid
    /// Provisional: the lower half.
    case half
    /// Estimated: a dot in the middle.
    case dot
    /// Excluded, or not over yet: none.
    case none
  }

  /// The horizontal position of its middle.
  package var x: Double
  /// The vertical position of its middle.
  package var y: Double
  /// How far it reaches from its middle.
  package var radius: Double
  /// The outline.
  package var shape: Shape
  /// The filling.
  package var filling: Filling
  /// The colour.
  package var role: ColourRole
  /// The words that show when a pointer rests on it.
  package var hover: String?
  /// Whether a ring tells that the value was changed after it was first recorded.
  package var isRevised = false

  /// The radius of the ring around a mark whose value was changed.
  package var ringRadius: Double { radius + 2.4 }

  /// The room that the mark takes.
  package var box: Box {
    let reach = isRevised ? ringRadius : radius
    return Box(left: x - reach, top: y - reach, right: x + reach, bottom: y + reach)
  }
}

/// A line of a picture that tells something: a median, a target, a limit.
package struct PlacedLine: Hashable, Sendable {
  /// The points that it joins.
  package var points: [Segment]
  /// How it is drawn.
  package var paint: Paint
}

/// A forecast as it is drawn: a dot on a bracket.
package struct PlacedForecast: Hashable, Sendable {
  /// What is expected.
  package var forecast: ChartForecast
  /// The horizontal position.
  package var x: Double
  /// The vertical position of the dot.
  package var y: Double
  /// The upper and the lower end of the 80 % interval.
  package var middle80: ClosedRange<Double>
  /// The upper and the lower end of the 95 % interval; `nil` where it would flatten everything else.
  package var middle95: ClosedRange<Double>?
  /// The words that show when a pointer rests on it.
  package var hover: String?
}

/// A small sign with its upper left corner.
package struct PlacedGlyph: Hashable, Sendable {
  /// Which sign.
  package enum Sign: Hashable, Sendable {
    /// What the latest point says of variation.
    case variation(VariationGlyph)
    /// Whether the process can be relied on.
    case assurance(AssuranceGlyph)
  }

  /// The sign.
  package var sign: Sign
  /// The left end.
  package var x: Double
  /// The top.
  package var y: Double
}
