import BenefitsCharts
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The pictures of the documentation are what the code draws today.
///
/// `BENEFITS_REWRITE_GOLDEN=1 swift test --filter GoldenChartTests` writes them anew; look at them before they
/// are committed.
@Suite struct GoldenChartTests {
  private static let folder =
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "docs/charts")

  @Test(arguments: ChartGallery.pictures.map(\.name))
  func picture(name: String) throws {
    let drawn = try #require(ChartGallery.pictures.first { $0.name == name }?.svg())
    let file = GoldenChartTests.folder.appending(path: "\(name).svg")
    if ProcessInfo.processInfo.environment["BENEFITS_REWRITE_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(
        at: GoldenChartTests.folder, withIntermediateDirectories: true)
      try Data(drawn.utf8).write(to: file)
    }
    let kept = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    // The first line that differs says more than two whole pictures.
    let difference = zip(
      kept.split(separator: "\n", omittingEmptySubsequences: false),
      drawn.split(separator: "\n", omittingEmptySubsequences: false)
    ).first { $0 != $1 }
    #expect(difference == nil)
    #expect(kept.utf8.count == drawn.utf8.count)
  }
}
