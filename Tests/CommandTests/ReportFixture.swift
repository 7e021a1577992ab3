import Foundation
import Testing

/// The synthetic programme of `report-fixture.transcript` in a database of its own.
enum ReportFixture {
  /// The commands that answer from the database, each with everything it can print.
  static let commands = [
    "benefits-report status --as-of 2025-10-10 --long",
    "benefits-report status --as-of 2025-10-10 --format json",
    "benefits-report status --as-of 2025-10-10 --format csv",
    "benefits-report status --as-of 2025-10-10 --site north",
    "benefits-report chart seen -o - --as-of 2025-10-10",
    "benefits-report due --as-of 2025-10-10",
    "benefits-report summary --as-of 2025-10-10",
    "benefits-report export - --as-of 2025-10-10",
    "benefits-report html - --as-of 2025-10-10",
    "benefits-report check --as-of 2025-10-10 --verbose",
    "benefits-report check --as-of 2025-10-10 --format json",
    "benefits-report check --as-of 2025-10-10 --format junit",
  ]

  /// Runs a test in a folder that holds the database.
  static func withDatabase<R>(_ body: (URL) throws -> R) throws -> R {
    try BuiltPrograms.inEmptyFolder { folder in
      _ = try Transcript(named: "report-fixture").run(in: folder)
      return try body(folder)
    }
  }
}
