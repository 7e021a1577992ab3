import BenefitsModel

/// What a rule about waivers may look at.
struct WaiverUnderCheck {
  let waiver: Waiver
  let asOf: Day
  /// What the waiver is for and is open, before any waiver: breaches, and unknowns where it accepts those.
  let named: [CheckResult]
  /// What the policy says of the check that is being evaluated.
  var settings = CheckSettings()

  /// The limit that the policy sets, or else the usual one.
  func threshold(_ threshold: CheckThreshold, usually usual: Double) -> Double {
    settings.thresholds[threshold] ?? usual
  }
}
