public import BenefitsAnalytics
public import BenefitsModel

/// One measure at several places: small charts side by side on one scale of values and of periods.
public struct SmallMultiples: Hashable, Sendable {
  /// The chart of one place.
  public struct Panel: Hashable, Sendable {
    /// The name of the place.
    public let name: String
    /// What is shown of it.
    public let input: ChartInput

    /// Creates the chart of one place.
    ///
    /// - Parameters:
    ///   - name: The name of the place.
    ///   - input: What is shown of it.
    public init(name: String, input: ChartInput) {
      self.name = name
      self.input = input
    }

    /// What the latest value says: `improving`, `concerning`, `changing`, `no significant change` or `no data`.
    public var state: String {
      guard let latest = input.latestUsed else { return "no data" }
      let marked = ChartInput.marked(by: input.causes, rules: input.control?.rules)
      return switch marked.signal(of: latest) {
      case .improvement: "improving"
      case .concern: "concerning"
      case .neutral: "changing"
      case nil: "no significant change"
      }
    }
  }

  /// What is measured.
  public let name: String
  /// What the charts are of.
  public enum Kind: String, Hashable, Sendable {
    /// Places, which are sorted by name and never by goodness.
    case place
    /// Groups of people, which keep the order that they are given in: fifths of deprivation have one.
    case group
  }

  /// What the charts are of.
  public let kind: Kind
  /// The charts in the order in which they are drawn.
  public let panels: [Panel]
  /// Every chart of the set, which this drawing may be a part of; all drawings of a set have one scale.
  let whole: [Panel]
  /// How many charts of the set come before.
  let first: Int
  /// The width of the drawing.
  public let width: Double
  /// The identifier that the drawing's elements are named after.
  public let id: String

  /// Creates the charts of one measure at several places.
  ///
  /// - Parameters:
  ///   - name: What is measured.
  ///   - panels: The charts of the places, in any order, or of the groups, in theirs.
  ///   - kind: What the charts are of.
  ///   - id: The identifier that the drawing's elements are named after; made from the name when none is given.
  ///   - width: The width of the drawing, from 280 through 4,000.
  public init(
    name: String, panels: [Panel], kind: Kind = .place, id: String? = nil, width: Double = 760
  ) {
    self.name = name
    self.kind = kind
    whole = kind == .place ? panels.sorted { $0.name < $1.name } : panels
    self.panels = whole
    first = 0
    self.width = min(max(width, 280), 4000)
    self.id = ChartInput.identifier(id ?? name) + "_\(kind)s"
  }

  private init(
    _ figure: SmallMultiples, panels: Range<Int>? = nil, width: Double? = nil, id: String
  ) {
    (name, kind, whole) = (figure.name, figure.kind, figure.whole)
    self.panels = panels.map { Array(figure.panels[$0]) } ?? figure.panels
    first = figure.first + (panels?.lowerBound ?? 0)
    (self.width, self.id) = (width ?? figure.width, id)
  }

  /// Returns the charts in drawings of no more than so many, each with an identifier of its own.
  ///
  /// All of them have one scale of values and one row of periods, so that heights compare from sheet to sheet.
  ///
  /// - Parameter most: The most charts of a drawing, from 1.
  /// - Returns: The drawings; this one alone where it is small enough.
  public func sheets(of most: Int) -> [SmallMultiples] {
    guard panels.count > max(most, 1) else { return [self] }
    return stride(from: 0, to: panels.count, by: max(most, 1)).map { start in
      SmallMultiples(
        self, panels: start..<min(start + max(most, 1), panels.count), id: "\(id)_\(start + 1)")
    }
  }

  /// The same charts for a telephone, with an identifier of their own, so that a page may hold both.
  public var narrow: SmallMultiples {
    SmallMultiples(self, width: ChartFigure.Size.narrow.width, id: "\(id)_narrow")
  }

