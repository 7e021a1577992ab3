public import BenefitsModel

/// One rule of the vocabulary: what is checked, how much it matters, and how to put it right.
public struct Check: Sendable, Identifiable {
  /// The stable identifier, as `data.overdue`.
  public let id: String
  /// The part of the vocabulary that the check belongs to.
  public let family: CheckFamily
  /// The severities that a breach may have, the mildest first.
  public let severities: [CheckSeverity]
  /// When the check is breached, in a few words for a table.
  public let breach: String
  /// What stands behind the check.
  public let explanation: CheckExplanation
  /// How many periods in a row it takes where the policy says nothing else; `nil` for a check that is breached
  /// at once, whatever the policy says.
  public let consecutive: Int?
  /// The limits that a policy may set.
  public let thresholds: [CheckThreshold]
  /// How it is evaluated.
  let rule: CheckRule

  init(
    _ id: String, family: CheckFamily, severities: [CheckSeverity], breach: String,
    consecutive: Int? = nil, thresholds: [CheckThreshold] = [], explanation: CheckExplanation,
    rule: CheckRule
  ) {
    self.id = id
    self.family = family
    self.severities = severities
    self.breach = breach
    self.consecutive = consecutive
    self.thresholds = thresholds
    self.explanation = explanation
    self.rule = rule
  }
}

/// How a check is evaluated.
enum CheckRule: Sendable {
  /// Once for each measure of the plan, and for each part of it with a promise of its own.
  case measure(@Sendable (MeasureUnderCheck) -> CheckFinding)
  /// Once for each benefit of the plan, whatever its lifecycle.
  case benefit(@Sendable (BenefitUnderCheck) -> CheckFinding)
  /// Once for each project of the plan.
  case project(@Sendable (ProjectUnderCheck) -> CheckFinding)
  /// Once for the plan, with a finding for each of the subjects that the rule knows: aims, actions, reviews.
  case plan(@Sendable (PlanUnderCheck) -> [PlanFinding])
  /// Once for each waiver of the plan, with what it would waive.
  case waiver(@Sendable (WaiverUnderCheck) -> CheckFinding)
  /// Once for the run, where nothing else was checked.
  case run(@Sendable () -> CheckFinding)
}

/// What stands behind a check, for somebody who meets it for the first time.
public struct CheckExplanation: Hashable, Sendable {
  /// What is checked, exactly.
  public let what: String
  /// Why it matters.
  public let why: String
  /// How to put a breach right.
  public let fix: String
  /// Where the rule comes from.
  public let source: String
}

/// A part of the vocabulary.
public enum CheckFamily: String, Hashable, Sendable, CaseIterable {
  /// Is the benefit defined well enough to be measured?
  case definition
  /// Is there something to compare with?
  case baseline
  /// Is there a promise?
  case target
  /// Is the data there, and plausible?
  case data
  /// Is the promise being kept?
  case progress
  /// Is what was reached still held?
  case sustain
  /// Is harm done elsewhere?
  case harm
  /// Is the money real?
  case value
  /// Are reviews, actions and waivers up to date?
  case governance

  /// The family for a heading.
  public var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

extension Check {
  /// The explanation as a part of the documentation.
  package var markdownExplanation: String {
    """
    ### `\(id)`

    \(explanation.what)

    *Why:* \(explanation.why)

    *To put it right:* \(explanation.fix)

    *Source:* \(explanation.source).

    """
  }
}
