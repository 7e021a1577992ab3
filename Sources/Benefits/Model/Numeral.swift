/// Why a text is not a number.
public enum NumeralFault: Error, Hashable, Sendable {
  /// The text is empty.
  case missing
  /// The text has marks that a person may leave out: a thousands comma, a currency sign, a percent sign.
  case marked(String, plain: String)
  /// The text uses a comma for the decimal point, or might.
  case decimalComma(String, plain: String)
  /// The text is no number at all.
  case notANumber(String)
  /// The number is larger than can be recorded.
  case tooLarge(String)
  /// The number is larger than any that can be computed with.
  case tooLargeToCompute(String)
}

extension NumeralFault: CustomStringConvertible {
  /// What was found and what to write instead.
  public var description: String {
    switch self {
    case .missing: "the number is missing"
    case .marked(let text, let plain):
      "\"\(text.excerpt)\" is not a plain number; write \(plain.excerpt)"
    case .decimalComma(let text, let plain):
      "\"\(text.excerpt)\" has a comma; a number uses a point: \(plain.excerpt)"
    case .notANumber(let text): "\"\(text.excerpt)\" is not a number"
    case .tooLarge(let text):
      "\"\(text.excerpt)\" is larger than 1,000,000,000,000,000, the most that can be recorded"
    case .tooLargeToCompute(let text):
      "\"\(text.excerpt)\" is larger than any number that can be computed with"
    }
  }
}

/// Reads and writes numbers exactly, without a locale.
public enum Numeral {
  /// Reads a number: ASCII digits with at most one point, an optional sign and an optional exponent.
  ///
  /// - Parameters:
  ///   - text: The text of the number; white space around it is ignored.
  ///   - lenient: Whether thousands commas, `£`, `$`, `€` and a trailing `%` are left out rather than refused.
  ///   - largest: The largest magnitude that is accepted; by default the most that can be recorded.
  /// - Returns: A finite number of at most that magnitude, never −0.
  /// - Throws: `NumeralFault` when the text is no such number.
  public static func read(
    _ text: String, lenient: Bool = false, largest: Double = Measurement.largestMagnitude
  ) throws(NumeralFault) -> Double {
    let text = text.trimmed()
    guard !text.isEmpty else { throw .missing }
    guard isPlain(text) else {
      let plain = withoutMarks(text)
      guard isPlain(plain) else {
        let pointed = String(text.map { $0 == "," ? "." : $0 })
        if isPlain(pointed) { throw .decimalComma(text, plain: pointed) }
        throw .notANumber(text)
      }
      if lenient { return try read(plain, largest: largest) }
      let pointed = String(text.map { $0 == "," ? "." : $0 })
      if isPlain(pointed), !hasThousands(text) { throw .decimalComma(text, plain: pointed) }
      throw .marked(text, plain: plain)
    }
    guard let number = Double(text), number.isFinite, number.magnitude <= largest else {
      throw largest == Measurement.largestMagnitude ? .tooLarge(text) : .tooLargeToCompute(text)
    }
    return number == 0 ? 0 : number
  }

  /// Returns a number with a fixed number of decimals and a comma for thousands, as `-1,234.50`.
  ///
  /// The shortest decimal that reads back as the number is rounded half away from zero, as people and
  /// spreadsheets round.
  ///
  /// - Parameters:
  ///   - number: A finite number.
  ///   - decimals: How many decimals to keep, from 0 through 15.
  ///   - grouped: Whether thousands are set apart by a comma.
  /// - Returns: The text, without a negative zero.
  public static func fixed(_ number: Double, decimals: Int, grouped: Bool = true) -> String {
    precondition(number.isFinite && (0...15).contains(decimals))
    if let text = quick(number, decimals: decimals, grouped: grouped) { return text }
    var (digits, point) = decimalDigits(number.magnitude)
    let kept = point + decimals
    if kept < 0 {
      digits = []
    } else if kept < digits.count {
      let roundsUp = digits[kept] >= 5
      digits.removeSubrange(kept...)
      if roundsUp {
        var index = digits.count - 1
        while index >= 0, digits[index] == 9 {
          digits[index] = 0
          index -= 1
        }
        if index >= 0 {
          digits[index] += 1
        } else {
          digits.insert(1, at: 0)
          point += 1
        }
      }
    }
    let digit = { (place: Int) -> UInt8 in
      UInt8(ascii: "0") + UInt8(digits.indices.contains(place) ? digits[place] : 0)
    }
    var text: [UInt8] = []
    if number < 0, digits.contains(where: { $0 != 0 }) { text.append(UInt8(ascii: "-")) }
    let wholeDigits = max(point, 1)
    for place in 0..<wholeDigits {
      if grouped, place > 0, (wholeDigits - place) % 3 == 0 { text.append(UInt8(ascii: ",")) }
      text.append(point > 0 ? digit(place) : UInt8(ascii: "0"))
    }
    if decimals > 0 { text.append(UInt8(ascii: ".")) }
    for place in 0..<decimals { text.append(digit(point + place)) }
    return String(decoding: text, as: UTF8.self)
  }

