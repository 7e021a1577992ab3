public import BenefitsCharts

/// How a report is dressed: what stands on it beside what the database says.
public struct ReportOptions: Hashable, Sendable {
  /// The organisation that the report is made for.
  public var organisation: String?
  /// The colour of links and of the line above the title.
  public var accent: Accent?
  /// The set of colours of the charts.
  public var colours: ChartColours
  /// A text for the header, as the number of a meeting; nothing else says when the report was made.
  public var stamp: String?
  /// What leads from the report to the folder with the numbers as CSV files, where there is one.
  public var dataFolder: String?

  /// Creates options.
  ///
  /// - Parameters:
  ///   - organisation: The organisation that the report is made for.
  ///   - accent: The colour of links and of the line above the title.
  ///   - colours: The set of colours of the charts.
  ///   - stamp: A text for the header.
  ///   - dataFolder: What leads from the report to the folder with the numbers as CSV files.
  public init(
    organisation: String? = nil, accent: Accent? = nil, colours: ChartColours = .standard,
    stamp: String? = nil,
    dataFolder: String? = nil
  ) {
    self.organisation = organisation
    self.accent = accent
    self.colours = colours
    self.stamp = stamp
    self.dataFolder = dataFolder
  }
}
