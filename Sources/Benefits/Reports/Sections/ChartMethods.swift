import BenefitsAnalytics
import BenefitsModel

/// How the charts of a report are made: the kinds that it draws, each with its formula and source.
struct ChartMethods {
  let content: ReportContent

  init(_ content: ReportContent) { self.content = content }

  /// The paragraphs on control charts, and on run charts where one is drawn.
  var paragraphs: [String] {
    let kinds = drawnKinds
    guard !kinds.isEmpty else { return [ChartMethods.choice] }
    let counts = ChartKind.allCases.compactMap { kind in
      kinds[kind].map { $0.of(kind.title) }
    }
    let controls = kinds.keys.contains { $0 != .run }
    return ["\(ChartMethods.choice) This report draws \(counts.list)."]
      + ChartKind.allCases.filter { kinds[$0] != nil }.map(ChartMethods.formula)
      + (controls ? [ChartMethods.limits, ChartMethods.rules, ChartMethods.signs] : [])
  }

  /// How many measures have a chart of each kind.
  private var drawnKinds: [ChartKind: Int] {
    Dictionary(content.measures.compactMap(\.chart).map { ($0, 1) }, uniquingKeysWith: +)
  }

  private static let choice =
    """
    The kind of a measure chooses its chart from \(ChartKind.leastPoints) usable points on: P′ for \
    proportions, U′ for rates, C for counts that vary as Poisson counts do, T for the time between rare \
    events, XmR otherwise. With fewer points a measure has a run chart.
    """

  private static let limits =
    """
    On control charts the limits lie three standard deviations either side of the line, which is that of \
    the baseline, drawn on for comparison, or of its phase. They rest on every usable value: none is \
    screened out for being extreme. Limits from fewer than \(ControlChart.trialLength) points are trial \
    limits, and a baseline of equal values has none.
    """

  private static let rules =
    """
    A special cause is a point outside the limits, a shift of seven points in a row on one side of the \
    line, a trend of seven in a row that rise or fall, or two of three points beyond two standard \
    deviations on one side (NHS England, Making Data Count, the rules of November 2023). No rule looks \
    across a phase. The data say of each point which rule marks it.
    """

  private static let signs =
    """
    Variation is what the latest point is part of. Assurance says whether all of the process between the \
    limits meets the target, misses it, or neither; it is not assessed while a shift that reaches the \
    latest point says that the limits describe the past. New limits are suggested, with their date, and \
    never set by the program.
    """

  /// The line and the limits of a kind of chart, with their source.
  private static func formula(of kind: ChartKind) -> String {
    let name = kind.title.capitalisedFirst
    switch kind {
    case .run:
      return """
        \(name): the line is the median of the baseline, or of all points where there is none; points on \
        it are not counted. Variation is called non-random when the longest run on one side is longer \
        than round(log2 n) + 3, or the line is crossed less often than the 5% quantile of Binomial(n − \
        1, ½), for n points off the line (Anhøj and Olesen, PLoS ONE 2014; 9: e113825). Chance alone \
        does that to about one chart in twenty.
        """
    case .i:
      return """
        \(name): the line is the mean; the limits are the mean ± 2.66 · R for the mean moving range R, \
        which is the mean difference between neighbouring values, and 2.66 = 3 / 1.128 (Provost and \
        Murray, The Health Care Data Guide, 2011).
        """
    case .mr:
      return """
        \(name): the line is the mean moving range, the upper limit 3.267 times that (Montgomery, \
        Statistical Quality Control, 2009).
        """
    case .p:
      return """
        \(name): the line p is the sum of numerators over the sum of denominators; the limits are p ± 3 \
        · √(p(1 − p) / n) for a denominator n (Montgomery, Statistical Quality Control, 2009).
        """
    case .pp:
      return """
        \(name): the line p is the sum of numerators over the sum of denominators; the limits are p ± 3 \
        · s · √(p(1 − p) / n) for a denominator n, within 0 and 100%. By s the limits are wider where \
        periods differ by more than chance: it is the mean moving range of the standardised values over \
        1.128 (Laney, Quality Engineering 2002; 14: 531–537).
        """
    case .u:
      return """
        \(name): the line u is the sum of events over the sum of exposures; the limits are u ± 3 · √(u / \
        n) for an exposure n (Montgomery, Statistical Quality Control, 2009).
        """
    case .up:
      return """
        \(name): the line u is the sum of events over the sum of exposures; the limits are u ± 3 · s · \
        √(u / n) for an exposure n, from 0 on. By s the limits are wider where periods differ by more \
        than chance: it is the mean moving range of the standardised values over 1.128 (Laney, Quality \
        Engineering 2002; 14: 531–537).
        """
    case .c:
      return """
        \(name): the line c is the mean count, the limits are c ± 3 · √c, from 0 on (Montgomery, \
        Statistical Quality Control, 2009). Counts whose baseline varies otherwise, by Fisher's index of \
        dispersion at 5%, have an XmR chart.
        """
    case .t:
      return """
        \(name): an XmR chart of the days between events to the power of 1 / 3.6, its line and limits \
        raised to 3.6 again (Nelson, Journal of Quality Technology 1994; 26: 239–240).
        """
    case .g:
      return """
        \(name): the line is the median of the cases between events; the limits are m ± 3 · √(m(m + 1)) \
        for their mean m (Benneyan, Health Care Management Science 2001; 4: 305–318).
        """
    case .ip:
      return """
        \(name): the line is the sum of numerators over the sum of denominators; the limits are three \
        standard deviations away, which are taken from moving ranges weighted by the denominators n and \
        divided by √n (Taylor, 2017).
        """
    }
  }
}

extension [String] {
  /// The items as a sentence lists them: `a, b and c`.
  fileprivate var list: String {
    count > 1 ? dropLast().joined(separator: ", ") + " and " + self[count - 1] : joined()
  }
}
