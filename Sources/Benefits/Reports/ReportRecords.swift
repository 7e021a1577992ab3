public import BenefitsModel

/// What the ledger tells beside the state of knowledge itself: who recorded what, and what was changed.
public struct ReportRecords: Hashable, Sendable {
  /// The entries by number.
  public var entries: [EntryID: Entry]
  /// What was promised before.
  public var history: History
  /// Every version of each number that has several, by series, period and entry.
  public var revisions: [MeasurementVersion]

  /// Creates records.
  ///
  /// - Parameters:
  ///   - entries: The entries.
  ///   - history: What was promised before.
  ///   - revisions: Every version of each number that has several, by series, period and entry.
  public init(
    entries: [Entry] = [], history: History = History(), revisions: [MeasurementVersion] = []
  ) {
    self.entries = Dictionary(entries.map { ($0.id, $0) }) { _, last in last }
    self.history = history
    self.revisions = revisions
  }
}
