/// A kind of reporting period.
public enum PeriodKind: String, Hashable, Sendable, Codable, CaseIterable {
  /// One calendar day.
  case day
  /// A week from Monday to Sunday (ISO 8601).
  case week
  /// A calendar month.
  case month
  /// Three months from January, April, July or October.
  case quarter
  /// Twelve months from April or from January.
  case year

  /// How a period of this kind is written, as an example for a message.
  ///
  /// - Parameter yearStart: The month that years begin in.
  /// - Returns: One period's label.
  public func example(yearStart: YearStart) -> String {
    switch self {
    case .day: "2025-01-31"
    case .week: "2025-W05"
    case .month: "2025-01"
    case .quarter: yearStart == .april ? "2025/26-Q3" : "2025-Q3"
    case .year: yearStart == .april ? "2025/26" : "2025"
    }
  }
}

/// The month that the years of a plan begin in, which decides how quarters and years are called.
public enum YearStart: String, Hashable, Sendable, Codable, CaseIterable {
  /// Financial years from April to March, written `2025/26`.
  case april
  /// Calendar years, written `2025`.
  case january

  /// The number of the first month.
  public var firstMonth: Int { self == .april ? 4 : 1 }
}
