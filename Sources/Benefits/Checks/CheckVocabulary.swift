public import BenefitsModel

/// All checks there are.
///
/// A new check is one file in `Vocabulary` and one line here.
public enum CheckVocabulary {
  /// The checks in the order in which they are run and listed.
  public static let all: [Check] = [
    .definitionMeasureMissing,
    .definitionOwnerMissing,
    .definitionIncomplete,
    .definitionAimEmpty,
    .definitionTitleForm,
    .definitionBalancingMissing,
    .definitionOrphan,
    .definitionAssumptionUntested,
    .definitionNoMeasurementPlan,
    .baselineMissing,
    .baselineUnvalidated,
    .baselineTooFew,
    .baselineSpecialCause,
    .baselineOverlapsGoLive,
    .baselineChanged,
    .baselineSourceDiffers,
    .targetMissing,
    .targetUncommitted,
    .targetWrongSide,
    .targetUnreachable,
    .targetWithinNoise,
    .targetMovedAfterGoLive,
    .trajectoryMissing,
    .trajectoryInconsistent,
    .dataOverdue,
    .dataGap,
    .dataDuplicatePeriod,
    .dataOutOfRange,
    .dataDenominator,
    .dataSmallN,
    .dataProvisionalOld,
    .dataRevised,
    .dataPartialPeriod,
    .dataFuture,
    .dataUnexplainedOutlier,
    .dataDefinitionBreak,
    .trajectoryOnTrack,
    .trajectoryTolerance,
    .targetMetByDate,
    .targetForecastMiss,
    .targetRunRate,
    .targetAtRiskDate,
    .benefitNoChange,
    .benefitMetUnproven,
    .sustainHeld,
    .sustainSlipping,
    .sustainHandover,
    .sustainReviewOverdue,
    .sustainAssessmentOld,
    .signalDeterioration,
    .guardrailBreached,
    .guardrailStrained,
    .disbenefitExceeded,
    .equityGap,
    .reviewOverdue,
    .actionOverdue,
    .decisionMissing,
    .waiverExpired,
    .waiverExpiring,
    .waiverUnused,
    .runEmpty,
  ]

  /// Returns the check with an identifier.
  ///
  /// - Parameter id: The identifier, as `data.overdue`.
  /// - Returns: `nil` when there is no such check.
  /// - Complexity: O(*n*), where *n* is the number of checks.
  public static func check(_ id: String) -> Check? { all.first { $0.id == id } }

  /// What a plan may say of the checks.
  public static var register: CheckRegister {
    CheckRegister(
      all.map { check in
        CheckRegister.Item(
          id: check.id, honoursConsecutive: check.consecutive != nil, thresholds: check.thresholds)
      })
  }

  /// The vocabulary as a Markdown table, for the documentation.
  public static var markdownTable: String {
    let rows = all.map { check in
      let severity = check.severities.map(\.rawValue).joined(separator: ", ")
      return "| `\(check.id)` | \(check.family.rawValue) | \(check.breach) | \(severity) |\n"
    }
    return "| check | family | breached when | severity |\n|---|---|---|---|\n" + rows.joined()
  }
}
