import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let dataUnexplainedOutlier = Check(
    "data.unexplained-outlier", family: .data, severities: [.info],
    breach:
      "one of the last twelve values lies alone outside the process limits, without an annotation",
    explanation: CheckExplanation(
      what: """
        Of the last twelve usable values, one that lies outside the process limits while its neighbours do not, \
        and that belongs to no shift or trend, has an annotation in its period. It takes a control chart: 15 \
        values or more.
        """,
      why: """
        A single value far out has a single cause, which somebody knows today and nobody will remember next \
        year. When it is a slip, it still moves the level.
        """,
      fix: """
        Ask what happened and add an annotation of that period; correct the value when it is wrong, exclude \
        it with a reason when it is not of the process.
        """,
      source: "NHS England, Making Data Count: a point outside the limits is investigated"),
    rule: .measure { subject in
      guard let control = subject.assessment.control else {
        return .notApplicable("has no process limits")
      }
      let points = subject.assessment.points
      // One more, so that the first of the twelve has a neighbour.
      let used = points.indices.reversed().lazy.filter { points[$0].use == .used }.prefix(13)
      guard !used.isEmpty else { return .notApplicable("has no usable value") }
      let alone = control.lonelyOutliers(among: used.reversed(), latest: 12)
      let open = alone.filter { !subject.isExplained(points[$0]) }
      guard let last = open.last, let value = control.values[last] else {
        return .pass(
          alone.isEmpty ? "has no single value outside its limits" : "has its outliers explained"
        ).with(evidence: ["outliers": Double(alone.count), "unexplained": 0])
      }
      let limit = [control.lines.lower[last], control.lines.upper[last]].compactMap(\.self)
        .min { ($0 - value).magnitude < ($1 - value).magnitude }
      let others = open.count == 1 ? "" : ", one of \(open.count) such values"
      let bound = limit.map { " v a limit of \(subject.text($0))" } ?? ""
      var finding = CheckFinding.breach(
        .info,
        "was \(subject.number(value)) in \(points[last].period.spoken)\(bound), and nothing says why\(others)",
        action: "annotate or correct it"
      ).with(
        value: value, expected: limit, period: points[last].period,
        since: open.first.map { points[$0].period },
        evidence: ["outliers": Double(alone.count), "unexplained": Double(open.count)])
      finding.owner = subject.dataOwner
      return finding
    })
}

extension ControlChart {
  /// Which of the latest points lie outside the limits while their neighbours do not, and are part of no shift or trend.
  fileprivate func lonelyOutliers(among used: [Int], latest count: Int) -> [Int] {
    used.indices.suffix(count).filter { place in
      let index = used[place]
      guard isOutside[index], !marks[index].contains(.shift), !marks[index].contains(.trend) else {
        return false
      }
      let before = place > 0 && isOutside[used[place - 1]]
      let after = place + 1 < used.count && isOutside[used[place + 1]]
      return !before && !after
    }.map { used[$0] }
  }
}
