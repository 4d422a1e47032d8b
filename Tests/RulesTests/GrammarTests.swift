import Events
import Syscalls
import Testing

@testable import Rules

@Suite struct GrammarTests {
  /// `and` before `or`, `not` before both: told by a value of a, b and c that would differ.
  @Test(arguments: [
    ("user.uid = 1 or user.uid = 2 and proc.pid = 9", Verdict.yes),
    ("(user.uid = 1 or user.uid = 2) and proc.pid = 9", .no),
    ("proc.pid = 9 and user.uid = 2 or user.uid = 1", .yes),
    ("not user.uid = 1 and proc.pid = 9", .no),
    ("not (user.uid = 1 and proc.pid = 9)", .yes),
    ("not user.uid = 2 or proc.pid = 9", .yes),
    ("not (user.uid = 2 or proc.pid = 7)", .no),
    ("not not user.uid = 1", .yes),
    ("not not not user.uid = 1", .no),
    ("not (not (user.uid = 1))", .yes),
    ("not(user.uid = 1)and(proc.pid = 7)or(user.uid = 1)", .yes),
    ("((((user.uid = 1))))", .yes),
    ("\n user.uid\t=\r\n1 ", .yes),
    ("user.uid=1", .yes),
    ("user.uid==1", .yes),
    ("user.uid!=1", .no),
    ("user.uid<2 and user.uid<=1 and user.uid>0 and user.uid>=1", .yes),
    ("user.uid<1", .no),
    ("user.uid>1", .no),
    ("user.uid in (2,1)", .yes),
    ("user.uid in()", .no),
    ("user.uid in (0x1)", .yes),
    ("user.uid = 0o1", .yes),
    ("user.uid = '1'", .yes),
  ])
  func precedence(_ condition: String, _ expected: Verdict) throws {
    let source = FakeSource(.getpid, ["user.uid": 1, "proc.pid": 7])
    #expect(try judge(condition, source) == expected)
  }

