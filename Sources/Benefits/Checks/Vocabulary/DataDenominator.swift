import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let dataDenominator = Check(
    "data.denominator", family: .data, severities: [.warn, .error],
    breach:
      "a denominator is missing, 0 or below its numerator (error), or the latest changed by over 30 % (warn)",
    explanation: CheckExplanation(
      what: """
        Every value of a proportion or a rate has a denominator above 0, and that of a proportion is not below \
        its numerator. The latest denominator lies within 30 % of the median of up to twelve before it, where \
        there are at least six. Suppressed and excluded values are not looked at.
        """,
      why: """
        A percentage can improve because less is counted. When the denominator moves, look at it before the \
        percentage.
        """,
      fix: """
        Correct the numbers. When the denominator changed for a good reason (a ward joined, a clinic closed), \
        add an annotation in that period; when another thing is counted now, give the definition a new version.
        """,
      source: "NHS England, Making Data Count, on understanding the denominator"),
    rule: .measure { subject in
      guard subject.measure.kind.isRatio else { return .notApplicable("has no denominator") }
      let points = subject.assessment.points.filter {
        $0.measurement?.number != nil && $0.use != .suppressed && $0.use != .excluded
      }
      guard let latest = points.last else { return .notApplicable("has no usable value") }
      var finding = fault(subject, points) ?? change(subject, points)
      finding.owner = subject.dataOwner
      finding.period = finding.period ?? latest.period
      return finding
    })

  private static let largestChange = 0.3 + 1e-9
  private static let fewestBefore = 6

  /// What makes a value meaningless, at the latest period where something does.
  private static func fault(
    _ subject: MeasureUnderCheck, _ points: [SeriesPoint]
  ) -> CheckFinding? {
    for point in points.reversed() {
      guard let measurement = point.measurement, let number = measurement.number else { continue }
      let period = point.period.spoken
      let lack: String
      if let denominator = measurement.denominator {
        if denominator <= 0 {
          lack = "has a denominator of \(Numeral.shortest(denominator)) in \(period)"
        } else if subject.measure.kind == .proportion, number > denominator {
          lack =
            "counts \(Numeral.shortest(number)) of \(Numeral.shortest(denominator)) in \(period)"
        } else {
          continue
        }
      } else {
        lack = "has no denominator in \(period)"
      }
      return .breach(.error, lack, action: "correct it").with(
        value: measurement.denominator, period: point.period,
        evidence: ["numerator": number, "denominator": measurement.denominator])
    }
    return nil
  }

  /// How far the latest denominator is from the usual one.
  private static func change(
    _ subject: MeasureUnderCheck, _ points: [SeriesPoint]
  ) -> CheckFinding {
    let used = points.filter { $0.use == .used }
    guard let last = used.last, let denominator = last.measurement?.denominator else {
      return .pass("has denominators above 0")
    }
    let before = used.dropLast().suffix(12).compactMap { $0.measurement?.denominator }
    guard before.count >= fewestBefore, let usual = before.median(), usual > 0 else {
      return .pass("has a denominator of \(count(denominator)) in \(last.period.spoken)")
    }
    let evidence: [String: Double?] = [
      "denominator": denominator, "usual_denominator": usual, "change": denominator / usual - 1,
    ]
    let fact =
      "has a denominator of \(count(denominator)) in \(last.period.spoken), usually \(count(usual))"
    let isChanged = (denominator / usual - 1).magnitude > largestChange
    let finding: CheckFinding =
      isChanged && !subject.isExplained(last)
      ? .breach(.warn, fact, action: "look why before trusting the figure") : .pass(fact)
    return finding.with(
      value: denominator, expected: usual, period: last.period, evidence: evidence)
  }

  /// A denominator in words: whole numbers with their thousands apart.
  private static func count(_ denominator: Double) -> String {
    denominator >= 100 || denominator == denominator.rounded()
      ? Numeral.fixed(denominator, decimals: 0) : Numeral.shortest(denominator)
  }
}
