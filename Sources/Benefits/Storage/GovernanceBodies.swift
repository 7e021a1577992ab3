import BenefitsModel

// The JSON bodies of what a programme assumes, decides, reviews and is to do; see DefinitionBodies.swift.

struct AssumptionBody: Codable {
  var textSha256: String
  var benefits: [Benefit.ID]?
  var state: Assumption.State
  var testedOn: Day?
  var evidenceSha256: String?

  init(_ assumption: Assumption, texts: inout TextShelf) {
    textSha256 = texts.add(assumption.text)
    benefits = assumption.benefits.isEmpty ? nil : assumption.benefits
    state = assumption.state
    testedOn = assumption.testedOn
    evidenceSha256 = texts.add(assumption.evidence)
  }

  func assumption(_ id: Assumption.ID, texts: TextShelf) -> Assumption {
    Assumption(
      id: id, text: texts.text(textSha256), benefits: benefits ?? [], state: state,
      testedOn: testedOn, evidence: texts.text(evidenceSha256))
  }

  var texts: [String?] { [textSha256, evidenceSha256] }
}

struct DecisionBody: Codable {
  var date: Day
  var body: String
  var textSha256: String
  var benefits: [Benefit.ID]?
  var measures: [Measure.ID]?

  init(_ decision: Decision, texts: inout TextShelf) {
    date = decision.date
    body = decision.body
    textSha256 = texts.add(decision.text)
    benefits = decision.benefits.isEmpty ? nil : decision.benefits
    measures = decision.measures.isEmpty ? nil : decision.measures
  }

  func decision(_ id: Decision.ID, texts: TextShelf) -> Decision {
    Decision(
      id: id, date: date, body: body, text: texts.text(textSha256), benefits: benefits ?? [],
      measures: measures ?? [])
  }

  var texts: [String?] { [textSha256] }
}

struct ReviewBody: Codable {
  var date: Day
  var body: String
  var kind: Review.Kind?
  var benefits: [Benefit.ID]?
  var decisionSha256: String?
  var narrativeSha256: String?
  var nextDue: Day?

  init(_ review: Review, texts: inout TextShelf) {
    date = review.date
    body = review.body
    kind = review.kind == .review ? nil : review.kind
    benefits = review.benefits.isEmpty ? nil : review.benefits
    decisionSha256 = texts.add(review.decision)
    narrativeSha256 = texts.add(review.narrative)
    nextDue = review.nextDue
  }

  func review(_ id: Review.ID, texts: TextShelf) -> Review {
    Review(
      id: id, date: date, body: body, kind: kind ?? .review, benefits: benefits ?? [],
      decision: texts.text(decisionSha256), narrative: texts.text(narrativeSha256),
      nextDue: nextDue)
  }

  var texts: [String?] { [decisionSha256, narrativeSha256] }
}

struct ActionBody: Codable {
  var textSha256: String
  var owner: String
  var raised: Day?
  var due: Day
  var doneOn: Day?
  var benefits: [Benefit.ID]?
  var measures: [Measure.ID]?

  init(_ action: Action, texts: inout TextShelf) {
    textSha256 = texts.add(action.text)
    owner = action.owner
    raised = action.raised
    due = action.due
    doneOn = action.doneOn
    benefits = action.benefits.isEmpty ? nil : action.benefits
    measures = action.measures.isEmpty ? nil : action.measures
  }

  func action(_ id: Action.ID, texts: TextShelf) -> Action {
    Action(
      id: id, text: texts.text(textSha256), owner: owner, raised: raised, due: due,
      doneOn: doneOn, benefits: benefits ?? [], measures: measures ?? [])
  }

  var texts: [String?] { [textSha256] }
}
