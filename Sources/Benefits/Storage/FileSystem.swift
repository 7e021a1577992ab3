#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Questions to the file system that SQLite does not answer.
enum FileSystem {
  /// What stands under a path.
  enum Kind {
    /// Nothing.
    case nothing
    /// A file without a byte in it.
    case emptyFile
    /// A file.
    case file
    /// A folder.
    case folder
    /// Something that this user may not look at.
    case unreadable
  }

  /// Returns a path from the root.
  ///
  /// SQLite takes a name that begins with `file:` for a URI where it was built so, even when not asked to;
  /// a path from the root never begins so.
  static func absolutePath(_ path: String) -> String? {
    if path.hasPrefix("/") { return path }
    guard let folder = getcwd(nil, 0) else { return nil }
    defer { free(folder) }
    return String(cString: folder) + "/" + path
  }

  /// Returns what stands under a path.
  static func kind(of path: String) -> Kind {
    var status = stat()
    guard stat(path, &status) == 0 else {
      return errno == ENOENT || errno == ENOTDIR ? .nothing : .unreadable
    }
    if status.st_mode & S_IFMT == S_IFDIR { return .folder }
    guard access(path, R_OK) == 0 else { return .unreadable }
    return status.st_size == 0 ? .emptyFile : .file
  }

  /// Makes an empty file where there is none.
  ///
  /// - Returns: 0, or the `errno` of what prevented it.
  static func makeFile(_ path: String) -> Int32 {
    let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY, 0o644)
    guard descriptor >= 0 else { return errno }
    close(descriptor)
    return 0
  }

  /// Removes a file that this program has just made.
  static func remove(_ path: String) { unlink(path) }

  /// The text of an `errno`.
  static func message(_ code: Int32) -> String { String(cString: strerror(code)) }

  static let alreadyExists = EEXIST
  static let noSuchFolder = ENOENT
}
