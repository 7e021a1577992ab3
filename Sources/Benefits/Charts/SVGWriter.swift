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
package struct SVGWriter {
  /// What was written so far.
  package private(set) var output = ""
  /// How the chart is embedded.
  let form: SVGForm
  /// The set of colours.
  let colours: ChartColours
  private var open: [String] = []

  /// Creates a writer.
  ///
  /// - Parameters:
  ///   - form: How the chart is embedded, which decides about class names.
  ///   - colours: The set of colours.
  package init(form: SVGForm, colours: ChartColours = .standard) {
    self.form = form
    self.colours = colours
  }

  /// Opens an element that holds others.
  package mutating func begin(
    _ name: String, _ attributes: KeyValuePairs<String, SVGValue>, paint: Paint = Paint()
  ) {
    start(name, attributes, paint)
    output += ">\n"
    open.append(name)
  }

  /// Closes the element opened last.
  package mutating func end() {
    guard let name = open.popLast() else { return }
    output += "</\(name)>\n"
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
    _ name: String, _ attributes: KeyValuePairs<String, SVGValue>, paint: Paint = Paint(),
    content: String? = nil, hover: String? = nil
  ) {
    start(name, attributes, paint)
    if content == nil, hover == nil {
      output += "/>\n"
      return
    }
    output += ">"
    if let hover { output += "<title>\(XMLText.escaped(hover))</title>" }
    if let content { output += XMLText.escaped(content) }
    output += "</\(name)>\n"
  }

  private mutating func start(
    _ name: String, _ attributes: KeyValuePairs<String, SVGValue>, _ paint: Paint
  ) {
    output += "<"
    output += name
    for (key, value) in attributes { attribute(key, value) }
    guard paint != Paint() else { return }
    if form == .inline {
      let classes = [
        paint.fill.map { "fill-\($0.rawValue)" }, paint.stroke.map { "stroke-\($0.rawValue)" },
      ].compactMap(\.self)
      if !classes.isEmpty { attribute("class", .text(classes.joined(separator: " "))) }
    }
    if let fill = paint.fill {
      attribute("fill", .text(colours.fill(fill)))
    } else if paint.stroke != nil {
      attribute("fill", "none")
    }
    if let opacity = paint.fillOpacity { attribute("fill-opacity", .number(opacity)) }
    if let stroke = paint.stroke { attribute("stroke", .text(colours.stroke(stroke))) }
    if let width = paint.width { attribute("stroke-width", .number(width)) }
    if let dash = paint.dash { attribute("stroke-dasharray", .text(dash)) }
  }

  private mutating func attribute(_ key: String, _ value: SVGValue) {
    switch value {
    case .absent: return
    case .number(let number):
      output += " \(key)=\""
      SVGNumber.append(number, to: &output)
    case .text(let text):
      output += " \(key)=\""
      output += XMLText.escaped(text)
    }
    output += "\""
  }
}
