import BenefitsModel
import BenefitsPlan
import Foundation
import Testing

/// The plans that come with the project read without a fault.
@Suite struct SamplePlanTests {
  private static let samples = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("samples")

  @Test(arguments: ["tiny", "home-first"]) func reads(sample: String) throws {
    let url = Self.samples.appendingPathComponent(sample).appendingPathComponent("plan.yaml")
    let text = try String(contentsOf: url, encoding: .utf8)
    do {
      let plan = try PlanFile.read(text, file: "samples/\(sample)/plan.yaml")
      #expect(!plan.measures.isEmpty)
      #expect(!plan.commitments.isEmpty)
    } catch {
      Issue.record(error)
    }
  }
}
