import Foundation
import Testing

/// Every example in the help of `benefits-report` runs on the sample programme.
@Suite struct ReportHelpExampleTests {
  private static let sample = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("samples/home-first")

  /// The sample, and the files that the examples of `analyse` read.
  private static let preparation = """
    benefits-cli init --quiet --recorded-at 2024-02-01T09:00:00Z
    benefits-cli plan apply "$SAMPLE/plan.yaml" --quiet --recorded-at 2024-02-01T09:05:00Z
    benefits-cli import "$SAMPLE/measurements-2025-11.csv" --quiet --as-of 2025-12-05 \
      --recorded-at 2025-12-05T10:00:00Z
    benefits-cli import "$SAMPLE/measurements-2026-03.csv" --quiet --as-of 2026-04-20 \
      --recorded-at 2026-04-20T16:00:00Z
    benefits-cli record HF-M01 2026-01=20/30 2026-02=21/30 --site alderwick --quiet \
      --as-of 2026-04-20 --recorded-at 2026-04-20T17:00:00Z
    printf 'period,value\\n' > waits.csv
    for month in 01 02 03 04 05 06 07 08 09 10 11 12; do
      echo "2024-$month,3$month"; echo "2025-$month,2$month"
    done >> waits.csv
    printf 'period,value,series\\n2025-01,3,Ward 4\\n2025-02,4,Ward 4\\n2025-01,1,Ward 5\\n' > wards.csv
    """

  @Test(arguments: ["", "status", "due", "summary", "chart", "html", "export", "check", "analyse"])
  func examplesRun(command: String) throws {
    try BuiltPrograms.inEmptyFolder { folder in
      let help = try BuiltPrograms.run("benefits-report \(command) --help", in: folder)
      #expect(help.status == 0)
      let examples = HelpExampleTests.examples(in: help.output)
      #expect((2...6).contains(examples.count), "\(command) has \(examples.count) examples")
      let prepared = try BuiltPrograms.run(
        Self.preparation, in: folder, adding: ["SAMPLE": Self.sample.path])
      #expect(prepared.status == 0, "\(prepared.errors)")
      for example in examples {
        let outcome = try BuiltPrograms.run(example, in: folder)
        // Two commands answer a question: the sample breaks some promises, and some of its values are overdue.
        let isNo = example.contains("report check") || example.contains("report due")
        // To a monitor, CRITICAL is 2.
        let expected: Int32 = example.contains("nagios") ? 2 : isNo ? 1 : 0
        #expect(outcome.status == expected, "\(example)\n\(outcome.errors)")
        #expect(!outcome.errors.contains("error:"), "\(example)\n\(outcome.errors)")
      }
    }
  }
}
