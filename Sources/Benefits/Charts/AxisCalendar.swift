import BenefitsModel

/// How the slots of a period axis fall into months and years, and which of them a set of ticks names.
struct AxisCalendar {
  /// Which slots carry a label.
  enum Level: Hashable {
    /// Every so many slots, whatever their periods; the years stand below.
    case slots(Int)
    /// Every so many periods, counted from the start of the year; the years stand below.
    case periods(Int)
    /// The first slot of every so many months, counted from the start of the year; the years stand below.
    case months(Int)
    /// The first slot of every so many years, named by the year.
    case years(Int)
  }

  let slots: [Period]
  /// The year that each slot belongs to, by the calendar year in which it begins.
  private let years: [Int]
  /// The month in which each slot begins, from 1.
  private let months: [Int]
  private let yearStart: YearStart
  /// How many periods lie between two slots.
  private let interval: Int
  /// Whether every slot is as many periods from the one before.
  let isRegular: Bool

  init(slots: [Period], yearStart: YearStart) {
    self.slots = slots
    let first = slots.first
    let distances = zip(slots, slots.dropFirst()).map { $0.distance(to: $1) }
    interval = max(1, distances.min() ?? 1)
    isRegular = distances.allSatisfy { $0 == distances[0] }
    let isNamed = first?.kind == .quarter || first?.kind == .year
    let start = isNamed ? first?.yearStart ?? yearStart : yearStart
    self.yearStart = start
    let begins = slots.map(\.firstMonth)
    months = begins.map(\.month)
    years = begins.map { $0.year - ($0.month < start.firstMonth ? 1 : 0) }
  }

  /// The levels from the finest to the coarsest.
  var levels: [Level] {
    let years = [1, 2, 5, 10, 20, 50].map(Level.years)
    guard isRegular else { return [1, 2, 3, 5, 10, 20, 50].map(Level.slots) + years }
    switch slots.first?.kind {
    case nil: return []
    case .day: return [.periods(1), .periods(2), .periods(7), .periods(14)] + coarse + years
    case .week: return [.periods(1), .periods(2)] + coarse + years
    case .month: return [.periods(1), .periods(2), .periods(3), .periods(6)] + years
    case .quarter: return [.periods(1), .periods(2)] + years
    case .year: return years
    }
  }

  private var coarse: [Level] { [1, 2, 3, 6].map(Level.months) }

  /// The slots that are the first of their year, the very first slot left out.
  var yearStarts: [Int] { slots.indices.dropFirst().filter { years[$0] != years[$0 - 1] } }

  /// The labels of the first level whose labels are kept apart; `nil` where none is.
  ///
  /// - Parameter areApart: Whether the labels of a line, from left to right, stand far enough from each other.
  /// - Returns: The labels of both lines, each line from left to right.
  func finestLabels(where areApart: ([PeriodAxis.Label]) -> Bool) -> [PeriodAxis.Label]? {
    for level in levels {
      // Where the first two touch, all need not be named.
      guard areApart(ticked(level, atMost: 2).map { label($0, level) }) else { continue }
      let chosen = ticked(level)
      let labels = chosen.map { label($0, level) }
      guard !chosen.isEmpty, areApart(labels) else { continue }
      if case .years = level { return labels }
      var below = yearLabels(under: chosen)
      if !areApart(below), let first = below.first, below.count > 1, !isYearStart(first.slot) {
        // The rest of a year at the very beginning gives way to the first whole one.
        below.removeFirst()
      }
      if areApart(below) { return labels + below }
    }
    return nil
  }

  /// The labels of the years of slots, each under the first of its slots.
  private func yearLabels(under chosen: [Int]) -> [PeriodAxis.Label] {
    var labels: [PeriodAxis.Label] = []
    for slot in chosen where labels.last.map({ years[$0.slot] != years[slot] }) ?? true {
      labels.append(PeriodAxis.Label(slot: slot, text: yearName(slot), line: 1))
    }
    return labels
  }

