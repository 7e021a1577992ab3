public import BenefitsModel

extension PlanDifference {
  /// Returns what may not be changed, or not without a decision.
  ///
  /// The identifier of the programme, and the kind and the kind of period of a measure that exists, never
  /// change. From its go-live on, a changed baseline or target needs the target's `decision`.
  ///
  /// - Parameters:
  ///   - asOf: The day on which the plan is applied.
  ///   - places: Where the parts of the proposed plan stand in its file.
  /// - Returns: The faults in the order of the file, empty when the plan may be applied.
  /// - Complexity: O(*n*²), where *n* is the number of measures.
  public func faults(asOf: Day, places: PlanPlaces) -> [Fault] {
    guard let current else { return [] }
    var faults: [Fault] = []
    let place = { (item: PlanItem, field: String) in
      places.location(of: item, field) ?? SourceLocation(whole: "")
    }
    if current.programme.id != proposed.programme.id {
      faults.append(
        Fault(
          place(PlanItem(.programme, proposed.programme.id), "id"),
          "the programme of this database is '\(current.programme.id)'; its id never changes",
          hint: "write id: \(current.programme.id), or use another database"))
      return faults
    }
    for measure in proposed.measures {
      guard let old = current.measure(measure.id) else { continue }
      let item = PlanItem(.measure, measure.id)
      if old.kind != measure.kind {
        faults.append(
          Fault(
            place(item, "kind"),
            "\(measure.id) is a \(old.kind.rawValue) and cannot become a \(measure.kind.rawValue)",
            hint: "add a measure with an id of its own"))
      }
      if old.frequency.kind != measure.frequency.kind {
        faults.append(
          Fault(
            place(item, "frequency"),
            "\(measure.id) is taken by the \(old.frequency.kind.rawValue) and cannot be taken by the "
              + measure.frequency.kind.rawValue,
            hint: "add a measure with an id of its own"))
      } else if measure.frequency.kind == .year,
        old.frequency.from.yearStart != measure.frequency.from.yearStart
      {
        faults.append(
          Fault(
            place(PlanItem(.calendar), "year_starts"),
            "\(measure.id) is taken by years that begin in \(old.frequency.from.yearStart.rawValue), "
              + "so year_starts cannot change"))
      }
    }
    if faults.isEmpty {
      for series in proposed.commitmentOrder {
        faults += undecided(series, current, asOf: asOf, place: place)
      }
    }
    return PlanFaults(faults).faults
  }

  /// The changes of one series' promise after its go-live that no decision allows.
  private func undecided(
    _ series: Series, _ current: Plan, asOf: Day,
    place: (PlanItem, String) -> SourceLocation
  ) -> [Fault] {
    guard let old = current.commitments[series], let new = proposed.commitments[series],
      let goLive = [current.goLive(of: series), proposed.goLive(of: series)]
        .compactMap({ $0 }).min(), goLive <= asOf
    else { return [] }
    let item = PlanItem(.targets, of: series)
    let name =
      series.site == Site.ID(proposed.programme.id) && series.stratum == .all
      ? series.measure.text : series.description
    let hint = "add decision: with the id or the minute of the decision that allows it"
    var faults: [Fault] = []
    // A decision that stood there before allowed what was promised before.
    let earlier = Set(old.targets.compactMap(\.decision))
    let isDecided = new.targets.contains { $0.decision.map { !earlier.contains($0) } ?? false }
    if let before = old.baseline?.basis, let after = new.baseline?.basis, before != after,
      !new.targets.isEmpty, !isDecided
    {
      faults.append(
        Fault(
          place(PlanItem(.baseline, of: series), "from"),
          "the baseline of \(name) changes after the go-live on \(goLive), which needs a decision",
          hint: "add decision: to the target with the id or the minute of the decision"))
    }
    guard !new.targets.isEmpty else { return faults }
    for pair in TargetPairs(from: old.targets, to: new.targets).pairs {
      switch (pair.old, pair.new) {
      case (let before?, let after?):
        guard TargetPairs.promiseDiffers(before, after),
          after.decision == nil || after.decision == before.decision
        else { continue }
        faults.append(
          Fault(
            place(item, String(pair.index ?? 0)),
            "a target of \(name) changes after the go-live on \(goLive), which needs a decision"
              + (after.decision.map { " other than '\($0)'" } ?? ""),
            hint: hint))
      case (let before?, nil):
        guard !isDecided else { continue }
        faults.append(
          Fault(
            place(item, "0"),
            "the target of \(name) by \(before.reachBy) is taken out after the go-live on \(goLive), "
              + "which needs a decision", hint: hint))
      default: continue
      }
    }
    return faults
  }
}
