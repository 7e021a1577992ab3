import BenefitsTerminal

/// A folder that gets a drawing for each of many series.
struct DrawingFolder: Sendable {
  /// The path, without a slash at its end.
  let path: String
  /// Whether drawings that exist are replaced.
  let replaces: Bool

  init(_ path: String, replaces: Bool) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    self.replaces = replaces
  }

  /// Makes the folder, unless a drawing would take the place of a file that is not to be replaced.
  ///
  /// - Parameter names: The names of the drawings, without their ending.
  /// - Throws: `CommandFailure` (73) when the folder cannot be made, or a file is in the way.
  func open(for names: some Sequence<String>) throws(CommandFailure) {
    guard try !OutputFile.createFolder(path) else { return }
    for name in names { try OutputFile.checkAbsence(of: file(name), replaces: replaces) }
  }

  /// Writes a drawing; whether one is there already was looked at when the folder was made.
  func write(_ svg: [UInt8], name: String) throws(CommandFailure) {
    try OutputFile.write(svg, to: file(name), replaces: true)
  }

  /// Says how many drawings were written.
  func tell(_ count: Int, in session: inout Session) throws(CommandFailure) {
    try session.note("\(path): \(count) \(count == 1 ? "chart" : "charts") written")
  }

  private func file(_ name: String) -> String { "\(path)/\(name).svg" }
}
