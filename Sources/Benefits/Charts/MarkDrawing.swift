/// Writes the mark of a point: its outline by what it tells, its filling by how final it is.
enum MarkDrawing {
  /// The paint of a mark that is one filled shape; `nil` for others.
  ///
  /// The ground shows around it, so that the line does not run into it; around very small marks it would
  /// cut the line to pieces.
  static func solidPaint(_ mark: PlacedMark, colours: ChartColours) -> Paint? {
    guard mark.filling == .solid, mark.shape != .cross else { return nil }
    // Colours of too little contrast stand within a dark outline.
    if colours == .mdc { return Paint(fill: mark.role, stroke: .ink, width: 0.75) }
    return mark.radius < 2.4
      ? Paint(fill: mark.role) : Paint(fill: mark.role, stroke: .paper, width: 0.75)
  }

  /// Writes the ring that tells of a changed value.
  static func writeRing(_ mark: PlacedMark, to writer: inout SVGWriter) {
    guard mark.isRevised else { return }
    writer.circle(
      x: mark.x, y: mark.y, radius: mark.ringRadius, paint: Paint(stroke: .secondary, width: 1))
  }

  /// Writes a mark that is in no group.
  static func writeAlone(_ mark: PlacedMark, to writer: inout SVGWriter) {
    guard let paint = solidPaint(mark, colours: writer.colours) else {
      return write(mark, to: &writer)
    }
    shape(mark, radius: mark.radius, paint: paint, hover: mark.hover, to: &writer)
  }

  /// Writes a mark; one of a single filled shape takes its paint from the group that it is in.
  static func write(_ mark: PlacedMark, to writer: inout SVGWriter) {
    let isStroke = mark.shape == .cross
    if solidPaint(mark, colours: writer.colours) != nil {
      shape(mark, radius: mark.radius, paint: Paint(), hover: mark.hover, to: &writer)
      return
    }
    let width = min(1.5, mark.radius * 0.5)
    let outline = writer.colours == .mdc && !isStroke ? ColourRole.ink : mark.role
    shape(
      mark, radius: isStroke ? mark.radius : mark.radius - width / 2,
      paint: isStroke
        ? Paint(stroke: mark.role, width: width)
        : Paint(fill: .paper, stroke: outline, width: width),
      hover: mark.hover, to: &writer)
    switch mark.filling {
    case .half:
      writer.path(lowerHalf(mark), paint: Paint(fill: mark.role))
    case .dot:
      writer.circle(
        x: mark.x, y: mark.y, radius: mark.radius * 0.36, paint: Paint(fill: mark.role))
    case .none, .solid: break
    }
  }

  private static func shape(
    _ mark: PlacedMark, radius: Double, paint: Paint, hover: String?, to writer: inout SVGWriter
  ) {
    if mark.shape == .circle {
      writer.circle(x: mark.x, y: mark.y, radius: radius, paint: paint, hover: hover)
    } else {
      writer.path(outline(mark, radius: radius), paint: paint, hover: hover)
    }
  }

  private static func outline(_ mark: PlacedMark, radius r: Double) -> SVGBytes {
    let (x, y) = (mark.x, mark.y)
    var data = SVGBytes()
    switch mark.shape {
    case .circle: break
    case .diamond:
      // Relative moves are the same for all marks of a size, and short.
      append([(x, y - r)], to: &data)
      for (side, height) in [("l", " "), ("l-", " "), ("l-", " -")]
        as [(StaticString, StaticString)]
      {
        data.append(side)
        data.append(r)
        data.append(height)
        data.append(r)
      }
      data.append("z")
    case .square:
      let s = r * 0.9
      append([(x - s, y - s), (x + s, y - s), (x + s, y + s), (x - s, y + s)], to: &data)
      data.append("Z")
    case .triangle:
      append([(x, y - r), (x + r * 0.95, y + r * 0.75), (x - r * 0.95, y + r * 0.75)], to: &data)
      data.append("Z")
    case .cross:
      append([(x - r, y - r), (x + r, y + r)], to: &data)
      append([(x + r, y - r), (x - r, y + r)], to: &data)
    }
    return data
  }

  private static func lowerHalf(_ mark: PlacedMark) -> SVGBytes {
    let (x, y, r) = (mark.x, mark.y, mark.radius * 0.92)
    var data = SVGBytes()
    switch mark.shape {
    case .circle:
      append([(x - r, y)], to: &data)
      data.append("A")
      data.append(r)
      data.append(" ")
      data.append(r)
      data.append(" 0 0 0 ")
      data.append(x + r)
      data.append(" ")
      data.append(y)
    case .diamond: append([(x - r, y), (x + r, y), (x, y + r)], to: &data)
    case .triangle:
      let width = r * 0.95
      append(
        [
          (x - width / 2, y), (x + width / 2, y), (x + width, y + r * 0.75),
          (x - width, y + r * 0.75),
        ], to: &data)
    case .square, .cross:
      let s = r * 0.9
      append([(x - s, y), (x + s, y), (x + s, y + s), (x - s, y + s)], to: &data)
    }
    data.append("Z")
    return data
  }

  private static func append(_ points: [(Double, Double)], to data: inout SVGBytes) {
    for (index, (x, y)) in points.enumerated() {
      data.append(index == 0 ? "M" : "L")
      data.append(x)
      data.append(" ")
      data.append(y)
    }
  }
}
