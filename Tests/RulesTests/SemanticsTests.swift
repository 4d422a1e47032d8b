import Events
import Syscalls
import Testing

@testable import Rules

@Suite struct SemanticsTests {
  /// A field without value: every check is false, its negation true.
  @Test(arguments: [
    "proc.pname = x", "proc.pname != x", "proc.pname exists", "proc.pname in (x)",
    "proc.pname glob *", "user.uid = 1", "user.uid != 1", "user.uid < 5", "fd.sip = 10.0.0.1",
    "fd.sip != 10.0.0.1", "proc.is_shell = false", "proc.is_shell != true", "fd.port != 1",
    "proc.aname != x", "proc.aname in (x)", "file.mode contains S_ISUID", "evt.arg.addrlen = 1",
    // A field that the event can't have.
    "mem.prot = 0", "mem.prot != 0", "evt.arg.request = PTRACE_ATTACH", "evt.is_open_read = false",
  ])
  func absence(_ check: String) throws {
    let source = FakeSource(.connect)
    #expect(try judge(check, source) == .no)
    #expect(try judge("not " + check, source) == .yes)
    #expect(try judge("not not " + check, source) == .no)
  }

  @Test func aValueWhereTheFieldDoesNotApplyIsNotSeen() throws {
    let source = FakeSource(.connect, ["mem.prot": .flags(4, .protection)])
    #expect(try judge("mem.prot contains PROT_EXEC", source) == .no)
    #expect(try judge("not mem.prot contains PROT_EXEC", source) == .yes)
  }

  @Test(arguments: [
    ("evt.failed = false", Verdict.undecided),
    ("not evt.failed = false", .undecided),
    ("evt.failed exists", .undecided),
    ("evt.failed = false and user.uid = 1", .undecided),
    ("evt.failed = false and user.uid = 2", .no),
    ("user.uid = 2 and evt.failed = false", .no),
    ("evt.failed = false or user.uid = 1", .yes),
    ("evt.failed = false or user.uid = 2", .undecided),
    ("not (evt.failed = false and user.uid = 2)", .yes),
    ("not (evt.failed = false or user.uid = 1)", .no),
    ("(evt.failed = false or user.uid = 2) and user.uid = 3", .no),
  ])
  func undecided(_ condition: String, _ expected: Verdict) throws {
    let source = FakeSource(.chmod, ["evt.failed": .value(.undecided), "user.uid": 1])
    #expect(try judge(condition, source) == expected)
  }

  @Test func decidedAfterTheCall() throws {
    let program = try RuleProgram.compile([
      RuleText(id: "a", condition: "evt.type = chmod and evt.failed = false"),
      RuleText(id: "b", condition: "evt.type = chmod"),
    ])
    var evaluation = RuleEvaluator(program)
    var entry = FakeSource(.chmod, ["evt.failed": .value(.undecided)])
    evaluation.run(&entry)
    #expect(evaluation.matches == [1])
    #expect(evaluation.isUndecided)
    var exit = FakeSource(.chmod, ["evt.failed": false])
    evaluation.run(&exit)
    #expect(evaluation.matches == [0, 1])
    #expect(!evaluation.isUndecided)
    var other = FakeSource(.chown)
    evaluation.run(&other)
    #expect(evaluation.matches.isEmpty)
    #expect(other.asked.isEmpty)
    #expect(program.needsResult(.chmod))
    #expect(!program.needsResult(.chown))
  }

