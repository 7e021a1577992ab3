import BenefitsAnalytics
import BenefitsCharts
import BenefitsModel
import Testing

@Suite struct SmallMultiplesTests {
  private func figure(seed: UInt64, width: Double) -> SmallMultiples {
    let count = Int(seed % 9)
    let kinds = (0..<count).map { RandomCharts.input(seed: seed &* 31 &+ UInt64($0)) }
    let kind = kinds.first?.points.first?.period.kind
    let panels = kinds.filter { $0.points.isEmpty || $0.points[0].period.kind == kind }
      .map { SmallMultiples.Panel(name: $0.title, input: $0) }
    return SmallMultiples(name: kinds.first?.title ?? "None", panels: panels, width: width)
  }

  @Test(arguments: (0..<60).map(UInt64.init), [300.0, 500, 760])
  func nothingCollidesAndAllIsInside(seed: UInt64, width: Double) throws {
    let figure = figure(seed: seed, width: width)
    let layout = SmallMultiplesLayout(figure)
    let picture = Box(left: 0, top: 0, right: layout.width, bottom: layout.height)
    let texts = layout.texts.filter { !$0.content.isEmpty }
    for (index, text) in texts.enumerated() {
      #expect(picture.contains(text.box), "'\(text.content)' leaves the picture")
      #expect(text.size >= 11)
      for other in texts[(index + 1)...] where text.box.overlaps(other.box) {
        Issue.record("'\(text.content)' overlaps '\(other.content)'")
      }
    }
    for panel in layout.panels {
      for mark in panel.marks {
        #expect((panel.plot.left - 0.01...panel.plot.right + 0.01).contains(mark.x))
        #expect((panel.plot.top - 0.01...panel.plot.bottom + 0.01).contains(mark.y))
      }
    }
    let root = try XMLDocument(figure.svg()).root
    #expect(root["role"] == "img" && root.children.prefix(2).map(\.name) == ["title", "desc"])
  }

  @Test func placesShareOneScaleAndAreSortedByName() {
    let figure = ChartGallery.smallMultiples
    #expect(figure.panels.map(\.name) == figure.panels.map(\.name).sorted())
    let layout = SmallMultiplesLayout(figure)
    #expect(layout.panels.count == 7)
    #expect(Set(layout.panels.map { $0.plot.width.rounded() }).count == 1)
    let heights = layout.panels.map { panel in panel.gridlines.map { $0 - panel.plot.top } }
    for other in heights.dropFirst() {
      for (one, another) in zip(heights[0], other) { #expect((one - another).magnitude < 1e-9) }
    }
  }

  @Test func theSameValueHasTheSameHeightEverywhere() throws {
    let layout = SmallMultiplesLayout(ChartGallery.smallMultiples)
    var heights: [String: Double] = [:]
    for panel in layout.panels {
      for mark in panel.marks {
        let words = try #require(mark.hover)
        let value = String(words.split(separator: ":")[1].prefix { $0 != "," })
        let height = mark.y - panel.plot.top
        if let known = heights[value] { #expect((known - height).magnitude < 0.5) }
        heights[value] = height
      }
    }
    #expect(heights.count > 10)
  }

  @Test func titleCountsThePlaces() {
    let figure = ChartGallery.smallMultiples
    let states = figure.panels.map(\.state)
    #expect(
      figure.title
        == "Crisis referrals seen within 2 hours by place: "
        + "\(states.count { $0 == "concerning" }) concerning, "
        + "\(states.count { $0 == "improving" }) improving, "
        + "\(states.count { $0 == "no significant change" }) with no significant change")
    #expect(figure.description.hasPrefix("7 places on one scale, sorted by name. Alderwick: "))
  }

  @Test func sheetsOfASetHaveOneScaleAndIdentifiersOfTheirOwn() {
    let whole = ChartGallery.smallMultiples
    let sheets = whole.sheets(of: 3)
    #expect(sheets.map(\.panels.count) == [3, 3, 1])
    #expect(sheets.flatMap(\.panels) == whole.panels)
    #expect(Set(sheets.map(\.id) + sheets.map(\.narrow.id)).count == 6)
    let domain = SmallMultiplesLayout(whole).domain
    for sheet in sheets { #expect(SmallMultiplesLayout(sheet).domain == domain) }
    #expect(sheets[0].title == whole.title)
    #expect(sheets[2].title == "Crisis referrals seen within 2 hours by place, 7 to 7 of 7")
    #expect(whole.sheets(of: 7) == [whole])
  }

  @Test func groupsKeepTheirOrder() {
    let panels = ChartGallery.smallMultiples.panels.reversed()
    let figure = SmallMultiples(name: "Referrals", panels: Array(panels), kind: .group)
    #expect(figure.panels == Array(panels))
    #expect(figure.title.hasPrefix("Referrals by group: "))
    #expect(figure.description.hasPrefix("7 groups on one scale. "))
  }

  @Test func nothingAtAllIsSaid() {
    let figure = SmallMultiples(name: "Falls", panels: [])
    #expect(figure.title == "Falls by place: no place")
    #expect(SmallMultiplesLayout(figure).texts.contains { $0.content == "No data" })
  }
}

@Suite struct ToDateFigureTests {
  @Test func pointsAreTheRunningSum() throws {
    let figure = try #require(ChartGallery.toDate)
    let values = figure.figure.input.points.map(\.value)
    #expect(values == [22, 53, 91, 135, 186, nil, 235, 293, 354, 411, 474, 540])
    #expect(figure.figure.input.trajectory.last?.value == 1_200)
  }

  @Test func titleComparesWithThePlan() throws {
    // 1,200 in 21 equal months: 12 of them are 685.714….
    let figure = try #require(ChartGallery.toDate)
    #expect(
      figure.title
        == "Savings from fewer bed days to date: £540k by Mar 2026, £146k less than the £686k planned"
    )
  }

  @Test func aSumThatLacksAPeriodSaysSo() throws {
    let figure = try #require(ChartGallery.toDate)
    #expect(
      figure.figure.input.remarks.contains("1 period has no value that is used: the sum lacks it."))
  }

