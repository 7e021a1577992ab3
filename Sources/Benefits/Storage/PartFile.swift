#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that is made beside its place and moved there when it is whole, so that nobody meets half of it.
///
/// It is removed again unless it was moved; a program that is killed leaves it, as `NAME.NUMBER.part`.
struct PartFile: ~Copyable {
  /// Where the file is made, from the root.
  let path: String
  /// Where it is to stand, from the root.
  let place: String
  /// Its place as the user wrote it, for messages.
  let name: String

  private init(path: String, place: String, name: String) {
    self.path = path
    self.place = place
    self.name = name
  }

  deinit {
    FileSystem.remove(path)
    FileSystem.remove(path + "-journal")
  }

  /// Makes an empty file beside a place.
  ///
  /// - Parameters:
  ///   - name: The place as the user wrote it.
  ///   - place: The place from the root.
  ///   - permissions: The permissions, of which the user's mask takes some away.
  /// - Returns: The file, which is the caller's.
  /// - Throws: `StoreError`, with the reason `cannotCreate` when the folder is missing or closed.
  static func make(
    for name: String, at place: String, permissions: UInt16 = 0o644
  ) throws(StoreError) -> PartFile {
    for attempt in 0..<100 {
      // Another number where one was left by a killed program of the same number.
      let path = "\(place).\(Int(getpid()) + attempt).part"
      switch FileSystem.makeFile(path, permissions: permissions) {
      case 0: return PartFile(path: path, place: place, name: name)
      case FileSystem.alreadyExists: continue
      case let code: throw cannotCreate(name, place, code)
      }
    }
    throw StoreError(.cannotCreate, "cannot create '\(name)': too many '\(name).….part' files")
  }

  /// Writes what the system still holds in memory of the file to the disk.
  ///
  /// No connection of this process may be open to the file: closing a second descriptor drops its locks.
  func sync() throws(StoreError) {
    let code = FileSystem.sync(path)
    guard code == 0 else { throw Self.failed(name, code) }
  }

  /// Moves the file to its place, which must be free.
  func put() throws(StoreError) {
    // Linking is the one way of moving that never takes another file's place; not every file system has it.
    switch FileSystem.link(path, place) {
    case 0: FileSystem.remove(path)
    case FileSystem.alreadyExists: throw Self.exists(name)
    default:
      guard FileSystem.kind(of: place) == .nothing else { throw Self.exists(name) }
      let code = FileSystem.rename(path, place)
      guard code == 0 else { throw Self.cannotCreate(name, place, code) }
    }
    try syncFolder()
  }

  /// Moves the file to its place, where another stands that stays under another name.
  ///
  /// - Parameter kept: The new name of what stands there, from the root.
  /// - Throws: `StoreError`, with the reason `cannotCreate`.
  func replace(keeping kept: String) throws(StoreError) {
    // With two names for a moment, there is never none.
    if FileSystem.link(place, kept) != 0 {
      let code = FileSystem.rename(place, kept)
      guard code == 0 else { throw Self.cannotCreate(kept, kept, code) }
    }
    let code = FileSystem.rename(path, place)
    guard code == 0 else { throw Self.cannotCreate(name, place, code) }
    try syncFolder()
  }

  private func syncFolder() throws(StoreError) {
    let code = FileSystem.sync(FileSystem.folder(of: place))
    guard code == 0 else { throw Self.failed(name, code) }
  }

  static func exists(_ name: String) -> StoreError {
    StoreError(.alreadyExists, "'\(name)' exists already; it was not touched")
  }

  private static func failed(_ name: String, _ code: Int32) -> StoreError {
    code == ENOSPC
      ? StoreError(
        .full, "there is no room left for '\(name)'",
        hint: "make room on the disk and run the command again")
      : StoreError(.io, "writing '\(name)' failed (\(FileSystem.message(code)))")
  }

  private static func cannotCreate(_ name: String, _ place: String, _ code: Int32) -> StoreError {
    let folder = FileSystem.folder(of: name)
    switch code {
    case ENOENT, ENOTDIR:
      return StoreError(
        .cannotCreate, "cannot create '\(name)': there is no folder '\(folder)'",
        hint: "make the folder first, as in: mkdir -p '\(folder)'")
    case EACCES, EROFS, EPERM:
      return StoreError(
        .cannotCreate, "cannot create '\(name)': \(FileSystem.message(code))",
        hint: "look at the permissions of "
          + (folder == "." ? "this folder" : "'\(folder)'") + ", or name another place")
    case ENOSPC, EDQUOT: return failed(name, ENOSPC)
    default:
      return StoreError(.cannotCreate, "cannot create '\(name)': \(FileSystem.message(code))")
    }
  }
}
