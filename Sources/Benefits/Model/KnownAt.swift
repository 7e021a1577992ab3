/// The number of an entry: the first entry of a database is 1.
public typealias EntryID = Int

/// The state of knowledge that a question is asked in: everything entered up to then, nothing after.
public enum KnownAt: Hashable, Sendable {
  /// All that has been entered.
  case latest
  /// What had been entered by the end of a day in UTC.
  case day(Day)
  /// What had been entered at a moment or before it.
  case instant(Instant)
  /// What had been entered up to and including an entry.
  case entry(EntryID)
}

extension KnownAt: LosslessStringConvertible {
  /// Reads a day (`2026-04-24`), a moment (`2026-04-24T09:30:00Z`) or the number of an entry (`17`).
  ///
  /// Fails when the text is none of these.
  ///
  /// - Parameter text: The text to read.
  public init?(_ text: String) {
    if let day = Day(text) {
      self = .day(day)
    } else if let instant = Instant(text) {
      self = .instant(instant)
    } else if let entry = Int(exactDigits: Array(text.utf8)), entry > 0 {
      self = .entry(entry)
    } else {
      return nil
    }
  }

  /// The text that `init(_:)` reads; `latest` where nothing was asked.
  public var description: String {
    switch self {
    case .latest: "latest"
    case .day(let day): day.description
    case .instant(let instant): instant.description
    case .entry(let entry): String(entry)
    }
  }
}
