import BenefitsModel

/// The columns that hold the numbers of one measurement; `nil` where there is none.
struct ValueColumns {
  var value: Int?
  var numerator: Int?
  var denominator: Int?
}

/// What plain numbers have to be to be recorded of a measure.
struct PlainNumberRule {
  let kind: MeasureKind
  /// Whether numerators count failures, so that denominator − numerator is recorded.
  let isComplement: Bool

  /// The numbers of one measurement; NaN where there is none.
  struct Numbers {
    var number: Double
    var denominator = Double.nan
  }

  /// Whether a number can be one of the measure: counts and events are whole numbers, 0 or more.
  func accepts(_ number: Double) -> Bool {
    guard kind == .count || kind == .event else { return true }
    return number >= 0 && number == number.rounded(.towardZero)
  }

  /// The numbers to record of a numerator and a denominator above 0; `nil` where they cannot be a ratio of the
  /// measure.
  func numbers(_ numerator: Double, of denominator: Double) -> Numbers? {
    guard numerator >= 0 else { return nil }
    guard kind == .proportion else { return Numbers(number: numerator, denominator: denominator) }
    guard numerator <= denominator else { return nil }
    return Numbers(
      number: isComplement ? denominator - numerator : numerator, denominator: denominator)
  }

  /// Reads cells that hold plain numbers and nothing else, as nearly all do.
  ///
  /// It says nothing about the others, right or wrong: they are left to `MeasurementReader`.
  func read(_ columns: ValueColumns, in table: CSVTable) -> Numbers? {
    guard kind.isRatio else {
      guard let value = columns.value, let number = table.plainNumber(value), accepts(number),
        table.isEmpty(columns.numerator)
      else { return nil }
      guard let column = columns.denominator, !table.isEmpty(column) else {
        return Numbers(number: number)
      }
      guard kind == .value, let denominator = table.plainNumber(column), denominator > 0
      else { return nil }
      return Numbers(number: number, denominator: denominator)
    }
    let parts: (Double, Double)
    if let numerator = columns.numerator, let denominator = columns.denominator {
      guard let above = table.plainNumber(numerator), let below = table.plainNumber(denominator),
        table.isEmpty(columns.value)
      else { return nil }
      parts = (above, below)
    } else {
      guard columns.numerator == nil, columns.denominator == nil, let value = columns.value,
        let fraction = table.plainFraction(value)
      else { return nil }
      parts = fraction
    }
    guard parts.1 > 0 else { return nil }
    return numbers(parts.0, of: parts.1)
  }
}

extension MeasurementReader {
  /// What plain numbers have to be.
  var plainRule: PlainNumberRule {
    PlainNumberRule(kind: measure.kind, isComplement: options.isComplement)
  }

  /// Whether plain numbers can be read without a look at what cells without data say.
  static func readsPlainNumbers(_ options: ImportOptions) -> Bool {
    !options.missing.contains { $0.utf8.contains { $0.isASCIIDigit } }
  }
}
