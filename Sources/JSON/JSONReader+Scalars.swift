internal import Text

extension JSONReader {
  /// Parses `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?`.
  mutating func readNumber() -> JSONNode.Value {
    let start = place
    let first = index
    _ = take("-")
    let hasLeadingZero = peek == UInt8(ascii: "0")
    let whole = skipDigits()
    if whole == 0 {
      note("expected a digit after \"-\", found \(found)")
    } else if hasLeadingZero, whole > 1 {
      note("expected a number without leading zeros", at: start)
    }
    if take("."), skipDigits() == 0 { note("expected a digit after \".\", found \(found)") }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      if skipDigits() == 0 { note("expected a digit of the exponent, found \(found)") }
    }
    if let byte = peek, Self.isWord(byte) {
      note("expected the end of the number, found \(found)")
      while let byte = peek, Self.isWord(byte) { advance() }
    }
    return .number(JSONNumber(text: String(decoding: bytes[first..<index], as: UTF8.self)))
  }

  private mutating func skipDigits() -> Int {
    let start = index
    while let byte = peek, (0x30...0x39).contains(byte) { advance() }
    return index - start
  }

  /// Consumes the plain characters of a string: ASCII without control characters and escapes, the
  /// fast path of most strings.
  private mutating func plainRun() -> [UInt8] {
    let first = index
    while index < bytes.count, (0x20..<0x7F).contains(bytes[index]),
      bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\\")
    {
      index += 1
    }
    column += index - first
    return Array(bytes[first..<index])
  }

  /// Parses a string; the reader is at the opening quotation mark.
  mutating func readText() -> JSONText? {
    let start = place
    advance()
    var decoded = plainRun()
    if peek == UInt8(ascii: "\"") {
      advance()
      return JSONText(text: String(decoding: decoded, as: UTF8.self), start: start, escapes: [])
    }
    var count = decoded.count
    var escapes: [JSONText.Escape] = []
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        advance()
        return JSONText(
          text: String(decoding: decoded, as: UTF8.self), start: start, escapes: escapes)
      case UInt8(ascii: "\\"):
        let before = column
        if let scalar = readEscape() { decoded += Array(String(Character(scalar)).utf8) }
        escapes.append(.init(index: count, extraColumns: column - before - 1))
        count += 1
      case 0x0A, 0x0D:
        fail("expected the closing quotation mark, found the end of the line")
        return nil
      case 0..<0x20:
        note("expected an escape such as \\t, found the control character \(Self.name(byte))")
        advance()
      default:
        decoded.append(byte)
        if byte & 0xC0 != 0x80 { count += 1 }
        advance()
      }
    }
    fail("expected the closing quotation mark, found the end of the file")
    return nil
  }

  private static func name(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }

  private mutating func readEscape() -> Unicode.Scalar? {
    let start = place
    advance()
    guard let byte = peek else { return nil }
    let plain: [UInt8: Unicode.Scalar] = [
      UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/",
      UInt8(ascii: "b"): "\u{8}", UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n",
      UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
    ]
    if let scalar = plain[byte] {
      advance()
      return scalar
    }
    guard byte == UInt8(ascii: "u") else {
      note(
        "expected one of the escapes \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u, found \\\(character)",
        at: start)
      return nil
    }
    return readUnicodeEscape(start)
  }

  /// The character at the current position.
  private var character: String {
    let head = String(decoding: bytes[index...].prefix(4), as: UTF8.self)
    return visibleText(String(head.unicodeScalars.prefix(1)))
  }

  private mutating func readUnicodeEscape(_ start: TextPlace) -> Unicode.Scalar? {
    guard let first = readHexadecimal() else {
      note("expected four hexadecimal digits after \\u", at: start)
      return nil
    }
    guard (0xD800...0xDFFF).contains(first) else { return Unicode.Scalar(first) }
    if first < 0xDC00, take("\\"), peek == UInt8(ascii: "u"), let second = readHexadecimal(),
      (0xDC00...0xDFFF).contains(second)
    {
      return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    }
    note("expected a pair of escapes, \\uD800 to \\uDBFF before \\uDC00 to \\uDFFF", at: start)
    return nil
  }

  /// Parses `uXXXX`; on failure nil, with the reader before the first invalid digit.
  private mutating func readHexadecimal() -> UInt32? {
    advance()
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek, byte < 0x80,
        let digit = Character(Unicode.Scalar(byte)).hexDigitValue
      else { return nil }
      value = value << 4 | UInt32(digit)
      advance()
    }
    return value
  }
}

extension JSONReader {
  /// Reports why the bytes are not acceptable UTF-8.
  static func checkEncoding(_ bytes: [UInt8], _ problems: inout ProblemList) -> Bool {
    let start = TextPlace(line: 1, column: 1)
    if bytes.count > sizeLimit {
      problems.add(nil, "expected at most \(sizeLimit >> 20) MiB, found \(bytes.count) bytes")
    } else if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      problems.add(start, "expected JSON, found a byte order mark; save the file without one")
    } else if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      problems.add(start, "expected UTF-8, found UTF-16; save the file as UTF-8")
    } else if String(validating: bytes, as: UTF8.self) == nil {
      let (place, byte) = firstInvalid(bytes)
      let digits = String(byte, radix: 16, uppercase: true)
      problems.add(place, "expected UTF-8, found the byte 0x\(digits)")
    } else {
      return true
    }
    return false
  }

  private static func firstInvalid(_ bytes: [UInt8]) -> (TextPlace, UInt8) {
    var reader = JSONReader(bytes, ProblemList(file: ""))
    while let byte = reader.peek {
      let length =
        switch byte {
        case ..<0x80: 1
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 0
        }
      let end = reader.index + length
      if length == 0 || end > bytes.count
        || length > 1 && String(validating: bytes[reader.index..<end], as: UTF8.self) == nil
      {
        return (reader.place, byte)
      }
      while reader.index < end { reader.advance() }
    }
    return (reader.place, 0)
  }
}
