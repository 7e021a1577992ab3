import BenefitsModel

/// One measurement of a file in 32 bytes, so that millions of them fit into memory.
struct CompactRow: Sendable {
  /// The series (32 bits), the first day of the period, the state (3 bits) and whether there is a note (1 bit).
  private let key: UInt64
  /// The value or the numerator; NaN where there is none.
  let number: Double
  /// The denominator, exposure or n; NaN where there is none.
  let denominator: Double
  /// Where the value stands in the file.
  let place: Place

  /// A line and a column in characters, each from 1.
  struct Place: Hashable, Comparable, Sendable {
    let line: UInt32
    let column: UInt32

    static func < (lhs: Self, rhs: Self) -> Bool {
      (lhs.line, lhs.column) < (rhs.line, rhs.column)
    }
  }

  /// What is added to a day so that it is not negative: the first day that can be written is in 1900.
  private static let dayOffset: Int32 = 1 << 20

  init(
    series: Int, day: Int32, number: Double, denominator: Double, state: MeasurementState,
    hasNote: Bool, place: Place
  ) {
    let days = UInt64(UInt32(bitPattern: day &+ Self.dayOffset))
    key = UInt64(series) << 32 | days << 4 | UInt64(state.code) << 1 | (hasNote ? 1 : 0)
    self.number = number
    self.denominator = denominator
    self.place = place
  }

  /// What the row is about: rows of the same series and period have the same, and those of one series stand
  /// together in the order of their periods.
  var subject: UInt64 { key >> 4 }
  /// The number of the series.
  var series: Int { Int(key >> 32) }
  /// The first day of the period, as days since 1970-01-01.
  var day: Int32 { Int32(truncatingIfNeeded: subject & 0xFFF_FFFF) - Self.dayOffset }
  /// How final the number is.
  var state: MeasurementState { MeasurementState(code: Int(key >> 1 & 7)) ?? .final }
  /// Whether the row has a remark.
  var hasNote: Bool { key & 1 == 1 }

  /// Whether two rows record the same, as far as numbers and states go.
  func says(_ other: CompactRow) -> Bool {
    key == other.key && number.bitPattern == other.number.bitPattern
      && denominator.bitPattern == other.denominator.bitPattern
  }

  /// The measurement without its note.
  var compact: CompactMeasurement {
    CompactMeasurement(
      day: day, number: number, denominator: denominator, state: state, hasNote: hasNote)
  }
}

extension [CompactRow] {
  /// Sorts rows by series, period and place in the file, without another copy of them.
  ///
  /// A radix sort from the highest digit down ("American flag sort", McIlroy, Bostic and McIlroy 1993).
  ///
  /// - Complexity: O(*n*), where *n* is the number of rows.
  mutating func sortBySubject() {
    var most: UInt64 = 0
    for row in self { most |= row.subject }
    let digits = (64 - most.leadingZeroBitCount + 7) / 8
    withUnsafeMutableBufferPointer { rows in
      Self.sort(rows, shift: UInt64(8 * Swift.max(digits - 1, 0)))
    }
  }

  private static func sort(_ rows: UnsafeMutableBufferPointer<CompactRow>, shift: UInt64) {
    guard rows.count > 48 else { return insertionSort(rows) }
    let digit = { (row: CompactRow) in Int(row.subject >> shift & 0xFF) }
    var ends = [Int](repeating: 0, count: 256)
    for row in rows { ends[digit(row)] += 1 }
    var total = 0
    var starts = ends
    for value in 0..<256 {
      starts[value] = total
      total += ends[value]
      ends[value] = total
    }
    let buckets = starts
    for value in 0..<256 {
      while starts[value] < ends[value] {
        var row = rows[starts[value]]
        while digit(row) != value {
          let home = digit(row)
          swap(&row, &rows[starts[home]])
          starts[home] += 1
        }
        rows[starts[value]] = row
        starts[value] += 1
      }
    }
    for value in 0..<256 where ends[value] - buckets[value] > 1 {
      var bucket = UnsafeMutableBufferPointer(rebasing: rows[buckets[value]..<ends[value]])
      if shift == 0 {
        // Rows of one subject, in the order of the file.
        bucket.sort { $0.place < $1.place }
      } else {
        sort(bucket, shift: shift - 8)
      }
    }
  }

  private static func insertionSort(_ rows: UnsafeMutableBufferPointer<CompactRow>) {
    for index in rows.indices.dropFirst() {
      let row = rows[index]
      var place = index
      while place > 0,
        (row.subject, row.place) < (rows[place - 1].subject, rows[place - 1].place)
      {
        rows[place] = rows[place - 1]
        place -= 1
      }
      rows[place] = row
    }
  }
}
