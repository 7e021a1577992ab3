import BenefitsModel
import BenefitsTerminal

extension Status {
  /// How a status is coloured; the word says the same.
  var tone: Tone {
    switch self {
    case .realised, .sustained, .ahead, .onTrack, .holding: .good
    case .watch, .metUnproven, .tooEarly, .stale, .strained, .noData, .noBaseline, .notDefined:
      .caution
    case .breached, .deteriorated, .missed, .missedPartial, .offTrack, .notSustained: .bad
    case .notDue, .closed: .faint
    }
  }
}
