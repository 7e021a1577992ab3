import Foundation

/// Commands with what they print, as a golden file.
///
/// `$ ` begins a command and `> ` continues it; lines of standard error begin with `2> `, a status other
/// than 0 is `? STATUS`, and text behind `# ` explains. All else is standard output. The first commands
/// may be `# use NAME`: they begin with the files that another transcript's commands leave.
struct Transcript {
  struct Step: Hashable {
    var remarks: [String] = []
    var command: String
    var expected: [String] = []
  }

  var name: String
  var steps: [Step] = []
  var closingRemarks: [String] = []

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Transcripts")

  /// The names of all transcripts that begin with a prefix, in order.
  static func names(beginningWith prefix: String = "") -> [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".transcript") && $0.hasPrefix(prefix) }
      .map { String($0.dropLast(".transcript".count)) }.sorted()
  }

  init(named name: String) throws {
    self.name = name
    let url = Self.folder.appendingPathComponent(name + ".transcript")
    let text = try String(contentsOf: url, encoding: .utf8)
    var remarks = [String]()
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if line.hasPrefix("# ") {
        remarks.append(String(line))
      } else if line.hasPrefix("$ ") {
        steps.append(Step(remarks: remarks, command: String(line.dropFirst(2))))
        remarks = []
      } else if line.hasPrefix("> "), let last = steps.indices.last, steps[last].expected.isEmpty {
        steps[last].command += "\n" + line.dropFirst(2)
      } else if let last = steps.indices.last {
        steps[last].expected += remarks + [String(line)]
        remarks = []
      }
    }
    closingRemarks = remarks
  }

  /// The transcript as its file holds it.
  var text: String {
    var lines = [String]()
    for step in steps {
      lines += step.remarks
      let command = step.command.split(separator: "\n", omittingEmptySubsequences: false)
      lines += command.enumerated().map { ($0.offset == 0 ? "$ " : "> ") + $0.element }
      lines += step.expected
    }
    return (lines + closingRemarks).map { $0 + "\n" }.joined()
  }

  /// Runs the commands one after the other in a folder, and returns what they printed.
  func run(in folder: URL) throws -> Transcript {
    var result = self
    for (index, step) in steps.enumerated() {
      if let use = step.remarks.first(where: { $0.hasPrefix("# use ") }) {
        _ = try Transcript(named: String(use.dropFirst("# use ".count))).run(in: folder)
      }
      let outcome = try BuiltPrograms.run(step.command, in: folder)
      var lines = Self.lines(outcome.output, prefix: "")
      lines += Self.lines(outcome.errors, prefix: "2> ")
      if outcome.status != 0 { lines.append("? \(outcome.status)") }
      result.steps[index].expected = lines
    }
    return result
  }

  private static func lines(_ text: String, prefix: String) -> [String] {
    guard !text.isEmpty else { return [] }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.isEmpty && !prefix.isEmpty ? String(prefix.dropLast()) : prefix + $0
    }
    if lines.last == prefix.trimmingCharacters(in: .whitespaces) || lines.last == prefix {
      lines.removeLast()
    } else {
      lines.append("(no line feed)")
    }
    return lines
  }
}
