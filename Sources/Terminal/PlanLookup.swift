import BenefitsExchange
package import BenefitsModel

extension Plan {
  /// Returns the measure that somebody named.
  package func measure(named name: String) throws(CommandFailure) -> Measure {
    do { return try PlanNames(self).measure(name) } catch { throw error.failure }
  }

  /// Returns the site that somebody named; the whole programme where nobody named one.
  package func site(named name: String?) throws(CommandFailure) -> Site.ID {
    guard let name else { return Site.ID(programme.id) }
    do { return try PlanNames(self).site(name).id } catch { throw error.failure }
  }

  /// Returns the stratum that somebody named; `all` where nobody named one.
  package func stratum(named name: String?) throws(CommandFailure) -> Stratum.ID {
    guard let name else { return .all }
    do { return try PlanNames(self).stratum(name).id } catch { throw error.failure }
  }
}

extension UnknownName {
  /// The failure of a command line that has the name.
  fileprivate var failure: CommandFailure { CommandFailure(.notFound, description) }
}
