import BenefitsModel

/// Which sites and strata a measure is recorded for, looked up once.
struct PartIndex {
  private let children: [Site.ID: [Site.ID]]
  private let strata: [Stratum.ID]
  /// How many series each measure has.
  private let seriesCount: [Measure.ID: Int]
  /// The periods of parts that are hidden for the sake of another part.
  let hidden: [Series: Set<Period>]

  init(_ snapshot: Snapshot) {
    let whole = Site.ID(snapshot.plan.programme.id)
    children = Dictionary(grouping: snapshot.plan.sites.lazy.filter { $0.id != whole }) { site in
      site.parent ?? whole
    }.mapValues { $0.map(\.id) }
    strata = snapshot.plan.strata.map(\.id).filter { $0 != .all }
    var count: [Measure.ID: Int] = [:]
    for series in snapshot.measurements.keys { count[series.measure, default: 0] += 1 }
    seriesCount = count
    hidden = ComplementarySuppression(snapshot).hidden
  }

  /// Returns what is recorded of a series, with what its parts add up to where it has none of its own.
  func combination(
    of series: Series, measure: Measure, measurements: SeriesMeasurements
  ) -> Combination {
    let own = measurements[series] ?? []
    let hasParts = (seriesCount[series.measure] ?? 0) > (own.isEmpty ? 0 : 1)
    guard hasParts else { return Combination(of: measure, own: own) }
    return combine(series, own: own, measure: measure, measurements: measurements, depth: 0)
  }

  private func combine(
    _ series: Series, own: [Measurement], measure: Measure, measurements: SeriesMeasurements,
    depth: Int
  ) -> Combination {
    // A plan whose sites are parents of each other is refused when it is read; this is the last resort.
    guard depth < 32 else { return Combination(of: measure, own: []) }
    let isSplit = series.stratum == .all && !strata.isEmpty
    let sites = (children[series.site] ?? []).compactMap { site -> Combination.Part? in
      let part = Series(measure: series.measure, site: site, stratum: series.stratum)
      guard isSplit || children[site] != nil else {
        return measurements.columns(of: part).map { .recorded($0) }
      }
      return .combined(
        combine(
          part, own: measurements[part] ?? [], measure: measure, measurements: measurements,
          depth: depth + 1))
    }
    let bySite = Combination(of: measure, own: own, parts: sites)
    guard isSplit else { return bySite }
    let groups = strata.compactMap { stratum in
      measurements.columns(
        of: Series(measure: series.measure, site: series.site, stratum: stratum)
      ).map { Combination.Part.recorded($0) }
    }
    var whole = Combination(
      of: measure, own: bySite.measurements, parts: groups, kind: .stratum)
    whole.partial.merge(bySite.partial) { first, _ in first }
    whole.conflicts = bySite.conflicts
    return whole
  }
}
