public import BenefitsModel

/// What can be added, changed and retired one by one, without a plan file.
public enum PlanNoun: String, Hashable, Sendable, CaseIterable {
  /// A project.
  case project
  /// A site.
  case site
  /// A stratum.
  case stratum
  /// A benefit.
  case benefit
  /// A measure, without what was promised of it.
  case measure
  /// The baseline of a series.
  case baseline
  /// One target of a series.
  case target
  /// The guardrail of a series.
  case guardrail
  /// An annotation.
  case annotation
  /// An assumption.
  case assumption
  /// A decision.
  case decision
  /// A review.
  case review
  /// An action.
  case action
  /// A waiver.
  case waiver

  /// Whether it was promised of a series, rather than having an identifier of its own.
  public var isPromise: Bool { self == .baseline || self == .target || self == .guardrail }

  /// The noun with its article, for messages.
  public var phrase: String { ("aeiou".contains(rawValue.prefix(1)) ? "an " : "a ") + rawValue }

  /// The noun under which a plan lists it.
  public var itemNoun: PlanItem.Noun {
    switch self {
    case .project: .project
    case .site: .site
    case .stratum: .stratum
    case .benefit: .benefit
    case .measure: .measure
    case .baseline: .baseline
    case .target: .targets
    case .guardrail: .guardrail
    case .annotation: .annotation
    case .assumption: .assumption
    case .decision: .decision
    case .review: .review
    case .action: .action
    case .waiver: .waiver
    }
  }

  /// The keys by which the plan file describes it, in the order of its reference.
  ///
  /// Those of a measure include the keys of its frequency and leave out what was promised of it; those of a
  /// waiver include the keys of what ends it before its time.
  public var keys: [String] {
    if self == .waiver {
      return fieldSet.keys.flatMap { $0 == "void_if" ? PlanReader.waiverVoidKeys.keys : [$0] }
    }
    guard self == .measure else { return fieldSet.keys }
    let promises = ["baseline", "targets", "guardrail", "trajectory"]
    return fieldSet.keys.flatMap { key in
      key == "frequency" ? PlanReader.frequencyKeys.keys : promises.contains(key) ? [] : [key]
    }
  }

  /// The keys that a map inside the plan file's map holds.
  func innerKeys(of key: String) -> String? {
    switch self {
    case .measure: PlanReader.frequencyKeys.keys.contains(key) ? "frequency" : nil
    case .waiver: PlanReader.waiverVoidKeys.keys.contains(key) ? "void_if" : nil
    default: nil
    }
  }

  var fieldSet: FieldSet {
    switch self {
    case .project: PlanReader.projectKeys
    case .site: PlanReader.siteKeys
    case .stratum: PlanReader.stratumKeys
    case .benefit: PlanReader.benefitKeys
    case .measure: PlanReader.measureKeys
    case .baseline: PlanReader.baselineKeys
    case .target: PlanReader.targetKeys
    case .guardrail: PlanReader.guardrailKeys
    case .annotation: PlanReader.annotationKeys
    case .assumption: PlanReader.assumptionKeys
    case .decision: PlanReader.decisionKeys
    case .review: PlanReader.reviewKeys
    case .action: PlanReader.actionKeys
    case .waiver: PlanReader.waiverKeys
    }
  }

  /// The keys that take several texts.
  static let listKeys: Set<String> = [
    "benefits", "guards", "projects", "measures", "sites", "status", "tags",
  ]

  /// The part of the plan file, or the key of a measure, that lists it.
  var section: String {
    switch self {
    case .project: "projects"
    case .site: "sites"
    case .stratum: "strata"
    case .benefit: "benefits"
    case .measure: "measures"
    case .baseline: "baseline"
    case .target: "targets"
    case .guardrail: "guardrail"
    case .annotation: "annotations"
    case .assumption: "assumptions"
    case .decision: "decisions"
    case .review: "reviews"
    case .action: "actions"
    case .waiver: "waivers"
    }
  }
}
