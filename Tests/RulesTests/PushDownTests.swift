import Events
import Syscalls
import Testing

@testable import Rules

@Suite struct PushDownTests {
  private static func test(_ index: Int, _ mask: UInt64, _ value: UInt64) -> ArgumentTest {
    ArgumentTest(index: index, mask: mask, value: value)
  }

  private func plan(_ condition: String) throws -> [EventType: FilterNeed] {
    try RuleProgram.compile([RuleText(id: "a", condition: condition)]).filterPlan.needs
  }

  private func alert(_ name: String) throws -> [EventType: FilterNeed] {
    try FirstAlerts.compile([name]).filterPlan(ofRule: 0).needs
  }

  private func same(_ events: [EventType], _ need: FilterNeed) -> [EventType: FilterNeed] {
    Dictionary(uniqueKeysWithValues: events.map { ($0, need) })
  }

  @Test func network() throws {
    #expect(try alert("network-shell-connects") == [.connect: .always])
    var connects = same([.connect, .sendmsg, .sendmmsg], .always)
    connects[.sendto] = .tests([[ArgumentTest(index: 4, not: 0)]])
    #expect(try alert("network-cloud-metadata") == connects)
    #expect(try alert("network-restricted-country") == connects)
  }

  @Test func reverseShell() throws {
    let standard = FilterNeed.tests(
      (0...2).map { [Self.test(1, 0xFFFF_FFFF, UInt64($0))] })
    #expect(
      try alert("network-reverse-shell") == [
        .execve: .always, .execveat: .always, .dup2: standard, .dup3: standard,
      ])
  }

  @Test func executions() throws {
    let executions = same([.execve, .execveat], .always)
    #expect(try alert("process-fileless-execution") == executions)
    #expect(try alert("process-dropped-executable") == executions)
  }

  @Test func tracing() throws {
    let requests: [UInt64] = [16, 16_902, 4, 5, 6, 13, 16_901]
    #expect(
      try alert("process-traced-another") == [
        .ptrace: .tests(requests.map { [Self.test(0, ~0, $0)] })
      ])
  }

  @Test func keyRead() throws {
    func reads(_ index: Int) -> FilterNeed {
      .tests([[Self.test(index, 0x21_0003, 0)], [Self.test(index, 0x21_0003, 2)]])
    }
    #expect(
      try alert("file-ssh-key-read") == [
        .open: reads(1), .openat: reads(2), .open_by_handle_at: reads(2), .openat2: .always,
      ])
  }

  @Test func systemBinary() throws {
    func writes(_ index: Int) -> FilterNeed {
      .tests([0x1, 0x2, 0x40, 0x200].map { [Self.test(index, $0, $0)] })
    }
    var expected = same(
      [
        .creat, .openat2, .rename, .renameat, .renameat2, .link, .linkat, .symlink, .symlinkat,
        .unlink, .unlinkat, .truncate,
      ], .always)
    expected[.open] = writes(1)
    expected[.openat] = writes(2)
    expected[.open_by_handle_at] = writes(2)
    #expect(try alert("file-write-system-binary") == expected)
  }

  @Test func setuidBit() throws {
    func modes(_ index: Int) -> FilterNeed {
      .tests([[Self.test(index, 0o4000, 0o4000)], [Self.test(index, 0o2000, 0o2000)]])
    }
    func creations(_ index: Int) -> FilterNeed {
      .tests(
        [0x40, 0x40_0000].flatMap { flag in
          [0o4000, 0o2000].map { [Self.test(index, flag, flag), Self.test(index + 1, $0, $0)] }
        })
    }
    #expect(
      try alert("file-setuid-bit-set") == [
        .chmod: modes(1), .fchmod: modes(1), .fchmodat: modes(2), .fchmodat2: modes(2),
        .mknod: modes(1), .mknodat: modes(2), .creat: modes(1), .open: creations(1),
        .openat: creations(2), .openat2: .always,
      ])
  }

  @Test func allAlertsTogether() throws {
    let program = try FirstAlerts.compile(FirstAlerts.conditions.keys.sorted())
    var union = FilterPlan()
    for index in 0..<program.ruleCount { union.formUnion(program.filterPlan(ofRule: index)) }
    #expect(program.filterPlan == union)
    #expect(program.filterPlan.needs[.ptrace] == (try alert("process-traced-another")[.ptrace]))
    #expect(program.filterPlan.needs[.read] == nil)
    #expect(!program.isWatched(.read))
    #expect(program.isWatched(.unlinkat))
    #expect(!program.needsFailedExecutions)
    #expect(program.needsResult(.execve))
    #expect(program.needsResult(.dup2))
    #expect(!program.needsResult(.ptrace))
    #expect(!program.needsResult(.connect))
  }

  @Test func aSendWithoutAddressNeedNotStop() throws {
    let plan = try plan("evt.type in (sendto, connect) and fd.sport = 25")
    #expect(plan[.connect] == .always)
    let need = try #require(plan[.sendto])
    #expect(need == .tests([[ArgumentTest(index: 4, not: 0)]]))
    #expect(!need.letsThrough([3, 0, 0, 0, 0, 0]) && need.letsThrough([3, 0, 0, 0, 1 << 40, 0]))
    // What is not so may be so without any address.
    #expect(try self.plan("evt.type = sendto and not fd.sport = 25")[.sendto] == .always)
  }

  @Test func memory() throws {
    let executable = FilterNeed.tests([[Self.test(2, 4, 4)]])
    #expect(
      try plan("evt.type in (mmap, mprotect) and mem.prot contains PROT_EXEC")
        == same([.mmap, .mprotect], executable))
    var both = same([.mmap, .mprotect, .pkey_mprotect], .tests([[Self.test(2, 6, 6)]]))
    both[.shmat] = .always
    #expect(
      try plan("mem.prot contains PROT_EXEC and mem.prot contains PROT_WRITE") == both)
    // SHM_EXEC without SHM_RDONLY.
    both[.shmat] = .tests([[Self.test(2, 0o110000, 0o100000)]])
    #expect(try plan("mem.is_wx = true") == both)
    // What lies in memory can't be tested by a filter.
    let clones = try plan("evt.type in (clone, clone3) and evt.arg.flags contains CLONE_NEWNS")
    #expect(clones[.clone3] == .always)
    #expect(
      try plan("evt.type = mprotect and mem.prot = PROT_READ|PROT_EXEC")
        == [.mprotect: .tests([[Self.test(2, ~0, 5)]])])
    #expect(
      try plan(
        "evt.type = mmap and mem.prot contains PROT_EXEC and not mem.prot contains PROT_READ")
        == [.mmap: .tests([[Self.test(2, 5, 4)]])])
  }

  @Test(arguments: [
    // The opposite of an inexact test, or of a wide one, says nothing.
    ("evt.type = openat and evt.is_open_write = false", [EventType.openat: FilterNeed.always]),
    ("evt.type = openat and not evt.is_open_write = true", [.openat: .always]),
    (
      "evt.type = openat and evt.is_open_write != false",
      [
        .openat: .tests([0x1, 0x2, 0x40, 0x200].map { [test(2, $0, $0)] })
      ]
    ),
    ("evt.type = dup2 and not evt.arg.newfd = 0", [.dup2: .always]),
    ("evt.type = dup2 and evt.arg.newfd != 0", [.dup2: .always]),
    ("evt.type = dup2 and not evt.arg.newfd != 5", [.dup2: .tests([[test(1, 0xFFFF_FFFF, 5)]])]),
    ("evt.type = dup2 and evt.arg.newfd < 3", [.dup2: .always]),
    (
      "evt.type = dup2 and evt.arg.newfd = -1",
      [
        .dup2: .tests([[test(1, 0xFFFF_FFFF, 0xFFFF_FFFF)]])
      ]
    ),
    ("evt.type = dup2 and evt.arg.newfd = 1 and evt.arg.newfd = 2", [:]),
    (
      "evt.type = dup2 and evt.arg.newfd = 1 and evt.arg.oldfd = 2",
      [
        .dup2: .tests([[test(0, 0xFFFF_FFFF, 2), test(1, 0xFFFF_FFFF, 1)]])
      ]
    ),
    ("evt.type = dup2 and (evt.arg.newfd = 1 or user.uid = 0)", [.dup2: .always]),
    (
      "evt.type = dup2 and (evt.arg.newfd = 1 or mem.prot = 0)",
      [
        .dup2: .tests([[test(1, 0xFFFF_FFFF, 1)]])
      ]
    ),
    ("evt.type = dup2 and evt.rawarg.newfd = 7", [.dup2: .tests([[test(1, 0xFFFF_FFFF, 7)]])]),
    // Seventeen are too many.
    (
      "evt.type = dup2 and evt.arg.newfd in (0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15)",
      [
        .dup2: .tests((0...15).map { [test(1, 0xFFFF_FFFF, $0)] })
      ]
    ),
    (
      "evt.type = dup2 and evt.arg.newfd in (0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16)",
      [
        .dup2: .always
      ]
    ),
    (
      "evt.type = dup2 and not evt.arg.newfd in (0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16)",
      [
        .dup2: .always
      ]
    ),
    (
      "evt.type = openat and not evt.arg.flags contains O_CREAT",
      [
        .openat: .tests([[test(2, 0x40, 0)]])
      ]
    ),
    (
      "evt.type = openat and not evt.arg.flags contains O_RDONLY",
      [
        .openat: .tests([[test(2, 1, 1)], [test(2, 2, 2)]])
      ]
    ),
    (
      "evt.type = openat and evt.arg.flags contains allof (O_CREAT, O_TRUNC)",
      [
        .openat: .tests([[test(2, 0x240, 0x240)]])
      ]
    ),
    ("evt.type = openat and not evt.arg.flags contains allof ()", [.openat: .always]),
    ("evt.type = openat and evt.arg.flags contains allof ()", [:]),
    ("evt.type = openat and evt.arg.flags contains oneof (O_CREAT, O_TRUNC)", [.openat: .always]),
    ("evt.type = openat and evt.arg.flags contains MS_BIND", [:]),
    (
      "evt.type = socket and evt.arg.domain = AF_INET and evt.arg.type contains SOCK_RAW",
      [
        .socket: .tests([[test(0, 0xFFFF_FFFF, 2), test(1, 0xF, 3)]])
      ]
    ),
    ("evt.type = openat2 and evt.is_open_read = true", [.openat2: .always]),
    ("evt.type = creat and evt.is_open_read = true", [:]),
    ("evt.type = creat and evt.is_open_write = true", [.creat: .always]),
    // Pseudo-events are no business of a filter's.
    ("evt.type in (procexit, fork)", [.fork: .always]),
  ])
  func single(_ condition: String, _ expected: [EventType: FilterNeed]) throws {
    #expect(try plan(condition) == expected)
  }

  @Test func everythingElseIsWatchedUnderNot() throws {
    let program = try RuleProgram.compile([RuleText(id: "a", condition: "not evt.type = read")])
    #expect(program.filterPlan.needs.count == EventType.allCases.count - 4)
    #expect(program.isWatched(.procexit) && !program.isWatched(.read))
  }

  @Test func plansOfSeveralRulesAreJoined() throws {
    var plan = FilterPlan()
    plan.add(.dup2, .tests([[Self.test(1, 0xFF, 1)]]))
    plan.add(.dup2, .tests([[Self.test(1, 0xF, 1)]]))
    #expect(plan.needs == [.dup2: .tests([[Self.test(1, 0xF, 1)]])])
    plan.add(.dup2, .tests([[Self.test(1, 0xF, 2), Self.test(1, 0xF0, 0x10)]]))
    #expect(
      plan.needs == [.dup2: .tests([[Self.test(1, 0xF, 1)], [Self.test(1, 0xFF, 0x12)]])])
    plan.add(.dup2, .tests([[Self.test(1, 0xF, 2), Self.test(1, 0xF, 3)]]))
    #expect(
      plan.needs == [.dup2: .tests([[Self.test(1, 0xF, 1)], [Self.test(1, 0xFF, 0x12)]])])
    plan.add(.dup2, .always)
    plan.add(.dup2, .tests([[Self.test(1, 0xF, 2)]]))
    #expect(plan.needs == [.dup2: .always])
    for value in 0...UInt64(FilterPlan.mostLists) {
      plan.add(.dup3, .tests([[Self.test(0, ~0, value)]]))
    }
    #expect(plan.needs[.dup3] == .always)
  }

  @Test(arguments: [
    ("evt.type = execve", true), ("evt.type = execve and evt.rawres = 0", false),
    ("evt.type = execve and evt.rawres >= 0", false),
    ("evt.type = execve and evt.rawres < 1", true),
    ("evt.type = execve and evt.rawres in (0, -2)", true),
    ("evt.type = execve and not evt.rawres < 0", false),
    ("evt.type = execve and evt.failed = false", false),
    ("evt.type = execve and evt.failed != false", true),
    ("evt.type = execve and not evt.failed = true", false),
    ("evt.type = execveat and evt.res = SUCCESS", false),
    ("evt.type = execveat and evt.res in (SUCCESS)", false),
    ("evt.type = execveat and evt.res in (SUCCESS, ENOENT)", true),
    ("evt.type = execveat and evt.res != SUCCESS", true),
    ("evt.type = execveat and not evt.res != SUCCESS", false),
    ("evt.type = execveat and not evt.res = ENOENT", true),
    ("evt.type = open and evt.failed = true", false),
    ("evt.failed = true", true),
    ("evt.type = execve and (evt.failed = false or user.uid = 0)", true),
  ])
  func failedExecutions(_ condition: String, _ expected: Bool) throws {
    let program = try RuleProgram.compile([RuleText(id: "a", condition: condition)])
    #expect(program.needsFailedExecutions == expected)
  }
}
