/// Writes the mark of a point: its outline by what it tells, its filling by how final it is.
enum MarkDrawing {
  /// What marks of one filled shape have in common that are painted alike.
  struct Group: Equatable {
    private let role: ColourRole
    private let outline: ColourRole?

    /// Finds the group of a mark; fails for one of several shapes.
    ///
    /// The ground shows around a mark, so that the line does not run into it; around very small marks it would
    /// cut the line to pieces.
    init?(_ mark: PlacedMark, colours: ChartColours) {
      guard isSolid(mark) else { return nil }
      role = mark.role
      // Colours of too little contrast stand within a dark outline.
      outline = colours == .mdc ? .ink : mark.radius < 2.4 ? nil : .paper
    }

    /// The paint of its marks.
    var paint: Paint { Paint(fill: role, stroke: outline, width: outline == nil ? nil : 0.75) }
  }

  private static func isSolid(_ mark: PlacedMark) -> Bool {
    mark.filling == .solid && mark.shape != .cross
  }

  /// Writes the ring that tells of a changed value.
  static func writeRing(_ mark: PlacedMark, to writer: inout SVGWriter) {
    guard mark.isRevised else { return }
    writer.circle(
      x: mark.x, y: mark.y, radius: mark.ringRadius, paint: Paint(stroke: .secondary, width: 1))
  }

  /// Writes a mark that is in no group.
  static func writeAlone(_ mark: PlacedMark, to writer: inout SVGWriter) {
    guard let group = Group(mark, colours: writer.colours) else {
      return write(mark, to: &writer)
    }
    shape(mark, radius: mark.radius, paint: group.paint, hover: mark.hover, to: &writer)
  }

  /// Writes a mark; one of a single filled shape takes its paint from the group that it is in.
  static func write(_ mark: PlacedMark, to writer: inout SVGWriter) {
    let isStroke = mark.shape == .cross
    if isSolid(mark) {
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
      writer.path(paint: Paint(fill: mark.role)) { lowerHalf(mark, to: &$0) }
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
      writer.path(paint: paint, hover: hover) { outline(mark, radius: radius, to: &$0) }
    }
  }

  private static func outline(_ mark: PlacedMark, radius r: Double, to data: inout TextBytes) {
    let (x, y) = (mark.x, mark.y)
    switch mark.shape {
    case .circle: break
    case .diamond:
      // Relative moves are the same for all marks of a size, and short.
      data.append("M", x, y - r)
      data.append("l", r, r)
      data.append("l-", r, r)
      data.append("l-", r, -r)
      data.append("z")
    case .square:
      let s = r * 0.9
      data.append("M", x - s, y - s)
      data.append("L", x + s, y - s)
      data.append("L", x + s, y + s)
      data.append("L", x - s, y + s)
      data.append("Z")
    case .triangle:
      data.append("M", x, y - r)
      data.append("L", x + r * 0.95, y + r * 0.75)
      data.append("L", x - r * 0.95, y + r * 0.75)
      data.append("Z")
    case .cross:
      data.append("M", x - r, y - r)
      data.append("L", x + r, y + r)
      data.append("M", x + r, y - r)
      data.append("L", x - r, y + r)
    }
  }

  private static func lowerHalf(_ mark: PlacedMark, to data: inout TextBytes) {
    let (x, y, r) = (mark.x, mark.y, mark.radius * 0.92)
    switch mark.shape {
    case .circle:
      data.append("M", x - r, y)
      data.append("A", r, r)
      data.append(" 0 0 0 ", x + r, y)
    case .diamond:
      data.append("M", x - r, y)
      data.append("L", x + r, y)
      data.append("L", x, y + r)
    case .triangle:
      let width = r * 0.95
      data.append("M", x - width / 2, y)
      data.append("L", x + width / 2, y)
      data.append("L", x + width, y + r * 0.75)
      data.append("L", x - width, y + r * 0.75)
    case .square, .cross:
      let s = r * 0.9
      data.append("M", x - s, y)
      data.append("L", x + s, y)
      data.append("L", x + s, y + s)
      data.append("L", x - s, y + s)
    }
    data.append("Z")
  }
}
