package import BenefitsModel

extension Plan {
  /// Returns the measure that somebody named.
  package func measure(named name: String) throws(CommandFailure) -> Measure {
    if let id = Measure.ID(name), let measure = measure(id) { return measure }
    throw CommandFailure(
      .notFound,
      "no measure '\(name)' in the plan"
        + Suggestion.clause(for: name, in: measures.map(\.id.text)),
      hints: Self.list("measures", measures.map(\.id.text)))
  }

  /// Returns the benefit that somebody named.
  package func benefit(named name: String) throws(CommandFailure) -> Benefit {
    if let id = Benefit.ID(name), let benefit = benefit(id) { return benefit }
    throw CommandFailure(
      .notFound,
      "no benefit '\(name)' in the plan"
        + Suggestion.clause(for: name, in: benefits.map(\.id.text)),
      hints: Self.list("benefits", benefits.map(\.id.text)))
  }

  /// Returns the site that somebody named; the whole programme where nobody named one.
  package func site(named name: String?) throws(CommandFailure) -> Site.ID {
    let whole = Site.ID(programme.id)
    guard let name else { return whole }
    if let id = Site.ID(name) {
      if id == whole { return whole }
      if let site = sites.first(where: { $0.id == id }) { return site.id }
    }
    let names = [programme.id.text] + sites.map(\.id.text)
    throw CommandFailure(
      .notFound, "no site '\(name)' in the plan" + Suggestion.clause(for: name, in: names),
      hints: Self.list("sites", names))
  }

  /// Returns the stratum that somebody named; `all` where nobody named one.
  package func stratum(named name: String?) throws(CommandFailure) -> Stratum.ID {
    guard let name else { return .all }
    if let id = Stratum.ID(name) {
      if id == .all { return .all }
      if let stratum = strata.first(where: { $0.id == id }) { return stratum.id }
    }
    let names = [Stratum.ID.all.text] + strata.map(\.id.text)
    throw CommandFailure(
      .notFound, "no stratum '\(name)' in the plan" + Suggestion.clause(for: name, in: names),
      hints: Self.list("strata", names))
  }

  private static func list(_ noun: String, _ names: [String]) -> [String] {
    if names.isEmpty { return ["the plan has no \(noun) yet"] }
    if names.count > 12 { return [] }
    return ["the \(noun) are " + names.map { "'\($0)'" }.joined(separator: ", ")]
  }
}
