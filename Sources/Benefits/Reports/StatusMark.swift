import BenefitsAnalytics
import BenefitsCharts
import BenefitsModel

/// The small shape that stands beside the word of a status; the word carries the meaning.
enum StatusMark: String, CaseIterable {
  /// A promise is kept, or more than kept.
  case good
  /// Neither kept nor broken, or too early to say.
  case between
  /// A promise is broken, or will be.
  case bad
  /// Nothing can be said, because something is missing.
  case unknown
  /// Not asked at present.
  case quiet

  init(_ status: Status) {
    switch status {
    case .sustained, .realised, .ahead, .onTrack, .holding: self = .good
    case .watch, .strained, .tooEarly, .metUnproven: self = .between
    case .breached, .deteriorated, .missed, .missedPartial, .offTrack, .notSustained: self = .bad
    case .noBaseline, .noData, .stale, .notDefined: self = .unknown
    case .notDue, .closed: self = .quiet
    }
  }

  /// The mark of a status with its word, for a cell of a table.
  static func pair(_ status: Status) -> String {
    "<span class=\"pair\">\(StatusMark(status).svg)<span>\(status.title)</span></span>"
  }

  private var shape: (element: String, role: ColourRole, isHollow: Bool) {
    switch self {
    case .good: ("<path d=\"M6 0.5 11.5 6 6 11.5 0.5 6Z\"", .improvement, false)
    case .between: ("<path d=\"M6 1 11.5 11 0.5 11Z\"", .neutral, false)
    case .bad: ("<path d=\"M1 1H11V11H1Z\"", .concern, false)
    case .unknown: ("<circle cx=\"6\" cy=\"6\" r=\"4.5\"", .ink, true)
    case .quiet: ("<path d=\"M1 6H11\"", .secondary, true)
    }
  }

  /// The shape as an `svg` element, hidden from screen readers since the word stands beside it.
  var svg: String {
    let (element, role, isHollow) = shape
    let colour = Palette.light(role)
    let paint =
      isHollow
      ? "fill=\"none\" stroke=\"\(colour)\" stroke-width=\"2\" class=\"stroke-\(role.rawValue)\""
      : "fill=\"\(colour)\" class=\"fill-\(role.rawValue)\""
    return "<svg class=\"chart mark\" viewBox=\"0 0 12 12\" width=\"12\" height=\"12\" "
      + "aria-hidden=\"true\" focusable=\"false\">\(element) \(paint)/></svg>"
  }
}