  /// `given` is outside, `resolved` inside of /etc.
  @Test(arguments: [
    ("fd.name startswith /etc", Verdict.yes),
    ("fd.name startswith /tmp", .yes),
    ("not fd.name startswith /etc", .yes),
    ("not fd.name startswith /tmp", .yes),
    ("not fd.name startswith /", .no),
    ("not not fd.name startswith /tmp", .yes),
    ("not (fd.name startswith /tmp and user.uid = 1)", .yes),
    ("fd.name = /etc/shadow", .yes),
    ("fd.name != /etc/shadow", .no),
    ("fd.name != /tmp/link", .no),
    ("fd.name != /other", .yes),
    ("not fd.name != /etc/shadow", .yes),
    ("fd.name in (/etc/shadow)", .yes),
    ("not fd.name in (/etc/shadow)", .yes),
    ("not fd.name in (/etc/shadow, /tmp/link)", .no),
    ("fd.name pmatch (/etc)", .yes),
    ("fd.name glob allof (*s*, /etc/*)", .yes),
    ("fd.name glob allof (/tmp/*, /etc/*)", .no),
    ("fd.name exists", .yes),
    ("not fd.name exists", .no),
  ])
  func pathsWithTwoNames(_ condition: String, _ expected: Verdict) throws {
    let source = FakeSource(
      .openat, ["fd.name": .names(given: "/tmp/link", resolved: "/etc/shadow"), "user.uid": 1])
    #expect(try judge(condition, source) == expected)
  }

  /// An exception holds for a path only if all of its names satisfy it.
  @Test(arguments: [
    ("fd.name startswith /tmp/", false), ("fd.name startswith /", true),
    ("fd.name != /etc/shadow", false), ("fd.name != /other", true),
    ("not fd.name startswith /etc/", false), ("not fd.name startswith /usr/", true),
  ])
  func exceptionsWantAllNames(_ exception: String, _ holds: Bool) throws {
    let program = try RuleProgram.compile([
      RuleText(
        id: "a", condition: "evt.type = openat", exceptions: ["user.uid = 7", exception])
    ])
    var evaluation = RuleEvaluator(program)
    var source = FakeSource(
      .openat, ["fd.name": .names(given: "/tmp/../etc/shadow", resolved: "/etc/shadow")])
    evaluation.run(&source)
    #expect(evaluation.matches == [0])
    #expect(evaluation.suppression(rule: 0, &source) == (holds ? 1 : nil))
  }

  @Test func anExceptionThatNeedsTheResultDelaysTheRule() throws {
    let program = try RuleProgram.compile([
      RuleText(
        id: "a", condition: "evt.type = connect", exceptions: ["evt.failed = true", "user.uid = 1"])
    ])
    var evaluation = RuleEvaluator(program)
    var entry = FakeSource(.connect, ["evt.failed": .value(.undecided), "user.uid": 2])
    evaluation.run(&entry)
    #expect(evaluation.matches.isEmpty && evaluation.isUndecided)
    entry.values["user.uid"] = 1
    evaluation.run(&entry)
    #expect(evaluation.matches == [0] && !evaluation.isUndecided)
    #expect(evaluation.suppression(rule: 0, &entry) == 1)
    #expect(program.needsResult(.connect))
    #expect(program.filterPlan.needs == [.connect: .always])
  }

  @Test(arguments: [
    ("fd.ip = 10.0.0.1", Verdict.yes), ("fd.ip = 192.0.2.9", .yes), ("fd.ip = 10.0.0.2", .no),
    ("fd.ip != 10.0.0.1", .no), ("fd.ip != 10.0.0.2", .yes),
    ("fd.ip in (1.1.1.1, 192.0.2.0/24)", .yes),
    ("fd.ip = 10.0.0.0/8", .yes), ("fd.ip in (::/0)", .no), ("fd.ip != ::/0", .yes),
    ("not fd.ip = 10.0.0.1", .no), ("fd.port = 443", .yes), ("fd.port = 40000", .yes),
    ("fd.port != 443", .no), ("fd.port != 1", .yes), ("fd.port < 500", .yes),
    ("fd.port in (1, 443)", .yes), ("fd.port in (1, 2)", .no), ("fd.sip = ::ffff:192.0.2.9", .yes),
    ("fd.sip = 192.0.2.9", .yes), ("fd.sip != 192.0.2.9", .no), ("fd.sip = 0.0.0.0/0", .yes),
    ("fd.sip in (::1, 192.0.2.8/31)", .yes), ("fd.cip = ::1", .no),
    ("fd.cip = 2001:db8::/32", .yes),
    ("fd.cip = 0.0.0.0/0", .no),
  ])
  func addresses(_ condition: String, _ expected: Verdict) throws {
    let source = FakeSource(
      .connect,
      [
        "fd.ip": .ends("10.0.0.1", "192.0.2.9"), "fd.port": .value(.numbers(40_000, 443)),
        "fd.sip": .address("192.0.2.9"), "fd.cip": .address("2001:db8::5"),
      ])
    #expect(try judge(condition, source) == expected)
  }

