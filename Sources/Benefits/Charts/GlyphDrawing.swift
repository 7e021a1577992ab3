/// What the small signs beside words have in common.
enum GlyphDrawing {
  /// Returns a sign as a drawing of its own.
  static func svg(
    _ form: SVGForm, colours: ChartColours, className: String, drawing: (inout SVGWriter) -> Void
  ) -> String {
    var writer = SVGWriter(form: form, colours: colours)
    writer.begin(
      "svg",
      [
        "xmlns": form == .standAlone ? "http://www.w3.org/2000/svg" : .absent,
        "class": form == .inline ? "chart glyph \(className)" : .absent,
        "viewBox": "0 0 20 20", "width": 20, "height": 20, "aria-hidden": "true",
        "focusable": "false",
      ])
    drawing(&writer)
    writer.end()
    return writer.output
  }

  /// Draws an arrow around a place in the colour of the ground.
  static func arrow(
    isUpward: Bool, x: Double, y: Double, height: Double, to writer: inout SVGWriter
  ) {
    let half = height / 2
    let tip = isUpward ? y - half : y + half
    let tail = isUpward ? y + half : y - half
    let wing = isUpward ? tip + height * 0.4 : tip - height * 0.4
    let number = SVGNumber.text
    writer.element(
      "path",
      [
        "d": .text(
          "M\(number(x)) \(number(tail))L\(number(x)) \(number(tip))"
            + "M\(number(x - height * 0.35)) \(number(wing))L\(number(x)) \(number(tip))"
            + "L\(number(x + height * 0.35)) \(number(wing))"),
        "stroke-linecap": "round", "stroke-linejoin": "round",
      ], paint: Paint(stroke: .paper, width: 1.8))
  }

  /// Draws a dash in the middle, for nothing to say.
  static func dash(x: Double, y: Double, to writer: inout SVGWriter) {
    writer.element(
      "line",
      [
        "x1": .number(x + 6), "y1": .number(y + 10), "x2": .number(x + 14), "y2": .number(y + 10),
      ], paint: Paint(stroke: .common, width: 1.8))
  }
}
