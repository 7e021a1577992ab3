import BenefitsAnalytics
import BenefitsChecks
import BenefitsModel
import BenefitsReports

/// Everything behind a report, as tables; `docs/export.md` describes them.
struct ExportTables {
  let reading: Reading
  let records: ReportRecords
  /// The judge of the series; what it says is worked out again for each table, and never held as a whole.
  let assessor: Assessor

  init(_ reading: Reading) throws {
    self.reading = reading
    records = try reading.records()
    assessor = reading.assessor
  }

  private var plan: Plan { reading.plan }

  /// The tables in the order in which they are written.
  var all: [ExportTable] {
    [
      projects, sites, strata, benefits, measures, commitments, series, points, revisions, events,
      reviews, decisions, actions, assumptions, waivers, checkResults, entries,
    ]
  }

  private var projects: ExportTable {
    ExportTable(
      "projects", plan.projects,
      [
        "project": { .string($0.id.text) }, "title": { .string($0.title) },
        "owner": { JSONValue($0.owner) }, "go_live": { JSONValue($0.goLive?.description) },
      ])
  }

  private var sites: ExportTable {
    ExportTable(
      "sites", plan.sites,
      [
        "site": { .string($0.id.text) }, "title": { .string($0.title) },
        "parent": { JSONValue($0.parent?.text) },
        "go_live": { JSONValue($0.goLive?.description) },
      ])
  }

  private var strata: ExportTable {
    ExportTable(
      "strata", plan.strata,
      ["stratum": { .string($0.id.text) }, "title": { .string($0.title) }])
  }

  private var benefits: ExportTable {
    let verdicts = assessor.benefitAssessments()
    return ExportTable(
      "benefits", verdicts,
      [
        "benefit": { .string($0.benefit.id.text) }, "title": { .string($0.benefit.title) },
        "aim": { .string($0.benefit.aim.rawValue) },
        "project": { .string($0.benefit.project.text) },
        "owner": { JSONValue($0.benefit.owner) },
        "lifecycle": { .string($0.benefit.lifecycle.rawValue) },
        "class": { JSONValue($0.benefit.valueClass?.rawValue) },
        "weight": { .number($0.benefit.weight) },
        "is_disbenefit": { .bool($0.benefit.isDisbenefit) },
        "first_benefit": { JSONValue($0.benefit.firstBenefit?.description) },
        "hand_over": { JSONValue($0.benefit.handOver?.description) },
        "bau_owner": { JSONValue($0.benefit.bauOwner) },
        "tags": { .array($0.benefit.tags.map { .string($0) }) },
        "status": { .string($0.status.rawValue) },
        "worst_status": { JSONValue($0.worstOutcome?.status.rawValue) },
        "breached_guardrails": {
          .array($0.breachedGuardrails.map { .string($0.measure.id.text) })
        },
        "realised_percent": { JSONValue($0.realised) },
        "sentence": { .string($0.sentence) },
      ])
  }

  private var measures: ExportTable {
    ExportTable(
      "measures", plan.measures,
      [
        "measure": { .string($0.id.text) }, "title": { .string($0.title) },
        "benefits": { .array($0.benefits.map { .string($0.text) }) },
        "guards": { .array($0.guards.map { .string($0.text) }) },
        "role": { .string($0.role.rawValue) }, "kind": { .string($0.kind.rawValue) },
        "unit": { .string($0.unit) }, "multiply": { .number($0.multiply) },
        "decimals": { .integer($0.decimals) },
        "direction": { .string($0.direction.rawValue) },
        "aggregation": { .string($0.aggregation.rawValue) },
        "period_kind": { .string($0.frequency.kind.rawValue) },
        "interval": { .integer($0.frequency.interval) },
        "from": { .string($0.frequency.from.description) },
        "lag_working_days": { .integer($0.frequency.lagWorkingDays) },
        "grace_days": { .integer($0.frequency.graceDays) },
        "suppress_below": { JSONValue($0.suppressBelow) },
        "is_seasonal": { .bool($0.isSeasonal) },
        "definition": { JSONValue($0.definition) }, "source": { JSONValue($0.source) },
        "owner": { JSONValue($0.owner) },
        "tags": { .array($0.tags.map { .string($0) }) },
      ])
  }

  private var events: ExportTable {
    ExportTable(
      "events", plan.annotations,
      [
        "event": { .string($0.id.text) }, "date": { .string($0.date.description) },
        "kind": { .string($0.kind.rawValue) }, "text": { .string($0.text) },
        "projects": { .array($0.projects.map { .string($0.text) }) },
        "measures": { .array($0.measures.map { .string($0.text) }) },
        "sites": { .array($0.sites.map { .string($0.text) }) },
      ])
  }

  private var waivers: ExportTable {
    ExportTable(
      "waivers", plan.waivers,
      [
        "waiver": { .string($0.id.text) }, "check": { .string($0.check) },
        "subject": { .string($0.subject) }, "reason": { .string($0.reason) },
        "approved_by": { .string($0.approvedBy) }, "decision": { JSONValue($0.decision) },
        "created": { .string($0.created.description) },
        "expires": { .string($0.expires.description) },
      ])
  }

  private var checkResults: ExportTable {
    ExportTable(
      "checks",
      [
        "id": { .string($0.identity) }, "check": { .string($0.check) },
        "subject": { .string($0.subject.id) }, "title": { .string($0.subject.title) },
        "measure": { JSONValue($0.subject.measure?.text) },
        "benefit": { JSONValue($0.subject.benefit?.text) },
        "outcome": { .string($0.outcome.rawValue) },
        "severity": { JSONValue($0.severity?.rawValue) },
        "message": { .string($0.message) }, "value": { JSONValue($0.value) },
        "expected": { JSONValue($0.expected) }, "unit": { JSONValue($0.unit) },
        "period": { JSONValue($0.period?.description) },
        "since": { JSONValue($0.since?.description) }, "owner": { JSONValue($0.owner) },
        "action": { JSONValue($0.action) }, "waiver": { JSONValue($0.waiver?.id.text) },
      ] as KeyValuePairs<String, (CheckResult) -> JSONValue>
    ) { emit in
      for result in CheckRun(assessor, history: reading.history).results { try emit(result) }
    }
  }

  private var entries: ExportTable {
    ExportTable(
      "entries", records.entries.values.sorted { $0.id < $1.id },
      [
        "entry": { .integer($0.id) }, "recorded_at": { .string($0.recordedAt.description) },
        "is_stated": { .bool($0.isStated) }, "recorded_by": { .string($0.recordedBy) },
        "command": { .string($0.command) }, "reason": { JSONValue($0.reason) },
        "file": { JSONValue($0.source?.name) }, "file_sha256": { JSONValue($0.source?.sha256) },
        "added": { .integer($0.rows.added) }, "revised": { .integer($0.rows.revised) },
        "hash": { JSONValue($0.hash) },
      ])
  }
}
