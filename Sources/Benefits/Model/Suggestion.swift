/// Finds what somebody may have meant by a misspelt name.
public enum Suggestion {
  /// Returns the names nearest to a misspelt one.
  ///
  /// The distance is that of optimal string alignment (Damerau 1964 with adjacent transpositions),
  /// ignoring ASCII case, and at most the larger of 2 and a third of the length.
  ///
  /// - Parameters:
  ///   - name: The misspelt name.
  ///   - candidates: The names there are.
  /// - Returns: At most three names, nearest first, equals in the order given.
  /// - Complexity: O(*n* · *m*) for each candidate, where *n* and *m* are the lengths.
  public static func names(near name: String, in candidates: some Sequence<String>) -> [String] {
    let wanted = Array(name.asciiLowercased())
    // Nothing that has a name is called by so long a text.
    guard wanted.count <= 200 else { return [] }
    let limit = max(2, wanted.count / 3)
    return candidates.enumerated()
      .map {
        (
          rank: $0.offset, name: $0.element,
          distance: distance(wanted, Array($0.element.asciiLowercased()))
        )
      }
      .filter { $0.distance <= limit && $0.distance < max(wanted.count, 1) }
      .sorted { ($0.distance, $0.rank) < ($1.distance, $1.rank) }
      .prefix(3).map(\.name)
  }

  /// Returns `; did you mean 'a' or 'b'?`, or nothing where no name is near.
  ///
  /// - Parameters:
  ///   - name: The misspelt name.
  ///   - candidates: The names there are.
  /// - Returns: Text to put behind a message.
  public static func clause(for name: String, in candidates: some Sequence<String>) -> String {
    let names = names(near: name, in: candidates).map { "'\($0)'" }
    return names.isEmpty ? "" : "; did you mean \(names.joined(separator: " or "))?"
  }

  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var beforeLast = [Int]()
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          best = min(best, beforeLast[j - 1] + 1)
        }
        row.append(best)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
