import BenefitsModel

/// Writes what differs between a plan and what is kept, and nothing else.
struct PlanWriting {
  let session: Session
  let plan: Plan
  /// The plan in force before.
  let former: Plan?
  private(set) var counts = RowCounts()

  init(session: Session, plan: Plan, after former: Plan?) {
    self.session = session
    self.plan = plan
    self.former = former
  }

  /// Writes the definitions that are new, differ, or stand in another order.
  mutating func writeDefinitions(_ journal: inout EntryJournal) throws(StoreError) {
    let encoding = try encode(plan)
    let formerBodies = Dictionary(
      try former.map { plan throws(StoreError) in try encode(plan) }?.items
        .map { (DefinitionRow.Key(noun: $0.noun, folded: $0.id.asciiLowercased()), $0.body) } ?? [],
      uniquingKeysWith: { first, _ in first })
    let ceiling = journal.last?.id ?? 0
    let current = Dictionary(
      try session.definitions(upTo: ceiling).map { ($0.key, $0) },
      uniquingKeysWith: { first, _ in first })
    if let other = current.values.first(where: {
      $0.noun == .programme && $0.body != nil
        && $0.id.asciiLowercased() != plan.programme.id.folded
    }) {
      throw StoreError(
        .planConflict,
        "'\(session.path)' is the database of the programme '\(other.id)'; this plan is for "
          + "'\(plan.programme.id)'",
        hint: "give the plan its own database with 'benefits-cli init', or name it '\(other.id)'")
    }
    for noun in DefinitionNoun.allCases {
      let items = encoding.items.filter { $0.noun == noun }
      let known = items.map { current[.init(noun: noun, folded: $0.id.asciiLowercased())] }
      let places = PlanOrder.places(keeping: known.map { $0?.body == nil ? nil : $0?.ordinal })
      for (offset, item) in items.enumerated() {
        var row = DefinitionRow(noun: noun, id: item.id, ordinal: places[offset], body: item.body)
        var texts = item.texts
        // What reads the same stays the same: a redacted text reads like another one that is not kept.
        if let kept = known[offset]?.body, formerBodies[row.key] == item.body {
          row.body = kept
          texts = TextShelf()
        }
        if let known = known[offset], known.body == row.body, known.ordinal == row.ordinal {
          count(.unchanged)
        } else {
          try write(row, texts: texts, &journal)
          count(known[offset]?.body == nil ? .added : .revised)
        }
      }
    }
  }

  private func encode(_ plan: Plan) throws(StoreError) -> PlanEncoding {
    do {
      return try PlanEncoding(plan)
    } catch {
      // Numbers are finite and texts are Unicode: only a fault of this program gets here.
      throw StoreError(.unexpected, "the plan cannot be written as JSON (\(error))")
    }
  }

  private func write(
    _ row: DefinitionRow, texts: TextShelf, _ journal: inout EntryJournal
  ) throws(StoreError) {
    try session.keep(texts)
    try journal.insert(row)
  }

  /// Retires definitions that are there.
  mutating func retire(
    _ keys: [DefinitionRow.Key], _ journal: inout EntryJournal
  ) throws(StoreError) {
    guard !keys.isEmpty else { return }
    let present = Set(plan.items.compactMap { DefinitionRow.Key($0) })
    let wanted = Set(keys).subtracting(present)
    for var row in try session.definitions(upTo: journal.last?.id ?? 0)
    where wanted.contains(row.key) && row.body != nil {
      row.body = nil
      try write(row, texts: TextShelf(), &journal)
      count(.revised)
    }
  }

  mutating func count(_ outcome: WriteOutcome) { counts.count(outcome) }
}
