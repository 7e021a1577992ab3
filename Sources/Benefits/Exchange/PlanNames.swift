public import BenefitsModel

/// A name that a plan does not have.
public struct UnknownName: Error, Hashable, Sendable, CustomStringConvertible {
  /// What the name should be of, as `measure`.
  public var noun: String
  /// The name as it was written.
  public var name: String
  /// What may have been meant, as text to put behind the message.
  var advice: String

  /// What was found, and what may have been meant.
  public var description: String {
    name.isEmpty ? "the \(noun) is missing\(advice)" : "no \(noun) '\(name.excerpt)'\(advice)"
  }
}

/// Looks up the measures, sites and strata of a plan by what somebody wrote.
public struct PlanNames: Sendable {
  private let measures: Names<Measure>
  private let sites: Names<Site>
  private let strata: Names<Stratum>

  /// Creates the names of a plan.
  ///
  /// - Parameter plan: The plan.
  /// - Complexity: O(*n*), where *n* is the number of measures, sites and strata.
  public init(_ plan: Plan) {
    let whole = Site(id: Site.ID(plan.programme.id), title: plan.programme.title)
    measures = Names("measure", plan.measures, id: \.id.text, title: \.title)
    sites = Names(
      "site", [whole] + plan.sites, id: \.id.text, title: \.title,
      whole: "write '\(whole.id)' for the whole programme")
    strata = Names(
      "stratum", [.all] + plan.strata, id: \.id.text, title: \.title,
      whole: "write 'all' for everybody")
  }

  /// Finds a measure by its identifier, ignoring case.
  ///
  /// - Parameter name: The identifier as it was written.
  /// - Returns: The measure.
  /// - Throws: `UnknownName` when the plan has no such measure.
  public func measure(_ name: String) throws(UnknownName) -> Measure {
    try measures.find(name, isAdvised: true)
  }

  /// Finds a site by its identifier, ignoring case; the programme is its own site.
  ///
  /// - Parameter name: The identifier as it was written.
  /// - Returns: The site.
  /// - Throws: `UnknownName` when the plan has no such site.
  public func site(_ name: String) throws(UnknownName) -> Site {
    try sites.find(name, isAdvised: true)
  }

  /// Finds a stratum by its identifier, ignoring case.
  ///
  /// - Parameter name: The identifier as it was written.
  /// - Returns: The stratum.
  /// - Throws: `UnknownName` when the plan has no such stratum.
  public func stratum(_ name: String) throws(UnknownName) -> Stratum {
    try strata.find(name, isAdvised: true)
  }

  /// Finds a measure; the search for what may have been meant is slow and can be left out.
  func measure(_ name: String, isAdvised: Bool) throws(UnknownName) -> Measure {
    try measures.find(name, isAdvised: isAdvised)
  }

  /// Finds a site, as `measure(_:isAdvised:)` finds a measure.
  func site(_ name: String, isAdvised: Bool) throws(UnknownName) -> Site {
    try sites.find(name, isAdvised: isAdvised)
  }

  /// Finds a stratum, as `measure(_:isAdvised:)` finds a measure.
  func stratum(_ name: String, isAdvised: Bool) throws(UnknownName) -> Stratum {
    try strata.find(name, isAdvised: isAdvised)
  }

  /// The identifier of the measure with a title, ignoring case.
  func measureID(titled title: String) -> String? { measures.id(titled: title) }

  /// The identifiers of all measures, in the order of the plan.
  var measureIDs: [String] { measures.ids }

  /// The things of one noun, by identifier.
  private struct Names<Thing: Sendable>: Sendable {
    let noun: String
    let ids: [String]
    let whole: String?
    private let things: [String: Thing]
    private let idOfTitle: [String: String]

    init(
      _ noun: String, _ things: [Thing], id: (Thing) -> String, title: (Thing) -> String,
      whole: String? = nil
    ) {
      self.noun = noun
      self.whole = whole
      ids = things.map(id)
      self.things = Dictionary(
        zip(ids.map { $0.asciiLowercased() }, things), uniquingKeysWith: { first, _ in first })
      idOfTitle = Dictionary(
        zip(things.map { title($0).asciiLowercased() }, ids),
        uniquingKeysWith: { first, _ in first })
    }

    func find(_ name: String, isAdvised: Bool) throws(UnknownName) -> Thing {
      let folded = name.trimmed().asciiLowercased()
      if let thing = things[folded] { return thing }
      throw UnknownName(
        noun: noun, name: name, advice: isAdvised ? advice(name, folded: folded) : "")
    }

    func id(titled title: String) -> String? { idOfTitle[title.trimmed().asciiLowercased()] }

    private func advice(_ name: String, folded: String) -> String {
      if folded.isEmpty { return whole.map { "; \($0)" } ?? "" }
      if let id = idOfTitle[folded] { return "; that is the title of '\(id)'" }
      let clause = Suggestion.clause(for: name, in: ids)
      guard clause.isEmpty else { return clause }
      if ids.isEmpty { return "; the plan has none" }
      guard ids.count <= 6 else { return "" }
      return "; the plan has " + ids.map { "'\($0)'" }.joined(separator: ", ")
    }
  }
}
