import ArgumentParser
import BenefitsCharts
import BenefitsReports
import BenefitsTerminal

/// The options that say how a report is dressed.
struct ReportLookOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The organisation that the report is made for.", valueName: "name"))
  var organisation: String?

  @Option(
    help: ArgumentHelp(
      "The colour of links, as \"#005EB8\"; where it is too pale or too dark for text it is changed until it can be read.",
      valueName: "colour"),
    transform: Self.accent)
  var accent: Accent?

  @Option(help: ArgumentHelp("The colours of the charts.", valueName: "palette"))
  var palette = ChartColours.standard

  @Option(
    help: ArgumentHelp(
      "A text for the header, as \"Board, 30 April\" (nothing else says when the report was made).",
      valueName: "text"))
  var stamp: String?

  @Option(
    name: .customLong("data-dir"),
    help: ArgumentHelp(
      "Write the numbers as CSV files into this folder too.", valueName: "folder"),
    completion: .directory)
  var dataDirectory: String?

  @Option(
    help: ArgumentHelp(
      "Use the templates in this folder (NAME.mustache) in place of our own.",
      valueName: "folder"),
    completion: .directory)
  var templates: String?

  @Option(
    name: .customLong("write-templates"),
    help: ArgumentHelp(
      "Write our templates into this folder, to start from.", valueName: "folder"),
    completion: .directory)
  var writeTemplates: String?

  func validate() throws {
    for (name, text) in [("--organisation", organisation), ("--stamp", stamp)] {
      if let text, text.allSatisfy(\.isWhitespace) {
        throw ValidationError("the text behind \(name) is empty; leave the option out")
      }
    }
  }

  /// The options of a report whose files lie in a folder.
  func options(forReportIn folder: String) -> ReportOptions {
    ReportOptions(
      organisation: organisation, accent: accent, colours: palette, stamp: stamp,
      dataFolder: dataDirectory.map { RelativePath.from(folder, to: $0) })
  }

  private static func accent(_ text: String) throws -> Accent {
    guard let accent = Accent(text) else {
      throw ValidationError("write a colour as \"#005EB8\"; the # needs the quotes")
    }
    return accent
  }
}

/// Finds the way from one folder to another.
enum RelativePath {
  /// Returns what a link in one folder has to say to lead to another folder, with a slash at its end.
  ///
  /// Both are taken from where the program runs; parts that a link may not hold are percent-encoded.
  static func from(_ folder: String, to target: String) -> String {
    guard folder.hasPrefix("/") == target.hasPrefix("/") else { return encoded(target) + "/" }
    let (start, end) = (parts(folder), parts(target))
    let shared = zip(start, end).prefix { $0 == $1 }.count
    // What lies above the place where the program runs has no name here.
    guard !start.dropFirst(shared).contains("..") else { return encoded(target) + "/" }
    let up = start.dropFirst(shared).map { _ in ".." }
    let way = up + end.dropFirst(shared)
    return way.isEmpty ? "./" : way.map(encoded).joined(separator: "/") + "/"
  }

  private static func parts(_ path: String) -> [String] {
    path.split(separator: "/").map(String.init).filter { $0 != "." }
  }

  /// A path as a link: what RFC 3986 does not reserve, and slashes, stay as they are.
  private static func encoded(_ path: String) -> String {
    path.utf8.reduce(into: "") { text, byte in
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        byte < 0x80
        && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
          || "-._~/".unicodeScalars.contains(scalar))
      if isPlain {
        text.unicodeScalars.append(scalar)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
  }
}
