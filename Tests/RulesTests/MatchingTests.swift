import Text
import Testing

@testable import Rules

@Suite struct MatchingTests {
  /// As fnmatch(3) of glibc answers with flags 0 in the C locale.
  @Test(arguments: [
    ("", "", true), ("", "a", false), ("a", "", false), ("*", "", true), ("**", "", true),
    ("?", "", false), ("?", "a", true), ("?", "/", true), ("*", "a/b/c", true),
    ("*", ".hidden", true), ("/a/*", "/a/.b/c", true), ("/a/*", "/a", false),
    ("/a/*", "/a/", true), ("*.pem", "/x/y.pem", true), ("*.pem", "/x/y.pemx", false),
    ("a*b*c", "aXbYbZc", true), ("a*b*c", "aXbYbZ", false), ("*a*a*a*", "aa", false),
    ("[abc]", "b", true), ("[abc]", "d", false), ("[a-c]x", "cx", true), ("[!a-c]", "d", true),
    ("[!a-c]", "a", false), ("[^a]", "b", true), ("[]a]", "]", true), ("[!]a]", "]", false),
    ("[a-]", "-", true), ("[-a]", "-", true), ("[/]", "/", true), ("[a", "[a", true),
    ("[a", "a", false), ("[", "[", true), ("[]", "[]", true), ("a[", "a[", true),
    (#"\*"#, "*", true), (#"\*"#, "a", false), (#"\a"#, "a", true), (#"a\"#, "a", false),
    (#"a\"#, #"a\"#, false), (#"[\]]"#, "]", true), (#"[\]]"#, #"\"#, false),
    ("[[:digit:]]", "7", true), ("[[:digit:]]", "x", false), ("[[:alpha:]_]*", "_x", true),
    ("[![:space:]]", "x", true), ("[[:upper:]]", "a", false), ("[[:nosuch:]]", "x", false),
    ("A", "a", false), ("ü", "ü", true), ("??", "ü", true),
  ])
  func globs(_ pattern: String, _ text: String, _ expected: Bool) {
    let pattern = Array(pattern.utf8)
    let text = Array(text.utf8)
    let matches = glob(pattern.span, text.span)
    #expect(matches == expected)
  }

  @Test(arguments: [
    ("*.PEM", "/x/y.pem", true), ("[A-C]", "b", true), ("[a-c]", "B", true), ("[!A]", "a", false),
    ("[[:upper:]]", "a", true), (#"\A"#, "a", true), ("a", "b", false),
  ])
  func globsWithoutCase(_ pattern: String, _ text: String, _ expected: Bool) {
    let pattern = Array(pattern.utf8)
    let text = Array(text.utf8)
    let matches = glob(pattern.span, text.span, ignoresCase: true)
    #expect(matches == expected)
  }

  @Test(.timeLimit(.minutes(10))) func manyStarsTakeNoExponentialTime() {
    let pattern = Array((String(repeating: "a*", count: 100) + "b").utf8)
    let text = [UInt8](repeating: UInt8(ascii: "a"), count: 4_096)
    let matches = glob(pattern.span, text.span)
    #expect(!matches)
  }

  @Test(arguments: [
    ("/var/run", "/var/run", true), ("/var/run", "/var/run/x", true),
    ("/var/run", "/var/runx", false), ("/var/run", "/var", false), ("/var/run", "/var/run/", true),
    ("/var/run/", "/var/run", true), ("//var///run", "/var/run/x", true),
    ("/var/run", "//var//run//x", true), ("/", "/etc", true), ("/", "etc", false),
    ("etc", "etc/x", true), ("etc", "/etc/x", false), ("/home/*/.ssh", "/home/a/.ssh/id", true),
    ("/home/*/.ssh", "/home/a/b/.ssh/id", false), ("/home/*/.ssh", "/home/.ssh/id", false),
    ("/h?me", "/home/x", true), ("/[gh]ome", "/home", true), ("/home/*", "/home", false),
    ("/home/[/]x", "/home//x", false), ("", "/x", false), ("/x", "", false),
  ])
  func pathPrefixes(_ pattern: String, _ path: String, _ expected: Bool) {
    let pattern = Array(pattern.utf8)
    let path = Array(path.utf8)
    let matches = hasPathPrefix(path.span, pattern.span)
    #expect(matches == expected)
  }

  @Test func textSetsHoldWhatWasPutIn() {
    var operands = Operands()
    let items = (0..<300).map { Array("item\($0)".utf8) } + [[], Array("item7".utf8)]
    let check = Check(
      comparison: .in, quantity: .any, slot: 0, needsEveryName: false, isFamily: false,
      textSet: operands.add(textSet: items))
    for item in items {
      let matches = operands.matches(check, text: item.span)
      #expect(matches)
    }
    for other in ["item300", "item", "x", "item7 "] {
      let text = Array(other.utf8)
      let matches = operands.matches(check, text: text.span)
      #expect(!matches)
    }
  }

  @Test(arguments: [
    ("0", Numeral.value(isNegative: false, 0)), ("12", .value(isNegative: false, 12)),
    ("-12", .value(isNegative: true, 12)), ("0xfF", .value(isNegative: false, 255)),
    ("0o17", .value(isNegative: false, 15)), ("-0x1", .value(isNegative: true, 1)),
    ("18446744073709551615", .value(isNegative: false, .max)),
    ("18446744073709551616", .tooLarge), ("0xfffffffffffffffff", .tooLarge), ("07", .leadingZero),
    ("", .none), ("-", .none), ("0x", .none), ("0o8", .none), ("1a", .none), ("+1", .none),
    ("1_0", .none), ("0X1", .none), ("99999999999999999999999x", .none),
  ])
  func numerals(_ text: String, _ expected: Numeral) {
    #expect(Numeral(Array(text.utf8)) == expected)
  }

  @Test func signedNumbersHaveALowerEnd() {
    #expect(Numeral(Array("-9223372036854775808".utf8)).signed == .min)
    #expect(Numeral(Array("-9223372036854775809".utf8)).signed == nil)
    #expect(Numeral(Array("9223372036854775808".utf8)).signed == nil)
  }

  @Test(arguments: [
    ("fd.nmae", "fd.name"), ("FD.NAME", "fd.name"), ("fd.namee", "fd.name"), ("xyz", nil),
    ("", nil), (String(repeating: "f", count: 100_000), nil),
  ])
  func nearest(_ name: String, _ expected: String?) {
    #expect(nearestName(to: name, among: ["fd.num", "fd.name", "proc.name"]) == expected)
  }
}
