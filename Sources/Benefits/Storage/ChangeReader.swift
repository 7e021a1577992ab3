import BenefitsModel

/// Turns the rows of an entry into changes in the words of the plan.
struct ChangeReader {
  let yearStart: YearStart
  let texts: TextShelf
  private let json = CanonicalJSON()
  private let definitions = DefinitionReader()

  init(yearStart: YearStart, texts: TextShelf) {
    self.yearStart = yearStart
    self.texts = texts
  }

  func change(
    _ row: WrittenRows.Row<DefinitionRow.Key, DefinitionRow>
  ) throws -> RowChange {
    let named = row.after ?? row.before
    let noun = row.key.noun
    let item = noun.onlyID == named?.id ? PlanItem(noun.item) : PlanItem(noun.item, named?.id ?? "")
    return RowChange(
      subject: .definition(item),
      before: try row.before?.body.map { .definition(try definitions.fields(of: $0, texts)) },
      after: try row.after?.body.map { .definition(try definitions.fields(of: $0, texts)) })
  }

  func change(_ row: WrittenRows.Row<WrittenRows.PromiseKey, BaselineRow>) -> RowChange {
    let series = row.key.series
    let periods = PeriodRule(kind: series.kind, yearStart: yearStart)
    return RowChange(
      subject: .baseline(series.series),
      before: row.before?.baseline(periods, texts: texts).map { .baseline($0) },
      after: row.after?.baseline(periods, texts: texts).map { .baseline($0) })
  }

  func change(_ row: WrittenRows.Row<WrittenRows.PromiseKey, TargetRow>) -> RowChange {
    let series = row.key.series
    guard row.key.ordinal > 0 else {
      return RowChange(
        subject: .guardrail(series.series), before: row.before.map { .guardrail($0.guardrail) },
        after: row.after.map { .guardrail($0.guardrail) })
    }
    let periods = PeriodRule(kind: series.kind, yearStart: yearStart)
    // A trajectory that cannot be read is damage, which reading the plan reports.
    func target(_ row: TargetRow?) -> RowChange.Content? {
      (try? row?.target(periods, json: json, texts: texts)).map { .target($0) }
    }
    return RowChange(
      subject: .target(series.series, ordinal: row.key.ordinal), before: target(row.before),
      after: target(row.after))
  }

  func change(
    _ row: WrittenRows.Row<WrittenRows.MeasurementKey, MeasurementRow>
  ) -> RowChange {
    let series = row.key.series
    let period = PeriodRule(kind: series.kind, yearStart: yearStart).period(row.key.period)
    func content(_ row: MeasurementRow?) -> RowChange.Content? {
      row.map { .measurement($0.measurement(period, note: texts.text($0.noteHash))) }
    }
    return RowChange(
      subject: .measurement(series.series, period), before: content(row.before),
      after: content(row.after))
  }
}

extension DefinitionNoun {
  /// The noun of the plan.
  fileprivate var item: PlanItem.Noun {
    switch self {
    case .programme: .programme
    case .calendar: .calendar
    case .policy: .checks
    case .project: .project
    case .site: .site
    case .stratum: .stratum
    case .benefit: .benefit
    case .measure: .measure
    case .annotation: .annotation
    case .assumption: .assumption
    case .decision: .decision
    case .review: .review
    case .action: .action
    case .waiver: .waiver
    }
  }
}
