import BenefitsTerminal

/// A folder that gets a drawing for each of many series.
///
/// A new folder gets its name when all is drawn. In one that exists, each drawing takes its place when it is whole.
struct DrawingFolder: Sendable {
  private let path: String
  /// The new folder until it gets its name; `nil` where there is one already.
  private let unfinished: String?

  /// Fills a folder with drawings.
  ///
  /// - Parameters:
  ///   - path: The path of the folder.
  ///   - names: The names of the drawings, without their ending.
  ///   - replaces: Whether drawings that exist are replaced.
  ///   - draw: Writes every drawing to the folder.
  /// - Throws: `CommandFailure` when the folder cannot be made or a drawing is not to be replaced (73), and what
  ///   `draw` throws; of a new folder nothing is left then.
  static func fill(
    _ path: String, with names: [String], replacing replaces: Bool,
    _ draw: (DrawingFolder) throws(CommandFailure) -> Void
  ) throws(CommandFailure) {
    let path = named(path)
    // Whoever interrupts it finds no unfinished folder either.
    Interruption.postpone()
    defer { Interruption.resume() }
    let folder = try DrawingFolder(path, names: names, replaces: replaces)
    do throws(CommandFailure) {
      try draw(folder)
      if let unfinished = folder.unfinished { try OutputFile.nameFolder(unfinished, path) }
    } catch {
      if let unfinished = folder.unfinished { OutputFile.discardFolder(unfinished) }
      throw error
    }
  }

  /// Says how many drawings were written.
  static func tell(
    _ count: Int, in path: String, to session: inout Session
  ) throws(CommandFailure) {
    try session.note("\(named(path)): \(count) \(count == 1 ? "chart" : "charts") written")
  }

  /// The path without a slash at its end.
  private static func named(_ path: String) -> String {
    path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  private init(_ path: String, names: [String], replaces: Bool) throws(CommandFailure) {
    self.path = path
    guard InputFile.exists(path) else {
      unfinished = try OutputFile.createUnfinishedFolder(path)
      return
    }
    unfinished = nil
    for name in names {
      try OutputFile.checkAbsence(of: "\(path)/\(name).svg", replaces: replaces)
    }
  }

  /// Writes a drawing.
  func write(_ svg: [UInt8], name: String) throws(CommandFailure) {
    try Interruption.check(
      unfinished == nil ? "some charts are not drawn" : "no charts were written")
    let place = "\(path)/\(name).svg"
    if let unfinished {
      try OutputFile.create("\(unfinished)/\(name).svg", for: place, holding: svg)
    } else {
      try OutputFile.write(svg, to: place, replaces: true)
    }
  }
}
