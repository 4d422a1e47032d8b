import Testing

@testable import Rules

@Suite struct RegexTests {
  private func matches(_ pattern: String, _ text: String) throws -> Bool {
    let regex = try LinearRegex(Array(pattern.utf8))
    let text = Array(text.utf8)
    return regex.matches(text.span)
  }

  @Test(arguments: [
    ("", ["": true, "a": false]),
    ("abc", ["abc": true, "abcd": false, "xabc": false, "ab": false]),
    ("^abc$", ["abc": true, "abcd": false]),
    ("a|bc|", ["a": true, "bc": true, "": true, "abc": false, "ab": false]),
    ("(a|b)c", ["ac": true, "bc": true, "c": false, "abc": false]),
    ("a*", ["": true, "a": true, "aaaa": true, "ab": false]),
    ("a+b?", ["a": true, "aab": true, "b": false, "abb": false]),
    ("(ab)+", ["ab": true, "abab": true, "aba": false, "": false]),
    ("(a*)*", ["": true, "aaa": true, "b": false]),
    ("(a|)*b", ["b": true, "aab": true, "ac": false]),
    ("a{3}", ["aaa": true, "aa": false, "aaaa": false]),
    ("a{2,}", ["aa": true, "aaaaa": true, "a": false]),
    ("a{1,3}b", ["ab": true, "aaab": true, "b": false, "aaaab": false]),
    ("a{0}", ["": true, "a": false]),
    ("a.c", ["abc": true, "a/c": true, "ac": false, "a\nc": false]),
    (".*/\\.ssh/id_[a-z0-9]+", ["/home/u/.ssh/id_rsa": true, "/home/u/xssh/id_rsa": false]),
    ("[a-cx]", ["b": true, "x": true, "d": false]),
    ("[^a-c]", ["d": true, "a": false, "": false]),
    ("[]a]", ["]": true, "a": true]),
    ("[a-]", ["-": true, "a": true, "b": false]),
    (#"[\d_]+"#, ["1_2": true, "a": false]),
    (#"\d\D\w\W\s\S"#, ["1a_- x": true, "aa_- x": false]),
    (#"a\.b\\c\$"#, [#"a.b\c$"#: true, #"axb\c$"#: false]),
    (#"\n\t\r"#, ["\n\t\r": true, "ntr": false]),
    ("(?:a|b){2}", ["ab": true, "ba": true, "a": false]),
    ("A", ["A": true, "a": false]),
    ("a}", ["a}": true]),
    ("ü+", ["ü": true]),
  ])
  func wholeTexts(_ pattern: String, _ expected: [String: Bool]) throws {
    for (text, answer) in expected {
      #expect(try matches(pattern, text) == answer, "\(pattern) \(text)")
    }
  }

  /// What each text must hold that matches is found, and no more.
  @Test(arguments: [
    ("abc", "abc"), ("ab+c", "a"), ("ab*cde", "cde"), ("(abc)", "abc"), ("x(abc)y", "xabcy"),
    ("(a(b))c|d", ""),
    ("a|b", ""), (".*[.]onion(x.*)?", ".onion"), ("[ab]c", "c"), (#"a\.b"#, "a.b"), ("", ""),
    ("abc?", "ab"), ("(?:ab|cd)efg{0,2}", "ef"),
  ])
  func literals(_ pattern: String, _ literal: String) throws {
    #expect(try LinearRegex(Array(pattern.utf8)).literal == Array(literal.utf8))
  }

  @Test func anyByteIsRead() throws {
    let bytes: [UInt8] = [0x61, 0xFF, 0x00, 0x80, 0x62]
    let isMatch = try LinearRegex(Array("a.{3}b".utf8)).matches(bytes.span)
    #expect(isMatch)
  }

  @Test(arguments: [
    ("(", "byte 2: expected ')'"), (")", "byte 1: ')' without '('"), ("[a", "expected ']'"),
    ("*a", "byte 1: nothing to repeat"), ("a**", "nothing to repeat"), ("|+", "nothing to repeat"),
    ("a{", "expected a number"), ("a{2,1}", "expected '{m}'"), ("a{1001}", "up to 1000"),
    ("a{1,99999999999999999999}", "expected '{m}'"), ("a{1", "expected '{m}'"),
    (#"a\"#, "nothing after '\\'"), (#"\1"#, "unknown escape '\\1'"), (#"\b"#, "unknown escape"),
    ("(?=a)", "only '(?:'"), ("(?i)a", "only '(?:'"), ("a^b", "anchor inside"),
    ("a$b", "anchor inside"), ("[b-a]", "empty range"),
    ("(a{1000}){1000}", "too large"), ("((((){1000}){1000}){1000}){1000}", "too large"),
    (String(repeating: "(", count: 60), "nested too deeply"),
  ])
  func mistakes(_ pattern: String, _ message: String) {
    let error = #expect(throws: FieldMistake.self) { _ = try LinearRegex(Array(pattern.utf8)) }
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
  }

  /// Patterns that take a backtracking matcher longer than anyone waits.
  @Test(
    .timeLimit(.minutes(10)),
    arguments: ["(a*)*b", "(a|a)*b", "(a|aa)+b", "(.*)*(.*)*b", "(a?){500}a{500}b", "(a*a*)*c"])
  func textsAreComparedInLinearTime(_ pattern: String) throws {
    #expect(try !matches(pattern, String(repeating: "a", count: 4_096)))
  }
}
