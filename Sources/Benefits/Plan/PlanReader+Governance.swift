import BenefitsModel

// What a programme assumes, decides, reviews and is to do.

extension PlanReader {
  static let assumptionKeys = FieldSet(
    phrase: "an assumption", keys: ["id", "text", "benefits", "state", "tested_on", "evidence"])
  static let decisionKeys = FieldSet(
    phrase: "a decision", keys: ["id", "date", "body", "text", "benefits", "measures"])
  static let reviewKeys = FieldSet(
    phrase: "a review",
    keys: ["id", "date", "body", "kind", "benefits", "decision", "narrative", "next_due"])
  static let actionKeys = FieldSet(
    phrase: "an action",
    keys: ["id", "text", "owner", "raised", "due", "done_on", "benefits", "measures"])

  mutating func readAssumptions(_ root: Fields) -> [Assumption] {
    var assumptions: [Assumption] = []
    for (index, node) in section(root, "assumptions").enumerated() {
      guard
        let fields = Fields(
          node, Self.assumptionKeys, name: name("assumption", node, index), &faults)
      else { continue }
      let id = fields.ownIdentifier(Assumption.self, in: assumptionIDs, &faults)
      let text = fields.text("text", required: true, allowsLines: true, &faults)
      fields.require("benefits", &faults, hint: "name the benefits that rest on it")
      let benefits = fields.references("benefits", to: benefitIDs, of: "benefit", &faults)
      let state = fields.word("state", Assumption.State.self, &faults) ?? .untested
      let testedOn = fields.day("tested_on", &faults)
      let evidence = fields.text("evidence", allowsLines: true, &faults)
      for key in ["tested_on", "evidence"] where fields.has(key) && state == .untested {
        faults.append(
          Fault(
            fields.keyPlace(of: key), "'\(key)' is given, but the assumption is untested",
            hint: "write state: supported or state: refuted, or leave '\(key)' out"))
        break
      }
      guard let id else { continue }
      places.add(PlanItem(.assumption, id), fields)
      guard let text else { continue }
      assumptions.append(
        Assumption(
          id: id, text: text, benefits: benefits, state: state, testedOn: testedOn,
          evidence: evidence))
    }
    return assumptions
  }

  mutating func readDecisions(_ root: Fields) -> [Decision] {
    var decisions: [Decision] = []
    for (index, node) in section(root, "decisions").enumerated() {
      guard
        let fields = Fields(node, Self.decisionKeys, name: name("decision", node, index), &faults)
      else { continue }
      let id = fields.ownIdentifier(Decision.self, in: decisionIDs, &faults)
      let date = fields.day("date", required: true, &faults)
      let body = fields.text("body", required: true, hint: Self.bodyHint, &faults)
      let text = fields.text("text", required: true, allowsLines: true, &faults)
      let benefits = fields.references("benefits", to: benefitIDs, of: "benefit", &faults)
      let measures = fields.references("measures", to: measureIDs, of: "measure", &faults)
      guard let id else { continue }
      places.add(PlanItem(.decision, id), fields)
      guard let date, let body, let text else { continue }
      decisions.append(
        Decision(
          id: id, date: date, body: body, text: text, benefits: benefits, measures: measures))
    }
    return decisions
  }

  mutating func readReviews(_ root: Fields) -> [Review] {
    var reviews: [Review] = []
    for (index, node) in section(root, "reviews").enumerated() {
      guard
        let fields = Fields(node, Self.reviewKeys, name: name("review", node, index), &faults)
      else { continue }
      let id = fields.ownIdentifier(Review.self, in: reviewIDs, &faults)
      let date = fields.day("date", required: true, &faults)
      let body = fields.text("body", required: true, hint: Self.bodyHint, &faults)
      let kind = fields.word("kind", Review.Kind.self, &faults) ?? .review
      let benefits = fields.references("benefits", to: benefitIDs, of: "benefit", &faults)
      let decision = fields.text("decision", allowsLines: true, &faults)
      let narrative = fields.text("narrative", allowsLines: true, &faults)
      let nextDue = fields.day("next_due", &faults)
      if let date, let nextDue, nextDue <= date {
        faults.append(
          Fault(
            fields.place(of: "next_due"),
            "the next review is due on \(nextDue), but this one is of \(date); write a later day"))
      }
      guard let id else { continue }
      places.add(PlanItem(.review, id), fields)
      guard let date, let body else { continue }
      reviews.append(
        Review(
          id: id, date: date, body: body, kind: kind, benefits: benefits, decision: decision,
          narrative: narrative, nextDue: nextDue))
    }
    return reviews
  }

  mutating func readActions(_ root: Fields) -> [Action] {
    var actions: [Action] = []
    for (index, node) in section(root, "actions").enumerated() {
      guard
        let fields = Fields(node, Self.actionKeys, name: name("action", node, index), &faults)
      else { continue }
      let id = fields.ownIdentifier(Action.self, in: actionIDs, &faults)
      let text = fields.text("text", required: true, allowsLines: true, &faults)
      let owner = fields.text(
        "owner", required: true, hint: "name the role that is to do it", &faults)
      let raised = fields.day("raised", &faults)
      let due = fields.day("due", required: true, &faults)
      let doneOn = fields.day("done_on", &faults)
      let benefits = fields.references("benefits", to: benefitIDs, of: "benefit", &faults)
      let measures = fields.references("measures", to: measureIDs, of: "measure", &faults)
      for (key, day) in [("due", due), ("done_on", doneOn)] {
        guard let raised, let day, day < raised else { continue }
        faults.append(
          Fault(
            fields.place(of: key), "'\(key)' is \(day), before the action was raised on \(raised)"))
      }
      guard let id else { continue }
      places.add(PlanItem(.action, id), fields)
      guard let text, let owner, let due else { continue }
      actions.append(
        Action(
          id: id, text: text, owner: owner, raised: raised, due: due, doneOn: doneOn,
          benefits: benefits, measures: measures))
    }
    return actions
  }

  private static let bodyHint = "name the body, as Programme Board"
}
