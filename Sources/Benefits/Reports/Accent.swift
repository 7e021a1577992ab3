#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A colour of an organisation, and how it is shown so that text in it can be read.
///
/// Text needs a contrast of 4.5 to 1 with its ground (WCAG 2.2, success criterion 1.4.3). Where the colour has
/// less, it is mixed with black on white paper, and with white on dark paper, until it has enough.
public struct Accent: Hashable, Sendable {
  private var red: Double
  private var green: Double
  private var blue: Double

  /// The least contrast between text and its ground.
  public static let leastContrast = 4.5

  /// Reads a colour as style sheets write it; `nil` for any other text.
  ///
  /// - Parameter text: `#RRGGBB` or `#RGB` in hexadecimal.
  public init?(_ text: String) {
    guard text.utf8.first == UInt8(ascii: "#") else { return nil }
    let digits = text.utf8.dropFirst().compactMap { byte -> Int? in
      Character(Unicode.Scalar(byte)).hexDigitValue
    }
    guard digits.count == text.utf8.count - 1 else { return nil }
    switch digits.count {
    case 3: self.init(digits.map { Double($0 * 17) })
    case 6: self.init([0, 2, 4].map { Double(digits[$0] * 16 + digits[$0 + 1]) })
    default: return nil
    }
  }

  private init(_ channels: [Double]) {
    red = channels[0]
    green = channels[1]
    blue = channels[2]
  }

  /// The colour for text on white paper and on the light panels of a page.
  public var onLight: String { readable(on: Accent.lightPanel, towards: 0).text }

  /// The colour for text on dark paper and on the dark panels of a page.
  public var onDark: String { readable(on: Accent.darkPanel, towards: 255).text }

  /// The ground of a panel on white paper, which is the darker of the two.
  static let lightPanel = "#F5F7F8"

  /// The ground of a panel on dark paper, which is the lighter of the two.
  static let darkPanel = "#18232A"

  /// The colour as it was given.
  public var text: String {
    "#"
      + [red, green, blue].map { channel in
        let digits = String(Int(channel.rounded()), radix: 16, uppercase: true)
        return digits.utf8.count == 1 ? "0\(digits)" : digits
      }.joined()
  }

  /// The contrast of two colours from 1 to 21 (WCAG 2.2, definition of contrast ratio).
  ///
  /// - Parameter other: Another colour.
  /// - Returns: The ratio of their luminances, the lighter one first.
  public func contrast(with other: Accent) -> Double {
    let (first, second) = (luminance, other.luminance)
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  private func readable(on paper: String, towards end: Double) -> Accent {
    guard let paper = Accent(paper) else { return self }
    for step in 0..<50 {
      let share = Double(step) / 50
      let mixed = Accent(
        [red, green, blue].map { ($0 + (end - $0) * share).rounded() })
      if mixed.contrast(with: paper) >= Accent.leastContrast { return mixed }
    }
    return Accent([end, end, end])
  }

  /// The relative luminance of WCAG 2.2.
  private var luminance: Double {
    func linear(_ channel: Double) -> Double {
      let share = channel / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
}
