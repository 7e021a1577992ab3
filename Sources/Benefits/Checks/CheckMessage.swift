import BenefitsModel

/// Puts a finding into one sentence of at most 160 characters.
///
/// What was found is never cut while there is something else to shorten: first the title, then the action,
/// then the role.
enum CheckMessage {
  static let longest = 160

  static func compose(title: String, fact: String, owner: String?, action: String?) -> String {
    let title = title.printable
    let fact = fact.printable
    let role = owner.map { " (\($0.printable))" } ?? ""
    let action = action.map { ": \($0.printable)" } ?? ""
    for tail in [role + action, role, ""] {
      let room = longest - fact.count - tail.count - 1
      if title.count <= room { return "\(title) \(fact)\(tail)" }
      if room >= 24 { return "\(shortened(title, to: room)) \(fact)\(tail)" }
    }
    return shortened("\(shortened(title, to: 24)) \(fact)", to: longest)
  }

  /// Returns a text cut at a space, or anywhere when there is none, with an ellipsis.
  static func shortened(_ text: String, to length: Int) -> String {
    guard text.count > length else { return text }
    let head = text.prefix(max(length - 1, 0))
    let words = head.lastIndex(of: " ").map { head[..<$0] } ?? head
    let kept = words.count * 2 >= head.count ? words : head
    return kept + "…"
  }
}
