/// Where, or for whom, a measure is counted that a change did not reach, so that what happened to all is no effect of it.
public struct MeasureComparison: Hashable, Sendable, Codable {
  /// The place; the series' own where none is named.
  public var site: Site.ID?
  /// The group of people or cases; the series' own where none is named.
  public var stratum: Stratum.ID?

  /// Creates a comparison; `nil` where it names neither.
  ///
  /// - Parameters:
  ///   - site: The place.
  ///   - stratum: The group of people or cases.
  public init?(site: Site.ID? = nil, stratum: Stratum.ID? = nil) {
    guard site != nil || stratum != nil else { return nil }
    self.site = site
    self.stratum = stratum
  }
}
