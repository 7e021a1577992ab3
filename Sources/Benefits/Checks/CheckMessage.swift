import BenefitsModel

/// Puts a finding into one sentence of at most 160 characters.
///
/// What was found is never cut while there is something else to shorten: first the title down to a few words,
/// then the action, then the role is left out.
enum CheckMessage {
  static let longest = 160
  private static let shortestTitle = 32
  private static let shortestAction = 20

  static func compose(title: String, fact: String, owner: String?, action: String?) -> String {
    let title = title.printable.trimmed()
    let fact = fact.printable
    let role = owner.map { " (\($0.printable))" } ?? ""
    let action = action.map { ": \($0.printable.trimmed())" } ?? ""
    for role in [role, ""] {
      let room = longest - fact.count - role.count - 1
      guard room >= min(title.count, shortestTitle) else { continue }
      let short = shortened(title, to: max(shortestTitle, room - action.count))
      let left = room - short.count
      if left >= min(action.count, shortestAction) {
        return "\(short) \(fact)\(role)\(shortened(action, to: left))"
      }
      return "\(shortened(title, to: room)) \(fact)\(role)"
    }
    return shortened("\(shortened(title, to: shortestTitle)) \(fact)", to: longest)
  }

  /// Returns a text cut at a space, or anywhere when there is none near, with an ellipsis.
  static func shortened(_ text: String, to length: Int) -> String {
    guard text.count > length else { return text }
    let head = text.prefix(max(length - 1, 0))
    let words = head.lastIndex(of: " ").map { head[..<$0] } ?? head
    let kept = words.count * 2 >= head.count ? words : head
    return kept + "…"
  }
}
