extension Snapshot {
  /// Returns the periods of a series whose displayed values were changed after they were first recorded.
  ///
  /// A series that nothing is recorded of by itself is made of its parts, and changes with any of them: with the
  /// sites within its own, and for everybody with every stratum.
  ///
  /// - Parameters:
  ///   - series: The series.
  ///   - versions: Versions of the numbers of its measure, by series, period and entry.
  /// - Returns: The periods.
  /// - Complexity: O(*n* · *s*), where *n* is the number of versions and *s* that of sites.
  package func revisedPeriods(
    of series: Series, among versions: some Sequence<MeasurementVersion>
  ) -> Set<Period> {
    guard let measure = plan.measure(series.measure) else { return [] }
    let isRecorded = measurements[series] != nil
    let isPart = { (part: Series) in
      part == series
        || !isRecorded && isWithin(part.site, series.site)
          && (series.stratum == .all || part.stratum == series.stratum)
    }
    var periods: Set<Period> = []
    var earlier: MeasurementVersion?
    for version in versions where version.series.measure == measure.id && isPart(version.series) {
      defer { earlier = version }
      guard let before = earlier, before.series == version.series,
        before.measurement.period == version.measurement.period
      else { continue }
      if measure.value(of: before.measurement) != measure.value(of: version.measurement) {
        periods.insert(version.measurement.period)
      }
    }
    return periods
  }

  /// Whether a site is another one or a part of it.
  private func isWithin(_ site: Site.ID, _ place: Site.ID) -> Bool {
    guard place != Site.ID(plan.programme.id) else { return true }
    var line = [site]
    while line.last != place {
      guard let parent = plan.sites.first(where: { $0.id == line.last })?.parent,
        !line.contains(parent)
      else { return false }
      line.append(parent)
    }
    return true
  }
}
