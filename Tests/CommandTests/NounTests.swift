import Foundation
import Testing

/// Each key of the plan file can be set by command, under its own name.
@Suite struct NounTests {
  @Test(arguments: HelpExampleTests.nouns) func hasAnOptionForEachKey(noun: String) throws {
    try BuiltPrograms.inEmptyFolder { folder in
      let refused = try BuiltPrograms.run(
        "benefits-cli \(noun) edit X --clear zzzzzzzzzzzzzz", in: folder)
      #expect(refused.status == 64)
      let line = try #require(refused.errors.split(separator: "\n").first)
      let keys = try #require(line.components(separatedBy: "its keys are ").last)
        .components(separatedBy: ", ")
      #expect(keys.count > 1)
      let help = try BuiltPrograms.run("benefits-cli \(noun) add --help", in: folder).output
      for key in keys where key != "id" && !(noun == "stratum" && key == "stratum") {
        #expect(help.contains("  --\(key) <"), "\(noun) add has no option --\(key)")
      }
    }
  }
}
