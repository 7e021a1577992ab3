/// What a colour is used for in a chart.
public enum ColourRole: String, Hashable, Sendable, CaseIterable {
  /// A signal in the direction that is better.
  case improvement
  /// A signal in the direction that is worse.
  case concern
  /// Points without a signal, and the line that joins them.
  case common
  /// A signal of a measure without a better direction.
  case neutral
  /// Text, median and target.
  case ink
  /// Secondary text and limits.
  case secondary
  /// Gridlines and the band of the baseline; decoration only.
  case grid
  /// The ground that everything is drawn on.
  case paper
}

/// The colours of the charts, on a light and on a dark ground.
///
/// Blue and orange replace red and green: they stay apart for every kind of colour vision. Each role that
/// carries meaning has a contrast of at least 3 : 1 with its ground (WCAG 2.2, 1.4.11), text at least 4.5 : 1.
public enum Palette {
  /// Returns the colour of a role on white.
  ///
  /// - Parameter role: The role.
  /// - Returns: The colour as `#rrggbb`.
  public static func light(_ role: ColourRole) -> String {
    switch role {
    case .improvement: "#005EB8"
    case .concern: "#C75300"
    case .common: "#768692"
    case .neutral: "#7C2855"
    case .ink: "#212B32"
    case .secondary: "#4C6272"
    case .grid: "#D8DDE0"
    case .paper: "#FFFFFF"
    }
  }

  /// Returns the colour of a role on a dark ground.
  ///
  /// - Parameter role: The role.
  /// - Returns: The colour as `#rrggbb`.
  public static func dark(_ role: ColourRole) -> String {
    switch role {
    case .improvement: "#6CB4EE"
    case .concern: "#FFA940"
    case .common: "#A8B4BC"
    case .neutral: "#D7A9C6"
    case .ink: "#F0F4F5"
    case .secondary: "#A8B4BC"
    case .grid: "#2A3841"
    case .paper: "#10181D"
    }
  }

  /// The style rules that give inline charts their dark colours; without them they stay light.
  ///
  /// They apply on a screen only, so that paper is always white. A rule has priority over the presentation
  /// attributes that the charts carry.
  public static var darkStyleSheet: String {
    var rules = ["@media screen and (prefers-color-scheme: dark) {"]
    for role in ColourRole.allCases {
      rules.append("  svg.chart .fill-\(role.rawValue) { fill: \(dark(role)) }")
      rules.append("  svg.chart .stroke-\(role.rawValue) { stroke: \(dark(role)) }")
    }
    return (rules + ["}"]).joined(separator: "\n")
  }
}
