import BenefitsModel
import Testing

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("fals-per-1000", ["falls-per-1000", "visits"], ["falls-per-1000"]),
    ("rcord", ["record", "import"], ["record"]),
    ("ercord", ["record"], ["record"]),
    ("STAY", ["stay"], ["stay"]),
    ("cvs", ["csv", "tsv", "json"], ["csv", "tsv"]),
    ("qqqq", ["record"], []),
    ("", ["a"], []),
    ("ab", ["xy"], []),
    ("aaaa", ["aaab", "aaac", "aaad", "aaae"], ["aaab", "aaac", "aaad"]),
  ])
  func namesNear(name: String, candidates: [String], expected: [String]) {
    #expect(Suggestion.names(near: name, in: candidates) == expected)
  }

  @Test func nearestComesFirst() {
    #expect(
      Suggestion.names(near: "stays", in: ["stray", "stay", "stays-2"]) == [
        "stay", "stray", "stays-2",
      ])
  }

  @Test func clause() {
    #expect(Suggestion.clause(for: "sit", in: ["site"]) == "; did you mean 'site'?")
    #expect(
      Suggestion.clause(for: "cvs", in: ["csv", "tsv"]) == "; did you mean 'csv' or 'tsv'?")
    #expect(Suggestion.clause(for: "zzzz", in: ["site"]) == "")
  }
}

@Suite struct IdentifierTests {
  @Test(arguments: ["HF-M01", "a", "0", "a.b-c", "1000", String(repeating: "a", count: 64)])
  func identifiers(text: String) { #expect(Site.ID(text)?.text == text) }

  @Test(arguments: [
    "", "-a", ".a", "a b", "a_b", "é", "a/b", " a", "a\n", String(repeating: "a", count: 65),
  ])
  func textsThatAreNone(text: String) { #expect(Site.ID(text) == nil) }

  @Test func caseDoesNotDistinguish() throws {
    let upper = try #require(Site.ID("HF-M01"))
    let lower = try #require(Site.ID("hf-m01"))
    #expect(upper == lower)
    #expect(Set([upper, lower]).count == 1)
    #expect("\(upper)" == "HF-M01")
    #expect(try #require(Site.ID("A")) < #require(Site.ID("b")))
  }
}

@Suite struct FaultTests {
  @Test func placesOfAFaultAsText() {
    let place = SourceLocation(file: "f.csv", line: 14, column: 22)
    #expect(Fault(place, "wrong").line == "f.csv:14:22: wrong")
    #expect(Fault(SourceLocation(whole: "f.csv"), "empty").line == "f.csv: empty")
    #expect(Fault("wrong").line == "wrong")
    #expect(
      Fault(place, "wrong", hint: "mend it").description == "f.csv:14:22: wrong\n  hint: mend it")
  }

  @Test func controlCharactersOfAFileAreLeftOut() {
    let fault = Fault("\"a\u{1b}[31m\nb\" is wrong", hint: "mend\u{7}")
    #expect(fault.description == "\"a[31m b\" is wrong\n  hint: mend")
    #expect([fault].lines() == ["\"a[31m b\" is wrong", "  hint: mend"])
  }

  @Test func listShowsAHintOnceAndHowManyAreLeftOut() {
    let faults = (1...5).map {
      Fault(
        SourceLocation(file: "f", line: $0, column: 1), "wrong", hint: $0 == 4 ? "other" : "same")
    }
    #expect(
      faults.lines(limit: 4) == [
        "f:1:1: wrong", "  hint: same", "f:2:1: wrong", "f:3:1: wrong", "f:4:1: wrong",
        "  hint: other",
        "and 1 more",
      ])
    #expect(faults.lines().count == 7)
    #expect([Fault]().lines() == [])
  }
}
