package import BenefitsStorage

extension StoreError: CommandError {
  /// The failure with the status that scripts and schedules know the reason by.
  package var failure: CommandFailure {
    CommandFailure(status, description, hints: hint.map { [$0] } ?? [])
  }

  private var status: ExitStatus {
    switch reason {
    case .emptyPath: .wrongUsage
    case .beforeLastEntry, .inTheFuture, .planConflict, .refused, .standsOnTop: .wrongInput
    case .notFound, .noPlan, .noSuchEntry: .notFound
    case .notADatabase, .otherApplication, .newerVersion, .olderVersion, .damaged, .alteredSchema,
      .hotJournal,
      .library:
      .unusableDatabase
    case .unexpected: .programFault
    case .alreadyExists, .cannotCreate: .cannotCreate
    case .readOnly, .full, .io: .readOrWriteFailed
    case .busy: .busy
    case .interrupted: .interrupted
    }
  }
}
