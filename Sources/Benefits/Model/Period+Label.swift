extension Period {
  /// Reads a label as `description` writes it, of any kind.
  ///
  /// `2025` is a calendar year and `2025-Q1` a calendar quarter here; `PeriodReader` decides whether
  /// a plan allows them.
  ///
  /// Fails when the text is not the label of a period from 1900 to 2199.
  ///
  /// - Parameter text: The label.
  public init?(label text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 4, let year = Int(exactDigits: bytes[0..<4]) else { return nil }
    let rest = bytes.dropFirst(4)
    switch rest.first {
    case nil: self.init(calendarYear: year)
    case UInt8(ascii: "/"): self.init(financialYear: year, rest: rest.dropFirst())
    case UInt8(ascii: "-"):
      if text.utf8.count == 10 {
        guard let day = Day(text) else { return nil }
        self.init(.day, containing: day)
      } else {
        self.init(year: year, part: rest.dropFirst())
      }
    default: return nil
    }
  }

  private init?(calendarYear year: Int) {
    guard let day = Day(year: year, month: 1, day: 1) else { return nil }
    self.init(.year, containing: day, yearStart: .january)
  }

  private init?(financialYear year: Int, rest: ArraySlice<UInt8>) {
    // January to March 1900 are the last quarter of the financial year 1899/00.
    guard Day.years.contains(year) || year == Day.years.lowerBound - 1, rest.count >= 2,
      Int(exactDigits: rest.prefix(2)) == (year + 1) % 100
    else { return nil }
    let april = Day(epochDay: Day.epochDay(year: year, month: 4, day: 1))
    let part = Array(rest.dropFirst(2))
    if part.isEmpty {
      guard Day.years.contains(year) else { return nil }
      self.init(.year, containing: april)
    } else {
      guard part.count == 3, part[0] == UInt8(ascii: "-"), part[1] | 0x20 == UInt8(ascii: "q"),
        let quarter = Int(exactDigits: part[2...]), (1...4).contains(quarter)
      else { return nil }
      self = Period(.quarter, containing: april).advanced(by: quarter - 1)
      guard Day.years.contains(first.year) else { return nil }
    }
  }

  private init?(year: Int, part: ArraySlice<UInt8>) {
    guard let letter = part.first, let january = Day(year: year, month: 1, day: 1) else {
      return nil
    }
    switch letter | 0x20 {
    case UInt8(ascii: "w"):
      guard part.count == 3, let week = Int(exactDigits: part.dropFirst()), week >= 1 else {
        return nil
      }
      // Week 1 is the week that holds 4 January (ISO 8601).
      let period = Period(.week, containing: january.advanced(by: 3)).advanced(by: week - 1)
      guard period.first.advanced(by: 3).year == year else { return nil }
      self = period
    case UInt8(ascii: "q"):
      guard part.count == 2, let quarter = Int(exactDigits: part.dropFirst()),
        (1...4).contains(quarter)
      else { return nil }
      self = Period(.quarter, containing: january, yearStart: .january).advanced(by: quarter - 1)
    default:
      guard part.count == 2, let month = Int(exactDigits: part),
        let day = Day(year: year, month: month, day: 1)
      else { return nil }
      self.init(.month, containing: day)
    }
  }
}
