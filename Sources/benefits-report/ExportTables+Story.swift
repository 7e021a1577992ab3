import BenefitsModel

extension ExportTables {
  var reviews: ExportTable {
    ExportTable(
      "reviews", reading.plan.reviews,
      [
        "review": { .string($0.id.text) }, "date": { .string($0.date.description) },
        "body": { .string($0.body) },
        "benefits": { .array($0.benefits.map { .string($0.text) }) },
        "decision": { JSONValue($0.decision) }, "narrative": { JSONValue($0.narrative) },
        "next_due": { JSONValue($0.nextDue?.description) },
      ])
  }

  var decisions: ExportTable {
    ExportTable(
      "decisions", reading.plan.decisions,
      [
        "decision": { .string($0.id.text) }, "date": { .string($0.date.description) },
        "body": { .string($0.body) }, "text": { .string($0.text) },
        "benefits": { .array($0.benefits.map { .string($0.text) }) },
        "measures": { .array($0.measures.map { .string($0.text) }) },
      ])
  }

  var actions: ExportTable {
    ExportTable(
      "actions", reading.plan.actions,
      [
        "action": { .string($0.id.text) }, "text": { .string($0.text) },
        "owner": { .string($0.owner) }, "raised": { JSONValue($0.raised?.description) },
        "due": { .string($0.due.description) }, "done_on": { JSONValue($0.doneOn?.description) },
        "benefits": { .array($0.benefits.map { .string($0.text) }) },
        "measures": { .array($0.measures.map { .string($0.text) }) },
      ])
  }

  var assumptions: ExportTable {
    ExportTable(
      "assumptions", reading.plan.assumptions,
      [
        "assumption": { .string($0.id.text) }, "text": { .string($0.text) },
        "benefits": { .array($0.benefits.map { .string($0.text) }) },
        "state": { .string($0.state.rawValue) },
        "tested_on": { JSONValue($0.testedOn?.description) },
        "evidence": { JSONValue($0.evidence) },
      ])
  }
}
