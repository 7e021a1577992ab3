import ArgumentParser
import BenefitsAnalytics
import BenefitsExchange
import BenefitsModel
import BenefitsTerminal

/// Which chart is drawn, and by which conventions it is computed and read.
struct ControlOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What the values are; chooses the chart from 15 points on.", valueName: "kind"))
  var kind: MeasureKind?

  @Option(help: ArgumentHelp("The kind of chart.", valueName: "chart"))
  var chart: ChartKind?

  @Option(
    help: ArgumentHelp(
      "The rules and conventions: mdc unless another is named.", valueName: "rules"))
  var rules: RuleSet.Name?

  @Flag(
    inversion: .prefixedNo,
    help: "Leave out moving ranges from 3.267 times their mean on; the rules say whether.")
  var screen: Bool?

  @Option(
    help: ArgumentHelp("What values and lines are multiplied by for display.", valueName: "factor"),
    transform: { text in
      do { return try Numeral.read(text) } catch { throw ValidationError("\(error)") }
    })
  var multiply: Double?

  @Option(
    help: ArgumentHelp("How many points make a shift: 6, 7 or 8.", valueName: "points"))
  var shiftLength: Int?

  @Option(
    help: ArgumentHelp("How many points make a trend: 6, 7 or 8.", valueName: "points"))
  var trendLength: Int?

  @Option(
    help: ArgumentHelp(
      "What a point that is both better and worse counts as.", valueName: "word"))
  var conflict: RuleSet.Conflict?

  @Option(
    name: .customLong("rebase"),
    help: ArgumentHelp(
      "Whose method finds the shifts that a re-base is suggested for.", valueName: "method"))
  var convention = RebaseSuggestion.Convention.own

  @Option(
    help: ArgumentHelp("Look for shifts behind the first so many points.", valueName: "points"))
  var rebaseBaseline: Int?

  @Option(
    help: ArgumentHelp("How many points on one side are a sustained shift.", valueName: "points"))
  var rebaseRun: Int?

  @Option(help: ArgumentHelp("On which side shifts are looked for.", valueName: "side"))
  var rebaseSide: RebaseSuggestion.Side?

  func validate() throws {
    for (name, length) in [("--rebase-baseline", rebaseBaseline), ("--rebase-run", rebaseRun)] {
      if let length, length < 1 {
        throw ValidationError("\(name) takes a number of points, at least 1")
      }
    }
    for (name, length) in [("--shift-length", shiftLength), ("--trend-length", trendLength)] {
      if let length, !RuleSet.lengths.contains(length) {
        throw ValidationError("\(name) takes 6, 7 or 8")
      }
    }
    if let multiply, multiply <= 0 {
      throw ValidationError("--multiply takes a number above 0")
    }
  }

  /// The rules with what was chosen beside them; `nil` where nothing was.
  var ruleSet: RuleSet? {
    let isChosen = screen != nil || shiftLength != nil || trendLength != nil || conflict != nil
    guard rules != nil || isChosen else { return nil }
    var set = RuleSet(rules ?? .mdc).lengths(shift: shiftLength, trend: trendLength)
    if let screen { set.screens = screen }
    if let conflict { set.conflict = conflict }
    return set
  }

  /// How shifts are found that a re-base is suggested for.
  var rebasing: RebaseSuggestion.Method {
    var method = convention.method
    if let rebaseBaseline { method.baselineLength = rebaseBaseline }
    if let rebaseRun { method.runLength = rebaseRun }
    if let rebaseSide { method.side = rebaseSide }
    return method
  }

  /// Returns why a series cannot have the chart.
  func failure(for series: AnalysisSeries) -> CommandFailure? {
    guard let chart else { return nil }
    let name = series.name.isEmpty ? "the file" : "series '\(series.name.printable)'"
    if chart.needsDenominators, series.denominators == nil {
      return CommandFailure(
        .wrongInput, "--chart \(chart.rawValue): \(name) has no denominators",
        hints: ["add a column 'denominator', or choose --chart i"])
    }
    guard chart.isProportion, let place = series.indexAboveOne else { return nil }
    return CommandFailure(
      .wrongInput,
      "--chart \(chart.rawValue): the value for \(series.periods[place]) of \(name) is larger than its denominator",
      hints: ["choose --chart up for rates, which may be above 1"])
  }

  /// Returns what is worth saying about values of a series that the chart cannot use.
  func warning(for series: AnalysisSeries) -> String? {
    guard let chart, chart != .run, chart != .i, chart != .mr, chart != .ip else { return nil }
    let count = series.values.count { $0.map { $0 < 0 } ?? false }
    guard count > 0 else { return nil }
    let name = series.name.isEmpty ? "" : " of '\(series.name.printable)'"
    return
      "--chart \(chart.rawValue): \(count) \(count == 1 ? "value" : "values")\(name) below 0 "
      + "\(count == 1 ? "is" : "are") not used"
  }
}

extension AnalysisSeries {
  /// The index of the first value that is larger than its denominator.
  fileprivate var indexAboveOne: Int? {
    guard let denominators else { return nil }
    return values.indices.first { index in
      guard let value = values[index], let denominator = denominators[index], denominator > 0
      else { return false }
      return value > denominator
    }
  }
}
