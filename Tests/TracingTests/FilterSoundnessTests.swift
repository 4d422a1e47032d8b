import Events
import Kernel
import Rules
import Syscalls
import Testing

@testable import TestSupport
@testable import Tracing

/// The exported program itself, run over events: whatever a rule is true of, or may yet be once
/// the call has returned, makes the thread stop.
@Suite struct FilterSoundnessTests {
  @Test(arguments: UInt64(100)...103) func theProgramHidesNothing(_ seed: UInt64) throws {
    var writer = ConditionWriter(generator: SeededGenerator(state: seed))
    var judged = 0
    var passed = 0
    for _ in 0..<60 {
      let condition = writer.condition(depth: 3)
      guard
        let program = try? RuleProgram.compile([
          RuleText(id: "a", condition: condition, criteria: [:], exceptions: [])
        ])
      else { continue }
      let filter = BPFInterpreter(
        program: try SyscallFilter(stopping: FilterAssembly(program).rules).program)
      var evaluation = Evaluation(program)
      for event in ConditionWriter.events {
        guard let row = SyscallTable.x86_64.row(of: event) else { continue }
        for _ in 0..<8 {
          var source = writer.source(event)
          evaluation.run(&source)
          let answer = filter.run(
            number: UInt32(row.number), arguments: Array(source.registers.prefix(6)))
          if evaluation.matches.isEmpty, !evaluation.isUndecided {
            if answer == BPFInterpreter.allow { passed += 1 }
            continue
          }
          judged += 1
          guard answer == BPFInterpreter.trace else {
            Issue.record("\(seed): \(condition): \(event) \(source.registers) passed unseen")
            return
          }
        }
      }
    }
    // Neither side may be empty, or nothing has been tested.
    #expect(judged > 300)
    #expect(passed > 1000)
  }

  @Test func whatWouldBlindTheTracerAlwaysStops() throws {
    let program = try RuleProgram.compile([])
    let filter = BPFInterpreter(
      program: try SyscallFilter(stopping: FilterAssembly(program).rules).program)
    func stops(_ event: EventType, _ arguments: [UInt64] = []) -> Bool {
      guard let row = SyscallTable.x86_64.row(of: event) else { return false }
      return filter.run(number: UInt32(row.number), arguments: arguments) == BPFInterpreter.trace
    }
    #expect(stops(.execve) && stops(.execveat) && stops(.ptrace) && stops(.io_uring_setup))
    #expect(stops(.clone, [0x80_0000]) && !stops(.clone, [0x11]) && stops(.clone3))
    #expect(stops(.seccomp, [1, 8]) && !stops(.seccomp, [1, 0]))
    #expect(!stops(.openat) && !stops(.connect) && !stops(.dup2))
  }

  @Test func onlyOpensForWritingAreRemembered() throws {
    let program = try RuleProgram.compile([
      RuleText(
        id: "a",
        condition: "evt.type = execve and proc.is_exe_written_in_run = true and evt.rawres = 0",
        criteria: [:], exceptions: [])
    ])
    let filter = BPFInterpreter(
      program: try SyscallFilter(stopping: FilterAssembly(program).rules).program)
    func open(_ flags: UInt64) -> UInt32? { filter.run(number: 257, arguments: [0, 0, flags]) }
    #expect(open(0x80000) == BPFInterpreter.allow)
    for flags in [UInt64(1), 2, 0x40, 0x200, 0x241] {
      #expect(open(flags) == BPFInterpreter.trace, "flags \(flags)")
    }
  }
}