  /// Creates the charts of the assessed series of one measure.
  ///
  /// Series of other measures than that of the first one are left out.
  ///
  /// - Parameters:
  ///   - assessments: What is known of the series, one for each place.
  ///   - plan: The plan that the series belong to.
  ///   - width: The width of the drawing.
  public init(_ assessments: [Assessment], plan: Plan, width: Double = 760) {
    let measure = assessments.first?.measure
    let same = assessments.filter { $0.measure.id == measure?.id }
    self.init(
      name: measure?.title ?? "",
      panels: same.map { assessment in
        let input = ChartInput(assessment, plan: plan)
        return Panel(name: input.place ?? assessment.series.site.text, input: input)
      }, id: measure?.id.text, width: width)
  }

  /// The message: how many places improve, and how many concern.
  public var title: String { title(glue: " ") }

  /// The message with a space of one's choice where no line is to be broken.
  func title(glue: Character) -> String {
    guard first == 0 else {
      return "\(name) by \(kind), \(first + 1) to \(first + panels.count) of \(whole.count)"
    }
    let states = whole.map(\.state)
    let counts = [
      ("concerning", "concerning"), ("improving", "improving"), ("changing", "changing"),
      ("no significant change", "with no significant change"), ("no data", "with no data"),
    ].compactMap { state, words -> String? in
      let count = states.count { $0 == state }
      guard count > 0 else { return nil }
      let all = count == states.count && count > 1 ? "all " : ""
      return String("\(all)\(count) \(words)".map { $0 == " " ? glue : $0 })
    }
    return "\(name) by \(kind): \(counts.isEmpty ? "no \(kind)" : counts.joined(separator: ", "))"
  }

  /// What the charts show, in sentences for somebody who cannot see them.
  public var description: String {
    var sentences = [
      (panels.count == whole.count ? "" : "\(first + 1) to \(first + panels.count) of ")
        + "\(whole.count) \(kind)\(whole.count == 1 ? "" : "s") on one scale"
        + (kind == .place ? ", sorted by name." : ".")
    ]
    for panel in panels {
      guard let latest = panel.input.latestUsed, let value = panel.input.drawnValue(latest) else {
        sentences.append("\(panel.name): no data.")
        continue
      }
      sentences.append(
        "\(panel.name): \(panel.input.format.full(value)) in "
          + "\(panel.input.points[latest].period.spoken), \(panel.state).")
    }
    return sentences.joined(separator: " ")
  }

  /// Returns the drawing.
  ///
  /// - Parameters:
  ///   - form: How it is embedded.
  ///   - colours: The set of colours.
  /// - Returns: An `svg` element with a title and a description, one element a line.
  /// - Complexity: O(*n*), where *n* is the number of points of all places.
  public func svg(_ form: SVGForm = .standAlone, colours: ChartColours = .standard) -> String {
    let layout = SmallMultiplesLayout(self)
    var writer = SVGWriter(form: form, colours: colours)
    writer.beginDrawing(
      id: id, width: layout.width, height: layout.height, title: title, description: description)
    for panel in layout.panels {
      writer.begin("g", [:], paint: Paint(stroke: .grid, width: 1))
      for y in panel.gridlines {
        writer.line(Segment(panel.plot.left, y, panel.plot.right, y))
      }
      writer.end()
      writer.line(
        Segment(panel.plot.left, panel.plot.bottom, panel.plot.right, panel.plot.bottom),
        paint: Paint(stroke: .secondary, width: 1))
      for line in panel.lines {
        for segment in line.points { writer.line(segment, paint: line.paint) }
      }
      for limit in panel.limits { writer.path(limit, paint: ReferenceLine.processPaint) }
      writer.path(panel.data, paint: Paint(stroke: .common, width: 1.4))
      writer.marks(panel.marks)
    }
    for line in layout.keyLines {
      for segment in line.points { writer.line(segment, paint: line.paint) }
    }
    writer.marks(layout.keyMarks)
    writer.texts(layout.texts)
    writer.end()
    return writer.output
  }
}
