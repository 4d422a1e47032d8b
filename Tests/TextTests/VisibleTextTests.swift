import Testing
import Text

/// Text that a traced program chose, as a terminal gets it.
@Suite struct VisibleTextTests {
  @Test(
    arguments: [
      (0x00, "\\0"), (0x07, "\\a"), (0x08, "\\b"), (0x09, "\\t"), (0x0A, "\\n"), (0x0B, "\\v"),
      (0x0C, "\\f"), (0x0D, "\\r"), (0x1B, "\\e"), (0x01, "\\u{1}"), (0x1F, "\\u{1f}"),
      (0x7F, "\\u{7f}"), (0x85, "\\u{85}"), (0x9B, "\\u{9b}"),
    ] as [(UInt32, String)])
  func controlCharacterIsEscaped(_ value: UInt32, _ text: String) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect(scalar.isHazardous)
    #expect(visibleText("a" + String(scalar) + "b") == "a" + text + "b")
  }

  /// Bidirectional marks, embeddings, overrides and isolates; zero-width characters; separators;
  /// fillers that show nothing; tags and variation selectors; other format characters; unassigned
  /// code points.
  @Test(
    arguments: [
      0x061C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068,
      0x2069,
      0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x2028, 0x2029, 0x034F, 0x115F, 0x3164, 0xFFA0,
      0xFE0F, 0xE0001, 0xE0041, 0xE0100, 0x0600, 0xFFF9, 0x0378, 0x2FE0, 0xFFFF, 0x10FFFF,
    ] as [UInt32])
  func invisibleCharacterIsEscaped(_ value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect(scalar.isHazardous)
    #expect(visibleText(String(scalar)) == "\\u{" + String(value, radix: 16) + "}")
  }

  @Test(arguments: [
    "", "/usr/bin/env", " ~", "Straße", "日本語", "שלום", "مرحبا", "e\u{301}", "🙂", "\u{A0}", "\\n",
    "\u{FFFD}", "\u{2003}", "\u{E000}",
  ])
  func ordinaryTextStaysAsItIs(_ text: String) {
    #expect(visibleText(text) == text)
    #expect(safeText(text) == text)
    #expect(!text.unicodeScalars.contains { $0.isHazardous })
  }

  @Test func substringIsEscapedToo() { #expect(visibleText("xa\nb".dropFirst()) == "a\\nb") }

  @Test(
    arguments: [
      ("0123456789", 10, "0123456789"), ("0123456789a", 10, "012345…89a"),
      ("abc", 2, "a…"), ("ab", 2, "ab"),
      // An escape is shown whole or not at all.
      ("01234\u{202E}6789", 10, "01234…789"), ("012\n456\n89", 10, "012\\n4…89"),
    ] as [(String, Int, String)])
  func longTextLosesItsMiddle(_ text: String, _ limit: Int, _ expected: String) {
    let shown = safeText(text, limit: limit)
    #expect(shown == expected)
    #expect(shown.unicodeScalars.count <= limit)
  }

  @Test func hugeTextIsShort() {
    let text = String(repeating: "\u{202E}", count: 1_000_000)
    #expect(safeText(text).unicodeScalars.count <= 400)
    let plain = String(repeating: "x", count: 1_000)
    #expect(safeText(plain).unicodeScalars.count == 400)
  }

  @Test(
    arguments: [
      (Array("/tmp/é".utf8), "/tmp/é"), ([0x61, 0xFF, 0x62], "a\\xffb"),
      ([0x0F, 0x80], "\u{F}\\x80"),
      ([0xC3], "\\xc3"), ([0xE2, 0x82], "\\xe2\\x82"), ([0xFF] + Array("é€🙂".utf8), "\\xffé€🙂"),
      // Overlong forms, surrogates and what lies beyond Unicode are no UTF-8.
      ([0xC0, 0xAF], "\\xc0\\xaf"), ([0xED, 0xA0, 0x80], "\\xed\\xa0\\x80"),
      ([0xF4, 0x90, 0x80, 0x80], "\\xf4\\x90\\x80\\x80"), ([0x0A, 0x1B, 0xFE], "\n\u{1B}\\xfe"),
      ([], ""),
    ] as [([UInt8], String)])
  func bytesBecomeText(_ bytes: [UInt8], _ text: String) { #expect(displayText(bytes) == text) }

  @Test func bytesBeyondTheLimitAreLeftOut() {
    #expect(displayText(Array("abcd".utf8), limit: 4) == "abcd")
    #expect(displayText(Array("abcde".utf8), limit: 4) == "abcd…")
    #expect(displayText(Array("abcé".utf8), limit: 4) == "abc\\xc3…")
    #expect(displayText([UInt8](repeating: 0x61, count: 5000)).utf8.count == 4096 + 3)
  }
}
