import BenefitsAnalytics
import BenefitsChecks
import BenefitsModel

/// What the checks say, and how complete the data is.
struct QualitySection {
  let content: ReportContent

  init(_ content: ReportContent) { self.content = content }

  func add(to fields: inout ReportFields) {
    let checks = content.checks
    let groups = groups(
      of: checks.worstFirst.lazy.filter { $0.outcome.isChecked && $0.outcome != .pass })
    fields["checkSummary"] = .text(
      "\(checks.counts.total.of("check")), profile \(checks.profile.rawValue): \(checks.counts.text). "
        + "A scheduled run ends with status \(checks.exit.status) because \(checks.exit.reason).")
    fields["hasChecks"] = .flag(!groups.isEmpty)
    fields["checks"] = .rows(groups.count) { row(groups[$0]) }
    fields["completeness"] = .rows(content.measures.count) {
      completeness(content.assessed(content.measures[$0]))
    }
    fields["due"] = .fields(due)
  }

  /// How many days ahead the list of what is due looks.
  private static let dueDays = 31

  private var due: ReportFields {
    let list = DueList(content.assessor, within: QualitySection.dueDays)
    var table = TableMarkup([.text("Due"), .text("When"), .prose("What"), .text("Expected of")])
    for item in list.items {
      table.append([
        item.due.spoken, item.when(asOf: content.asOf), item.what, item.owner ?? "no role named",
      ])
    }
    return [
      "isKnown": .flag(!list.items.isEmpty),
      "caption": .text(
        "\(list.overdue) overdue, \(list.items.count - list.overdue) due within \(QualitySection.dueDays) days"
      ),
      "table": .markup(list.items.isEmpty ? "" : table.finished),
    ]
  }

  /// Results that say the same of the same thing, in the order of the first of them.
  private func groups(of results: some Sequence<CheckResult>) -> [[CheckResult]] {
    var places: [[String?]: Int] = [:]
    var groups: [[CheckResult]] = []
    for result in results {
      let key = [result.outcome.rawValue, result.subject.id, result.finding, result.action]
      if let place = places[key] {
        groups[place].append(result)
      } else {
        places[key] = groups.count
        groups.append([result])
      }
    }
    return groups
  }

  private func row(_ group: [CheckResult]) -> ReportFields {
    guard let result = group.first else { return [:] }
    let isAccepted = result.outcome == .waived
    return [
      "mark": .markup(mark(result.outcome).svg),
      "outcome": .text(result.outcome.title),
      "names": .text(group.map(\.check).joined(separator: ", ")),
      "link": .text(link(to: result.subject)),
      "subject": .text(result.subject.title),
      "finding": .text(result.finding),
      "expected": .text(isAccepted ? result.acceptance : expected(result)),
    ]
  }

  /// What is expected of which role.
  private func expected(_ result: CheckResult) -> String {
    [result.owner, result.action].compactMap(\.self).joined(separator: ": ")
  }

  private func link(to subject: CheckSubject) -> String? {
    if let measure = subject.measure { return content.layout.link(to: .measure(measure)) }
    return subject.benefit.map { content.layout.link(to: .benefit($0)) }
  }

  private func mark(_ outcome: CheckOutcome) -> StatusMark {
    switch outcome {
    case .fail: .bad
    case .warn: .between
    case .unknown: .unknown
    case .pass: .good
    case .waived, .notDue, .notApplicable: .quiet
    }
  }

  private func completeness(_ entry: ReportContent.AssessedMeasure) -> ReportFields {
    let points = entry.assessment.points
    let count = { (use: SeriesPoint.Use) in ReportField.text(String(points.count { $0.use == use }))
    }
    let soft = points.count {
      $0.measurement?.state == .provisional || $0.measurement?.state == .estimated
    }
    let overdue = entry.assessment.overdue
    return [
      "link": .text(content.layout.link(to: .measure(entry.measure.id))),
      "title": .text(entry.measure.title),
      "id": .text(entry.measure.id.text),
      "periods": .text(String(points.count)),
      "used": count(.used),
      "missing": count(.missing),
      "suppressed": count(.suppressed),
      "excluded": count(.excluded),
      "soft": .text(String(soft)),
      "overdue": .text(overdue.isEmpty ? .none : overdue.map(\.spoken).joined(separator: ", ")),
    ]
  }
}