  @Test(arguments: [
    (#"proc.name = "a b""#, "a b"),
    (#"proc.name = 'a"b'"#, "a\"b"),
    (#"proc.name = 'a\'b'"#, "a'b"),
    (#"proc.name = "a\\b""#, "a\\b"),
    (#"proc.name = "a\tb\x41""#, "a\tbA"),
    (#"proc.name = "(and)""#, "(and)"),
    (#"proc.name = a<b>!c"#, "a<b>!c"),
    (#"proc.name = 'and'"#, "and"),
    (#"proc.name = '$x'"#, "$x"),
    (#"proc.name = ü"#, "ü"),
    (#"proc.name = a$b"#, "a$b"),
  ])
  func texts(_ condition: String, _ name: String) throws {
    #expect(try judge(condition, FakeSource(.getpid, ["proc.name": .text(name)])) == .yes)
    #expect(try judge(condition, FakeSource(.getpid, ["proc.name": .text(name + "x")])) == .no)
  }

  @Test(arguments: [
    ("proc.name in ($names)", Verdict.yes),
    ("proc.name in (x, $names, y)", .yes),
    ("proc.name in $names", .yes),
    ("proc.name = $name", .yes),
    ("proc.name in ($name)", .yes),
    ("proc.name in ($none)", .no),
    ("not proc.name in ($none)", .yes),
    ("proc.name glob anyof ($none)", .no),
    ("proc.name glob allof ($none)", .no),
    ("proc.name startswith anyof $names", .yes),
    ("user.uid = $uid", .yes),
    ("user.uid in ($uid, 7)", .yes),
    ("proc.is_shell = $yes", .yes),
    ("proc.is_shell != $yes", .no),
  ])
  func criteria(_ condition: String, _ expected: Verdict) throws {
    let source = FakeSource(.getpid, ["proc.name": "bash", "user.uid": 1, "proc.is_shell": true])
    let criteria: [String: CriterionValue] = [
      "names": .list([.text("zsh"), .text("bash")]), "name": .text("bash"), "none": .list([]),
      "uid": .number(1), "yes": .boolean(true),
    ]
    #expect(try judge(condition, source, criteria: criteria) == expected)
  }

  @Test func nestingHasALimit() {
    let deep =
      String(repeating: "(", count: 101) + "user.uid = 1" + String(repeating: ")", count: 101)
    #expect(problems(deep).map(\.problem.message) == ["parentheses are nested more than 100 deep"])
    #expect(problems(String(deep.dropFirst().dropLast())).isEmpty)
    let negated = String(repeating: "not ", count: 9_999) + "user.uid = 1"
    #expect(problems(negated).isEmpty)
  }
}

@Suite struct MistakeTests {
  /// Condition, line, column, message.
  @Test(arguments: [
    ("", 1, 1, "expected a field, found the end"),
    ("user.uid = 1 user.euid = 2", 1, 14, "expected 'and' or 'or', found 'user.euid'"),
    ("user.uid = 1 AND user.euid = 2", 1, 14, "found 'AND'; did you mean 'and'?"),
    ("user.uid = 1)", 1, 13, "')' without '('"),
    ("(user.uid = 1", 1, 14, "expected ')', found the end"),
    ("user.uid = 1 and", 1, 17, "expected a field, found the end"),
    ("user.uid = 1 and or user.uid = 2", 1, 18, "expected a field, found 'or'"),
    ("user.uid =", 1, 11, "expected a value, found the end"),
    ("user.uid = and", 1, 12, "expected a value, found 'and' (quote it"),
    ("user.uid = )", 1, 12, "expected a value, found ')'"),
    ("user.uid in 1", 1, 13, "expected '(' after 'in', found '1'"),
    ("user.uid in (1 2)", 1, 16, "expected ',' or ')' in the list, found '2'"),
    ("user.uid in (1,", 1, 16, "expected a value, found the end"),
    ("user.uid in (1,)", 1, 16, "expected a value, found ')'"),
    ("proc.name = 'x", 1, 13, "the string has no closing quote"),
    (#"proc.name = 'a\q'"#, 1, 15, "unknown escape"),
    ("proc.name startwith x", 1, 11, "did you mean 'startswith'?"),
    ("proc.name", 1, 10, "expected an operator after 'proc.name'"),
    ("proc.is_shell", 1, 14, "write 'proc.is_shell = true'"),
    ("proc.name bcontains a1", 1, 11, "the operator 'bcontains' is not supported"),
    ("concat(proc.name) = x", 1, 1, "the transformer 'concat()' is not supported"),
    ("tolower(user.uid) = 1", 1, 1, "'tolower()' expects text, but 'user.uid' is a number"),
    ("toupper(len(proc.name)) = 1", 1, 1, "'toupper()' expects text"),
    ("tolower(proc.name = x", 1, 19, "expected ')', found '='"),
    ("tolower() = x", 1, 1, "expected a field in 'tolower()'"),
    ("tolower(proc.nmae) = x", 1, 1, "unknown field 'proc.nmae'; did you mean 'proc.name'?"),
    ("len(proc.name) = x", 1, 18, "expected a number, found 'x'"),
    ("tolower(frob(proc.name)) = x", 1, 1, "unknown function 'frob'"),
    ("proc.name = tolower(x)", 1, 13, "'tolower()' is not allowed here"),
    ("val(proc.name) = x", 1, 1, "'val()' is not allowed here"),
    ("proc.name = val(proc.nmae)", 1, 13, "unknown field 'proc.nmae'"),
    ("proc.name = val(", 1, 17, "expected 'val(FIELD)', found the end"),
    ("proc.name = val(user.uid)", 1, 13, "'=' cannot compare 'proc.name', which is text"),
    ("proc.is_shell < val(proc.is_shell)", 1, 17, "'<' cannot compare"),
    ("proc.name in (val(proc.exe))", 1, 15, "'val()' needs a plain field"),
    ("proc.name in (x, val(proc.exe))", 1, 18, "'val()' is not allowed in a list"),
    ("tolower(proc.name) = val(proc.exe)", 1, 22, "needs a plain field"),
    ("user.uid regex a", 1, 10, "'user.uid' is a number, which 'regex' does not apply to"),
    ("proc.name regex 'a('", 1, 17, "in the expression at byte 3: expected ')'"),
    ("proc.name regex anyof (a, 'b)')", 1, 27, "in the expression at byte 2: ')' without '('"),
    ("frob(proc.name) = x", 1, 1, "unknown function 'frob'"),
    ("user.uid = anyof (1)", 1, 12, "'anyof' is not allowed after '='"),
    ("is_shell and user.uid = 1", 1, 1, "unknown macro 'is_shell'"),
    ("user.uid = 1 and\n  fd.nmae = x", 2, 3, "unknown field 'fd.nmae'; did you mean 'fd.name'?"),
    ("proc.name = 'ü' and fd.nmae = x", 1, 21, "unknown field 'fd.nmae'"),
    ("qqqqqqqqqqqqqqqq = x", 1, 1, "unknown field 'qqqqqqqqqqqqqqqq'"),
    ("evt.arg.flagz = 1", 1, 1, "no call has an argument 'flagz'; did you mean 'flags'?"),
    ("evt.arg = 1", 1, 1, "'evt.arg' needs an argument's name"),
    ("proc.env = x", 1, 1, "'proc.env' needs a name"),
    ("proc.aname[x] = y", 1, 1, "'proc.aname' takes an index"),
    ("proc.aname[99999999999999999999] = y", 1, 1, "'proc.aname' takes an index"),
    ("proc.name[1] = y", 1, 1, "'proc.name' takes no parameter"),
    ("evt.type = opanat", 1, 12, "unknown event 'opanat'; did you mean 'openat'?"),
    ("evt.type in (open, opanat)", 1, 20, "unknown event 'opanat'"),
    ("user.uid contains 1", 1, 10, "'user.uid' is a number, which 'contains' does not apply to"),
    ("proc.is_shell < true", 1, 15, "'proc.is_shell' is true or false, which '<'"),
    ("proc.is_shell in (true)", 1, 15, "does not apply to; it has = != exists"),
    ("proc.is_shell = yes", 1, 17, "expected true or false for 'proc.is_shell', found 'yes'"),
    ("proc.name < a", 1, 11, "'proc.name' is text, which '<' does not apply to"),
    ("fd.sip contains 1", 1, 8, "'fd.sip' is an address"),
    ("fd.sport = 65536", 1, 12, "65536 is out of range for 'fd.sport', which is 0 to 65535"),
    ("fd.sport = -1", 1, 12, "-1 is out of range"),
    ("fd.sport = 99999999999999999999999", 1, 12, "is out of range"),
    ("evt.arg.newfd = 2147483648", 1, 17, "is out of range for 'evt.arg.newfd'"),
    ("fd.sport = http", 1, 12, "expected a number, found 'http'"),
    ("user.uid = 0755", 1, 12, "write octal numbers as 0o755"),
    ("fd.sip = 10.0.0.256", 1, 10, "expected an address or a network, found '10.0.0.256'"),
    ("fd.sip in (10.0.0.0/33)", 1, 12, "expected an address or a network, found '10.0.0.0/33'"),
    ("mem.prot contains PROT_EXECUTE", 1, 19, "did you mean 'PROT_EXEC'?"),
    ("evt.arg.flags contains O_CRAET", 1, 24, "did you mean 'O_CREAT'?"),
    ("evt.arg.request in (PTRACE_ATACH)", 1, 21, "did you mean 'PTRACE_ATTACH'?"),
    ("evt.arg.flags contains O_WRONLY|O_RDWR", 1, 24, "no value has all of these flags at once"),
    ("evt.arg.flags contains O_CREAT|MS_BIND", 1, 24, "these flags belong to different calls"),
    ("evt.arg.flags contains 0|0x0", 1, 24, "this name has no bits"),
    ("mem.prot contains 0", 1, 19, "every value contains 0"),
    ("evt.arg.domain = 0x100000000", 1, 18, "is out of range"),
    ("proc.name = $nmae", 1, 13, "unknown criterion '$nmae'; did you mean '$name'?"),
    ("proc.name = $", 1, 13, "expected a criterion's name after '$'"),
    ("proc.name = $names", 1, 13, "'$names' is a list, but this operator takes one value"),
  ])
  func place(_ condition: String, _ line: Int, _ column: Int, _ message: String) throws {
    let found = problems(condition, criteria: ["name": .text("x"), "names": .list([])])
    let problem = try #require(found.first)
    #expect(found.count == 1)
    #expect(problem.part == .condition)
    #expect([problem.problem.line, problem.problem.column] == [line, column])
    #expect(problem.problem.message.contains(message), "\(problem.problem.message)")
  }

  @Test func allMistakesOfAllRulesAreToldAtOnce() throws {
    let rules = [
      RuleText(id: "a", condition: "fd.nmae = x and fd.sport = x or evt.type = opne"),
      RuleText(id: "b", condition: "user.uid = 1", exceptions: ["user.uid = 1", "user.uuid = 1"]),
      RuleText(
        id: "c", condition: "fd.sip in ($addresses) or fd.cip in ($addresses)",
        criteria: ["addresses": .list([.text("::1"), .text("1.2.3"), .number(7)])]),
      RuleText(id: "d", condition: "("),
    ]
    let error = #expect(throws: RuleProblems.self) { _ = try RuleProgram.compile(rules) }
    let found = try #require(error).problems
    #expect(found.map(\.rule) == [0, 0, 0, 1, 2, 2, 3])
    #expect(
      found.map(\.part) == [
        .condition, .condition, .condition, .exception(1), .criterion("addresses"),
        .criterion("addresses"), .condition,
      ])
    #expect(found[4].problem.message.contains("'1.2.3'"))
    #expect(found[5].problem.message.contains("'7'"))
  }

  @Test func criteriaAreCheckedByTheFieldsType() {
    let found = problems("proc.name = $x", criteria: ["x": .number(3)])
    #expect(found.map(\.part) == [.criterion("x")])
    #expect(problems("user.uid in ($x)", criteria: ["x": .list([.text("3"), .number(4)])]).isEmpty)
    #expect(problems("user.uid in ($x)", criteria: ["x": .list([.list([])])]).count == 1)
    #expect(problems("proc.is_shell = $x", criteria: ["x": .number(1)]).count == 1)
  }

  @Test func mistakesAreCapped() {
    let many = Array(repeating: "fd.nmae = x", count: 500).joined(separator: " and ")
    #expect(problems(many).count == ProgramBuilder.mostProblems)
    let list = (0..<500).map { "opanat\($0)" }.joined(separator: ",")
    #expect(problems("evt.type in (\(list))").count == ProgramBuilder.mostProblems)
  }

  @Test func longTextsAreRefused() {
    let long = String(repeating: "user.uid = 1 or ", count: 5_000) + "user.uid = 2"
    #expect(problems(long).map(\.problem.message) == ["the condition is longer than 65536 bytes"])
  }
}
