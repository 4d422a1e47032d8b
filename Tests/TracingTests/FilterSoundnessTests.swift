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
  /// The filter of rules, and how it shows a call.
  private func filter(
    _ program: RuleProgram, notifying: Bool
  ) throws -> (filter: BPFInterpreter, answer: (EventType) -> UInt32) {
    let assembly = FilterAssembly(program)
    let rules = assembly.rules(notifying: notifying)
    return (
      BPFInterpreter(program: try SyscallFilter(stopping: rules).program),
      {
        notifying && assembly.isAnnounced($0) ? BPFInterpreter.notify : BPFInterpreter.trace
      }
    )
  }

  @Test(arguments: UInt64(100)...103, [false, true])
  func theProgramHidesNothing(_ seed: UInt64, _ notifying: Bool) throws {
    var writer = ConditionWriter(generator: SeededGenerator(state: seed))
    var evaluated = 0
    var passed = 0
    for _ in 0..<60 {
      let condition = writer.condition(depth: 3)
      guard
        let program = try? RuleProgram.compile([
          RuleText(id: "a", condition: condition, criteria: [:], exceptions: [])
        ])
      else { continue }
      let (filter, expected) = try filter(program, notifying: notifying)
      var evaluation = RuleEvaluator(program)
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
          evaluated += 1
          guard answer == expected(event) else {
            Issue.record("\(seed): \(condition): \(event) \(source.registers) passed unseen")
            return
          }
        }
      }
    }
    // Neither side may be empty, or nothing has been tested.
    #expect(evaluated > 300)
    #expect(passed > 1000)
  }

  @Test(arguments: [false, true])
  func whatWouldBlindTheTracerIsAlwaysSeen(_ notifying: Bool) throws {
    let (filter, expected) = try filter(try RuleProgram.compile([]), notifying: notifying)
    func stops(_ event: EventType, _ arguments: [UInt64] = []) -> Bool {
      guard let row = SyscallTable.x86_64.row(of: event) else { return false }
      return filter.run(number: UInt32(row.number), arguments: arguments) == expected(event)
    }
    #expect(stops(.execve) && stops(.execveat) && stops(.io_uring_setup))
    #expect(stops(.ptrace, [0]) && stops(.ptrace, [16]) && stops(.ptrace, [0x4206]))
    #expect(!stops(.ptrace, [7]))
    #expect(stops(.clone, [0x80_0000]) && !stops(.clone, [0x11]) && stops(.clone3))
    #expect(stops(.seccomp, [1, 8]) && !stops(.seccomp, [1, 0]))
    #expect(!stops(.openat) && !stops(.connect) && !stops(.dup2))
    // A register of it may have to be changed, which only a stop allows.
    #expect(expected(.clone) == BPFInterpreter.trace)
  }

  @Test(arguments: [false, true])
  func onlyOpensForWritingAreRemembered(_ notifying: Bool) throws {
    let program = try RuleProgram.compile([
      RuleText(
        id: "a",
        condition: "evt.type = execve and proc.is_exe_written_in_run = true and evt.rawres = 0",
        criteria: [:], exceptions: [])
    ])
    let (filter, expected) = try filter(program, notifying: notifying)
    func open(_ flags: UInt64) -> UInt32? { filter.run(number: 257, arguments: [0, 0, flags]) }
    #expect(open(0x80000) == BPFInterpreter.allow)
    for flags in [UInt64(1), 2, 0x40, 0x200, 0x241] {
      #expect(open(flags) == expected(.openat), "flags \(flags)")
    }
  }
}
