import BenefitsModel

/// Writes what differs between a plan and what is kept, and nothing else.
struct PlanWriting {
  let session: Session
  let plan: Plan
  private(set) var counts = RowCounts()

  init(session: Session, plan: Plan) {
    self.session = session
    self.plan = plan
  }

  /// Writes the definitions that are new, differ, or stand in another order.
  mutating func writeDefinitions(_ journal: inout EntryJournal) throws(StoreError) {
    let encoding = try encode()
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
        let row = DefinitionRow(noun: noun, id: item.id, ordinal: places[offset], body: item.body)
        if let known = known[offset], known.body == row.body, known.ordinal == row.ordinal {
          count(.unchanged)
        } else {
          try write(row, texts: item.texts, &journal)
          count(known[offset]?.body == nil ? .added : .revised)
        }
      }
    }
  }

  private func encode() throws(StoreError) -> PlanEncoding {
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
