package import BenefitsModel

extension ImportComparison {
  /// How many conflicts are kept of blocks: the first ones of the file, and some more until they are sorted out.
  private static let mostConflicts = 1000

  /// Creates a comparison that blocks are added to.
  ///
  /// - Parameter isRevision: Whether different values are revisions rather than conflicts.
  package init(isRevision: Bool) { self.isRevision = isRevision }

  /// What of a block is to be written.
  package struct Writing {
    /// The measurements that add or revise, in the order of their periods.
    package var measurements: [CompactMeasurement] = []
    /// The remarks of those that have one, by the first day of their period.
    package var notes: [Int32: String] = [:]
    /// How many of them replace one that is recorded.
    package var revised = 0

    /// Creates an empty list.
    package init() {}

    /// Forgets everything, to be used again.
    mutating func clear() {
      measurements.removeAll(keepingCapacity: true)
      notes.removeAll(keepingCapacity: true)
      revised = 0
    }
  }

  /// Compares the rows of a series with what is recorded of it.
  ///
  /// - Parameters:
  ///   - block: The rows.
  ///   - stored: The newest version of each recorded period, withdrawn ones included, in the order of periods.
  ///   - notes: The remarks of those that have one, by the first day of their period.
  ///   - writing: What is to be written, replaced by that of the block.
  /// - Complexity: O(*n* + *m*), where *n* is the number of rows and *m* that of the recorded measurements.
  package mutating func compare(
    _ block: ImportBlock, stored: [CompactMeasurement], notes: [Int32: String],
    writing: inout Writing
  ) {
    writing.clear()
    var next = 0
    for row in block.rows {
      while next < stored.count, stored[next].day < row.day { next += 1 }
      guard next < stored.count, stored[next].day == row.day, stored[next].state != .withdrawn
      else {
        counts.added += 1
        writing.add(row, note: row.hasNote ? block.notes[row.place] : nil)
        continue
      }
      let current = stored[next]
      // The plain case of the rule: nothing but a number and its state on either side.
      if row.number == current.number, row.state == current.state, !row.hasNote, !current.hasNote,
        !current.isExcluded,
        row.denominator == current.denominator
          || (row.denominator.isNaN && current.denominator.isNaN)
      {
        counts.unchanged += 1
        continue
      }
      let before = current.measurement(
        block.measure.frequency.kind, yearStart: block.yearStart, note: notes[current.day])
      let whole = block.row(row)
      switch Self.judge(whole.measurement, beside: before, isRevision: isRevision) {
      case .unchanged: counts.unchanged += 1
      case .conflict: add(ImportConflict(row: whole, current: before))
      case .revised(let measurement):
        counts.revised += 1
        writing.revised += 1
        writing.measurements.append(CompactMeasurement(measurement))
        writing.notes[row.day] = measurement.note
      }
    }
  }

  private mutating func add(_ conflict: ImportConflict) {
    conflictCount += 1
    conflicts.append(conflict)
    if conflicts.count >= 2 * Self.mostConflicts { keepFirstConflicts(Self.mostConflicts) }
  }
}

extension ImportComparison.Writing {
  fileprivate mutating func add(_ row: CompactRow, note: String?) {
    measurements.append(row.compact)
    if let note { notes[row.day] = note }
  }
}
