import BenefitsModel

/// Which numbers are hidden since a small one could be reckoned from them.
///
/// Where one site of a whole is suppressed and the whole and all others are shown, the hidden number is the
/// difference. Then the smallest of the others is hidden as well (complementary suppression: Hundepool et al.,
/// Statistical Disclosure Control, 2012, §4.2; the whole stays). The same holds for strata.
struct ComplementarySuppression {
  /// The periods that are hidden for the sake of another part, by series.
  private(set) var hidden: [Series: Set<Period>] = [:]

  /// Finds what has to be hidden.
  ///
  /// - Complexity: O(*n* · *r*) for *n* numbers of measures that suppress, in *r* rounds: what is hidden for the
  ///   sake of a stratum may be what another site has to be hidden for.
  init(_ snapshot: Snapshot) {
    for measure in snapshot.plan.measures {
      guard let least = measure.suppressBelow else { continue }
      let families = ComplementarySuppression.families(of: measure, in: snapshot)
      var isSettled = false
      while !isSettled {
        isSettled = true
        for family in families where hide(in: family, below: least, snapshot) { isSettled = false }
      }
    }
  }

  /// The series that make up one whole.
  private struct Family {
    var whole: Series
    var parts: [Series]
  }

  private static func families(of measure: Measure, in snapshot: Snapshot) -> [Family] {
    let plan = snapshot.plan
    let programme = Site.ID(plan.programme.id)
    let strata = plan.strata.map(\.id).filter { $0 != .all }
    let children = Dictionary(grouping: plan.sites.filter { $0.id != programme }) {
      $0.parent ?? programme
    }
    func series(_ site: Site.ID, _ stratum: Stratum.ID) -> Series {
      Series(measure: measure.id, site: site, stratum: stratum)
    }
    var families: [Family] = []
    for parent in [programme] + plan.sites.map(\.id) {
      for stratum in [.all] + strata {
        families.append(
          Family(
            whole: series(parent, stratum),
            parts: (children[parent] ?? []).map { series($0.id, stratum) }))
      }
      families.append(
        Family(whole: series(parent, .all), parts: strata.map { series(parent, $0) }))
    }
    for place in families.indices {
      families[place].parts.removeAll { snapshot.measurements[$0] == nil }
    }
    return families.filter { $0.parts.count > 1 }
  }

  /// Hides what one family needs, and returns whether that was anything.
  private mutating func hide(
    in family: Family, below least: Double, _ snapshot: Snapshot
  ) -> Bool {
    var numbers: [Period: [(series: Series, measurement: Measurement)]] = [:]
    for part in family.parts {
      for measurement in snapshot.measurements[part] ?? [] {
        numbers[measurement.period, default: []].append((part, measurement))
      }
    }
    let whole = Dictionary(
      (snapshot.measurements[family.whole] ?? []).map { ($0.period, $0) }
    ) { _, last in last }
    var hasHidden = false
    for (period, parts) in numbers {
      // Nothing can be reckoned from a whole that is not shown.
      if let whole = whole[period],
        isHidden(whole, of: family.whole, below: least)
      {
        continue
      }
      let shown = parts.filter { !isHidden($0.measurement, of: $0.series, below: least) }
      guard parts.count - shown.count == 1 else { continue }
      let smallest = shown.min {
        ($0.measurement.denominator ?? $0.measurement.number ?? 0, $0.series)
          < ($1.measurement.denominator ?? $1.measurement.number ?? 0, $1.series)
      }
      guard let smallest else { continue }
      hidden[smallest.series, default: []].insert(period)
      hasHidden = true
    }
    return hasHidden
  }

  private func isHidden(
    _ measurement: Measurement, of series: Series, below least: Double
  ) -> Bool {
    measurement.state == .suppressed || (measurement.denominator ?? least) < least
      || hidden[series]?.contains(measurement.period) ?? false
  }
}

extension RecordedSeries {
  /// The series with the points of some periods suppressed.
  func hiding(_ periods: Set<Period>?) -> RecordedSeries {
    guard let periods, !periods.isEmpty else { return self }
    var series = self
    for index in series.points.indices where periods.contains(series.points[index].period) {
      series.points[index].use = .suppressed
      series.points[index].value = nil
    }
    return series
  }
}
