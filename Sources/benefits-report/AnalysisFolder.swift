import BenefitsAnalytics
import BenefitsCharts
import BenefitsExchange
import BenefitsModel
import BenefitsTerminal

/// The charts of the series of a table as a folder with a file for each.
struct AnalysisFolder {
  private let folder: DrawingFolder
  private let names: SeriesFileNames
  private let series: [String]
  private let file: String
  private let choices: AnalysisChoices

  /// How many series are held and drawn at a time.
  private static let batch = 256

  /// Makes the folder, unless a chart would take the place of a file that is not to be replaced.
  init(
    _ folder: DrawingFolder, for series: [String], of file: String, choices: AnalysisChoices
  ) throws(CommandFailure) {
    self.folder = folder
    self.series = series
    self.file = file
    self.choices = choices
    let stem = InputFile.name(of: file).split(separator: ".").first.map(String.init)
    names = SeriesFileNames(series, unnamed: stem ?? file)
    try folder.open(for: series.map { [names] in names[$0] })
  }

  /// Draws the charts.
  func write(
    _ input: inout AnalysisInput, _ survey: AnalysisSurvey, in session: inout Session
  ) throws(CommandFailure) {
    var waiting: [AnalysisSeries] = []
    try input.forEach { one throws(CommandFailure) in
      guard survey.isChosen(one) else { return }
      waiting.append(one)
      guard waiting.count == Self.batch else { return }
      try draw(waiting)
      waiting.removeAll(keepingCapacity: true)
    }
    try draw(waiting)
    try folder.tell(series.count, in: &session)
  }

  private func draw(_ series: [AnalysisSeries]) throws(CommandFailure) {
    _ = try Concurrently.map(series) { [self] one throws(CommandFailure) in
      try folder.write(
        AnalysisFigure(one, of: file, choices: choices).figure.bytes(), name: names[one.name])
    }
  }
}
