import Foundation
import Testing

/// Commands that write, killed at random moments.
@Suite struct KillFaultTests {
  /// What came of some runs.
  private struct Tally {
    var runs = 0
    var killed = 0
    var done = 0
    var hot = 0
  }

  @Test(arguments: WritingCommand.all) func everyAcknowledgedEntryIsThere(
    command: WritingCommand
  ) throws {
    let index = try #require(WritingCommand.all.firstIndex(of: command))
    var random = SeededGenerator(state: UInt64(FaultExtent.seed) &* 1000 &+ UInt64(index))
    let usual = try duration(of: command)
    var tally = Tally()
    while tally.runs * WritingCommand.all.count < FaultExtent.kills {
      // Every other one is killed late, which is when it writes.
      let delay =
        usual * Double.random(in: tally.runs % 2 == 0 ? 0...1.2 : 0.7...1.1, using: &random)
      try WritingCommand.inPreparedFolder { folder in
        let outcome = try FaultyRun.run(command.arguments, in: folder, killedAfter: delay)
        #expect(
          outcome.status == 0 || outcome.signal == SIGKILL,
          "\(command.testDescription): \(outcome)")
        let finding = try command.check(
          outcome, in: folder, remark: "killed after \(delay) s, run \(tally.runs)")
        tally.killed += outcome.signal == nil ? 0 : 1
        tally.done += finding.wasDone ? 1 : 0
        tally.hot += finding.hadHotJournal ? 1 : 0
      }
      tally.runs += 1
    }
    report(command, tally)
    #expect(tally.killed > 0, "\(command.testDescription) was never caught")
  }

  /// How many seconds the command takes when nobody stops it.
  private func duration(of command: WritingCommand) throws -> TimeInterval {
    try WritingCommand.inPreparedFolder { folder in
      let start = Date()
      let outcome = try FaultyRun.run(command.arguments, in: folder)
      #expect(outcome.status == 0, "\(command.testDescription): \(outcome)")
      return Date().timeIntervalSince(start)
    }
  }

  private func report(_ command: WritingCommand, _ tally: Tally) {
    guard FaultExtent.isWhole else { return }
    print(
      "\(command.testDescription): \(tally.runs) runs, \(tally.killed) killed, \(tally.hot) left a "
        + "journal, \(tally.done) were done")
  }
}

/// A small generator with a seed, so that failures repeat.
///
/// SplitMix64 of Steele, Lea and Flood, OOPSLA 2014.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
