import BenefitsAnalytics
import BenefitsChecks
import BenefitsModel

/// What the sections of a report are made from.
struct ReportContent: Sendable {
  /// One measure with what is known of it.
  struct MeasureEntry: Sendable {
    let assessment: Assessment
    /// What the checks say of it, in the order of the vocabulary.
    let results: [CheckResult]

    var measure: Measure { assessment.measure }
    var anchor: String { "measure-\(measure.id.folded)" }
    var dataAnchor: String { "data-\(measure.id.folded)" }

    /// The waiver that is in force for it.
    var waiver: Waiver? { results.first { $0.outcome == .waived }?.waiver }

    /// The results that want attention, worst first.
    var open: [CheckResult] {
      results.filter { $0.outcome == .fail || $0.outcome == .unknown || $0.outcome == .warn }
    }
  }

  let snapshot: Snapshot
  let asOf: Day
  let checks: CheckRun
  let tool: String
  let measures: [MeasureEntry]
  let benefits: [Benefit.ID: BenefitAssessment]

  var plan: Plan { snapshot.plan }

  /// A day for a sentence or a table.
  var day: String { asOf.spoken }

  func entry(_ id: Measure.ID) -> MeasureEntry? { measures.first { $0.measure.id == id } }

  func anchor(of benefit: Benefit.ID) -> String { "benefit-\(benefit.folded)" }
}

extension String {
  /// The text with its first letter in upper case.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }

  /// What stands in a cell that has no value.
  static let none = "–"
}

extension Int {
  /// The number with its noun, as `1 measure` or `3 measures`.
  func of(_ noun: String, _ plural: String? = nil) -> String {
    "\(self) \(self == 1 ? noun : plural ?? noun + "s")"
  }
}
