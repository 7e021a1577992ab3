import BenefitsAnalytics
import BenefitsCharts
import BenefitsExchange
import BenefitsModel
import BenefitsTerminal

/// The charts of the series of a table as a folder with a file for each.
struct AnalysisFolder {
  private let file: String
  private let choices: AnalysisChoices

  /// How many series are held and drawn at a time.
  private static let batch = 256

  /// Creates a folder of the charts of a file.
  init(of file: String, choices: AnalysisChoices) {
    self.file = file
    self.choices = choices
  }

  /// Draws the charts.
  func write(
    to path: String, replacing replaces: Bool, _ input: inout AnalysisInput,
    _ survey: AnalysisSurvey, in session: inout Session
  ) throws(CommandFailure) {
    let stem = InputFile.name(of: file).split(separator: ".").first.map(String.init)
    let names = SeriesFileNames(survey.chosen, unnamed: stem ?? file)
    try DrawingFolder.fill(
      path, with: survey.chosen.map { names[$0] }, replacing: replaces
    ) { folder throws(CommandFailure) in
      var waiting: [AnalysisSeries] = []
      try input.forEach { one throws(CommandFailure) in
        guard survey.isChosen(one) else { return }
        waiting.append(one)
        guard waiting.count == Self.batch else { return }
        try draw(waiting, names, to: folder)
        waiting.removeAll(keepingCapacity: true)
      }
      try draw(waiting, names, to: folder)
    }
    try DrawingFolder.tell(survey.count, in: path, to: &session)
  }

  private func draw(
    _ series: [AnalysisSeries], _ names: SeriesFileNames, to folder: DrawingFolder
  ) throws(CommandFailure) {
    _ = try Concurrently.map(series) { [self] one throws(CommandFailure) in
      try folder.write(
        AnalysisFigure(one, of: file, choices: choices).figure.bytes(), name: names[one.name])
    }
  }
}