  @Test func targetsOnLevelsHaveNone() {
    let sample = ChartGallery.improvement
    #expect(ToDateFigure(sample.assessment, plan: sample.plan) == nil)
  }

  @Test func nothingIsMarkedAsASignal() throws {
    let figure = try #require(ChartGallery.toDate)
    #expect(figure.figure.rows.allSatisfy { $0.signal == nil && $0.centre == nil })
  }
}

@Suite struct VariationAssuranceMatrixTests {
  @Test func everyMeasureStandsInOneCell() {
    let matrix = ChartGallery.matrix
    let placed = matrix.rows.flatMap { row in matrix.columns.flatMap { matrix.entries(row, $0) } }
    #expect(placed.count == 8 && Set(placed).count == 8)
    let shown = matrix.entries.first { $0.title == "Carers who feel supported" }
    #expect(shown?.row == .notJudged && shown?.column == .notAssessed)
  }

  @Test func rowsAndColumnsFollowTheVerdicts() {
    for sample in [ChartGallery.improvement, ChartGallery.guardrail, ChartGallery.phases] {
      let assessment = sample.assessment
      let entry = VariationAssuranceMatrix([assessment]).entries[0]
      #expect(VariationGlyph(assessment).words.hasPrefix(entry.row.words))
      #expect(entry.column.words == AssuranceGlyph(assessment).words)
    }
  }

