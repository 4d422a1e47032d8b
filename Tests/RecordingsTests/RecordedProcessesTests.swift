import Events
import Testing

@testable import Recordings

/// However long a recording is, a bounded number of its processes is kept.
@Suite struct RecordedProcessesTests {
  private static func process(_ exe: String) -> RecordedProcess {
    RecordedProcess(
      process: RecordingSamples.process(exe: exe), environment: [], values: [:])
  }

  @Test func processIsFoundByItsNumber() {
    var processes = RecordedProcesses()
    processes.add(Self.process("a"), 5, 100)
    processes.add(Self.process("b"), -1, 100)
    #expect(processes[5]?.process.exe == "a")
    #expect(processes[-1]?.process.exe == "b")
    #expect(processes[6] == nil)
    processes.add(Self.process("c"), 5, 100)
    #expect(processes[5]?.process.exe == "c")
  }

  @Test func oldestIsForgottenFirst() {
    var processes = RecordedProcesses()
    for number in 0..<8192 { processes.add(Self.process("a"), number, 1) }
    #expect(processes[0] != nil)
    processes.add(Self.process("a"), 8192, 1)
    #expect(processes[0] == nil && processes[1] != nil && processes[8192] != nil)
    for number in 8193..<40_000 { processes.add(Self.process("a"), number, 1) }
    #expect(processes[40_000 - 8193] == nil && processes[40_000 - 8192] != nil)
  }

  @Test func longLinesAreFewer() {
    var processes = RecordedProcesses()
    let size = 16 << 20
    for number in 0..<3 { processes.add(Self.process("a"), number, size) }
    #expect(processes[0] != nil)
    processes.add(Self.process("a"), 3, 1)
    #expect(processes[0] == nil && processes[1] != nil)
    // The one that was read last is always there.
    processes.add(Self.process("a"), 4, 1 << 30)
    #expect(processes[3] == nil && processes[4] != nil)
    processes.add(Self.process("a"), 5, 1)
    #expect(processes[4] == nil && processes[5] != nil)
  }

  /// A process that is written anew counts by its new line alone.
  @Test func repeatedNumberCountsOnce() {
    var processes = RecordedProcesses()
    processes.add(Self.process("a"), 1, 1)
    for _ in 0..<100 { processes.add(Self.process("b"), 2, 24 << 20) }
    #expect(processes[1] != nil && processes[2] != nil)
    for _ in 0..<10_000 { processes.add(Self.process("b"), 2, 1) }
    #expect(processes[1] != nil)
  }
}
