import Testing
import Text

/// Names and lists in messages, and the lines of help.
@Suite struct WordingTests {
  @Test(
    arguments: [
      ("strct", "strict"), ("STRICT", "strict"), ("stirct", "strict"), ("strictt", "strict"),
      ("fsilon", "fail-on"), ("fial-on", "fail-on"), ("p", "ps"), ("xs", "ps"),
      ("maxalert", "max-alert"),
    ])
  func misspeltNameIsRecognized(_ name: String, _ known: String) {
    let names = ["strict", "standard", "max-alert", "fail-on", "ps"]
    #expect(nearestName(to: name, among: names) == known)
  }

  @Test(arguments: ["", "abc", "zz", "stuff", "sttrrictt!!", "standing orders", "maximum"])
  func otherNameHasNoneNear(_ name: String) {
    #expect(nearestName(to: name, among: ["strict", "standard", "max-alert"]) == nil)
  }

  @Test func ofEquallyNearNamesTheFirstIsTaken() {
    #expect(nearestName(to: "cat", among: ["rat", "bat", "hat"]) == "bat")
    #expect(nearestName(to: "cat", among: ["bat", "rat", "hat"]) == "bat")
    #expect(nearestName(to: "hats", among: ["bat", "hat"]) == "hat")
  }

  @Test func endlessNameHasNoneNear() {
    let long = String(repeating: "a", count: 80)
    #expect(nearestName(to: long, among: [long + "b"]) == long + "b")
    #expect(nearestName(to: long + "b", among: [long]) == nil)
  }

  @Test func swapOfNeighboursIsOneMistake() {
    #expect(nearestName(to: "abcdfe", among: ["abcdef"]) == "abcdef")
    #expect(nearestName(to: "bacdfe", among: ["abcdef"]) == "abcdef")
    #expect(nearestName(to: "badcfe", among: ["abcdef"]) == nil)
    #expect(nearestName(to: "ba", among: ["ab"]) == "ab")
  }

  @Test func suggestionNamesTheNearest() {
    #expect(suggestion(for: "strct", among: ["strict"]) == #"; did you mean "strict"?"#)
    #expect(suggestion(for: "strct", among: ["strict"], mark: "'") == "; did you mean 'strict'?")
    #expect(suggestion(for: "other", among: ["strict"]) == "")
    #expect(suggestion(for: "strict", among: ["strict\n"]) == #"; did you mean "strict\n"?"#)
  }

  @Test func namesAreQuotedAndListed() {
    #expect(quoted("a\u{202E}b") == #""a\u{202e}b""#)
    let long = String(repeating: "x", count: 60)
    #expect(quoted(long) == "\"" + long + "\"")
    #expect(quoted(long + "y") == "\"" + long + "…\"")
    #expect(alternatives([]) == "")
    #expect(alternatives(["a"]) == #""a""#)
    #expect(alternatives(["a", "b"]) == #""a" or "b""#)
    #expect(alternatives(["a", "b", "c"], joinedBy: "and") == #""a", "b" and "c""#)
  }

  @Test(
    arguments: [
      ("", 5, [""]), ("one two", 7, ["one two"]), ("one two", 6, ["one", "two"]),
      ("aaaa bb cc", 7, ["aaaa bb", "cc"]), ("a/very/long/path b", 5, ["a/very/long/path", "b"]),
      ("a b c", 1, ["a", "b", "c"]), ("über uns", 8, ["über uns"]),
      ("one  two", 5, ["one", "two"]),
    ] as [(String, Int, [String])])
  func textIsWrapped(_ text: String, _ columns: Int, _ lines: [String]) {
    #expect(wrapped(text, columns: columns) == lines)
  }

  @Test func markupIsEscaped() {
    #expect(
      escapingMarkup(#"<a href='x'>&"é"</a>"#)
        == "&lt;a href=&#39;x&#39;&gt;&amp;&quot;é&quot;&lt;/a&gt;")
    #expect(escapingMarkup("plain") == "plain")
    #expect(markupReference(0x61) == nil)
  }

  /// A bar with an accent is one character to Swift and a bar to a reader of bytes.
  @Test func scalarsAreReplaced() {
    #expect(replacing(in: "a|\u{301}b|", ["|": "\\|"]) == "a\\|\u{301}b\\|")
    #expect(replacing(in: "abc", ["d": "x"]) == "abc")
  }
}
