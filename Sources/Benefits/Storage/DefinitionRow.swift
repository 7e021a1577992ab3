import BenefitsModel

/// One definition as it is kept.
struct DefinitionRow: Hashable {
  var noun: DefinitionNoun
  var id: String
  var ordinal: Int
  /// The JSON body; `nil` when retired.
  var body: String?

  /// What the rows of one definition have in common.
  struct Key: Hashable {
    var noun: DefinitionNoun
    var folded: String
  }

  var key: Key { Key(noun: noun, folded: id.asciiLowercased()) }
}

extension Session {
  /// The statement that reads the newest row of every definition up to an entry.
  ///
  /// Where a query takes one `max()`, SQLite takes its bare columns from the row with the maximum
  /// (lang_select.html §2.5).
  static let newestDefinitions: StaticString = """
    SELECT noun, id, ordinal, body, max(entry_id) FROM definition_row WHERE entry_id <= ?1
    GROUP BY noun, id
    """

  /// Reads the newest row of every definition up to an entry, retired ones included.
  func definitions(upTo ceiling: EntryID) throws(StoreError) -> [DefinitionRow] {
    let statement = try prepare(Self.newestDefinitions)
    try statement.bind(ceiling, at: 1)
    var rows = [DefinitionRow]()
    while try statement.step() {
      // A noun that this program does not read yet is left alone.
      guard let noun = DefinitionNoun(rawValue: statement.text(0)) else { continue }
      rows.append(
        DefinitionRow(
          noun: noun, id: statement.text(1), ordinal: statement.int(2),
          body: statement.optionalText(3)))
    }
    return rows
  }

  /// Returns the texts with the hashes given.
  func texts(_ hashes: some Sequence<String>) throws(StoreError) -> TextShelf {
    var shelf = TextShelf()
    let statement = try prepare("SELECT body FROM text WHERE hash = ?1")
    for hash in hashes {
      try statement.bind(hash, at: 1)
      if try statement.step() { shelf.bodies[hash] = .some(statement.optionalText(0)) }
      statement.reset()
    }
    return shelf
  }
}

extension DefinitionRow.Key {
  /// Creates the key of a plan item, or `nil` where the item belongs to a series.
  init?(_ item: PlanItem) {
    let noun: DefinitionNoun
    switch item.noun {
    case .programme: noun = .programme
    case .calendar: noun = .calendar
    case .checks: noun = .policy
    case .project: noun = .project
    case .site: noun = .site
    case .stratum: noun = .stratum
    case .benefit: noun = .benefit
    case .measure: noun = .measure
    case .annotation: noun = .annotation
    case .assumption: noun = .assumption
    case .decision: noun = .decision
    case .review: noun = .review
    case .action: noun = .action
    case .waiver: noun = .waiver
    case .baseline, .targets, .guardrail: return nil
    }
    let id = item.id.isEmpty ? noun.onlyID : item.id
    self.init(noun: noun, folded: id.asciiLowercased())
  }
}
