extension Plan {
  /// Returns the annotations that belong to the chart of a series, in calendar order.
  ///
  /// An annotation that names measures or projects belongs to those; one that names sites belongs to these
  /// sites, to the sites within them and to what they are a part of; one that names nothing belongs to every
  /// chart.
  ///
  /// - Parameter series: The series.
  /// - Returns: The annotations.
  /// - Complexity: O(*n*), where *n* is the number of annotations.
  public func annotations(of series: Series) -> [Annotation] {
    let measure = measure(series.measure)
    let projects = Set(
      ((measure?.benefits ?? []) + (measure?.guards ?? []))
        .compactMap { benefit($0)?.project })
    let belonging = annotations.filter { annotation in
      let isSubject =
        annotation.measures.contains(series.measure)
        || annotation.projects.contains(where: projects.contains)
      let namesSubject = !(annotation.measures.isEmpty && annotation.projects.isEmpty)
      return (isSubject || !namesSubject) && isPlace(annotation.sites, of: series.site)
    }
    return belonging.sorted { ($0.date, $0.id) < ($1.date, $1.id) }
  }

  private func isPlace(_ places: [Site.ID], of site: Site.ID) -> Bool {
    guard !places.isEmpty, site != Site.ID(programme.id) else { return true }
    return places.contains { line(from: site).contains($0) || line(from: $0).contains(site) }
  }

  /// A site and everything that it is a part of.
  private func line(from site: Site.ID) -> [Site.ID] {
    var line = [site]
    while let parent = sites.first(where: { $0.id == line[line.count - 1] })?.parent,
      !line.contains(parent)
    { line.append(parent) }
    return line
  }
}
