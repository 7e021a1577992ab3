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

  /// The folder that a path leads to, `.` where it names none.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The permissions of a file, without its kind.
  static func permissions(of path: String) -> UInt16? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return UInt16(truncatingIfNeeded: status.st_mode & 0o777)
  }

  /// Whether two paths lead to one file.
  static func isSame(_ path: String, _ other: String) -> Bool {
    var (first, second) = (stat(), stat())
    guard stat(path, &first) == 0, stat(other, &second) == 0 else { return false }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }

  /// What to put behind a path so that a file that is kept meets no other: the suffix, or it with `-2`, `-3` ….
  static func freeSuffix(_ suffix: String, for path: String) -> String {
    var free = suffix
    var number = 1
    while kind(of: path + free) != .nothing {
      number += 1
      free = "\(suffix)-\(number)"
    }
    return free
  }

  /// Makes an empty file where there is none.
  ///
  /// - Returns: 0, or the `errno` of what prevented it, as for all that follow.
  static func makeFile(_ path: String, permissions: UInt16) -> Int32 {
    let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, mode_t(permissions))
    guard descriptor >= 0 else { return errno }
    close(descriptor)
    return 0
  }

  /// Writes what the system still holds in memory of a file, or of the names in a folder, to the disk.
  static func sync(_ path: String) -> Int32 {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return errno }
    defer { close(descriptor) }
    #if canImport(Darwin)
      // Darwin's fsync leaves the data in the memory of the disk.
      if fcntl(descriptor, F_FULLFSYNC) == 0 { return 0 }
    #endif
    if fsync(descriptor) == 0 { return 0 }
    // Some file systems cannot sync a folder, and keep its names in order themselves.
    return errno == EINVAL ? 0 : errno
  }

  /// Gives a file a second name, which must be free.
  static func link(_ path: String, _ name: String) -> Int32 {
    #if canImport(Glibc)
      Glibc.link(path, name) == 0 ? 0 : errno
    #elseif canImport(Musl)
      Musl.link(path, name) == 0 ? 0 : errno
    #else
      Darwin.link(path, name) == 0 ? 0 : errno
    #endif
  }

  /// Gives a file another name, in place of what bears it.
  static func rename(_ path: String, _ name: String) -> Int32 {
    #if canImport(Glibc)
      Glibc.rename(path, name) == 0 ? 0 : errno
    #elseif canImport(Musl)
      Musl.rename(path, name) == 0 ? 0 : errno
    #else
      Darwin.rename(path, name) == 0 ? 0 : errno
    #endif
  }

  /// Removes a file that this program has made.
  static func remove(_ path: String) { unlink(path) }

  /// The text of an `errno`.
  static func message(_ code: Int32) -> String { String(cString: strerror(code)) }

  static let alreadyExists = EEXIST
}
