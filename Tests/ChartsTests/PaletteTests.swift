import BenefitsCharts
import Testing

@Suite struct PaletteTests {
  /// The contrast of two colours by WCAG 2.2, "contrast ratio".
  private func contrast(_ one: String, _ other: String) throws -> Double {
    let lighter = max(try luminance(one), try luminance(other))
    let darker = min(try luminance(one), try luminance(other))
    return (lighter + 0.05) / (darker + 0.05)
  }

  private func luminance(_ colour: String) throws -> Double {
    let number = try #require(Int(colour.dropFirst(), radix: 16))
    let parts = [number >> 16, number >> 8 & 255, number & 255].map { part in
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : power((share + 0.055) / 1.055)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  /// x to the power of 2.4: the fifth root of x to the twelfth, by Newton's method.
  private func power(_ x: Double) -> Double {
    let twelfth = (0..<12).reduce(1.0) { product, _ in product * x }
    var root = 1.0
    for _ in 0..<60 {
      root = (4 * root + twelfth / (root * root * root * root)) / 5
    }
    return root
  }

  // The figures of docs/charts.md.
  @Test(arguments: [
    (ColourRole.improvement, 6.4, 8.0), (.concern, 4.5, 9.4), (.common, 3.8, 8.5),
    (.neutral, 9.2, 8.9), (.ink, 14.4, 16.2), (.secondary, 6.4, 8.5),
  ])
  func contrast(role: ColourRole, onWhite: Double, onDark: Double) throws {
    let light = try contrast(Palette.light(role), Palette.light(.paper))
    let dark = try contrast(Palette.dark(role), Palette.dark(.paper))
    #expect((light - onWhite).magnitude < 0.1, "\(light)")
    #expect((dark - onDark).magnitude < 0.15, "\(dark)")
    // WCAG 2.2: 1.4.11 for marks, 1.4.3 for text.
    #expect(min(light, dark) >= 3)
    if role == .ink || role == .secondary { #expect(min(light, dark) >= 4.5) }
  }

  @Test func everyRoleHasADarkRule() {
    for role in ColourRole.allCases {
      #expect(
        Palette.darkStyleSheet.contains(".fill-\(role.rawValue) { fill: \(Palette.dark(role)) }"))
      #expect(Palette.darkStyleSheet.contains(".stroke-\(role.rawValue) {"))
    }
    #expect(Palette.darkStyleSheet.hasPrefix("@media screen and (prefers-color-scheme: dark)"))
  }
}
