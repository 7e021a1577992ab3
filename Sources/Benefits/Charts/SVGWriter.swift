import BenefitsModel

/// How a chart is embedded.
public enum SVGForm: Hashable, Sendable {
  /// A file of its own, with its own white ground and no style sheet.
  case standAlone
  /// A part of a page, without a ground and with class names that a style sheet may colour.
  case inline
}

/// The value of an attribute; one that is absent is not written.
package enum SVGValue: Hashable, Sendable {
  /// A coordinate.
  case number(Double)
  /// A text, which is escaped.
  case text(String)
  /// No attribute at all.
  case absent
}

extension SVGValue: ExpressibleByStringInterpolation, ExpressibleByFloatLiteral,
  ExpressibleByIntegerLiteral
{
  /// Creates a value from a literal text.
  package init(stringLiteral value: String) { self = .text(value) }
  /// Creates a value from a literal number.
  package init(floatLiteral value: Double) { self = .number(value) }
  /// Creates a value from a literal whole number.
  package init(integerLiteral value: Int) { self = .number(Double(value)) }
}

/// How a shape is filled and outlined.
package struct Paint: Hashable, Sendable {
  /// The role that fills it.
  package var fill: ColourRole?
  /// The role that outlines it.
  package var stroke: ColourRole?
  /// The width of the outline.
  package var width: Double?
  /// The dashes of the outline.
  package var dash: String?
  /// The opacity of the filling.
  package var fillOpacity: Double?

  /// Creates a paint.
  package init(
    fill: ColourRole? = nil, stroke: ColourRole? = nil, width: Double? = nil, dash: String? = nil,
    fillOpacity: Double? = nil
  ) {
    self.fill = fill
    self.stroke = stroke
    self.width = width
    self.dash = dash
    self.fillOpacity = fillOpacity
  }
}

