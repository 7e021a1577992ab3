import Foundation

/// A folder for one test, removed with everything in it.
struct TemporaryFolder: ~Copyable {
  let path: String

  init() {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("benefits-storage-\(UUID().uuidString)")
    try? FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String = "benefits.db") -> String { "\(path)/\(name)" }

  func bytes(_ name: String = "benefits.db") throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: file(name))))
  }

  func write(_ bytes: some Sequence<UInt8>, to name: String = "benefits.db") throws {
    try Data(bytes).write(to: URL(fileURLWithPath: file(name)))
  }

  func write(_ text: String, to name: String) throws { try write(text.utf8, to: name) }

  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }
}

extension TemporaryFolder {
  /// Takes away the right to write to the file and to the folder.
  func protect(_ name: String = "benefits.db") throws {
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: file(name))
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: path)
  }

  /// Gives the rights back.
  func unprotect() {
    try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
  }

  /// Whether this user may write to everything whatever its permissions.
  static var isPrivileged: Bool { geteuid() == 0 }

  /// Copies a file under another name.
  func copy(_ name: String, to other: String) throws {
    try FileManager.default.copyItem(atPath: file(name), toPath: file(other))
  }
}
