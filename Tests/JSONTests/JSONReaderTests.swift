import Testing

@testable import JSON

@Suite struct JSONReaderTests {
  func read(_ text: String) -> String {
    do {
      return "\(try JSONReader.read(Array(text.utf8), file: "f").place)"
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: [
    ("", "f:1:1: expected a value, found the end of the file"),
    ("{", "f:1:2: expected a key in double quotes, found the end of the file"),
    ("{a: 1}", "f:1:2: expected a key in double quotes, found \"a\""),
    ("{'a': 1}", "f:1:2: expected a key in double quotes, found \"'\""),
    ("{\"a\" 1}", "f:1:6: expected \":\" after the key \"a\", found \"1\""),
    (
      "{\"a\": 1,}",
      "f:1:9: expected a key, found \"}\" (JSON has no comma after the last value)"
    ),
    ("[1,\n]", "f:2:1: expected a value, found \"]\" (JSON has no comma after the last value)"),
    ("[1 2]", "f:1:4: expected \",\" or \"]\", found \"2\""),
    ("[True]", "f:1:2: expected a value, found \"True\"; did you mean \"true\"?"),
    ("// x\n1", "f:1:1: expected a value, found \"/\" (JSON has no comments)"),
    ("1 x", "f:1:3: expected the end of the file, found \"x\""),
    ("-", "f:1:2: expected a digit after \"-\", found the end of the file"),
    ("01", "f:1:1: expected a number without leading zeros"),
    ("1.", "f:1:3: expected a digit after \".\", found the end of the file"),
    ("1e", "f:1:3: expected a digit of the exponent, found the end of the file"),
    ("\"a\nb\"", "f:1:3: expected the closing quotation mark, found the end of the line"),
    ("\"a", "f:1:3: expected the closing quotation mark, found the end of the file"),
    ("\"\t\"", "f:1:2: expected an escape such as \\t, found the control character U+0009"),
    (
      "\"\\x\"",
      "f:1:2: expected one of the escapes \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u, found \\x"
    ),
    ("\"\\u12\"", "f:1:2: expected four hexadecimal digits after \\u"),
    (
      "\"\\ud800\"",
      "f:1:2: expected a pair of escapes, \\uD800 to \\uDBFF before \\uDC00 to \\uDFFF"
    ),
    ("\u{FEFF}1", "f:1:1: expected JSON, found a byte order mark; save the file without one"),
    ("{\"a\":1,\n\"ü\":2, \"a\":3}", "f:2:8: duplicate key \"a\", already given in line 1"),
    (
      "[nul, Fals]\u{1F600}",
      """
      f:1:2: expected a value, found "nul"; did you mean "null"?
      f:1:7: expected a value, found "Fals"; did you mean "false"?
      f:1:12: expected the end of the file, found "\u{1F600}"
      """
    ),
  ])
  func mistakes(text: String, message: String) { #expect(read(text) == message) }

  @Test func depthIsLimited() {
    let most = String(repeating: "[", count: 128) + String(repeating: "]", count: 128)
    #expect(read(most) == "\(TextPlace(line: 1, column: 1))")
    let more = String(repeating: "[", count: 100_000)
    #expect(read(more) == "f:1:129: expected at most 128 nested arrays and objects")
  }

  @Test(
    arguments: [
      ([0x20, 0x0A, 0xC3, 0xA4, 0xFF], "f:2:2: expected UTF-8, found the byte 0xFF"),
      ([0x22, 0xC3, 0x28], "f:1:2: expected UTF-8, found the byte 0xC3"),
      ([0x22, 0xE2, 0x82], "f:1:2: expected UTF-8, found the byte 0xE2"),
      ([0x22, 0xED, 0xA0, 0x80, 0x22], "f:1:2: expected UTF-8, found the byte 0xED"),
      ([0xFF, 0xFE, 0x31, 0x00], "f:1:1: expected UTF-8, found UTF-16; save the file as UTF-8"),
    ] as [([UInt8], String)])
  func encodings(bytes: [UInt8], message: String) throws {
    let error = #expect(throws: DocumentError.self) { try JSONReader.read(bytes, file: "f") }
    #expect(error?.description == message)
  }

  @Test func sizeIsLimited() {
    let bytes = [UInt8](repeating: 0x20, count: JSONReader.sizeLimit + 1)
    let error = #expect(throws: DocumentError.self) { try JSONReader.read(bytes, file: "f") }
    #expect(error?.description == "f: expected at most 16 MiB, found 16777217 bytes")
  }

  @Test func valuesAndPlaces() throws {
    let text = "{ \"a\": [1, -2.5e3, true, null],\r\n  \"b\\u00e4\": \"x\\n\\ud83d\\ude00y\" }"
    let node = try JSONReader.read(Array(text.utf8), file: "f")
    guard case .object(let members) = node.value, members.count == 2,
      case .array(let items) = members[0].value.value,
      case .text(let string) = members[1].value.value
    else {
      Issue.record("\(node)")
      return
    }
    #expect(items.map(\.place.column) == [9, 12, 20, 26])
    #expect(items.map(\.kind) == ["1", "-2.5e3", "true", "null"])
    guard case .number(let one) = items[0].value, case .number(let real) = items[1].value else {
      Issue.record("\(items)")
      return
    }
    #expect(one.integer == 1)
    #expect(real.integer == nil)
    #expect(real.double == -2500)
    #expect(members[1].key == "bä")
    #expect(members[1].place == TextPlace(line: 2, column: 3))
    #expect(string.text == "x\n\u{1F600}y")
    // The opening quotation mark is in column 14; \n has 2 columns and the pair of escapes 12.
    #expect(string.place(line: 1, column: 1) == TextPlace(line: 2, column: 15))
    #expect(string.place(line: 2, column: 1) == TextPlace(line: 2, column: 18))
    #expect(string.place(line: 2, column: 2) == TextPlace(line: 2, column: 30))
    #expect(string.place(line: 2, column: 3) == TextPlace(line: 2, column: 31))
    #expect(string.place(line: 9, column: 9) == TextPlace(line: 2, column: 31))
  }

  /// Columns count scalars, whatever stands before an escape and however many bytes it has.
  @Test func placeAfterAnEscapeCountsScalars() throws {
    let node = try JSONReader.read(Array("\"é\u{1F600}a\\tbc\"".utf8), file: "f")
    guard case .text(let string) = node.value else { return #expect(Bool(false)) }
    #expect(string.text == "é\u{1F600}a\tbc")
    #expect((0...5).map { string.place(ofScalar: $0).column } == [2, 3, 4, 5, 7, 8])
  }
}
