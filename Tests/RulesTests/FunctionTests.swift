import Events
import Syscalls
import Testing

@testable import Rules

/// Transformers, `val()` and `regex` as conditions use them.
@Suite struct FunctionTests {
  @Test(arguments: [
    ("tolower(proc.name) = bash", Verdict.yes),
    ("toupper(proc.name) = BASH", .yes),
    ("tolower(proc.name) = Bash", .no),
    ("tolower(proc.name) in (zsh, bash)", .yes),
    ("tolower(proc.name) startswith anyof (z, ba)", .yes),
    ("tolower( proc.name )=bash", .yes),
    ("not tolower(proc.name) = bash", .no),
    ("tolower(proc.name) exists", .yes),
    ("tolower(proc.pname) exists", .no),
    ("tolower(proc.pname) != x", .no),
    ("not tolower(proc.pname) = x", .yes),
    ("basename(proc.exepath) = bash", .yes),
    ("toupper(basename(proc.exepath)) = BASH", .yes),
    ("len(proc.name) = 4", .yes),
    ("len(proc.name) > 4", .no),
    ("len(basename(proc.exepath)) in (4, 5)", .yes),
    ("b64(proc.cmdline) = 'rm -rf /'", .yes),
    ("b64(proc.cmdline) contains rf", .yes),
    ("b64(proc.name) exists", .yes),
    ("b64(proc.exepath) exists", .no),
    ("tolower(proc.name) regex 'b.*h'", .yes),
    // Either name of a path.
    ("basename(fd.name) = shadow", .yes),
    ("basename(fd.name) = link", .yes),
    ("basename(fd.name) != link", .no),
    ("not basename(fd.name) = passwd", .yes),
    // Lists: all of them, any of them, how many.
    ("len(proc.aname) = 2", .yes),
    ("toupper(proc.aname) intersects (INIT)", .yes),
  ])
  func transformers(_ condition: String, _ expected: Verdict) throws {
    let source = FakeSource(
      .openat,
      [
        "proc.name": "BaSh", "proc.exepath": .path("/usr/bin/bash"),
        "proc.cmdline": "cm0gLXJmIC8=", "proc.aname": .texts(["sshd", "init"]),
        "fd.name": .names(given: "/tmp/link", resolved: "/etc/shadow"),
      ])
    #expect(try judge(condition, source) == expected)
  }

  @Test(arguments: [
    ("proc.name = val(proc.pname)", Verdict.yes),
    ("proc.name != val(proc.pname)", .no),
    ("proc.name = val(proc.exe)", .no),
    ("proc.exe startswith val(proc.name)", .yes),
    ("proc.exe contains val(proc.name)", .yes),
    ("user.uid = val(user.euid)", .no),
    ("user.uid > val(user.euid)", .yes),
    ("user.uid <= val(user.euid)", .no),
    ("proc.is_shell = val(proc.is_exe_deleted)", .yes),
    ("proc.is_shell != val(proc.is_exe_deleted)", .no),
    ("fd.sip = val(fd.cip)", .yes),
    ("fd.sip != val(fd.cip)", .no),
    ("fd.name = val(proc.exepath)", .yes),
    ("not fd.name = val(proc.exepath)", .yes),
    ("proc.name = val(proc.cmdline)", .no),
    ("not proc.name = val(proc.cmdline)", .yes),
    ("proc.name != val(proc.cmdline)", .no),
    ("proc.cmdline != val(proc.name)", .no),
    ("proc.cwd = val(proc.cmdline)", .no),
    ("proc.name = val(proc.cwd)", .undecided),
  ])
  func otherFields(_ condition: String, _ expected: Verdict) throws {
    let source = FakeSource(
      .connect,
      [
        "proc.name": "bash", "proc.pname": "bash", "proc.exe": "bash -x", "user.uid": 1000,
        "user.euid": 0, "proc.is_shell": true, "proc.is_exe_deleted": true,
        "fd.sip": .address("10.0.0.1"),
        "fd.cip": .address("10.0.0.1"), "proc.cwd": .value(.undecided),
        "fd.name": .names(given: "/tmp/x", resolved: "/bin/x"), "proc.exepath": .path("/bin/x"),
      ])
    #expect(try judge(condition, source) == expected)
  }

  @Test(arguments: [
    ("proc.name regex 'ba(sh|r)'", Verdict.yes),
    ("proc.name regex ba", .no),
    ("proc.name regex anyof (zsh, 'b.*')", .yes),
    ("proc.name regex allof (zsh, 'b.*')", .no),
    ("proc.name regex oneof (zsh, 'b.*')", .yes),
    ("proc.name regex anyof ($none)", .no),
    ("proc.name regex $some", .yes),
    ("fd.name regex '/etc/.*'", .yes),
    ("not fd.name regex '/etc/.*'", .yes),
    ("proc.pname regex '.*'", .no),
  ])
  func expressions(_ condition: String, _ expected: Verdict) throws {
    let source = FakeSource(
      .openat,
      ["proc.name": "bash", "fd.name": .names(given: "/tmp/x", resolved: "/etc/shadow")])
    let criteria: [String: CriterionValue] = ["none": .list([]), "some": .text("b[a]sh")]
    #expect(try judge(condition, source, criteria: criteria) == expected)
  }

  @Test func anExpressionOfACriterionIsToldWhereItStands() {
    let found = problems("proc.name regex $some", criteria: ["some": .text("(")])
    #expect(found.map(\.part) == [.criterion("some")])
  }

  /// What a function makes of a register is not known to the filter, which then lets it through.
  @Test func functionsArePushedDownAsNothing() throws {
    let conditions = [
      "evt.type = kill and evt.arg.pid = val(user.uid)", "evt.type = kill and len(proc.name) = 1",
      "evt.type = kill and proc.name regex a",
    ]
    for condition in conditions {
      let program = try RuleProgram.compile([RuleText(id: "a", condition: condition)])
      #expect(program.filterPlan.needs == [.kill: .always])
    }
    let names = [
      "evt.arg.filename regex '/a.*'", "basename(evt.arg.filename) = a",
      "evt.arg.filename = val(fd.name)",
    ]
    for condition in names {
      let program = try RuleProgram.compile([
        RuleText(id: "a", condition: "evt.type = chmod and " + condition)
      ])
      #expect(program.filterPlan.needs == [.chmod: .always])
    }
  }
}
