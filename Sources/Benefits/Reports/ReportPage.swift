/// One file of a report, which is made while it is written.
public struct ReportPage: Sendable {
  /// Its path in the folder of the report, as `benefits/hf-b01.html`.
  public let path: String

  let write: @Sendable ((String) throws -> Void) throws -> Void

  /// Writes the page, part by part, so that a long one is never held as a whole.
  ///
  /// - Parameter sink: What takes the parts in order; together they are HTML in UTF-8 that is also well-formed XML.
  /// - Throws: What the sink throws.
  public func write(to sink: (String) throws -> Void) throws { try write(sink) }

  /// What the head of a page in a folder says of its place there, by which an earlier page is known for ours.
  ///
  /// - Parameter path: The path in the folder of the report.
  /// - Returns: An element.
  package static func mark(of path: String) -> String {
    "<meta name=\"benefits-page\" content=\"\(path)\"/>"
  }

  /// Returns the page as one text.
  public func html() throws -> String {
    var html = ""
    try write { html += $0 }
    return html
  }
}
