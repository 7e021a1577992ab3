/// A row of block characters that shows the course of a series in a terminal.
package enum TextSparkline {
  private static let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// The mark of a period without a usable value, which keeps its place.
  package static let gap: Character = "·"

  /// The number of periods that are shown.
  package static let length = 12

  /// Returns the last periods of a series, lowest to highest block from the least to the greatest of them.
  ///
  /// - Parameters:
  ///   - values: The values, `nil` where there is none.
  ///   - length: How many periods to show at most.
  /// - Returns: One character a period; the middle block for all where the values are equal.
  package static func text(_ values: [Double?], length: Int = length) -> String {
    let shown = values.suffix(length)
    let known = shown.compactMap(\.self)
    guard let least = known.min(), let greatest = known.max() else {
      return String(repeating: gap, count: shown.count)
    }
    return String(shown.map { $0.map { block($0, from: least, to: greatest) } ?? gap })
  }

  private static func block(_ value: Double, from least: Double, to greatest: Double) -> Character {
    // Halving first keeps the difference of two huge values finite.
    let range = greatest / 2 - least / 2
    guard range > 0 else { return blocks[3] }
    let share = (value / 2 - least / 2) / range
    return blocks[min(max(Int(share * 8), 0), 7)]
  }
}