  @Test(arguments: [
    ("proc.name contains as", Verdict.yes), ("proc.name contains AS", .no),
    ("proc.name icontains AS", .yes), ("proc.name startswith ba", .yes),
    ("proc.name startswith as", .no), ("proc.name endswith sh", .yes),
    ("proc.name endswith bashx", .no), ("proc.name glob b*h", .yes), ("proc.name iglob B*H", .yes),
    ("proc.name in (zsh, bash)", .yes), ("proc.name in (zsh)", .no), ("proc.name = bash", .yes),
    ("proc.name != bash", .no), ("proc.name != zsh", .yes), ("proc.name pmatch (bash)", .yes),
    ("proc.name glob anyof (z*, b*)", .yes), ("proc.name glob anyof (z*)", .no),
    ("proc.name contains allof (b, s)", .yes), ("proc.name contains allof (b, z)", .no),
    ("proc.name startswith oneof (b, z)", .yes), ("proc.name startswith oneof (b, ba)", .no),
    ("proc.name startswith oneof (x, z)", .no), ("user.uid in (1, 1000)", .yes),
    ("user.uid >= 1000 and user.uid <= 1000", .yes), ("user.uid > 1000", .no),
    ("proc.is_shell = true", .yes), ("proc.is_shell = false", .no),
    ("proc.is_shell != false", .yes),
    ("proc.is_shell exists", .yes), ("proc.env[HOME] = /root", .yes),
    ("proc.env[PATH] exists", .no),
    // The ancestors: any of them, and for `!=` none.
    ("proc.aname = make", .yes), ("proc.aname = bash", .no), ("proc.aname startswith mak", .yes),
    ("proc.aname != make", .no), ("proc.aname != bash", .yes), ("proc.aname in (make, x)", .yes),
    ("proc.aname intersects (make, x)", .yes), ("proc.aname in (x)", .no),
    ("not proc.aname in (x)", .yes), ("proc.aname[2] = sh", .yes), ("proc.aname[1] = sh", .no),
    ("proc.aexepath exists", .no),
  ])
  func operators(_ condition: String, _ expected: Verdict) throws {
    let source = FakeSource(
      .execve,
      [
        "proc.name": "bash", "user.uid": 1000, "proc.is_shell": true,
        "proc.aname": .texts(["make", "sh"]), "proc.aname[1]": "make", "proc.aname[2]": "sh",
        "proc.env[HOME]": "/root", "proc.aexepath": .texts([]),
      ])
    #expect(try judge(condition, source) == expected)
  }

  @Test(arguments: [
    ("evt.arg.argv in (a, b, c)", Verdict.yes), ("evt.arg.argv in (a)", .no),
    ("evt.arg.argv intersects (a)", .yes), ("evt.arg.argv intersects (c)", .no),
    ("evt.arg.argv = b", .yes), ("evt.arg.argv contains c", .no), ("evt.arg.argv != c", .yes),
    ("evt.arg.argv != b", .no), ("evt.arg.envp in (a)", .no), ("evt.arg.envp intersects (a)", .no),
  ])
  func lists(_ condition: String, _ expected: Verdict) throws {
    let source = FakeSource(
      .execve, ["evt.arg.argv": .texts(["a", "b"]), "evt.arg.envp": .texts([])])
    #expect(try judge(condition, source) == expected)
  }

