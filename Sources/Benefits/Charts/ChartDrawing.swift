extension ChartFigure {
  /// Returns the drawing.
  ///
  /// The same input gives the same bytes.
  ///
  /// - Parameter form: How it is embedded.
  /// - Returns: An `svg` element with a title and a description, one element a line.
  public func svg(_ form: SVGForm = .standAlone) -> String {
    let layout = ChartLayout(input, size: size)
    var drawing = ChartDrawing(layout: layout, form: form)
    return drawing.svg()
  }
}

/// Writes a layout as SVG, from the ground to the labels.
struct ChartDrawing {
  private let layout: ChartLayout
  private let form: SVGForm
  private var writer: SVGWriter

  init(layout: ChartLayout, form: SVGForm) {
    self.layout = layout
    self.form = form
    writer = SVGWriter(form: form)
  }

  mutating func svg() -> String {
    let sentences = ChartSentences(layout.input)
    let id = layout.input.id
    let size = "0 0 \(SVGNumber.text(layout.width)) \(SVGNumber.text(layout.height))"
    writer.begin(
      "svg",
      [
        "xmlns": form == .standAlone ? "http://www.w3.org/2000/svg" : .absent,
        "class": form == .inline ? "chart" : .absent, "viewBox": .text(size),
        "width": .number(layout.width), "height": .number(layout.height), "role": "img",
        "aria-labelledby": "\(id)__title \(id)__desc",
        "font-family": "Arial, Helvetica, sans-serif", "font-size": 13,
      ])
    writer.element("title", ["id": "\(id)__title"], content: sentences.title)
    writer.element("desc", ["id": "\(id)__desc"], content: sentences.description)
    if form == .standAlone {
      writer.element(
        "rect", ["width": .number(layout.width), "height": .number(layout.height)],
        paint: Paint(fill: .paper))
    }
    drawGround()
    drawFlagLines()
    drawLines()
    drawMarks()
    for forecast in [layout.forecast, layout.keyForecast].compactMap(\.self) { draw(forecast) }
    for glyph in layout.glyphs {
      switch glyph.sign {
      case .variation(let sign): sign.write(x: glyph.x, y: glyph.y, to: &writer)
      case .assurance(let sign): sign.write(x: glyph.x, y: glyph.y, to: &writer)
      }
    }
    drawTexts()
    writer.end()
    return writer.output
  }

  private mutating func drawGround() {
    let plot = layout.plot
    for band in [layout.band, layout.keyBand].compactMap(\.self) {
      writer.element(
        "rect",
        [
          "x": .number(band.left), "y": .number(band.top), "width": .number(band.width),
          "height": .number(band.height),
        ], paint: Paint(fill: .grid, fillOpacity: 0.5))
    }
    writer.begin("g", [:], paint: Paint(stroke: .grid, width: 1))
    for tick in layout.scale.ticks.values {
      let y = layout.scale.position(of: tick)
      line(Segment(plot.left, y, plot.right, y))
    }
    writer.end()
    writer.begin("g", [:], paint: Paint(stroke: .secondary, width: 1))
    line(Segment(plot.left, plot.bottom, plot.right, plot.bottom))
    let domain = layout.scale.domain
    if domain.lowerBound < 0, domain.upperBound > 0 {
      let zero = layout.scale.position(of: 0)
      line(Segment(plot.left, zero, plot.right, zero))
    }
    for slot in layout.axis.ticks {
      let x = layout.axis.centre(slot)
      line(Segment(x, plot.bottom, x, plot.bottom + 4))
    }
    for slot in layout.axis.yearStarts {
      let x = layout.axis.left(slot)
      line(Segment(x, plot.bottom, x, plot.bottom + 9))
    }
    writer.end()
  }

  private mutating func drawFlagLines() {
    let plot = layout.plot
    for x in layout.phaseStarts {
      line(
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
      for segment in placed.points { line(segment, paint: placed.paint) }
    }
    for limit in layout.limits { path(limit, paint: ReferenceLine.processPaint) }
    path(layout.recorded, paint: ChartLayout.recordedPaint)
    path(layout.trajectory, paint: ChartLayout.trajectoryPaint)
    path(layout.data, paint: Paint(stroke: .common, width: layout.axis.slotWidth < 4 ? 1.2 : 1.8))
  }

  private mutating func drawMarks() {
    let marks = layout.marks + layout.keyMarks
    for mark in marks { MarkDrawing.writeRing(mark, to: &writer) }
    // Neighbours of one kind share their colours, which keeps the drawing small.
    var place = 0
    while place < marks.count {
      guard let shared = MarkDrawing.solidPaint(marks[place]) else {
        MarkDrawing.write(marks[place], to: &writer)
        place += 1
        continue
      }
      writer.begin("g", [:], paint: shared)
      while place < marks.count, MarkDrawing.solidPaint(marks[place]) == shared {
        MarkDrawing.write(marks[place], to: &writer)
        place += 1
      }
      writer.end()
    }
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

  private mutating func drawTexts() {
    for text in layout.texts where text.hasGround {
      let box = text.inkBox
      writer.element(
        "rect",
        [
          "x": .number(box.left), "y": .number(box.top), "width": .number(box.width),
          "height": .number(box.height),
        ], paint: Paint(fill: .paper, fillOpacity: 0.8))
    }
    var place = 0
    while place < layout.texts.count {
      let first = layout.texts[place]
      writer.begin(
        "g",
        [
          "font-size": first.size == 13 ? .absent : .number(first.size),
          "font-weight": first.isBold ? "bold" : .absent,
          "text-anchor": first.anchor == .start ? .absent : .text(first.anchor.rawValue),
        ], paint: Paint(fill: first.role))
      while place < layout.texts.count, layout.texts[place].hasStyle(of: first) {
        let text = layout.texts[place]
        writer.element("text", ["x": .number(text.x), "y": .number(text.y)], content: text.content)
        place += 1
      }
      writer.end()
    }
  }

  private mutating func line(_ segment: Segment, paint: Paint = Paint()) {
    writer.element(
      "line",
      [
        "x1": .number(segment.x1), "y1": .number(segment.y1), "x2": .number(segment.x2),
        "y2": .number(segment.y2),
      ], paint: paint)
  }

  private mutating func path(_ points: [(Double, Double)?], paint: Paint) {
    let path = SVGPath.polylines(points)
    guard !path.data.isEmpty else { return }
    writer.element(
      "path", ["d": .text(path.data), "stroke-linejoin": "round"], paint: paint)
  }
}
