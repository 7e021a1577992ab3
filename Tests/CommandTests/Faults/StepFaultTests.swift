#if os(Linux)
  import Foundation
  import Testing

  /// Every command that writes, with a failure at the first step, at the second, and so on to the last.
  @Suite struct StepFaultTests {
    /// What fails, how, and how many of the steps are tried where not all are.
    struct Failure: Hashable, Sendable, CustomTestStringConvertible {
      var kind: FaultyRun.Kind
      var goesOn = false
      var limit: Int
      var testDescription: String { kind.rawValue + (goesOn ? " from then on" : "") }
    }

    static let failures = [
      Failure(kind: .io, limit: 16), Failure(kind: .io, goesOn: true, limit: 6),
      Failure(kind: .full, goesOn: true, limit: 10), Failure(kind: .memory, limit: 10),
      Failure(kind: .memory, goesOn: true, limit: 4), Failure(kind: .kill, limit: 24),
      Failure(kind: .torn, limit: 6),
    ]

    @Test(arguments: WritingCommand.all, failures)
    func theDatabaseIsAsBeforeOrAsAfter(command: WritingCommand, failure: Failure) throws {
      let count = try WritingCommand.inPreparedFolder {
        try FaultyRun.steps(failure.kind, of: command.arguments, in: $0)
      }
      #expect(count > 3, "\(command.testDescription) takes \(count) steps")
      var (hot, undone) = (0, 0)
      for step in FaultExtent.steps(count, atMost: failure.limit) {
        try WritingCommand.inPreparedFolder { folder in
          let outcome = try FaultyRun.run(
            command.arguments, in: folder,
            adding: try FaultyRun.variables(
              failure.kind, at: step, goesOn: failure.goesOn, in: folder))
          let remark = "\(failure.testDescription) at step \(step) of \(count)"
          Self.check(outcome, failure, "\(command.testDescription), \(remark)")
          let finding = try command.check(outcome, in: folder, remark: remark)
          hot += finding.hadHotJournal ? 1 : 0
          undone += finding.wasDone ? 0 : 1
          if !failure.kind.kills { try Self.checkLeftovers(in: folder, failure, remark) }
        }
      }
      // Failures that change nothing would prove nothing.
      #expect(undone > 0, "no failure kept \(command.testDescription) from being done")
      if failure.kind == .kill, command.effect == .entry, FaultExtent.isWhole { #expect(hot > 0) }
    }

    private static func check(
      _ outcome: FaultyRun.Outcome, _ failure: Failure, _ remark: String
    ) {
      guard !failure.kind.kills else {
        #expect(outcome.signal == nil || outcome.signal == SIGKILL, "\(remark): \(outcome)")
        return
      }
      // 73 where a file could not be made, 74 where reading or writing failed, and 69 where SQLite takes a part
      // of the file that the disk does not give back for damage.
      let isUnreadable =
        failure.kind == .io
        && [" is damaged", "is not as it was written"].contains { outcome.errors.contains($0) }
      #expect(
        [0, 73, 74].contains(outcome.status) || outcome.status == 69 && isUnreadable,
        "\(remark): \(outcome)")
      guard outcome.status != 0 else { return }
      #expect(outcome.errors.contains("benefits-cli: error: "), "\(remark): \(outcome)")
      #expect(!outcome.errors.contains("unexpected"), "\(remark): \(outcome)")
    }

    /// Only what was to be removed in the very step that failed may be left.
    private static func checkLeftovers(
      in folder: URL, _ failure: Failure, _ remark: String
    ) throws {
      let parts = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
        $0.contains(".part")
      }
      if failure.kind != .io { #expect(parts.isEmpty, "\(remark) left \(parts)") }
    }
  }
#endif
