import BenefitsCharts
import BenefitsModel
import Testing

/// What must hold of every drawing, whatever it shows.
@Suite struct ChartFigureTests {
  private static let seeds = Array(0..<100).map(UInt64.init)

  private func drawing(_ seed: UInt64, _ form: SVGForm = .standAlone) -> String {
    ChartFigure(RandomCharts.input(seed: seed), size: RandomCharts.size(seed: seed)).svg(form)
  }

  @Test(arguments: seeds) func isWellFormedAndTitled(seed: UInt64) throws {
    for form in [SVGForm.standAlone, .inline] {
      let root = try XMLDocument(drawing(seed, form)).root
      #expect(root.name == "svg" && root["role"] == "img")
      #expect(root.children.prefix(2).map(\.name) == ["title", "desc"])
      #expect(root.children.prefix(2).allSatisfy { !$0.text.isEmpty })
      let ids = root.all.compactMap { $0["id"] }
      #expect(Set(ids).count == ids.count)
      let references = root["aria-labelledby"]?.split(separator: " ").map(String.init) ?? []
      #expect(references.count == 2 && references.allSatisfy(ids.contains))
    }
  }

  @Test(arguments: seeds) func everyNumberIsFinite(seed: UInt64) throws {
    let geometry: Set = [
      "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height", "d", "viewBox",
      "font-size", "stroke-width", "fill-opacity", "stroke-dasharray",
    ]
    for element in try XMLDocument(drawing(seed)).root.all {
      for attribute in element.attributes where geometry.contains(attribute.name) {
        let numbers = attribute.value.split { "MLlHVAQZz ".contains($0) }
        #expect(!numbers.isEmpty)
        for number in numbers {
          let isPlain = number.allSatisfy { "-.0123456789".contains($0) }
          #expect(isPlain && Double(number).map { $0.magnitude <= SVGNumber.largest } ?? false)
          #expect(number != "-0")
        }
      }
      for name in ["width", "height", "r"] {
        if let size = element[name].flatMap(Double.init) { #expect(size >= 0) }
      }
    }
  }

  @Test(arguments: seeds) func standsAlone(seed: UInt64) throws {
    let allowed: Set = ["svg", "title", "desc", "rect", "g", "line", "path", "circle", "text"]
    for element in try XMLDocument(drawing(seed)).root.all {
      #expect(allowed.contains(element.name))
      for attribute in element.attributes {
        #expect(!attribute.name.hasPrefix("on") && !attribute.name.hasSuffix("href"))
        #expect(attribute.name != "class" && attribute.name != "style")
        #expect(!attribute.value.contains("url("))
        #expect(attribute.name == "xmlns" || !attribute.value.contains("http"))
      }
    }
  }

  @Test func inlineFormHasClassesAndNoGround() throws {
    let root = try XMLDocument(ChartGallery.improvement.figure.svg(.inline)).root
    #expect(root["class"] == "chart" && root["xmlns"] == nil)
    #expect(!root.children.contains { $0.name == "rect" && $0["width"] == root["width"] })
    let roles = Set(
      ColourRole.allCases.flatMap { ["fill-\($0.rawValue)", "stroke-\($0.rawValue)"] })
    for element in root.all.dropFirst() {
      let classes = element["class"]?.split(separator: " ").map(String.init) ?? []
      #expect(classes.allSatisfy(roles.contains))
      // Whatever has a colour can be given another one.
      let colours = [element["fill"], element["stroke"]].compactMap(\.self).filter { $0 != "none" }
      #expect(colours.count == classes.count)
    }
  }

  @Test func standAloneFormHasAWhiteGround() throws {
    let root = try XMLDocument(ChartGallery.improvement.figure.svg()).root
    let ground = try #require(root.children.first { $0.name == "rect" })
    #expect(ground["fill"] == "#FFFFFF")
    #expect(ground["width"] == root["width"] && ground["height"] == root["height"])
    #expect(root["xmlns"] == "http://www.w3.org/2000/svg")
  }

  @Test func oneElementALine() {
    let lines = ChartGallery.states.figure.svg().split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.last == "")
    #expect(lines.dropLast().allSatisfy { $0.hasPrefix("<") && $0.hasSuffix(">") })
  }

  @Test func aChangedNoteChangesNoByte() {
    var sample = ChartGallery.improvement
    let before = sample.figure.svg()
    sample.measurements[3].note = "counted again"
    #expect(sample.figure.svg() == before)
  }

  @Test func oneChangedValueIsASmallDifference() {
    var sample = ChartGallery.improvement
    let before = sample.figure.svg().split(separator: "\n")
    sample.measurements[20].number = sample.measurements[20].number.map { $0 + 1 }
    let after = sample.figure.svg().split(separator: "\n")
    #expect(before.count == after.count)
    // The mark, and the line that joins all marks.
    #expect(zip(before, after).filter { $0 != $1 }.count == 2)
  }

  @Test func staysWithinItsBudget() {
    // 60 charts of 36 points are to stay under 1 MB.
    #expect(ChartGallery.improvement.figure.svg(.inline).utf8.count < 1_000_000 / 60)
  }

  @Test func marksHaveWordsForAPointer() throws {
    let root = try XMLDocument(ChartGallery.states.figure.svg()).root
    let words = root.all.filter { $0.name == "circle" || $0.name == "path" }
      .compactMap { $0.children.first { $0.name == "title" }?.text }
    #expect(words.contains("Dec 2024: 12.0 days, estimated"))
    #expect(words.contains("May 2025: 14.9 days, excluded"))
    #expect(words.contains("Jun 2025: suppressed"))
    #expect(words.contains { $0.hasPrefix("Mar 2026: 10.6 days, provisional") })
  }

  @Test func aSuppressedValueIsNowhereInThePicture() {
    var sample = ChartGallery.states
    guard let index = sample.measurements.firstIndex(where: { $0.state == .suppressed }) else {
      Issue.record("the sample has a suppressed value")
      return
    }
    sample.measurements[index].number = 987.6
    let figure = sample.figure
    #expect(!figure.svg().contains("987"))
    #expect(!figure.rows.contains { $0.value == 987.6 || $0.numerator == 987.6 })
  }
}
