import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let definitionNoMeasurementPlan = Check(
    "def.no-measurement-plan", family: .definition, severities: [.warn],
    breach: "nobody is named who provides the values, or they are due the day their period ends",
    explanation: CheckExplanation(
      what: """
        A measure names the role that provides its values, and says by a reporting lag or a grace when a value \
        is due; with neither, a value would be overdue on the first day after its period. A plan without a \
        frequency is refused before any check.
        """,
      why: """
        Numbers that nobody is asked for do not come. A due day that nobody can keep makes every reminder \
        worthless.
        """,
      fix: """
        Agree who provides the values and by how many working days after the period, and write owner and \
        lag_working_days into the measure.
        """,
      source: "Benefits measurement plan: APM, Body of Knowledge, 7th edition (2019)"),
    rule: .measure { subject in
      if subject.isPart { return .notApplicable("is a part of a measure") }
      let frequency = subject.measure.frequency
      var lacks: [String] = []
      if subject.measure.owner == nil { lacks.append("names nobody who provides its values") }
      if frequency.lagWorkingDays == 0, frequency.graceDays == 0 {
        lacks.append("has no reporting lag")
      }
      let evidence: [String: Double?] = [
        "lag_working_days": Double(frequency.lagWorkingDays),
        "grace_days": Double(frequency.graceDays),
      ]
      guard !lacks.isEmpty else {
        return .pass("says who provides its values and when").with(evidence: evidence)
      }
      return .breach(
        .warn, lacks.joined(separator: " and "), action: "agree who provides them by when"
      ).with(evidence: evidence)
    })
}

extension MeasureUnderCheck {
  /// Whether the series is a site or a stratum, whose measure is looked at once for all.
  var isPart: Bool { assessment.series != measure.wholeSeries(in: plan.programme.id) }
}
