public import BenefitsModel

/// A plan with the places of its parts in the file that it was read from.
public struct PlanDocument: Hashable, Sendable {
  /// The plan.
  public var plan: Plan
  /// Where its parts stand in the file.
  public var places: PlanPlaces
  /// From which state of a database the file was written, where it says so.
  public var exported: PlanExport?
}

/// The plan file: what a programme is and what it promises, as text that a team can review.
public enum PlanFile {
  /// Reads a plan.
  ///
  /// - Parameters:
  ///   - text: The text of the file.
  ///   - file: The name of the file, for the faults.
  ///   - checks: The checks that the plan may name; any when there is none.
  /// - Returns: The plan.
  /// - Throws: `PlanFaults` with everything that is wrong, in the order of the file.
  public static func read(
    _ text: String, file: String, checks: CheckRegister? = nil
  ) throws(PlanFaults) -> Plan {
    try document(text, file: file, checks: checks).plan
  }

  /// Reads a plan and keeps the places of its parts, for faults that show only against an older plan.
  ///
  /// - Parameters:
  ///   - text: The text of the file.
  ///   - file: The name of the file, for the faults.
  ///   - checks: The checks that the plan may name; any when there is none.
  /// - Returns: The plan with the places of its parts.
  /// - Throws: `PlanFaults` with everything that is wrong, in the order of the file.
  public static func document(
    _ text: String, file: String, checks: CheckRegister? = nil
  ) throws(PlanFaults) -> PlanDocument {
    var reader = PlanReader()
    reader.register = checks
    let plan = reader.read(text, file: file)
    guard let plan, reader.faults.isEmpty else { throw PlanFaults(reader.faults) }
    return PlanDocument(plan: plan, places: reader.places, exported: reader.exported)
  }
}
