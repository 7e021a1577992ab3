extension Schema {
  /// Returns SQL for the label of a period, as `Period.description` writes it.
  ///
  /// `strftime` of 3.40 knows neither `%G` nor `%V`: a week belongs to the year of its Thursday, and is
  /// the number of sevens before that day in it. Financial years begin three months into the calendar year.
  ///
  /// - Parameters:
  ///   - day: The column with the first day of the period.
  ///   - kind: The column with the kind of period.
  /// - Returns: An expression.
  static func periodLabel(_ day: String, kind: String) -> String {
    let first = "\(day) * 86400, 'unixepoch'"
    let thursday = "(\(day) + 3) * 86400, 'unixepoch'"
    let april = "\(first), '-3 months'"
    let financialYear =
      "strftime('%Y', \(april)) || printf('/%02d', (strftime('%Y', \(april)) + 1) % 100)"
    return """
      CASE \(kind) || (SELECT year_starts FROM calendar)
          WHEN 'quarterapril'
            THEN \(financialYear) || '-Q' || ((strftime('%m', \(april)) + 2) / 3)
          WHEN 'quarterjanuary'
            THEN strftime('%Y-Q', \(first)) || ((strftime('%m', \(first)) + 2) / 3)
          WHEN 'yearapril' THEN \(financialYear)
          WHEN 'yearjanuary' THEN strftime('%Y', \(first))
          ELSE CASE \(kind)
            WHEN 'month' THEN strftime('%Y-%m', \(first))
            WHEN 'week' THEN strftime('%Y', \(thursday))
              || printf('-W%02d', (strftime('%j', \(thursday)) - 1) / 7 + 1)
            ELSE date(\(first))
          END
        END
      """
  }

  /// Returns SQL for a day as `2026-04-24`.
  static func dayLabel(_ day: String) -> String { "date(\(day) * 86400, 'unixepoch')" }
}
