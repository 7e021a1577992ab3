import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let dataOutOfRange = Check(
    "data.out-of-range", family: .data, severities: [.warn, .error],
    breach: "a value lies outside what is possible (error) or outside what is expected (warn)",
    explanation: CheckExplanation(
      what: """
        Every usable value lies within the bounds that the measure states as possible (else those of its \
        kind: a proportion from 0 to 100 %, counts and rates from 0), and within those that it states as \
        expected. A value outside what is expected passes once an annotation in its period explains it.
        """,
      why: """
        A slipped decimal point changes a level, a forecast and a decision before anybody looks at the number \
        itself.
        """,
      fix: """
        Correct the value, or exclude it with a reason. When it is right and surprising, add an annotation; \
        when it is right and usual by now, widen the bounds.
        """,
      source: "Possible and expected values as in DHIS2's validation rules and min–max ranges"),
    rule: .measure { subject in
      guard subject.assessment.latest != nil else { return .notApplicable("has no usable value") }
      let (possible, expected) = (subject.measure.range, subject.measure.expected)
      guard possible != nil || expected != nil else {
        return .notApplicable("states no possible or expected values")
      }
      func outside(_ bounds: Bounds?) -> [SeriesPoint] {
        guard let bounds else { return [] }
        return subject.assessment.points.filter { point in
          point.use == .used && !(point.value.map(bounds.contains) ?? true)
        }
      }
      let impossible = outside(possible)
      let surprising =
        impossible.isEmpty ? outside(expected).filter { !subject.isExplained($0) } : []
      guard let last = (impossible.last ?? surprising.last), let value = last.value,
        let bounds = impossible.isEmpty ? expected : possible
      else { return .pass("has values within their bounds") }
      let isImpossible = !impossible.isEmpty
      let count = max(impossible.count, surprising.count)
      let isBelow = bounds.from.map { value < $0 } ?? false
      let bound = (isBelow ? bounds.from : bounds.to) ?? value
      let word = isImpossible ? "possible" : "expected"
      let limit = isBelow ? "\(subject.text(bound)) or more" : "\(subject.text(bound)) or less"
      let others = count == 1 ? "" : ", one of \(count) such values"
      var finding = CheckFinding.breach(
        isImpossible ? .error : .warn,
        "is \(subject.number(value)) in \(last.period.spoken), where \(limit) is \(word)\(others)",
        action: isImpossible ? "correct or exclude it" : "correct or annotate it"
      ).with(
        value: value, expected: bound, period: last.period,
        since: (isImpossible ? impossible : surprising).first?.period,
        evidence: ["outside": Double(count), "from": bounds.from, "to": bounds.to])
      finding.owner = subject.dataOwner
      return finding
    })
}

extension MeasureUnderCheck {
  /// Whether an annotation of the series lies in the period of a point.
  func isExplained(_ point: SeriesPoint) -> Bool {
    !plan.annotations.isEmpty
      && plan.annotations(of: assessment.series).contains { point.period.contains($0.date) }
  }
}
