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

  /// Returns the page as one text.
  public func html() throws -> String {
    var html = ""
    try write { html += $0 }
    return html
  }
}
