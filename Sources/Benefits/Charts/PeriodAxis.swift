package import BenefitsModel

/// A period axis: a row of equal slots, one for each measured period, a month being a month.
package struct PeriodAxis: Hashable, Sendable {
  /// A label under a slot.
  package struct Label: Hashable, Sendable {
    /// The slot that it is centred under.
    package let slot: Int
    /// The text.
    package let text: String
    /// The line: 0 is next to the axis, 1 below.
    package let line: Int
  }

  /// The period of each slot.
  package let slots: [Period]
  /// The left and right ends.
  package let range: ClosedRange<Double>
  /// The labels, never touching.
  package let labels: [Label]
  /// The slots that carry a tick.
  package let ticks: [Int]
  /// The slots that begin a year which is told below the axis.
  package let yearStarts: [Int]

  /// Whether every slot is as many periods from the one before; days of rare events are not.
  package let isRegular: Bool

  /// The size of the labels' face.
  package static let labelSize = 12.0

  /// Creates an axis.
  ///
  /// - Parameters:
  ///   - slots: The period of each slot, in calendar order.
  ///   - range: The left and right ends.
  ///   - yearStart: The month that the years of days, weeks and months begin in.
  package init(slots: [Period], range: ClosedRange<Double>, yearStart: YearStart) {
    self.slots = slots
    self.range = range
    let width = (range.upperBound - range.lowerBound) / Double(max(slots.count, 1))
    let calendar = AxisCalendar(slots: slots, yearStart: yearStart)
    isRegular = calendar.isRegular
    let choice = calendar.finestLabels { labels in
      var end = -Double.infinity
      for label in labels {
        let middle = (Double(label.slot) + 0.5) * width
        let half = TextMetrics.width(label.text, size: PeriodAxis.labelSize) / 2
        guard middle - half >= end else { return false }
        end = middle + half + 6
      }
      return true
    }
    labels = choice ?? calendar.fallback(width: range.upperBound - range.lowerBound)
    ticks = labels.filter { $0.line == 0 }.map(\.slot)
    yearStarts = labels.contains { $0.line == 1 } ? calendar.yearStarts : []
  }

  /// The width of a slot.
  package var slotWidth: Double {
    (range.upperBound - range.lowerBound) / Double(max(slots.count, 1))
  }

  /// Returns the horizontal position of the middle of a slot, where its mark stands.
  package func centre(_ slot: Int) -> Double { left(slot) + slotWidth / 2 }

  /// Returns the horizontal position of the left end of a slot.
  package func left(_ slot: Int) -> Double { range.lowerBound + Double(slot) * slotWidth }

  /// Returns the slot of a period.
  ///
  /// - Returns: `nil` when the period lies before the first or after the last slot.
  package func slot(of period: Period) -> Int? {
    guard let first = slots.first, let last = slots.last, first.kind == period.kind,
      first <= period, period <= last
    else { return nil }
    return slots.lastIndex { $0 <= period }
  }

  /// Returns the horizontal position of a day within its slot.
  ///
  /// - Returns: `nil` when the day lies before the first or after the last slot.
  package func position(of day: Day) -> Double? {
    guard let first = slots.first, let last = slots.last else { return nil }
    guard isRegular else { return positionBetween(day) }
    let interval = slots.count > 1 ? slots[0].distance(to: slots[1]) : 1
    let end = last.advanced(by: interval).first
    guard first.first <= day, day < end, let slot = slots.lastIndex(where: { $0.first <= day })
    else { return nil }
    let next = slots.indices.contains(slot + 1) ? slots[slot + 1].first : end
    let share =
      Double(slots[slot].first.distance(to: day))
      / Double(max(slots[slot].first.distance(to: next), 1))
    return left(slot) + slotWidth * min(share, 1)
  }

  /// The position of a day among slots that are not equally far apart: between the middles of two of them.
  private func positionBetween(_ day: Day) -> Double? {
    guard let slot = slots.lastIndex(where: { $0.first <= day }) else { return nil }
    guard slots.indices.contains(slot + 1) else {
      return centre(slot) + (slots[slot].first == day ? 0 : slotWidth / 2)
    }
    let share =
      Double(slots[slot].first.distance(to: day))
      / Double(max(slots[slot].first.distance(to: slots[slot + 1].first), 1))
    return centre(slot) + slotWidth * min(share, 1)
  }
}

extension [Period] {
  /// Whether a period is one of the slots, which are of one kind and in calendar order.
  func holds(_ period: Period) -> Bool { slot(of: period) != nil }

  /// The slot of a period; `nil` where it has none.
  func slot(of period: Period) -> Int? {
    guard let first, first.kind == period.kind else { return nil }
    var (start, end) = (0, count)
    while start < end {
      let middle = (start + end) / 2
      if self[middle].ordinal < period.ordinal { start = middle + 1 } else { end = middle }
    }
    return start < count && self[start] == period ? start : nil
  }
}
