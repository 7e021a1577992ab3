import Foundation
import Testing

/// Exporting the plan of a sample and applying it makes the same plan again.
@Suite struct PlanExportCommandTests {
  private static let samples = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("samples")

  @Test(arguments: ["tiny", "home-first"]) func anEmptyDatabaseGetsTheSamePlan(
    sample: String
  ) throws {
    let plan = Self.samples.appendingPathComponent(sample).appendingPathComponent("plan.yaml").path
    try BuiltPrograms.inEmptyFolder { folder in
      let setUp = """
        for name in one two; do benefits-cli init -d $name.db --recorded-at 2026-01-05 -q; done
        benefits-cli plan apply '\(plan)' -d one.db --recorded-at 2026-01-06 -q
        benefits-cli plan export plan.yaml -d one.db
        """
      let prepared = try BuiltPrograms.run(setUp, in: folder)
      #expect(prepared.status == 0, "\(prepared.errors)")
      let unchanged = try BuiltPrograms.run(
        "benefits-cli plan apply plan.yaml -d one.db", in: folder)
      #expect(
        unchanged.output == "plan.yaml: nothing to apply: the database holds this plan already\n")
      let copied = try BuiltPrograms.run(
        """
        benefits-cli plan apply plan.yaml -d two.db --recorded-at 2026-01-06 -q > applied.txt
        benefits-cli plan export -d two.db | diff plan.yaml -
        """, in: folder)
      #expect(copied.output.isEmpty)
      #expect(copied.status == 0)
    }
  }
}
