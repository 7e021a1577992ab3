extension SVGWriter {
  /// Writes lines through points, broken where one is missing.
  mutating func path(_ points: [(Double, Double)?], isRounded: Bool = true, paint: Paint) {
    guard SVGPath.hasLine(points) else { return }
    path(isRounded: isRounded, paint: paint) { SVGPath.write(points, to: &$0) }
  }

  /// Writes a filled rectangle.
  mutating func rectangle(_ box: Box, paint: Paint) {
    element(
      "rect",
      [
        "x": .number(box.left), "y": .number(box.top), "width": .number(box.width),
        "height": .number(box.height),
      ], paint: paint)
  }

  /// Writes marks; neighbours of one kind share their colours, which keeps the drawing small.
  mutating func marks(_ marks: [PlacedMark]) {
    for place in marks.indices where marks[place].isRevised {
      MarkDrawing.writeRing(marks[place], to: &self)
    }
    var open: MarkDrawing.Group?
    for mark in marks {
      let group = MarkDrawing.Group(mark, colours: colours)
      if group != open {
        if open != nil { end() }
        if let group { begin("g", [:], paint: group.paint) }
        open = group
      }
      MarkDrawing.write(mark, to: &self)
    }
    if open != nil { end() }
  }

  /// Writes signs.
  mutating func glyphs(_ glyphs: [PlacedGlyph]) {
    for glyph in glyphs {
      switch glyph.sign {
      case .variation(let sign): sign.write(x: glyph.x, y: glyph.y, to: &self)
      case .assurance(let sign): sign.write(x: glyph.x, y: glyph.y, to: &self)
      }
    }
  }

  /// Writes texts; neighbours of one style share it.
  mutating func texts(_ texts: [PlacedText]) {
    for place in texts.indices where texts[place].hasGround {
      rectangle(texts[place].inkBox, paint: Paint(fill: .paper, fillOpacity: 0.8))
    }
    var first: PlacedText?
    for placed in texts {
      if first.map({ !placed.hasStyle(of: $0) }) ?? true {
        if first != nil { end() }
        begin(
          "g",
          [
            "font-size": placed.size == 13 ? .absent : .number(placed.size),
            "font-weight": placed.isBold ? "bold" : .absent,
            "text-anchor": placed.anchor == .start ? .absent : .text(placed.anchor.rawValue),
          ], paint: Paint(fill: placed.role))
        first = placed
      }
      text(placed.content, x: placed.x, y: placed.y)
    }
    if first != nil { end() }
  }

  /// Opens a drawing with its title, its description and, where it stands alone, its ground.
  mutating func beginDrawing(
    id: String, width: Double, height: Double, title: String, description: String
  ) {
    begin(
      "svg",
      [
        "xmlns": form == .standAlone ? "http://www.w3.org/2000/svg" : .absent,
        "class": form == .inline ? "chart" : .absent,
        "viewBox": "0 0 \(SVGNumber.text(width)) \(SVGNumber.text(height))",
        "width": .number(width), "height": .number(height), "role": "img",
        "aria-labelledby": "\(id)__title \(id)__desc",
        "font-family": "Arial, Helvetica, sans-serif", "font-size": 13,
      ])
    element("title", ["id": "\(id)__title"], content: title)
    element("desc", ["id": "\(id)__desc"], content: description)
    if form == .standAlone {
      element(
        "rect", ["width": .number(width), "height": .number(height)], paint: Paint(fill: .paper))
    }
  }
}
