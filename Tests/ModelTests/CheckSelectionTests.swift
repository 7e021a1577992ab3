import BenefitsModel
import Testing

@Suite struct GlobTests {
  @Test(arguments: [
    ("data.*", "data.overdue", true), ("data.*", "traj.on-track", false), ("*", "", true),
    ("*", "x", true), ("HF-M1?", "hf-m12", true), ("HF-M1?", "HF-M1", false),
    ("*.missing", "baseline.missing", true), ("a*b*c", "aXbYbc", true), ("a*b*c", "aXbY", false),
    ("", "", true), ("", "x", false), ("a.c", "abc", false), ("***", "abc", true),
  ])
  func matches(pattern: String, name: String, expected: Bool) {
    #expect(Glob(pattern).matches(name) == expected)
  }

  @Test func aPlainNameHasNoStars() {
    #expect(Glob("data.overdue").isPlain)
    #expect(!Glob("data.*").isPlain)
    #expect(!Glob("HF-M0?").isPlain)
  }
}

@Suite struct CheckSelectionTests {
  private func matches(_ text: String) throws -> Bool {
    try CheckSelection(text).matches { word in
      switch word {
      case .measure: ["HF-M13"]
      case .aim: ["population-health", "cost-efficiency"]
      case .role: ["outcome"]
      default: []
      }
    }
  }

  @Test(arguments: [
    ("measure:HF-M13", true), ("measure:hf-m*", true), ("measure:HF-M14", false),
    ("!measure:HF-M14", true), ("aim:cost-efficiency", true),
    ("aim:cost-efficiency+role:outcome", true), ("aim:cost-efficiency+role:process", false),
    ("role:process,measure:HF-M1?", true), (" aim : population-* + ! role : process ", true),
    ("!aim:cost-efficiency", false), ("owner:*", false), ("!owner:*", true),
    ("role:process,role:adoption", false), ("ROLE:Outcome", true),
  ])
  func plusIsAndCommaIsOrExclamationIsNot(text: String, expected: Bool) throws {
    #expect(try matches(text) == expected)
  }

  @Test(arguments: [
    ("", "a term is empty; write one on each side of ',' and '+', as aim:cost-efficiency"),
    ("aim:x,", "a term is empty; write one on each side of ',' and '+', as aim:cost-efficiency"),
    ("HF-M03", "'HF-M03' is no term; write a word, ':' and a pattern, as measure:HF-M03"),
    ("measure:", "'measure:' is no term; write a word, ':' and a pattern, as measure:HF-M*"),
    ("measur:HF-M03", "nothing can be selected by 'measur'; did you mean 'measure'?"),
  ])
  func saysWhatIsWrong(text: String, message: String) {
    let fault = #expect(throws: CheckSelectionFault.self) { try CheckSelection(text) }
    #expect(fault?.description == message)
  }
}
