import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let definitionIncomplete = Check(
    "def.definition-incomplete", family: .definition, severities: [.warn],
    breach:
      "the operational definition or the source is missing, or a percentage does not say of what",
    explanation: CheckExplanation(
      what: """
        A measure has an operational definition and a source. The definition of a proportion, and of anything \
        in per cent, names what it is a share of: it has a word such as of, out of, per, among or divided by in \
        it. A plan without a unit or a direction is refused before any check.
        """,
      why: """
        Two people who count by different definitions find a change where there is none. A percentage without \
        its denominator can be made to rise by leaving people out.
        """,
      fix: """
        Write down what is counted, of whom, and from which system, exactly enough for somebody else to count \
        the same.
        """,
      source: "Operational definitions: Provost & Murray, The Health Care Data Guide (2011)"),
    rule: .measure { subject in
      if subject.isPart { return .notApplicable("is a part of a measure") }
      let measure = subject.measure
      var lacks: [String] = []
      if measure.definition == nil { lacks.append("definition") }
      if measure.source == nil { lacks.append("source") }
      let isShare = measure.kind == .proportion || measure.unit == "%"
      if isShare, let definition = measure.definition, !namesDenominator(definition) {
        lacks.append("denominator in its definition")
      }
      guard lacks.isEmpty else {
        var finding = CheckFinding.breach(
          .warn, "has no \(lacks.joined(separator: " and no "))",
          action: "write down what is counted, of whom and from where")
        finding.evidence = ["missing": Double(lacks.count)]
        finding.owner = subject.dataOwner
        return finding
      }
      return .pass("has a definition and a source").with(evidence: ["missing": 0])
    })

  private static func namesDenominator(_ definition: String) -> Bool {
    let text = definition.asciiLowercased()
    if ["÷", "/", "out of", "divided by"].contains(where: { text.contains($0) }) { return true }
    let words = Set(text.split { !$0.isLetter && !$0.isNumber }.map(String.init))
    return !words.isDisjoint(with: ["of", "per", "among", "amongst", "denominator", "share"])
  }
}
