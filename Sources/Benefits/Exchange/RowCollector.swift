/// Takes rows in the order of a file, and finds out whether that is the order of series and periods.
struct RowCollector {
  /// The rows that were taken and not handed on yet.
  private(set) var rows: [CompactRow] = []
  /// Whether every row so far came after the one before it, each series in one piece.
  private(set) var isInOrder = true
  /// Whether rows were handed on, which no later row may come before.
  private(set) var hasHandedOn = false
  private var last: CompactRow?

  /// How many rows are taken before they can be handed on.
  static let most = 1 << 16

  /// Whether there are enough rows to hand them on.
  var isFull: Bool { isInOrder && rows.count >= Self.most }

  /// Takes a row; returns the one before it, and leaves this one out, where both are about the same.
  mutating func add(_ row: CompactRow) -> CompactRow? {
    if isInOrder, let last {
      if row.subject == last.subject { return last }
      isInOrder = row.subject > last.subject
    }
    last = row
    rows.append(row)
    return nil
  }

  /// Makes room for all rows of a file at once, since growing would take twice the memory.
  mutating func reserve(_ count: Int) { rows.reserveCapacity(count) }

  /// What is handed on.
  enum Event {
    /// The rows of a series in the order of their periods, by the number of the series.
    case series(Int, [CompactRow])
    /// A row that comes again, and the first one about the same.
    case repeated(CompactRow, first: CompactRow)
  }

  /// Hands on the rows of one series after another, and begins anew.
  mutating func handOn<Failure: Error>(
    _ body: (Event) throws(Failure) -> Void
  ) throws(Failure) {
    hasHandedOn = true
    if !isInOrder { rows.sortBySubject() }
    var block: [CompactRow] = []
    for row in rows {
      if let first = block.last {
        if row.subject == first.subject {
          try body(.repeated(row, first: first))
          continue
        }
        if row.series != first.series {
          try body(.series(first.series, block))
          block.removeAll(keepingCapacity: true)
        }
      }
      block.append(row)
    }
    if let first = block.first { try body(.series(first.series, block)) }
    rows.removeAll(keepingCapacity: isInOrder)
  }
}
