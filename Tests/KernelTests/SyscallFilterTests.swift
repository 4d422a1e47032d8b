import Testing

@testable import Kernel
@testable import TestSupport

@Suite struct SyscallFilterTests {
  /// dup2 onto 0, 1 or 2; openat with O_CREAT; connect always; mmap with PROT_EXEC.
  private static let rules: [FilterRule] =
    (0..<3).map {
      FilterRule(number: 33, tests: [.init(index: 1, mask: 0xFFFF_FFFF, value: $0)])
    } + [
      FilterRule(number: 257, tests: [.init(index: 2, mask: 0x40, value: 0x40)]),
      FilterRule(number: 42),
      FilterRule(number: 9, tests: [.init(index: 2, mask: 4, value: 4)]),
    ]

  private func interpreter(_ rules: [FilterRule] = rules) throws -> BPFInterpreter {
    BPFInterpreter(program: try SyscallFilter(stopping: rules).program)
  }

  @Test func stopsExactlyTheNumbersAskedFor() throws {
    let filter = try interpreter([FilterRule(number: 42), FilterRule(number: 59)])
    for number in UInt32(0)...600 {
      let expected = [42, 59].contains(number) ? BPFInterpreter.trace : BPFInterpreter.allow
      #expect(filter.run(number: number) == expected, "number \(number)")
    }
  }

  @Test(
    arguments: [
      (33, [9, 0], true), (33, [9, 2], true), (33, [9, 3], false),
      // The kernel looks at the low 32 bits of an int only.
      (33, [9, 1 << 32], true), (33, [9, 3 << 32 | 7], false),
      (257, [0, 0, 0x40], true), (257, [0, 0, 0x241], true), (257, [0, 0, 0x80000], false),
      (42, [], true), (9, [0, 0, 5], true), (9, [0, 0, 3], false),
    ] as [(UInt32, [UInt64], Bool)])
  func call(_ number: UInt32, with arguments: [UInt64], stops: Bool) throws {
    let expected = stops ? BPFInterpreter.trace : BPFInterpreter.allow
    #expect(try interpreter().run(number: number, arguments: arguments) == expected)
  }

  @Test func otherInterfacesAlwaysStop() throws {
    let filter = try interpreter()
    for number in [UInt32(0), 5, 295, 400] {
      #expect(filter.run(number: number, architecture: 0x4000_0003) == BPFInterpreter.trace)
      #expect(filter.run(number: number | 0x4000_0000) == BPFInterpreter.trace)
    }
  }

  /// The kernel keeps a bitmap of the numbers that are allowed whatever their arguments, and never
  /// runs the program for them; an argument loaded on the way would spoil that.
  @Test func untouchedCallsAreDecidedByNumberAlone() throws {
    let filter = try interpreter()
    for number in UInt32(0)...450 where ![9, 33, 42, 257].contains(number) {
      let answer = filter.run(number: number, readsArguments: false)
      #expect(answer == BPFInterpreter.allow, "number \(number)")
    }
    // The probe itself sees an argument being read where one is.
    #expect(filter.run(number: 257, readsArguments: false) == nil)
  }

  /// All 64 bits of mask and value count: O_TMPFILE's bit, a high half, a register that differs.
  @Test func wideValuesAreCompared() throws {
    let filter = try interpreter([
      FilterRule(number: 257, tests: [.init(index: 2, mask: 0x41_0000, value: 0x41_0000)]),
      FilterRule(number: 9, tests: [.init(index: 0, mask: ~0, value: 0x1_0000_0001)]),
      FilterRule(number: 44, tests: [.init(index: 4, mask: ~0, value: 0, isDifferent: true)]),
    ])
    func stops(_ number: UInt32, _ arguments: [UInt64]) -> Bool {
      filter.run(number: number, arguments: arguments) == BPFInterpreter.trace
    }
    #expect(stops(257, [0, 0, 0x41_0002]) && !stops(257, [0, 0, 0x01_0002]))
    #expect(stops(9, [0x1_0000_0001]) && !stops(9, [1]) && !stops(9, [0x1_0000_0000]))
    #expect(!stops(44, [0, 0, 0, 0, 0]) && stops(44, [0, 0, 0, 0, 1 << 40]))
  }

  /// SECCOMP_RET_USER_NOTIF; SECCOMP_RET_ERRNO with ENOSYS, `<linux/seccomp.h>`.
  @Test func callsAreAnnouncedOrDenied() throws {
    let rules = [
      FilterRule(number: 42, isNotified: true), FilterRule(number: 59), FilterRule(number: 425),
    ]
    let filter = BPFInterpreter(
      program: try SyscallFilter(stopping: rules, denying: [425, 426]).program)
    #expect(filter.run(number: 42) == 0x7FC0_0000)
    #expect(filter.run(number: 59) == BPFInterpreter.trace)
    #expect(filter.run(number: 425) == 0x0005_0026 && filter.run(number: 426) == 0x0005_0026)
  }

  @Test func equalRulesAreOne() throws {
    let once = try SyscallFilter(stopping: [FilterRule(number: 42)]).program
    let twice = [FilterRule(number: 42), FilterRule(number: 42)]
    #expect(try SyscallFilter(stopping: twice).program == once)
  }
}
