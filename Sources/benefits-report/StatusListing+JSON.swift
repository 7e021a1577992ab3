import BenefitsAnalytics
import BenefitsModel
import BenefitsTerminal

extension StatusListing {
  /// The listing as one JSON object, which `docs/json.md` describes.
  ///
  /// - Parameters:
  ///   - grouping: What the rows were asked to stand for.
  ///   - rollUp: The rows, where they stand for more than a series.
  /// - Returns: The object.
  func json(by grouping: StatusGrouping?, rollUp: StatusRollUp?) -> JSONValue {
    [
      "schema": "benefits.status/1",
      "tool": .string("benefits-report \(Program.version)"),
      "as_of": .string(reading.asOf.description),
      "entry": .integer(reading.snapshot.entry),
      "recorded_at": .string(reading.snapshot.recordedAt.description),
      "data_hash": JSONValue(reading.snapshot.headHash),
      "programme": [
        "id": .string(plan.programme.id.text), "title": .string(plan.programme.title),
      ],
      "by": JSONValue(grouping?.rawValue),
      "roll_up": isComplete ? .object(RollUp(verdicts).members) : .null,
      "groups": rollUp?.json ?? [],
      "counts": .object(counts.map { .init($0.status.rawValue, .integer($0.count)) }),
      "aims": .array(
        Aim.allCases.map { aim in
          [
            "aim": .string(aim.rawValue), "title": .string(aim.title),
            "benefits": .array(
              plan.benefits.filter { $0.aim == aim }.map { .string($0.id.text) }),
          ]
        }),
      "benefits": .array(groups.compactMap { group in group.verdict.map { json(of: $0, group) } }),
      "measures": .array(
        assessments.map { $0.json(comparison: reading.assessor.goLiveComparison(of: $0)) }),
    ]
  }

  private func json(of verdict: BenefitAssessment, _ group: Group) -> JSONValue {
    let benefit = verdict.benefit
    return [
      "benefit": .string(benefit.id.text),
      "title": .string(benefit.title),
      "aim": .string(benefit.aim.rawValue),
      "project": .string(benefit.project.text),
      "owner": JSONValue(benefit.owner),
      "lifecycle": .string(benefit.lifecycle.rawValue),
      "class": JSONValue(benefit.valueClass?.rawValue),
      "weight": .number(benefit.weight),
      "is_disbenefit": .bool(benefit.isDisbenefit),
      "status": .string(verdict.status.rawValue),
      "worst_status": JSONValue(verdict.worstOutcome?.status.rawValue),
      "breached_guardrails": .array(
        verdict.breachedGuardrails.map { .string($0.measure.id.text) }),
      "realised_percent": JSONValue(verdict.realised),
      "waiver": verdict.waiver?.json ?? .null,
      "sentence": .string(verdict.sentence),
      "measures": .array(group.assessments.map { .string($0.measure.id.text) }),
    ]
  }
}

extension Assessment {
  /// The assessment as a JSON object, with the time before go-live compared with the time after.
  func json(comparison: GoLiveComparison?) -> JSONValue {
    [
      "measure": .string(measure.id.text),
      "title": .string(measure.title),
      "site": .string(series.site.text),
      "stratum": .string(series.stratum.text),
      "benefits": .array(measure.benefits.map { .string($0.text) }),
      "guards": .array(measure.guards.map { .string($0.text) }),
      "role": .string(measure.role.rawValue),
      "kind": .string(measure.kind.rawValue),
      "unit": .string(measure.unit),
      "direction": .string(measure.direction.rawValue),
      "owner": JSONValue(measure.owner),
      "status": .string(status.rawValue),
      "status_before_stale": JSONValue(statusBeforeStale?.rawValue),
      "sentence": .string(sentence),
      "latest": latestPoint.map { point in
        [
          "period": .string(point.period.description),
          "value": JSONValue(point.value),
          "state": JSONValue(point.measurement?.state.rawValue),
        ]
      } ?? .null,
      "level": JSONValue(level),
      "baseline": JSONValue(baseline),
      "baseline_points": JSONValue(baselinePoints),
      "target": target.map { target in
        [
          "value": .number(target.value),
          "reach_by": .string(target.reachBy.description),
          "hold_until": JSONValue(target.holdUntil?.description),
          "stretch": JSONValue(target.stretch),
          "basis": .string(target.basis.rawValue),
        ]
      } ?? .null,
      "guardrail": commitment.guardrail.map { guardrail in
        ["limit": .number(guardrail.limit), "amber": JSONValue(guardrail.amber)]
      } ?? .null,
      "go_live": JSONValue(goLive?.description),
      "planned": JSONValue(planned),
      "is_trajectory_assumed": .bool(isTrajectoryAssumed),
      "realised_percent": JSONValue(realised),
      "planned_percent": JSONValue(plannedRealised),
      "pace": JSONValue(pace),
      "variance": JSONValue(variance),
      "forecast": outlook?.json ?? .null,
      "interruption": comparison?.json(periods: points.map(\.period)) ?? .null,
      "overdue": .array(overdue.map { .string($0.description) }),
      "gaps": .array(gaps.map { .string($0.description) }),
      "incomplete": incomplete.map { point in
        [
          "period": .string(point.period.description),
          "value": JSONValue(point.value),
          "expected": JSONValue(point.parts?.expected),
          "missing": JSONValue(point.parts?.missing),
          "parts": JSONValue(point.parts?.kind.rawValue),
        ]
      } ?? .null,
      "waiver": waiver?.json ?? .null,
      "variation": JSONValue(variation?.word.rawValue),
      "assurance": JSONValue(assurance?.word?.rawValue),
    ]
  }
}

extension Waiver {
  /// The waiver as a JSON object, as in the results of checks.
  var json: JSONValue {
    [
      "id": .string(id.text),
      "reason": .string(reason),
      "approved_by": .string(approvedBy),
      "decision": JSONValue(decision),
      "expires": .string(expires.description),
    ]
  }
}
