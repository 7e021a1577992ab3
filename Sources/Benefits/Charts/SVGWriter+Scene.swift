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
    for mark in marks { MarkDrawing.writeRing(mark, to: &self) }
    var place = 0
    while place < marks.count {
      guard let shared = MarkDrawing.solidPaint(marks[place], colours: colours) else {
        MarkDrawing.write(marks[place], to: &self)
        place += 1
        continue
      }
      begin("g", [:], paint: shared)
      let first = marks[place]
      repeat {
        MarkDrawing.write(marks[place], to: &self)
        place += 1
      } while place < marks.count
        && MarkDrawing.isPainted(marks[place], like: first, colours: colours)
      end()
    }
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
    for text in texts where text.hasGround {
      rectangle(text.inkBox, paint: Paint(fill: .paper, fillOpacity: 0.8))
    }
    var place = 0
    while place < texts.count {
      let first = texts[place]
      begin(
        "g",
        [
          "font-size": first.size == 13 ? .absent : .number(first.size),
          "font-weight": first.isBold ? "bold" : .absent,
          "text-anchor": first.anchor == .start ? .absent : .text(first.anchor.rawValue),
        ], paint: Paint(fill: first.role))
      while place < texts.count, texts[place].hasStyle(of: first) {
        text(texts[place].content, x: texts[place].x, y: texts[place].y)
        place += 1
      }
      end()
    }
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
