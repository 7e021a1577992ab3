import BenefitsAnalytics
import BenefitsModel

/// What a control chart says about a series, in a few sentences.
struct ControlSentence {
  /// The sentences.
  let text: String

  init(_ result: SeriesAnalysis) {
    let analysis = result.analysis
    let chart = analysis.control
    let periods = result.periods
    guard chart.latest != nil, let phase = chart.phases.last else {
      text = "No value that can be used."
      return
    }
    var sentences: [String] = []
    if let variation = analysis.variation {
      if variation.causes.isEmpty {
        sentences.append("Common-cause variation: no rule signals at the latest point.")
      } else {
        let reason = analysis.variationReason(periods: periods)
        sentences.append("\(Self.sentence(variation.word.phrase)): \(reason ?? "").")
      }
    } else if chart.kind == .mr {
      let count = chart.isOutside.count { $0 }
      sentences.append(
        count == 0
          ? "No moving range lies above its limit."
          : "\(count) moving \(count == 1 ? "range lies" : "ranges lie") above the limit.")
    }
    switch analysis.assurance.missing {
    case nil: sentences.append("The process \(analysis.assurance.word?.phrase ?? "").")
    case .changed: sentences.append("Assurance \(analysis.assuranceReason(periods: periods)).")
    case .noTarget, .noDirection, .noLimits: break
    }
    if let missing = phase.missingLimits {
      sentences.append("\(Self.sentence(missing.phrase)).")
    } else if phase.isTrial {
      let count = phase.baselineCount
      sentences.append("Trial limits: they rest on \(count) \(count == 1 ? "point" : "points").")
    }
    let rebasing = analysis.rebasing
    if !rebasing.isEmpty {
      let starts = rebasing.map { periods[$0.start].description }.joined(separator: " and ")
      sentences.append(
        "Sustained shift from \(starts): where that is a new steady state, declare it with --phase."
      )
    }
    text = sentences.joined(separator: " ")
  }

  /// The chart, the rules and their conventions in one line.
  static func caption(of analysis: Analysis) -> String {
    let chart = analysis.control
    var text = "\(sentence(chart.kind.title)), rules \(chart.rules.name.rawValue)"
    if chart.kind.usesMovingRanges {
      text +=
        chart.rules.screens
        ? "; moving ranges from 3.267 × their mean on are screened"
        : "; moving ranges are not screened"
    }
    return text + "."
  }

  private static func sentence(_ phrase: String) -> String {
    phrase.prefix(1).uppercased() + String(phrase.dropFirst())
  }
}
