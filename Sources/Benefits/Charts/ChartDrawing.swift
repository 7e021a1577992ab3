extension ChartFigure {
  /// Returns the drawing.
  ///
  /// The same input gives the same bytes.
  ///
  /// - Parameters:
  ///   - form: How it is embedded.
  ///   - colours: The set of colours.
  /// - Returns: An `svg` element with a title and a description, one element a line.
  public func svg(_ form: SVGForm = .standAlone, colours: ChartColours = .standard) -> String {
    String(decoding: bytes(form, colours: colours), as: UTF8.self)
  }

  /// Returns the bytes of the drawing, as `svg` does its text.
  package func bytes(
    _ form: SVGForm = .standAlone, colours: ChartColours = .standard
  ) -> [UInt8] {
    var drawing = ChartDrawing(self, writer: SVGWriter(form: form, colours: colours))
    return drawing.bytes()
  }
}

/// Writes a layout as SVG, from the ground to the labels.
struct ChartDrawing: ~Copyable {
  private let layout: ChartLayout
  private var writer: SVGWriter

  init(_ figure: ChartFigure, writer: consuming SVGWriter) {
    layout = ChartLayout(figure.input, size: figure.size)
    self.writer = writer
  }

  mutating func bytes() -> [UInt8] {
    let sentences = layout.sentences
    writer.reserveCapacity(4096 + 256 * layout.marks.count)
    writer.beginDrawing(
      id: layout.input.id, width: layout.width, height: layout.height, title: sentences.title,
      description: sentences.description)
    drawGround()
    drawFlagLines()
    drawLines()
    drawMarks()
    for forecast in [layout.forecast, layout.keyForecast].compactMap(\.self) { draw(forecast) }
    writer.glyphs(layout.glyphs)
    writer.texts(layout.texts)
    writer.end()
    return writer.outputBytes
  }

  private mutating func drawGround() {
    let plot = layout.plot
    for band in [layout.band, layout.keyBand].compactMap(\.self) {
      writer.rectangle(band, paint: Paint(fill: .grid, fillOpacity: 0.5))
    }
    writer.begin("g", [:], paint: Paint(stroke: .grid, width: 1))
    for tick in layout.scale.ticks.values {
      let y = layout.scale.position(of: tick)
      writer.line(Segment(plot.left, y, plot.right, y))
    }
    writer.end()
    writer.begin("g", [:], paint: Paint(stroke: .secondary, width: 1))
    writer.line(Segment(plot.left, plot.bottom, plot.right, plot.bottom))
    let domain = layout.scale.domain
    if domain.lowerBound < 0, domain.upperBound > 0 {
      let zero = layout.scale.position(of: 0)
      writer.line(Segment(plot.left, zero, plot.right, zero))
    }
    for slot in layout.axis.ticks {
      let x = layout.axis.centre(slot)
      writer.line(Segment(x, plot.bottom, x, plot.bottom + 4))
    }
    for slot in layout.axis.yearStarts {
      let x = layout.axis.left(slot)
      writer.line(Segment(x, plot.bottom, x, plot.bottom + 9))
    }
    writer.end()
  }

  private mutating func drawFlagLines() {
    let plot = layout.plot
    for x in layout.phaseStarts {
      writer.line(
        Segment(x, plot.top - 4, x, plot.bottom),
        paint: Paint(stroke: .secondary, width: 1, dash: "1 3"))
    }
    guard !layout.flags.isEmpty else { return }
    writer.begin("g", [:], paint: Paint(stroke: .common, width: 0.75))
    for flag in layout.flags {
      writer.element(
        "path",
        [
          "d": .text(
            "M\(SVGNumber.text(flag.x)) \(SVGNumber.text(flag.y + 8))"
              + "L\(SVGNumber.text(flag.day)) \(SVGNumber.text(plot.top))"
              + "V\(SVGNumber.text(plot.bottom))")
        ])
    }
    writer.end()
  }

  private mutating func drawLines() {
    for placed in layout.lines + layout.keyLines {
      for segment in placed.points { writer.line(segment, paint: placed.paint) }
    }
    for limit in layout.limits { writer.path(limit, paint: ReferenceLine.processPaint) }
    writer.path(layout.recorded, paint: ChartLayout.recordedPaint)
    writer.path(layout.trajectory, paint: ChartLayout.trajectoryPaint)
    writer.path(
      layout.data, paint: Paint(stroke: .common, width: layout.axis.slotWidth < 4 ? 1.2 : 1.8))
  }

  private mutating func drawMarks() {
    writer.marks(layout.marks + layout.keyMarks)
    for flag in layout.flags + layout.listNumbers {
      writer.element(
        "circle", ["cx": .number(flag.x), "cy": .number(flag.y), "r": 8],
        paint: Paint(fill: .paper, stroke: .ink, width: 1))
      writer.element(
        "text",
        [
          "x": .number(flag.x), "y": .number(flag.y + 4), "font-size": 11, "font-weight": "bold",
          "text-anchor": "middle",
        ], paint: Paint(fill: .ink), content: String(flag.number))
    }
  }

  private mutating func draw(_ forecast: PlacedForecast) {
    let (x, number) = (forecast.x, SVGNumber.text)
    var outline = ""
    if let wide = forecast.middle95 {
      outline = "M\(number(x)) \(number(wide.lowerBound))V\(number(wide.upperBound))"
      for y in [wide.lowerBound, wide.upperBound] {
        outline += "M\(number(x - 3)) \(number(y))H\(number(x + 3))"
      }
    }
    let narrow = forecast.middle80
    outline += "M\(number(x)) \(number(narrow.lowerBound))V\(number(narrow.upperBound))"
    for y in [narrow.lowerBound, narrow.upperBound] {
      outline += "M\(number(x - 5)) \(number(y))H\(number(x + 5))"
    }
    writer.element(
      "path", ["d": .text(outline)], paint: Paint(stroke: .ink, width: 1.5), hover: forecast.hover)
    writer.element(
      "circle", ["cx": .number(x), "cy": .number(forecast.y), "r": 3.2],
      paint: Paint(fill: .ink, stroke: .paper, width: 0.75), hover: forecast.hover)
  }
}
