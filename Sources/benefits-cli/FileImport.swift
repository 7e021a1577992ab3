import BenefitsExchange
import BenefitsModel
import BenefitsStorage
import BenefitsTerminal

/// The recording of an import file, which is read, compared and written at the same time.
///
/// It is tried first in the way that takes the least memory. A file out of order is read again and sorted;
/// one whose bytes need an explanation is read as a whole. What an earlier try wrote is rolled back.
struct FileImport: ~Copyable {
  private let file: String
  private let name: String
  private let options: ImportOptions
  private let asOf: Day
  private let recording: MeasurementRecording
  private var pieces: InputPieces?
  /// The bytes of what can only be read once, and of what needs a look at all of it.
  private var bytes: [UInt8]?
  private var keepsAll = false
  private var progress: Progress

  /// Another try is needed.
  private struct Retry: Error {
    let ending: ImportPass.Ending
  }

  /// Something is wrong with the file; what was written of it is rolled back.
  private struct Refusal: Error {
    let outcome: MeasurementRecording.Outcome
  }

  init(
    _ file: String, name: String, options: ImportOptions, asOf: Day,
    recording: MeasurementRecording, in session: borrowing Session
  ) throws {
    self.file = file
    self.name = name
    self.options = options
    self.asOf = asOf
    self.recording = recording
    progress = Progress(in: session)
    if file != "-" || !session.surroundings.readsFromTerminal {
      pieces = try InputPieces.open(file)
    }
    if pieces == nil || options.encoding != .utf8 {
      bytes = try InputFile.read(file, surroundings: session.surroundings)
    }
  }

  /// Records the file in one transaction.
  mutating func record(
    in store: inout Store, _ session: borrowing Session
  ) throws -> Recorded<MeasurementRecording.Outcome> {
    defer { progress.clear() }
    while true {
      do {
        return try recording.recording.record(in: &store, session, reason: recording.revision) {
          writer throws in try read(with: &writer)
        }
      } catch let refusal as Refusal {
        return Recorded(entry: nil, result: refusal.outcome)
      } catch let retry as Retry {
        switch retry.ending {
        case .finished, .needsAllRows: keepsAll = true
        case .needsWholeFile:
          bytes = try InputFile.read(file, surroundings: session.surroundings)
        }
      }
    }
  }

  private mutating func read(
    with writer: inout EntryWriter
  ) throws -> MeasurementRecording.Outcome {
    let plan = try writer.planInForce()
    var hash = SourceHash()
    if let bytes {
      hash.add(bytes)
      let reader = CSVReader(
        bytes, file: name, delimiter: options.delimiter, encoding: options.encoding)
      return try run(reader, plan: plan, with: &writer) { hash.file(named: $0) }
    }
    let pieces = pieces
    pieces?.rewind()
    let source = ByteSource(size: pieces?.size) { bytes in
      pieces?.read(into: &bytes)
      hash.add(bytes)
    }
    let reader = CSVReader(source, file: name, delimiter: options.delimiter)
    return try run(reader, plan: plan, with: &writer) {
      try pieces?.check()
      return hash.file(named: $0)
    }
  }

  private mutating func run(
    _ reader: CSVReader, plan: Plan, with writer: inout EntryWriter,
    source: (String) throws -> SourceFile
  ) throws -> MeasurementRecording.Outcome {
    let file = FileReading(
      ImportPass(
        reader, size: pieces?.size, plan: plan, options: options, asOf: asOf, keepsAll: keepsAll))
    var comparison = ImportComparison(isRevision: recording.revision != nil)
    let ending = try writer.inBulk { bulk throws in
      var stored: [CompactMeasurement] = []
      var notes: [Int32: String] = [:]
      var writing = ImportComparison.Writing()
      var written = 0
      return try file.run { rows, bytes in
        try Interruption.check()
        progress.show(rows: rows, bytes: bytes)
      } body: { block in
        try Interruption.check()
        try bulk.read(block.series, into: &stored, notes: &notes)
        comparison.compare(block, stored: stored, notes: notes, writing: &writing)
        // Once something is wrong, the rest is only looked at for what else is.
        guard block.isOfSoundFile, comparison.conflictCount == 0 else { return }
        try bulk.write(
          writing.measurements, notes: writing.notes, revised: writing.revised, to: block.series,
          kind: block.measure.frequency.kind)
        written += block.count
        progress.show(written: written)
      }
    }
    guard ending == .finished else { throw Retry(ending: ending) }
    let outcome = MeasurementRecording.Outcome(
      plan: plan, reading: file.reading, comparison: comparison,
      source: try source(InputFile.name(of: self.file)))
    guard file.reading.faults.isEmpty, comparison.conflictCount == 0 else {
      throw Refusal(outcome: outcome)
    }
    writer.countUnchanged(comparison.counts.unchanged)
    outcome.source.map { writer.name($0) }
    return outcome
  }
}
