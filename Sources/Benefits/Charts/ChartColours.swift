/// Which set of colours a chart is drawn in.
public enum ChartColours: String, Hashable, Sendable, CaseIterable {
  /// The colours of `Palette`, each with enough contrast by itself.
  case standard
  /// The colours of NHS England's Making Data Count tools, with dark outlines that give points the contrast that
  /// these colours lack.
  case mdc

  /// Returns what fills with a role on white.
  func fill(_ role: ColourRole) -> String {
    guard self == .mdc else { return Palette.light(role) }
    return switch role {
    case .improvement: "#00B0F0"
    case .concern: "#E46C0A"
    case .common: "#A6A6A6"
    case .neutral: "#7030A0"
    case .ink, .secondary, .grid, .paper: Palette.light(role)
    }
  }

  /// Returns what outlines with a role on white: lines have no outline of their own and are darker.
  func stroke(_ role: ColourRole) -> String {
    self == .mdc && role == .common ? "#7B7D7D" : fill(role)
  }
}
