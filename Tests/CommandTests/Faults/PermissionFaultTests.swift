#if os(Linux)
  import Foundation
  import Testing

  /// Files and folders that may not be written to, met by somebody who is not the administrator.
  @Suite struct PermissionFaultTests {
    /// The folder of the programs, where everybody may start them.
    private static let programs: Result<URL, any Error> = Result {
      let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("benefits-programs-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      atexit { try? FileManager.default.removeItem(at: PermissionFaultTests.programs.get()) }
      for name in ["benefits-cli", "benefits-report"] {
        try FileManager.default.copyItem(
          at: BuiltPrograms.folder.appendingPathComponent(name),
          to: folder.appendingPathComponent(name))
      }
      return folder
    }

    /// Runs a command as somebody who owns nothing of the folder.
    private func run(_ command: String, in folder: URL) throws -> BuiltPrograms.Outcome {
      let program = try Self.programs.get().path + "/" + command
      let isAdministrator = geteuid() == 0
      return try BuiltPrograms.run(
        (isAdministrator ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : "") + program,
        in: folder)
    }

    /// Runs a test in a prepared folder with the permissions of the database, and of the folder.
    private func with(file: Int, folder permissions: Int, _ body: (URL) throws -> Void) throws {
      try WritingCommand.inPreparedFolder { folder in
        let manager = FileManager.default
        try manager.setAttributes(
          [.posixPermissions: file],
          ofItemAtPath: folder.appendingPathComponent("benefits.db").path)
        try manager.setAttributes([.posixPermissions: permissions], ofItemAtPath: folder.path)
        defer { try? manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path) }
        try body(folder)
      }
    }

    private static let writers = [
      "benefits-cli record M2 2025-02=35", "benefits-cli undo",
      "benefits-cli plan apply changed.yaml",
    ]

    @Test func aFileThatMayNotBeWrittenIsRead() throws {
      try with(file: 0o444, folder: 0o555) { folder in
        for reader in [
          "benefits-cli log", "benefits-report status --as-of 2025-06-10", "benefits-cli verify",
        ] {
          #expect(try run(reader, in: folder).status == 0, "\(reader)")
        }
        for writer in Self.writers {
          let outcome = try run(writer, in: folder)
          #expect(outcome.status == 74, "\(outcome)")
          #expect(outcome.errors.contains("'benefits.db' may not be written to"), "\(outcome)")
          #expect(outcome.errors.contains("hint: look at"), "\(outcome)")
        }
      }
    }

    @Test func aFolderThatMayNotBeWrittenIsNamed() throws {
      try with(file: 0o666, folder: 0o555) { folder in
        #expect(try run("benefits-cli log", in: folder).status == 0)
        for writer in Self.writers {
          let outcome = try run(writer, in: folder)
          #expect(outcome.status == 74, "\(outcome)")
          #expect(
            outcome.errors.contains("permissions of the file and of its folder"), "\(outcome)")
        }
        for maker in [
          "benefits-cli init --database new.db", "benefits-cli backup new.db",
          "benefits-cli restore backup.db --database new.db",
          "benefits-cli restore backup.db --replace",
        ] {
          let outcome = try run(maker, in: folder)
          #expect(outcome.status == 73, "\(outcome)")
          #expect(outcome.errors.contains("Permission denied"), "\(outcome)")
          #expect(outcome.errors.contains("hint: look at the permissions of"), "\(outcome)")
        }
      }
    }

    @Test func aFileThatMayNotBeReadIsNamed() throws {
      try with(file: 0o000, folder: 0o555) { folder in
        for command in Self.writers + [
          "benefits-cli log", "benefits-cli verify", "benefits-cli backup b.db",
        ] {
          let outcome = try run(command, in: folder)
          #expect(outcome.status == 74, "\(outcome)")
          #expect(outcome.errors.contains("'benefits.db' may not be read"), "\(outcome)")
        }
      }
    }

    /// The signal that the system sends then would end the program.
    @Test(arguments: WritingCommand.all.filter { $0.effect == .entry })
    func aFileThatMayNotGrowIsAnError(command: WritingCommand) throws {
      try WritingCommand.inPreparedFolder { folder in
        let words = command.arguments.map { "'\($0)'" }.joined(separator: " ")
        let outcome = try BuiltPrograms.run("ulimit -f 20; \(words)", in: folder)
        #expect(outcome.status == 74, "\(outcome)")
        #expect(outcome.errors.contains("benefits-cli: error: "), "\(outcome)")
        _ = try command.check(
          FaultyRun.Outcome(
            status: outcome.status, signal: nil, output: outcome.output, errors: outcome.errors),
          in: folder, remark: "with files of 20 blocks")
      }
    }

    /// Nobody there may recover it, so the reader says who can.
    @Test func aKilledWritersJournalInAClosedFolderIsSaid() throws {
      try WritingCommand.inPreparedFolder { folder in
        try Self.leaveHotJournal(in: folder)
        let manager = FileManager.default
        try manager.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
        defer { try? manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path) }
        let reader = try run("benefits-cli log", in: folder)
        #expect(reader.status == 69, "\(reader)")
        #expect(reader.errors.contains("benefits-cli verify"), "\(reader)")
        let verify = try run("benefits-cli verify", in: folder)
        #expect([69, 74].contains(verify.status), "\(verify)")
        #expect(verify.errors.contains("hint: "), "\(verify)")
      }
    }

    /// Kills a command at the step behind which its journal is hot.
    private static func leaveHotJournal(in folder: URL) throws {
      let arguments = ["benefits-cli", "record", "M2", "2025-02=35"]
      let steps = try WritingCommand.inPreparedFolder {
        try FaultyRun.steps(.kill, of: arguments, in: $0)
      }
      let database = folder.appendingPathComponent("benefits.db")
      let whole = try Data(contentsOf: database)
      for step in stride(from: steps, to: 0, by: -1) {
        let outcome = try FaultyRun.run(
          arguments, in: folder, adding: try FaultyRun.variables(.kill, at: step, in: folder))
        #expect(outcome.signal == SIGKILL)
        let reader = try FaultyRun.run(["benefits-cli", "log"], in: folder)
        if reader.status == 69 { return }
        // It was killed too late, or too early.
        try? FileManager.default.removeItem(atPath: database.path + "-journal")
        try whole.write(to: database)
      }
      Issue.record("no step left a hot journal")
    }
  }
#endif
