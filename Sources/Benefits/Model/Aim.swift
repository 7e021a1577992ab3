/// One aim of the quadruple aim (Bodenheimer & Sinsky, Annals of Family Medicine 2014; 12: 573–576).
public enum Aim: String, Hashable, Sendable, Codable, CaseIterable {
  /// The experience of patients and carers.
  case patientExperience = "patient-experience"
  /// The health of a population.
  case populationHealth = "population-health"
  /// The cost of care per head.
  case costEfficiency = "cost-efficiency"
  /// The wellbeing of the people who give care.
  case staffWellbeing = "staff-wellbeing"

  /// Reads an aim from its name or one of the accepted spellings.
  ///
  /// Fails when no aim is called so.
  ///
  /// - Parameter name: The name, as `cost-efficiency` or `cost-improvement`.
  public init?(name: String) {
    switch name {
    case "cost-improvement": self = .costEfficiency
    case "staff-well-being": self = .staffWellbeing
    default: self.init(rawValue: name)
    }
  }

  /// The aim for a heading.
  public var title: String {
    switch self {
    case .patientExperience: "Patient experience"
    case .populationHealth: "Population health"
    case .costEfficiency: "Cost efficiency"
    case .staffWellbeing: "Staff wellbeing"
    }
  }
}