  /// Rounds in binary where that cannot differ from rounding the decimal; `nil` near a half, and for numbers
  /// whose scaled value is not exact to a millionth.
  ///
  /// Reports print hundreds of thousands of numbers, nearly all of which lie far from a half.
  private static func quick(_ number: Double, decimals: Int, grouped: Bool) -> String? {
    guard decimals < powersOfTen.count else { return nil }
    let scaled = number.magnitude * Double(powersOfTen[decimals])
    guard scaled < 1e9 else { return nil }
    let below = scaled.rounded(.down)
    guard (scaled - below - 0.5).magnitude > 1e-6 else { return nil }
    let rounded = Int(below) + (scaled - below > 0.5 ? 1 : 0)
    var whole = rounded / powersOfTen[decimals]
    var digits = 1
    while whole >= 10 {
      whole /= 10
      digits += 1
    }
    let isNegative = number < 0 && rounded > 0
    let count =
      (isNegative ? 1 : 0) + digits + (grouped ? (digits - 1) / 3 : 0)
      + (decimals > 0 ? decimals + 1 : 0)
    return String(unsafeUninitializedCapacity: count) { bytes in
      var rest = rounded
      var place = count
      func put(_ byte: UInt8) {
        place -= 1
        bytes[place] = byte
      }
      func putDigit() {
        put(UInt8(ascii: "0") + UInt8(rest % 10))
        rest /= 10
      }
      for _ in 0..<decimals { putDigit() }
      if decimals > 0 { put(UInt8(ascii: ".")) }
      for digit in 0..<digits {
        if grouped, digit > 0, digit % 3 == 0 { put(UInt8(ascii: ",")) }
        putDigit()
      }
      if isNegative { put(UInt8(ascii: "-")) }
      return count
    }
  }

  private static let powersOfTen = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000]

  /// Returns the shortest text that reads back as the same number, without a trailing `.0`.
  ///
  /// - Parameter number: A finite number.
  /// - Returns: The text, without a negative zero.
  public static func shortest(_ number: Double) -> String {
    precondition(number.isFinite)
    if number == 0 { return "0" }
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// Returns the shortest text without an exponent that reads back as the same number.
  ///
  /// - Parameter number: A finite number.
  /// - Returns: The text, which `read(_:)` accepts for numbers up to its limit.
  package static func plain(_ number: Double) -> String {
    let text = shortest(number)
    guard text.contains("e") else { return text }
    let (digits, point) = decimalDigits(number.magnitude)
    let fraction = digits.dropFirst(point)
    let whole = digits.prefix(point) + repeatElement(0, count: max(0, point - digits.count))
    return (number < 0 ? "-" : "") + (whole.isEmpty ? "0" : whole.map(String.init).joined())
      + (fraction.isEmpty ? "" : "." + fraction.map(String.init).joined())
  }

  /// The significant digits of a number and the place of its point among them.
  private static func decimalDigits(_ magnitude: Double) -> (digits: [Int], point: Int) {
    var digits: [Int] = []
    var point: Int?
    var exponent = 0
    var isExponent = false
    var isNegative = false
    for byte in magnitude.description.utf8 {
      switch byte {
      case UInt8(ascii: "."): point = digits.count
      case UInt8(ascii: "e"): isExponent = true
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "+"): break
      default:
        let digit = Int(byte) - Int(UInt8(ascii: "0"))
        if isExponent { exponent = exponent * 10 + digit } else { digits.append(digit) }
      }
    }
    var place = (point ?? digits.count) + (isNegative ? -exponent : exponent)
    let zeros = min(digits.prefix { $0 == 0 }.count, digits.count - 1)
    digits.removeFirst(zeros)
    place -= zeros
    if place < 0 {
      digits.insert(contentsOf: repeatElement(0, count: -place), at: 0)
      place = 0
    }
    return (digits, place)
  }

  private static func isPlain(_ text: String) -> Bool {
    var rest = Substring(text).utf8
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") {
      rest = rest.dropFirst()
    }
    let whole = rest.prefix(while: \.isASCIIDigit)
    rest = rest.dropFirst(whole.count)
    var fraction = 0
    if rest.first == UInt8(ascii: ".") {
      fraction = rest.dropFirst().prefix(while: \.isASCIIDigit).count
      rest = rest.dropFirst(1 + fraction)
      guard fraction > 0 else { return false }
    }
    guard whole.count + fraction > 0 else { return false }
    guard let letter = rest.first else { return true }
    guard letter | 0x20 == UInt8(ascii: "e") else { return false }
    rest = rest.dropFirst()
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") {
      rest = rest.dropFirst()
    }
    return (1...3).contains(rest.count) && rest.allSatisfy(\.isASCIIDigit)
  }

  private static func withoutMarks(_ text: String) -> String {
    var plain = text.filter { !"£$€".contains($0) && !$0.isWhitespace }
    // The minus sign and the en dash look like the hyphen that numbers are written with.
    if let first = plain.first, "−–".contains(first) { plain = "-" + plain.dropFirst() }
    if plain.hasSuffix("%") { plain.removeLast() }
    return hasThousands(plain) ? plain.filter { $0 != "," } : plain
  }

  /// Whether every comma stands before a group of exactly three digits.
  private static func hasThousands(_ text: String) -> Bool {
    let whole = text.split(separator: ".", omittingEmptySubsequences: false)[0]
      .drop { "-+−–£$€".contains($0) }
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    return groups.count > 1 && (1...3).contains(groups[0].count)
      && groups.dropFirst().allSatisfy { $0.count == 3 }
  }
}

extension Measure {
  /// Returns a value with the measure's decimals and unit, as `85.0%`, `£1,234k` or `9.5 days`.
  ///
  /// - Parameter value: A value in the measure's displayed unit.
  /// - Returns: The text for a sentence or a label.
  public func text(_ value: Double) -> String {
    let number = Numeral.fixed(value, decimals: decimals)
    if unit.isEmpty { return number }
    if unit == "%" { return number + "%" }
    if let currency = unit.first, "£$€".contains(currency) {
      let suffix = unit.dropFirst()
      return number.hasPrefix("-")
        ? "-\(currency)\(number.dropFirst())\(suffix)" : "\(currency)\(number)\(suffix)"
    }
    return "\(number) \(unit)"
  }
}
