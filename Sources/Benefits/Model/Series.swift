/// One measure at one site for one stratum.
public struct Series: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The measure.
  public var measure: Measure.ID
  /// The site; the programme's own identifier stands for the whole programme.
  public var site: Site.ID
  /// The stratum; `all` stands for everybody.
  public var stratum: Stratum.ID

  /// Creates a series.
  ///
  /// - Parameters:
  ///   - measure: The measure.
  ///   - site: The site.
  ///   - stratum: The stratum.
  public init(measure: Measure.ID, site: Site.ID, stratum: Stratum.ID = .all) {
    self.measure = measure
    self.site = site
    self.stratum = stratum
  }

  /// Orders two series by measure, then site, then stratum.
  ///
  /// - Parameters:
  ///   - lhs: A series.
  ///   - rhs: Another series.
  /// - Returns: Whether the first comes before the second.
  public static func < (lhs: Series, rhs: Series) -> Bool {
    (lhs.measure, lhs.site, lhs.stratum) < (rhs.measure, rhs.site, rhs.stratum)
  }

  /// The series for a message, as `HF-M01 at alderwick for fifth-1`.
  public var description: String {
    "\(measure) at \(site)" + (stratum == .all ? "" : " for \(stratum)")
  }
}
