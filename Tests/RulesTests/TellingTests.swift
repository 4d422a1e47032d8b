import Events
import Syscalls
import Testing

@testable import Rules

@Suite struct ReasonTests {
  private func reasons(
    _ condition: String, _ source: FakeSource, criteria: [String: CriterionValue] = [:]
  ) throws -> [Reason] {
    let program = try RuleProgram.compile([
      RuleText(id: "other", condition: "user.uid = 99"),
      RuleText(id: "test", condition: condition, criteria: criteria),
    ])
    var evaluation = RuleEvaluator(program)
    var source = source
    evaluation.run(&source)
    #expect(evaluation.matches == [1])
    return evaluation.reasons(rule: 1, &source)
  }

  @Test func criteriaStayUnexpanded() throws {
    let found = try reasons(
      "fd.country in  ($countries)\n  and evt.type in (connect,\n sendto) and not proc.name = 'a  b'",
      FakeSource(.connect, ["fd.country": "KP", "proc.name": "curl"]),
      criteria: ["countries": .list([.text("RU"), .text("KP")])])
    #expect(
      found == [
        Reason(check: "fd.country in ($countries)", value: "KP"),
        Reason(check: "evt.type in (connect, sendto)", value: "connect"),
        Reason(check: "not proc.name = 'a  b'", value: "curl"),
      ])
  }

  @Test func onlyThePathThatWasTrueIsTold() throws {
    let found = try reasons(
      """
      (proc.name = x and user.uid = 1 or proc.name = curl and user.uid = 1 or user.uid = 1)
      and not (user.uid = 2 or proc.exe = y) and user.uid = 1
      """,
      FakeSource(.connect, ["proc.name": "curl", "user.uid": 1]))
    #expect(
      found == [
        Reason(check: "proc.name = curl", value: "curl"),
        Reason(check: "user.uid = 1", value: "1"),
        Reason(check: "not user.uid = 2", value: "1"),
        Reason(check: "not proc.exe = y", value: "?"),
      ])
  }

  @Test func theNameThatMatchedIsShown() throws {
    let source = FakeSource(
      .openat,
      [
        "fd.name": .names(given: "/tmp/link", resolved: "/etc/shadow"),
        "evt.arg.flags": .flags(0x42, .open), "fd.num": 3, "proc.is_shell": true,
      ])
    #expect(try reasons("fd.name startswith /tmp", source).map(\.value) == ["/tmp/link"])
    #expect(try reasons("fd.name startswith /etc", source).map(\.value) == ["/etc/shadow"])
    #expect(try reasons("fd.name startswith /", source).map(\.value) == ["/etc/shadow"])
    #expect(
      try reasons("evt.arg.flags contains O_CREAT", source).map(\.value) == ["O_RDWR|O_CREAT"])
    #expect(try reasons("proc.is_shell = true", source).map(\.value) == ["true"])
  }

  @Test func hostileBytesAreShownAsText() throws {
    let program = try RuleProgram.compile([RuleText(id: "a", condition: "proc.name exists")])
    struct Source: FieldSource {
      let eventType = EventType.getpid
      mutating func value(of key: FieldKey, in arena: inout ByteArena) -> FieldValue {
        .text(arena.append([0x61, 0xFF, 0x62] as [UInt8]))
      }
    }
    var evaluation = RuleEvaluator(program)
    var source = Source()
    evaluation.run(&source)
    #expect(evaluation.reasons(rule: 0, &source).map(\.value) == [#"a\xffb"#])
  }
}

@Suite struct TemplateTests {
  @Test(arguments: [
    ("", ""), ("plain", "plain"), ("100%%", "100%"), ("%proc.name runs", "curl runs"),
    ("to %fd.sip:%fd.sport.", "to 192.0.2.9:443."), ("%fd.sport%fd.sport", "443443"),
    ("%proc.aname[1]!", "make!"), ("%proc.aname", "make sh"), ("%proc.env[A B]", "x"),
    ("%evt.type: %evt.arg.addrlen.", "connect: 16."), ("(%fd.name)", "(/etc/shadow)"),
    ("%user.uid/%fd.country", "?/?"), ("%mem.prot", "?"), ("%proc.name, ü", "curl, ü"),
    ("%proc.name%%", "curl%"), ("%fd.nameraw", "x"),
  ])
  func rendering(_ template: String, _ expected: String) throws {
    let program = try RuleProgram.compile([RuleText(id: "a", condition: "proc.name = curl")])
    var evaluation = RuleEvaluator(program)
    var source = FakeSource(
      .connect,
      [
        "proc.name": "curl", "fd.sip": .address("192.0.2.9"), "fd.sport": 443,
        "proc.aname": .texts(["make", "sh"]), "proc.aname[1]": "make", "proc.env[A B]": "x",
        "evt.arg.addrlen": 16, "fd.name": .names(given: "/l", resolved: "/etc/shadow"),
        "fd.nameraw": "x", "fd.country": .value(.undecided), "mem.prot": 5,
      ])
    evaluation.run(&source)
    #expect(evaluation.matches == [0])
    let message = evaluation.render(try MessageTemplate(template), &source)
    #expect(message == expected)
    #expect(source.asked["proc.name"] == 1)
  }

  @Test func keys() throws {
    #expect(
      try MessageTemplate("%proc.name %evt.arg.flags %proc.env[HOME]").keys
        == ["proc.name", "evt.arg.flags", "proc.env[HOME]"])
  }

  @Test(arguments: [
    ("a %fd.nmae", 1, 3, "unknown field 'fd.nmae'; did you mean 'fd.name'?"),
    ("%fd.nameraww", 1, 1, "unknown field"), ("\n%", 2, 1, "expected a field's name"),
    ("50% of", 1, 3, "expected a field's name"), ("%evt.arg.flagz", 1, 1, "did you mean 'flags'?"),
    ("%evt.arg", 1, 1, "needs an argument's name"), ("%proc.env x", 1, 1, "needs a name"),
    ("%proc.aname[x]", 1, 1, "takes an index"),
  ])
  func mistakes(_ template: String, _ line: Int, _ column: Int, _ message: String) throws {
    let error = #expect(throws: ConditionProblem.self) { _ = try MessageTemplate(template) }
    let problem = try #require(error)
    #expect([problem.line, problem.column] == [line, column])
    #expect(problem.message.contains(message), "\(problem.message)")
  }
}
