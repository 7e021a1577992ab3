import BenefitsAnalytics
import BenefitsModel

/// The few numbers of a measure that monitoring shows beside the checks.
struct MeasureFigures: Hashable, Sendable {
  /// Realised % on the day, where it could be judged.
  let realised: Double?
  /// How many days the last period with a usable value is over; `nil` without one.
  let ageInDays: Int?

  init(_ assessment: Assessment) {
    realised = assessment.status.isJudged ? assessment.realised : nil
    ageInDays = assessment.latest.map {
      assessment.points[$0].period.last.distance(to: assessment.asOf)
    }
  }
}

extension CheckRun {
  /// A benefit that has not ended, with realised % of its headline measure.
  struct BenefitFigures {
    let benefit: Benefit
    let realised: Double?
  }

  /// The mean of realised %, as in the roll-up of a status by programme.
  var meanRealised: Double? {
    RollUp.mean(
      benefitFigures.compactMap { figures in
        figures.realised.map { (weight: figures.benefit.weight, realised: $0) }
      })
  }
}