/// Writes SVG, one element a line, with the attributes in the order they are given.
package struct SVGWriter: ~Copyable {
  private var bytes = TextBytes()
  /// How the chart is embedded.
  let form: SVGForm
  /// The set of colours.
  let colours: ChartColours
  private var open: [StaticString] = []

  /// What was written so far.
  package var output: String { bytes.text }

  /// The bytes that were written so far.
  var outputBytes: [UInt8] { bytes.array }

  /// Creates a writer.
  ///
  /// - Parameters:
  ///   - form: How the chart is embedded, which decides about class names.
  ///   - colours: The set of colours.
  package init(form: SVGForm, colours: ChartColours = .standard) {
    self.form = form
    self.colours = colours
  }

  /// Makes room for a drawing of about so many bytes.
  mutating func reserveCapacity(_ count: Int) { bytes.reserveCapacity(count) }

  /// Opens an element that holds others.
  package mutating func begin(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, SVGValue>,
    paint: Paint = Paint()
  ) {
    start(name, attributes, paint)
    bytes.append(">\n")
    open.append(name)
  }

  /// Closes the element opened last.
  package mutating func end() {
    guard let name = open.popLast() else { return }
    bytes.append("</")
    bytes.append(name)
    bytes.append(">\n")
  }

  /// Writes an element with a text in it, or with none.
  ///
  /// - Parameters:
  ///   - name: The name of the element.
  ///   - attributes: The attributes without those of the paint, which follow.
  ///   - paint: How it is filled and outlined.
  ///   - content: The text in it.
  ///   - hover: The text that shows when a pointer rests on it.
  package mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, SVGValue>,
    paint: Paint = Paint(), content: String? = nil, hover: String? = nil
  ) {
    start(name, attributes, paint)
    finish(name, content: content, hover: hover)
  }

  /// Writes a straight line.
  mutating func line(_ segment: Segment, paint: Paint = Paint()) {
    bytes.append("<line x1=\"")
    bytes.append(segment.x1)
    bytes.append("\" y1=\"")
    bytes.append(segment.y1)
    bytes.append("\" x2=\"")
    bytes.append(segment.x2)
    bytes.append("\" y2=\"")
    bytes.append(segment.y2)
    bytes.append("\"")
    attributes(of: paint)
    bytes.append("/>\n")
  }

  /// Writes a circle.
  mutating func circle(
    x: Double, y: Double, radius: Double, paint: Paint = Paint(), hover: String? = nil
  ) {
    bytes.append("<circle cx=\"")
    bytes.append(x)
    bytes.append("\" cy=\"")
    bytes.append(y)
    bytes.append("\" r=\"")
    bytes.append(radius)
    bytes.append("\"")
    attributes(of: paint)
    finish("circle", content: nil, hover: hover)
  }

  /// Writes a path.
  ///
  /// - Parameters:
  ///   - isRounded: Whether its corners are.
  ///   - paint: How it is filled and outlined.
  ///   - hover: The text that shows when a pointer rests on it.
  ///   - data: Appends the steps of the path.
  @inline(__always)
  mutating func path(
    isRounded: Bool = false, paint: Paint = Paint(), hover: String? = nil,
    data: (inout TextBytes) -> Void
  ) {
    bytes.append("<path d=\"")
    data(&bytes)
    bytes.append("\"")
    if isRounded { bytes.append(" stroke-linejoin=\"round\"") }
    attributes(of: paint)
    finish("path", content: nil, hover: hover)
  }

  /// Writes a text in the style of the group that it is in.
  mutating func text(_ content: String, x: Double, y: Double) {
    bytes.append("<text x=\"")
    bytes.append(x)
    bytes.append("\" y=\"")
    bytes.append(y)
    bytes.append("\"")
    finish("text", content: content, hover: nil)
  }

  private mutating func finish(_ name: StaticString, content: String?, hover: String?) {
    if content == nil, hover == nil { return bytes.append("/>\n") }
    bytes.append(">")
    if let hover {
      bytes.append("<title>")
      bytes.append(escaped: hover)
      bytes.append("</title>")
    }
    if let content { bytes.append(escaped: content) }
    bytes.append("</")
    bytes.append(name)
    bytes.append(">\n")
  }

  private mutating func start(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, SVGValue>, _ paint: Paint
  ) {
    bytes.append("<")
    bytes.append(name)
    for (key, value) in attributes {
      if value == .absent { continue }
      bytes.append(" ")
      bytes.append(key)
      bytes.append("=\"")
      switch value {
      case .number(let number): bytes.append(number)
      case .text(let text): bytes.append(escaped: text)
      case .absent: break
      }
      bytes.append("\"")
    }
    self.attributes(of: paint)
  }

  private mutating func attributes(of paint: Paint) {
    if form == .inline { writeClasses(of: paint) }
    if let fill = paint.fill {
      attribute(" fill=\"", colours.fill(fill))
    } else if paint.stroke != nil {
      bytes.append(" fill=\"none\"")
    }
    if let opacity = paint.fillOpacity { attribute(" fill-opacity=\"", opacity) }
    if let stroke = paint.stroke { attribute(" stroke=\"", colours.stroke(stroke)) }
    if let width = paint.width { attribute(" stroke-width=\"", width) }
    if let dash = paint.dash { attribute(" stroke-dasharray=\"", dash) }
  }

  private mutating func writeClasses(of paint: Paint) {
    guard paint.fill != nil || paint.stroke != nil else { return }
    bytes.append(" class=\"")
    if let fill = paint.fill {
      bytes.append("fill-")
      bytes.append(plain: fill.rawValue)
      if paint.stroke != nil { bytes.append(" ") }
    }
    if let stroke = paint.stroke {
      bytes.append("stroke-")
      bytes.append(plain: stroke.rawValue)
    }
    bytes.append("\"")
  }

  private mutating func attribute(_ key: StaticString, _ number: Double) {
    bytes.append(key)
    bytes.append(number)
    bytes.append("\"")
  }

  /// Colours and dashes hold nothing that is to be escaped.
  private mutating func attribute(_ key: StaticString, _ plain: String) {
    bytes.append(key)
    bytes.append(plain: plain)
    bytes.append("\"")
  }
}
