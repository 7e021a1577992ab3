import BenefitsModel
import BenefitsPlan
import Foundation
import Testing

/// Every kind of fault with its exact words, from `Tests/Golden/plan-faults.txt`.
///
/// `BENEFITS_REWRITE_GOLDEN=1` writes the file again with what is said now, to be read line by line.
@Suite struct FaultCatalogueTests {
  struct Case: CustomTestStringConvertible {
    var name: String
    var yaml: String
    var expected: String
    var testDescription: String { name }
  }

  private static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Golden/plan-faults.txt")

  private static let measure = """
    programme: {id: p, title: P}
    projects: [{id: P1, title: One, go_live: 2024-07-01}]
    benefits: [{id: B1, title: Ben, aim: patient-experience, project: P1}]
    measures:
      - {id: M1, title: M, benefits: [B1], kind: count, unit: n, direction: lower, frequency: {every: month, from: 2023-04}
    """

  /// A few checks with all that a policy may ask of them.
  private static let register = CheckRegister([
    .init(id: "data.overdue", honoursConsecutive: false, thresholds: [.graceDays]),
    .init(id: "data.gap", honoursConsecutive: false, thresholds: []),
    .init(
      id: "traj.on-track", honoursConsecutive: true,
      thresholds: [.warnBelowPace, .errorBelowPace]),
    .init(id: "signal.deterioration", honoursConsecutive: true, thresholds: []),
    .init(id: "target.met-by-date", honoursConsecutive: false, thresholds: []),
  ])

  static let cases: [Case] = {
    guard let text = try? String(contentsOf: path, encoding: .utf8) else { return [] }
    return text.components(separatedBy: "\n=== ").dropFirst().map { block in
      let lines = block.components(separatedBy: "\n")
      let divider = lines.firstIndex(of: "---") ?? lines.count
      return Case(
        name: lines[0], yaml: lines[1..<divider].joined(separator: "\n"),
        expected: lines.dropFirst(divider + 1).joined(separator: "\n")
          .trimmingCharacters(in: .newlines))
    }
  }()

  private static func said(of yaml: String) -> String {
    let text = yaml.replacingOccurrences(of: "%M", with: measure)
      .replacingOccurrences(of: "␇", with: "\u{7}")
    do {
      _ = try PlanFile.read(text, file: "plan.yaml", checks: register)
      return "no fault"
    } catch {
      return error.description
    }
  }

  @Test(arguments: cases) func words(_ one: Case) {
    #expect(Self.said(of: one.yaml) == one.expected)
  }

  @Test func theCatalogueIsThere() throws {
    #expect(Self.cases.count > 100)
    #expect(!Self.cases.contains { $0.expected.isEmpty || $0.expected == "no fault" })
    #expect(Set(Self.cases.map(\.name)).count == Self.cases.count)
    guard ProcessInfo.processInfo.environment["BENEFITS_REWRITE_GOLDEN"] == "1" else { return }
    let head = try String(contentsOf: Self.path, encoding: .utf8)
      .components(separatedBy: "\n=== ")[0]
    let body = Self.cases.map {
      "\n=== \($0.name)\n\($0.yaml)\n---\n\(Self.said(of: $0.yaml))"
    }
    try (head + body.joined() + "\n").write(to: Self.path, atomically: true, encoding: .utf8)
  }
}
