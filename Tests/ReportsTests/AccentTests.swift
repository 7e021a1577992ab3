import BenefitsCharts
import BenefitsReports
import Testing

@Suite struct AccentTests {
  @Test(arguments: [
    ("#005EB8", "#005EB8"), ("#005eb8", "#005EB8"), ("#fc0", "#FFCC00"), ("#000", "#000000"),
  ])
  func readsColours(text: String, expected: String) throws {
    #expect(try #require(Accent(text)).text == expected)
  }

  @Test(arguments: ["", "#", "005EB8", "#12", "#12345", "#1234567", "#GG0000", "red", "#é00"])
  func refusesOtherTexts(text: String) { #expect(Accent(text) == nil) }

  /// 21 : 1 is the contrast of black and white, and #767676 has 4.54 on white (WebAIM's contrast checker).
  @Test func contrastIsThatOfTheGuidelines() throws {
    let white = try #require(Accent("#FFF"))
    #expect(try #require(Accent("#000")).contrast(with: white) == 21)
    #expect(try (#require(Accent("#767676")).contrast(with: white) - 4.54).magnitude < 0.005)
  }

  @Test func aColourThatCanBeReadStays() throws {
    let accent = try #require(Accent("#005EB8"))
    #expect(accent.onLight == "#005EB8")
    #expect(accent.onDark != "#005EB8")
  }

  @Test(arguments: ["#FFFFFF", "#FFCC00", "#00FF00", "#808080", "#000000", "#123456", "#F00"])
  func textCanBeReadOnEveryGround(text: String) throws {
    let accent = try #require(Accent(text))
    for ground in [Palette.light(.paper), "#F5F7F8"] {
      let contrast = try #require(Accent(accent.onLight))
        .contrast(with: #require(Accent(ground)))
      #expect(contrast >= 4.5, "\(accent.onLight) on \(ground)")
    }
    for ground in [Palette.dark(.paper), "#18232A"] {
      let contrast = try #require(Accent(accent.onDark)).contrast(with: #require(Accent(ground)))
      #expect(contrast >= 4.5, "\(accent.onDark) on \(ground)")
    }
  }
}
