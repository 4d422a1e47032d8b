internal import Text

/// Splits a condition's text into tokens.
///
/// Accepts any text: every read is bounds-checked.
struct ConditionScanner {
  let bytes: [UInt8]
  private(set) var offset = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  var isAtEnd: Bool { offset >= bytes.count }

  /// The byte at the current position.
  var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  /// The next byte.
  var following: UInt8? { offset + 1 < bytes.count ? bytes[offset + 1] : nil }

  mutating func skipSpace() {
    while let byte = current, Self.isSpace(byte) { offset += 1 }
  }

  mutating func advance(_ count: Int = 1) { offset = min(offset + count, bytes.count) }

  /// Consumes a byte if it is next.
  mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard current == byte else { return false }
    offset += 1
    return true
  }

  /// The word at the current position: a field, operator or keyword; empty at punctuation.
  func word() -> String { text(offset..<end(where: Self.endsOperand)) }

  /// The unquoted value at the current position, which may contain `<`, `>` and `!`.
  func valueWord() -> String { text(offset..<end(where: Self.endsValue)) }

  /// Consumes a keyword if it is next.
  mutating func takeWord(_ keyword: String) -> Bool {
    skipSpace()
    guard word() == keyword else { return false }
    offset += keyword.utf8.count
    return true
  }

  /// Consumes a quoted string; its opening quote is next.
  mutating func string() throws(ConditionProblem) -> [UInt8] {
    let start = offset
    let quote = current
    advance()
    var result: [UInt8] = []
    while let byte = current {
      advance()
      if byte == quote { return result }
      result.append(byte == UInt8(ascii: "\\") ? try escape() : byte)
    }
    throw problem(at: start, "the string has no closing quote")
  }

  private mutating func escape() throws(ConditionProblem) -> UInt8 {
    let place = offset - 1
    guard let byte = current else { throw problem(at: place, "the string ends in a backslash") }
    advance()
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): return byte
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "b"): return 0x08
    case UInt8(ascii: "f"): return 0x0C
    case UInt8(ascii: "x"):
      if let high = current.flatMap(Self.hexDigit), let low = following.flatMap(Self.hexDigit) {
        advance(2)
        return high << 4 | low
      }
    default: break
    }
    throw problem(at: place, "unknown escape; a backslash itself is written \\\\")
  }

  /// The token at the current position, for error messages.
  var found: String {
    guard let byte = current else { return "the end" }
    let word = valueWord()
    if !word.isEmpty { return "'\(word.prefix(40))'" }
    return "'\(Character(UnicodeScalar(byte)))'"
  }

  /// Creates an error with its place.
  func problem(at place: Int, _ message: String) -> ConditionProblem {
    var line = 1
    var column = 1
    for byte in bytes.prefix(place) {
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        // A continuation byte of UTF-8 is part of the scalar before it.
        column += 1
      }
    }
    return ConditionProblem(line: line, column: column, message: message)
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The text with line breaks and indentation collapsed to one blank.
  func tidyText(_ range: Range<Int>) -> String {
    var result: [UInt8] = []
    var quote: UInt8?
    var isEscaped = false
    for byte in bytes[range] {
      if let open = quote {
        if byte == open, !isEscaped { quote = nil }
        isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
      } else if Self.isSpace(byte) {
        if result.last != 0x20 { result.append(0x20) }
        continue
      }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private func end(where isEnd: (UInt8) -> Bool) -> Int {
    var end = offset
    while end < bytes.count, !isEnd(bytes[end]) { end += 1 }
    return end
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func endsValue(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x7F: true
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: "="),
      UInt8(ascii: "'"), UInt8(ascii: "\""):
      true
    default: false
    }
  }

  private static func endsOperand(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "!")
      || endsValue(byte)
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