  /// The label of a slot next to the axis.
  private func label(_ slot: Int, _ level: Level) -> PeriodAxis.Label {
    if case .years = level { return PeriodAxis.Label(slot: slot, text: yearName(slot), line: 0) }
    return PeriodAxis.Label(slot: slot, text: name(slot), line: 0)
  }

  /// The label of the first slot and, where there is room, of the last.
  func fallback(width: Double) -> [PeriodAxis.Label] {
    guard let first = slots.first, let last = slots.last else { return [] }
    let wide = [first, last].map {
      TextMetrics.width($0.description, size: PeriodAxis.labelSize) + 6
    }
    let start = PeriodAxis.Label(slot: 0, text: first.description, line: 0)
    guard slots.count > 1, wide.reduce(0, +) < width * (1 - 1 / Double(slots.count)) else {
      return [start]
    }
    return [start, PeriodAxis.Label(slot: slots.count - 1, text: last.description, line: 0)]
  }

  /// The slots that carry a label, from the first on.
  private func ticked(_ level: Level, atMost most: Int = .max) -> [Int] {
    var ticked: [Int] = []
    for slot in slots.indices where isTicked(slot, level) {
      ticked.append(slot)
      if ticked.count == most { break }
    }
    return ticked
  }

  private func isTicked(_ slot: Int, _ level: Level) -> Bool {
    switch level {
    case .slots(let step): slot.isMultiple(of: step)
    case .periods(let step):
      switch slots[slot].kind {
      case .day, .week: (slots[slot].ordinal + phase(step)).isMultiple(of: step)
      case .month, .quarter, .year: place(slot).isMultiple(of: step)
      }
    case .months(let step):
      startsMonth(slot) && monthOfYear(slot).isMultiple(of: step)
    case .years(let step):
      isYearStart(slot) && years[slot].isMultiple(of: step)
    }
  }

  /// Makes every seventh and fourteenth day a Monday: 1 January 1970 was a Thursday.
  private func phase(_ step: Int) -> Int {
    slots[0].kind == .day && step.isMultiple(of: 7) ? 3 : 0
  }

  /// The place of a slot among the measured periods of its year, from 0.
  private func place(_ slot: Int) -> Int {
    let month = yearStart.firstMonth
    if slots[slot].kind == .month { return (months[slot] - month + 12) % 12 / interval }
    guard let first = Day(year: years[slot], month: month, day: 1) else { return slot }
    let beginning = Period(slots[slot].kind, containing: first, yearStart: slots[slot].yearStart)
    return beginning.distance(to: slots[slot]) / interval
  }

  private func startsMonth(_ slot: Int) -> Bool {
    let day = slots[slot].first
    let before = slots[slot].advanced(by: -interval).first
    return (day.year, day.month) != (before.year, before.month)
  }

  private func monthOfYear(_ slot: Int) -> Int {
    (months[slot] - yearStart.firstMonth + 12) % 12
  }

  /// Whether the measured period before the slot belongs to another year.
  private func isYearStart(_ slot: Int) -> Bool {
    let before = slots[slot].advanced(by: -interval)
    return AxisCalendar.year(of: before.first, from: yearStart) != years[slot]
  }

  private func name(_ slot: Int) -> String {
    switch slots[slot].kind {
    case .day, .week:
      return "\(slots[slot].first.dayOfMonth) \(MonthName.short[months[slot] - 1])"
    case .month: return MonthName.short[months[slot] - 1]
    case .quarter:
      return "Q\((months[slot] - yearStart.firstMonth + 12) % 12 / 3 + 1)"
    case .year: return yearName(slot)
    }
  }

  private func yearName(_ slot: Int) -> String {
    let year = years[slot]
    return yearStart == .april ? "\(year)/\(((year + 1) % 100).padded(to: 2))" : String(year)
  }

  private static func year(of day: Day, from start: YearStart) -> Int {
    day.year - (day.month < start.firstMonth ? 1 : 0)
  }
}
