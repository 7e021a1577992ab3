public import BenefitsModel

extension PlanFile {
  /// Returns a plan as the text of a plan file, which reads back as the same plan.
  ///
  /// Comments and the layout of the file that a plan was once read from are not kept in a plan.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - exported: The state of the database that it comes from.
  /// - Returns: The text; it holds everything that a file without it would not mean.
  public static func text(of plan: Plan, exported: PlanExport? = nil) -> String {
    guard case .map(var pairs) = PlanNodes(plan).root.content else { return "" }
    if let exported {
      let place = SourceLocation(whole: "")
      let fields = [
        YAMLPair("entry", YAMLNode(text: String(exported.entry), place: place)),
        YAMLPair("recorded_at", YAMLNode(text: exported.recordedAt.description, place: place)),
      ]
      pairs.append(YAMLPair("exported", YAMLNode(content: .map(fields), place: place)))
    }
    var writer = YAMLWriter()
    writer.writeParts(pairs)
    return writer.text
  }
}
