/// A place where one template includes another.
struct TemplateInclusion: Hashable {
  /// The name of the template that is included.
  let name: String
  /// The line of the tag, from 1.
  let line: Int
  /// The column of the tag, from 1.
  let column: Int

  /// Finds the tags of a template that include others.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the text.
  static func all(in text: String) -> [TemplateInclusion] {
    var found: [TemplateInclusion] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      var rest = line[...]
      while let brace = rest.firstIndex(of: "{") {
        let tag = rest[brace...]
        rest = rest[rest.index(after: brace)...]
        guard tag.hasPrefix("{{") else { continue }
        let inner = tag.dropFirst(2).drop { $0 == " " }
        // A name with a star is looked up when the template is shown.
        guard let sign = inner.first, sign == ">" || sign == "<" else { continue }
        let name = inner.dropFirst().drop { $0 == " " }.prefix { $0 != "}" && $0 != " " }
        guard !name.isEmpty, name.first != "*" else { continue }
        let column = line.distance(from: line.startIndex, to: brace) + 1
        found.append(TemplateInclusion(name: String(name), line: index + 1, column: column))
      }
    }
    return found
  }

  /// The names of templates that include each other in a circle, which would never end; empty where none do.
  static func circle(in texts: [String: String]) -> [String] {
    let included = texts.mapValues { Set(all(in: $0).map(\.name)).sorted() }
    var done: Set<String> = []
    func visit(_ name: String, below path: [String]) -> [String] {
      if let start = path.firstIndex(of: name) { return Array(path[start...]) }
      guard !done.contains(name) else { return [] }
      for next in included[name] ?? [] {
        let circle = visit(next, below: path + [name])
        if !circle.isEmpty { return circle }
      }
      done.insert(name)
      return []
    }
    for name in texts.keys.sorted() {
      let circle = visit(name, below: [])
      if !circle.isEmpty { return circle }
    }
    return []
  }
}
