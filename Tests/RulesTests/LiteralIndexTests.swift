import Events
@testable import TestSupport
import Testing

@testable import Rules

/// The index over a list of patterns finds what comparing with each finds.
@Suite struct LiteralIndexTests {
  private static let alphabet = Array("ab/.*?[]\\!".utf8)

  private static func text(_ generator: inout SeededGenerator, _ length: Int) -> [UInt8] {
    (0..<length).map { _ in alphabet[Int(generator.next() % UInt64(alphabet.count))] }
  }

  @Test(arguments: UInt64(1)...20) func agreesWithEachPattern(_ seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    var matched = 0
    for _ in 0..<200 {
      let patterns = (0..<12).map { _ in
        Self.text(&generator, Int(generator.next() % 12))
      }
      var operands = Operands()
      var check = Check(
        comparison: .glob, quantity: .any, slot: 0, needsEveryName: false, isFamily: false)
      operands.add(patterns: patterns, to: &check)
      for _ in 0..<20 {
        var text = Self.text(&generator, Int(generator.next() % 24))
        // Often one that a pattern is part of.
        if generator.next() % 2 == 0 { text += patterns[Int(generator.next() % 12)] }
        let expected = patterns.contains { glob($0.span, text.span) }
        if expected { matched += 1 }
        #expect(operands.matches(check, text: text.span) == expected, "\(patterns) \(text)")
      }
    }
    #expect(matched > 100)
  }

  @Test(arguments: [
    ("/etc/shadow", "adow"), ("*/.ssh/id_*", "/id_"), ("/proc/*/mem", "roc/"), ("*.sh", nil),
    ("abc[de]fghij", nil), ("abcd[e]f", "abcd"), ("a\\*bcde", "bcde"), ("", nil),
    ("abcd\\", "abcd"),
  ])
  func takesTheEndOfTheLongestPart(_ pattern: String, _ expected: String?) {
    let bytes = expected.map { $0.utf8.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } }
    #expect(LiteralIndex.bytes(of: Array(pattern.utf8)) == bytes)
  }

  /// What the index over all checks of a field says no to, no operator is true of.
  @Test(arguments: [ConditionOperator.equal, .contains, .startswith, .endswith, .glob, .pmatch])
  func hidesNoTextThatMatches(_ comparison: ConditionOperator) {
    var generator = SeededGenerator(state: 7)
    var matched = 0
    var hidden = 0
    for round in 0..<4_000 {
      let texts = (0...round % 2).map { _ in
        Array("/abc".utf8) + Self.text(&generator, Int(generator.next() % 8))
      }
      var operands = Operands()
      var check = Check(
        comparison: comparison, quantity: .any, slot: 0, needsEveryName: false, isFamily: false)
      check.texts = operands.add(texts: texts)
      var checks = [check]
      let index = SharedIndex(&checks, [0], operands)
      guard checks[0].listBit >= 0 else { continue }
      for text in Self.texts(like: texts[0], &generator) {
        let isHidden = index.lists(for: text.span) >> UInt64(checks[0].listBit) & 1 == 0
        if isHidden { hidden += 1 }
        guard operands.matches(check, text: text.span) else { continue }
        matched += 1
        #expect(!isHidden, "\(texts) \(text)")
      }
    }
    #expect(matched > 500)
    #expect(hidden > 100)
  }

  /// Texts that a text is likely to be compared with successfully, and others.
  private static func texts(
    like text: [UInt8], _ generator: inout SeededGenerator
  ) -> [[UInt8]] {
    // What a pattern's `*` and `?` may stand for, and slashes that mean nothing.
    let plain = text.map { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") ? 0x61 : $0 }
    let doubled = plain.flatMap { $0 == UInt8(ascii: "/") ? [$0, $0] : [$0] }
    let other = Self.text(&generator, 6)
    return [text, plain, doubled, plain + [0x2F] + other, other + text, text + other, other]
  }
}