  @Test(arguments: [0, 1, 8, 40], [300.0, 420, 560, 760])
  func nothingCollidesAndAllIsInside(count: Int, width: Double) throws {
    let some = [
      ChartGallery.improvement, ChartGallery.guardrail, ChartGallery.states, ChartGallery.phases,
    ].map(\.assessment)
    let assessments = (0..<count).map { some[$0 % some.count] }
    let matrix = VariationAssuranceMatrix(assessments, width: width)
    let layout = MatrixLayout(matrix)
    let picture = Box(left: 0, top: 0, right: layout.width, bottom: layout.height)
    for (index, text) in layout.texts.enumerated() {
      #expect(picture.contains(text.box), "'\(text.content)' leaves the picture")
      for other in layout.texts[(index + 1)...] where text.box.overlaps(other.box) {
        Issue.record("'\(text.content)' overlaps '\(other.content)'")
      }
    }
    for cell in layout.cells { #expect(picture.contains(cell)) }
    #expect(layout.texts.contains { $0.content == "and 2 more" } == (count == 40))
    #expect(try XMLDocument(matrix.svg()).root.children[1].name == "desc")
  }
}

@Suite struct GlyphTests {
  @Test(arguments: Variation.Word.allCases.map(Optional.some) + [nil])
  func variationHasASignAndWords(word: Variation.Word?) throws {
    let glyph = VariationGlyph(word)
    let root = try XMLDocument(glyph.svg(.standAlone)).root
    #expect(root["viewBox"] == "0 0 20 20" && root["aria-hidden"] == "true")
    #expect(!glyph.words.isEmpty)
  }

  @Test func everyVerdictLooksDifferent() {
    let variations = Set(Variation.Word.allCases.map { VariationGlyph($0).svg() })
    #expect(variations.count == Variation.Word.allCases.count)
    var assurances: Set<String> = []
    for word in [Assurance.Word.pass, .fail, .inconsistent, nil] {
      for direction in [Direction.higher, .lower] {
        assurances.insert(AssuranceGlyph(word, direction: direction).svg())
      }
    }
    // Across the line and not assessed look the same whichever side is better.
    #expect(assurances.count == 6)
  }

  @Test func theBarOfAPassLiesOnTheBetterSide() throws {
    let top = { (word: Assurance.Word, direction: Direction) -> Double? in
      let root = try? XMLDocument(AssuranceGlyph(word, direction: direction).svg()).root
      return root?.all.last { $0.name == "rect" }?["y"].flatMap { Double($0) }
    }
    #expect(try #require(top(.pass, .higher)) < 10)
    #expect(try #require(top(.pass, .lower)) > 10)
    #expect(try #require(top(.fail, .higher)) > 10)
    #expect(try #require(top(.fail, .lower)) < 10)
  }
}

@Suite struct ChartColoursTests {
  @Test func pointsOfTheUsualPaletteHaveDarkOutlines() throws {
    let root = try XMLDocument(ChartGallery.states.figure.svg(colours: .mdc)).root
    let filled = root.all.filter { ["#00B0F0", "#E46C0A", "#A6A6A6"].contains($0["fill"] ?? "") }
    #expect(!filled.isEmpty)
    let groups = root.all.filter { $0.name == "g" && $0["fill"] == "#00B0F0" }
    #expect(!groups.isEmpty && groups.allSatisfy { $0["stroke"] == Palette.light(.ink) })
    let line = root.all.first { $0.name == "path" && $0["stroke-width"] == "1.8" }
    #expect(line?["stroke"] == "#7B7D7D")
  }

  @Test func theStandardPaletteIsUnchanged() {
    let svg = ChartGallery.states.figure.svg()
    #expect(!svg.contains("#00B0F0"))
  }
}

@Suite struct ChartSizeTests {
  @Test(arguments: [420.0, 540, 900]) func aHeightIsKept(height: Double) {
    let figure = ChartGallery.improvement.figure.fitted(toHeight: height)
    #expect((figure.height - height).magnitude <= 1)
    #expect(figure.width == 760)
  }

  @Test func aHeightThatIsTooSmallKeepsThePlot() {
    let figure = ChartGallery.improvement.figure.fitted(toHeight: 100)
    #expect(figure.height > 100 && figure.size.plotHeight == 100)
  }

  @Test func aNarrowChartHasItsOwnNameAndReadableText() throws {
    for (_, figure) in ChartGallery.figures {
      let narrow = figure.narrow
      #expect(narrow.input.id != figure.input.id && narrow.width == 360)
      let texts = ChartLayout(narrow.input, size: narrow.size).texts
      #expect(texts.allSatisfy { $0.size >= 11 && $0.box.right <= 360 })
    }
  }
}
