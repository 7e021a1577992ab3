import BenefitsModel
import BenefitsReports
import BenefitsTerminal

/// Templates of the report as files, NAME.mustache each.
enum ReportTemplateFiles {
  private static let suffix = ".mustache"

  /// Reads the templates of a folder; those that it does not hold stay as they are.
  static func read(from folder: String) throws(CommandFailure) -> ReportTemplates {
    let names = try InputFile.names(inFolder: folder).filter { $0.hasSuffix(suffix) }
    guard !names.isEmpty else {
      throw CommandFailure(
        .notFound, "there is no template in '\(folder)'",
        hints: ["benefits-report html --write-templates '\(folder)' writes ours, to start from"])
    }
    var replacements = [ReportTemplates.Replacement]()
    for name in names {
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      guard let text = String(validating: try InputFile.bytes(of: path), as: UTF8.self) else {
        throw CommandFailure(.wrongInput, "'\(path)' is not in UTF-8")
      }
      replacements.append(
        .init(name: String(name.dropLast(suffix.count)), file: path, text: text))
    }
    do {
      return try ReportTemplates(replacing: replacements)
    } catch {
      throw CommandFailure(
        .wrongInput,
        "\(folder): \(error.faults.count) problem\(error.faults.count == 1 ? "" : "s"); nothing was written",
        faults: error.faults)
    }
  }

  /// Writes the templates that the library brings along into a folder, and returns how many there are.
  static func write(to folder: String, replaces: Bool) throws(CommandFailure) -> Int {
    let files = ReportTemplates.texts.map { ("\(folder)/\($0.key)\(suffix)", $0.value) }
    for (path, _) in files { try OutputFile.checkAbsence(of: path, replaces: replaces) }
    try OutputFile.createFolder(folder)
    for (path, text) in files { try OutputFile.write(text, to: path, replaces: replaces) }
    return files.count
  }
}
