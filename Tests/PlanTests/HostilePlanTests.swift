import BenefitsModel
import BenefitsPlan
import Testing

/// Broken and hostile files: each gives a plan or faults with places, and never ends the program.
@Suite struct HostilePlanTests {
  private func outcome(_ text: String) -> [Fault] {
    do {
      _ = try PlanFile.read(text, file: "plan.yaml")
      return []
    } catch {
      return error.faults.isEmpty ? [Fault("no fault at all")] : error.faults
    }
  }

  private func isPlaced(_ faults: [Fault]) -> Bool {
    faults.allSatisfy { $0.location.line >= 1 && $0.location.column >= 1 && !$0.message.isEmpty }
  }

  /// Every prefix of the example, in eight parts so that they run side by side.
  @Test(arguments: 0..<8) func everyPrefixOfTheExample(part: Int) {
    let bytes = Array(Examples.design.utf8)
    var refused = 0
    for count in stride(from: part, through: bytes.count, by: 8) {
      let faults = outcome(String(decoding: bytes.prefix(count), as: UTF8.self))
      #expect(isPlaced(faults), "the first \(count) bytes: \(faults)")
      if !faults.isEmpty { refused += 1 }
    }
    // What ends with a whole item may be a plan; most does not.
    #expect(refused > bytes.count / 8 / 2)
  }

  /// The example with one byte replaced, at places drawn from a fixed seed.
  @Test(arguments: 0..<8) func oneByteReplaced(seed: Int) {
    let original = Array(Examples.design.utf8)
    let replacements = Array("\"'{}[]:,-#&*!|>%@`\t\n \\0a".utf8) + [0, 7, 0xC3, 0xFF]
    var state = UInt64(seed + 1)
    func draw(below limit: Int) -> Int {
      // Knuth's MMIX generator.
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
    for _ in 0..<150 {
      var bytes = original
      let place = draw(below: bytes.count)
      bytes[place] = replacements[draw(below: replacements.count)]
      let faults = outcome(String(decoding: bytes, as: UTF8.self))
      #expect(isPlaced(faults), "seed \(seed), byte \(place): \(faults)")
    }
  }

  @Test(arguments: ["[", "{", "- ", "{a: ", "[{", "? ", "a:\n "])
  func refusesDeepNesting(opening: String) {
    let faults = outcome("programme: " + String(repeating: opening, count: 50_000))
    #expect(!faults.isEmpty && isPlaced(faults))
  }

  @Test(arguments: [25, 90, 97, 900]) func refusesDeepNestingThatIsClosed(depth: Int) throws {
    let text =
      "programme: " + String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    let faults = outcome(text)
    #expect(
      faults.contains { $0.message == "this is nested more than 24 levels deep; a plan is flat" })
  }

  @Test func readsLinesDrawnInComments() throws {
    let line =
      "# " + String(repeating: "-", count: 200) + "\n# "
      + String(repeating: "- ", count: 60) + "\n"
    #expect(outcome(line + Examples.design).isEmpty)
  }

  @Test func refusesAliasesBeforeTheyGrow() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<60 {
      let alias = "*a\(level - 1)"
      text +=
        "a\(level): &a\(level) [\(Array(repeating: alias, count: 9).joined(separator: ", "))]\n"
    }
    text += "? *a59\n: x\n? *a59\n: y\n"
    let faults = outcome(text)
    #expect(faults.filter { $0.message.contains("marks this for repetition") }.count == 60)
    #expect(faults.filter { $0.message.contains("repeats what") }.count == 59 * 9 + 2)
    #expect(
      faults.map(\.line).contains(
        "plan.yaml:2:10: '*a0' repeats what '&a0' marks, which a plan file does not do"))
  }

  @Test func refusesAnAnchorBehindAHashInQuotes() {
    let faults = outcome("programme: {id: \" #\", title: &x P, purpose: *x}")
    #expect(
      faults.map(\.line).contains(
        "plan.yaml:1:45: '*x' repeats what '&x' marks, which a plan file does not do"))
  }

  @Test func findsManyKeysGivenTwice() {
    let keys = (0..<150).map { "key\($0): 1\n" }.joined()
    let faults = outcome("programme: {id: p, title: P}\n" + keys + keys)
    #expect(isPlaced(faults))
    #expect(faults.filter { $0.message.contains("given twice") }.count == 150)
  }

  @Test(arguments: [
    "\"\": 1\n\"\": 2\n", "''  : 1\n'': 2\n", ": 1\n: 2\n", "? |\n a\n: 1\n? |\n a\n: 2\n",
  ])
  func endsOnStrangeKeysGivenTwice(text: String) {
    let faults = outcome(text)
    #expect(!faults.isEmpty && isPlaced(faults))
  }

  @Test func tellsAKeyGivenTwiceBesideAMistakeOfSyntax() {
    let faults = outcome("programme: {id: p, title: P}\nprogramme: {}\nbenefits: [\n")
    #expect(
      faults.map(\.line) == [
        "plan.yaml:2:1: the key 'programme' is given twice; the first is at line 1",
        "plan.yaml:4:1: the file ends before a '[' or a '{' is closed",
      ])
  }

  @Test func readsCommentsAndTextsThatLookLikeAliases() {
    #expect(outcome("# see &x and *x\n" + Examples.design).isEmpty)
    #expect(
      outcome("programme: {id: p, title: \"&x *x\"}\n").allSatisfy { !$0.message.contains("marks") }
    )
  }

  @Test func refusesAVeryLargeFile() {
    let faults = outcome(String(repeating: "# a comment\n", count: 400_000))
    #expect(
      faults.map(\.line)
        == ["plan.yaml:1:1: the file is larger than 4 MB; a plan is a short text"])
  }

  @Test(arguments: ["\r\n", "\r", "\n"]) func readsAnyLineEnding(ending: String) throws {
    let text = Examples.design.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: ending)
    let plan = try PlanFile.read(text, file: "plan.yaml")
    #expect(plan == (try PlanFile.read(Examples.design, file: "plan.yaml")))
    let broken = text.replacing("weight: 2", with: "weight: two")
    #expect(outcome(broken).map(\.line) == ["plan.yaml:8:87: 'weight': \"two\" is not a number"])
  }

  @Test func readsBehindAByteOrderMark() throws {
    let plan = try PlanFile.read("\u{FEFF}" + Examples.design, file: "plan.yaml")
    #expect(plan == (try PlanFile.read(Examples.design, file: "plan.yaml")))
    #expect(
      outcome("\u{FEFF}programm: {}").first?.line
        == "plan.yaml:1:1: a plan has no key 'programm'; did you mean 'programme'?")
  }
}
