import BenefitsModel

extension Assessment {
  /// Where the series is heading against its promise, in sentences; `nil` where nothing can be said.
  public var outlookText: String? {
    guard let outlook, let target else { return nil }
    let isToDate = target.basis == .toDate
    let step = outlook.forecast
    let subject = isToDate ? "a sum of \(measure.text(step.value))" : measure.text(step.value)
    var sentences = [
      "On its present course, if nothing new happens, \(subject) is expected for \(outlook.period.spoken)"
        + " (80% interval \(measure.text(step.low80)) to \(measure.text(step.high80)), 95% interval"
        + " \(measure.text(step.low95)) to \(measure.text(step.high95))); the chance of meeting the"
        + " target of \(measure.text(target.value)) then is \(Self.share(outlook.chance))."
    ]
    if !isMet {
      if let expected = outlook.expected {
        sentences.append("It is expected to meet it in \(expected.spoken).")
      } else {
        sentences.append("It does not meet it on its current course.")
      }
      sentences.append(rates(outlook, isToDate: isToDate))
    }
    if seasonality != nil { sentences.append("These numbers are seasonally adjusted.") }
    return sentences.joined(separator: " ")
  }

  private func rates(_ outlook: Outlook, isToDate: Bool) -> String {
    let kind = measure.frequency.kind.rawValue
    let unit = measure.frequency.interval == 1 ? kind : "value"
    guard !isToDate else {
      let now = outlook.observed.map { "; the last ones added \(measure.text($0))" } ?? ""
      return "Each \(unit) to come has to add \(measure.text(outlook.required))\(now)."
    }
    let now =
      outlook.observed.map { ", and has been changing by \(change($0)) since go-live" } ?? ""
    return "It has to change by \(change(outlook.required)) a \(unit)\(now)."
  }

  /// A change with its sign and a digit more than values have.
  private func change(_ value: Double) -> String {
    let digits = Numeral.fixed(value.magnitude, decimals: min(6, measure.decimals + 1))
    let isZero = digits.allSatisfy { $0 == "0" || $0 == "." }
    return (isZero ? "" : value < 0 ? "−" : "+") + digits
  }

  private static func share(_ chance: Double) -> String {
    if chance < 0.01 { return "below 1%" }
    if chance > 0.99 { return "above 99%" }
    return Numeral.fixed(100 * chance, decimals: 0) + "%"
  }

  /// What a comparison of the time before and after go-live shows, as a sentence.
  ///
  /// - Parameter comparison: The comparison.
  /// - Returns: The sentence.
  public func text(of comparison: GoLiveComparison) -> String {
    let result = comparison.result
    let unit = measure.frequency.interval == 1 ? measure.frequency.kind.rawValue : "value"
    let effect = result.effect
    let of = comparison.comparisonTitle.map { "the difference from \($0)" } ?? "the level"
    return "At go-live \(of) changed by \(interval(result.levelChange)), and from then on by"
      + " \(interval(result.slopeChange)) a \(unit) more than before; in"
      + " \(points[result.last].period.spoken) it lies \(interval(effect)) from the"
      + " \(measure.text(result.counterfactual.value)) that the time before leads to"
      + (effect.p < 0.05 ? "." : ", which chance alone could explain.")
  }

  /// What a comparison of the time before and after go-live rests on, and in what ways it may mislead.
  ///
  /// - Parameter comparison: The comparison.
  /// - Returns: A few sentences.
  public func assumptions(of comparison: GoLiveComparison) -> String {
    (["Taken for granted: " + comparison.assumptions.joined(separator: " ")] + comparison.warnings)
      .joined(separator: " ")
  }

  private func interval(_ estimate: InterruptedTimeSeries.Estimate) -> String {
    "\(change(estimate.value)) (95% interval \(change(estimate.low)) to \(change(estimate.high)))"
  }
}