  @Test(arguments: [
    ("evt.arg.flags contains O_CREAT", Verdict.yes), ("evt.arg.flags contains O_RDONLY", .no),
    ("evt.arg.flags contains O_WRONLY", .yes), ("evt.arg.flags contains O_TRUNC", .no),
    ("evt.arg.flags contains O_WRONLY|O_CREAT", .yes), ("evt.arg.flags contains 0x41", .yes),
    ("evt.arg.flags contains anyof (O_TRUNC, O_CREAT)", .yes),
    ("evt.arg.flags contains allof (O_TRUNC, O_CREAT)", .no),
    ("evt.arg.flags contains oneof (O_TRUNC, O_CREAT)", .yes),
    ("evt.arg.flags = O_WRONLY", .no), ("evt.arg.flags = O_WRONLY|O_CREAT", .yes),
    ("evt.arg.flags = 65", .yes), ("evt.arg.flags = O_WRONLY|0x40", .yes),
    ("evt.arg.flags != O_WRONLY", .yes), ("evt.arg.flags != 65", .no),
    ("evt.arg.flags in (O_RDONLY, 0x41)", .yes), ("evt.arg.flags in (O_RDONLY, 0x42)", .no),
    // A name of another call's flags says nothing about these, either way.
    ("evt.arg.flags contains MS_BIND", .no), ("evt.arg.flags != MS_BIND", .no),
    // More than the kernel reads is never equal.
    ("evt.arg.flags = 0x100000041", .no), ("evt.arg.flags contains 0x100000001", .no),
  ])
  func flags(_ condition: String, _ expected: Verdict) throws {
    let source = FakeSource(.openat, ["evt.arg.flags": .flags(0x41, .open)])
    #expect(try judge(condition, source) == expected)
  }

  @Test func argumentsOfSeveralTypes() throws {
    let mounted = FakeSource(.mount, ["evt.arg.type": "ext4"])
    let socket = FakeSource(.socket, ["evt.arg.type": .flags(3, .socketType)])
    #expect(try judge("evt.arg.type = ext4", mounted) == .yes)
    #expect(try judge("evt.arg.type = ext4", socket) == .no)
    #expect(try judge("evt.arg.type contains SOCK_RAW", socket) == .yes)
    let unmounted = FakeSource(.umount2, ["evt.arg.flags": 8])
    #expect(try judge("evt.arg.flags = 8", unmounted) == .yes)
    #expect(try judge("evt.arg.flags = MS_NOEXEC", unmounted) == .no)
  }

  @Test(arguments: [
    ("evt.type = openat", Verdict.yes), ("evt.type != openat", .no), ("evt.type != open", .yes),
    ("evt.type in (open, openat)", .yes), ("evt.type startswith open", .yes),
    ("evt.type glob anyof (x*, *at)", .yes), ("evt.type contains close", .no),
    ("not evt.type = openat", .no), ("evt.type exists", .yes),
  ])
  func eventTypes(_ condition: String, _ expected: Verdict) throws {
    #expect(try judge(condition, FakeSource(.openat)) == expected)
  }

  @Test func eachFieldIsAskedForOnce() throws {
    let program = try RuleProgram.compile([
      RuleText(id: "a", condition: "proc.name = a or proc.name = b or proc.name glob c*"),
      RuleText(
        id: "b", condition: "proc.name = cat and user.uid = 1", exceptions: ["proc.name = x"]),
    ])
    var evaluation = RuleEvaluator(program)
    var source = FakeSource(.getpid, ["proc.name": "cat", "user.uid": 1])
    evaluation.run(&source)
    #expect(evaluation.matches == [0, 1])
    _ = evaluation.reasons(rule: 1, &source)
    _ = evaluation.suppression(rule: 1, &source)
    #expect(source.asked == ["proc.name": 1, "user.uid": 1])
    evaluation.run(&source)
    #expect(source.asked == ["proc.name": 2, "user.uid": 2])
    #expect(program.fields == [.procName, .userUid])
  }

  @Test func shortCircuitFromLeftToRight() throws {
    let program = try RuleProgram.compile([
      RuleText(id: "a", condition: "user.uid = 2 and proc.name = x or user.uid = 1 or proc.exe = y")
    ])
    var evaluation = RuleEvaluator(program)
    var source = FakeSource(.getpid, ["user.uid": 1])
    evaluation.run(&source)
    #expect(source.asked == ["user.uid": 1])
  }

  @Test func everyEventTypeHasItsBit() {
    #expect(EventType.allCases.count <= EventSet.capacity)
    #expect(EventSet.all.members == EventType.allCases)
    #expect(EventType.allCases.enumerated().allSatisfy { $0.offset == Int($0.element.rawValue) })
  }
}
