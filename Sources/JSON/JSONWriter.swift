internal import Text

/// A streaming JSON writer (RFC 8259) without blanks.
///
/// Control characters are escaped as `\uXXXX` even where JSON allows them, since the output goes to
/// standard error by default; parsers restore the same text.
public struct JSONWriter {
  /// The output so far.
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// Creates an empty output.
  public init() {}

  /// Writes an object.
  public mutating func object(_ members: (inout JSONWriter) -> Void) {
    enclose(open: "{", close: "}", members)
  }

  /// Writes an array.
  public mutating func array<Item>(
    _ items: some Sequence<Item>, _ item: (inout JSONWriter, Item) -> Void
  ) {
    enclose(open: "[", close: "]") { writer in
      for value in items { item(&writer, value) }
    }
  }

  /// Writes an array of texts.
  public mutating func texts(_ items: some Sequence<String>) {
    array(items) { $0.text($1) }
  }

  /// Writes a text.
  public mutating func text(_ value: String) {
    separate()
    quote(value)
  }

  /// Writes a value that is JSON text.
  public mutating func json(_ value: [UInt8]) {
    separate()
    bytes += value
  }

  /// Writes a whole number.
  public mutating func number(_ value: some BinaryInteger) {
    separate()
    bytes.append(contentsOf: String(value).utf8)
  }

  /// Writes `true` or `false`.
  public mutating func boolean(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  /// Writes a member's name; the caller writes its value.
  public mutating func key(_ name: String) {
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a member with any value.
  public mutating func member(_ name: String, _ value: (inout JSONWriter) -> Void) {
    key(name)
    value(&self)
  }

  /// Writes a member with a text; nothing for nil.
  public mutating func member(_ name: String, _ value: String?) {
    guard let value else { return }
    key(name)
    text(value)
  }

  /// Writes a member with a whole number; nothing for nil.
  public mutating func member(_ name: String, _ value: (some BinaryInteger)?) {
    guard let value else { return }
    key(name)
    number(value)
  }

  /// Writes a member with `true` or `false`.
  public mutating func member(_ name: String, _ value: Bool) {
    key(name)
    boolean(value)
  }

  private mutating func enclose(
    open: Unicode.Scalar, close: Unicode.Scalar, _ content: (inout JSONWriter) -> Void
  ) {
    separate()
    bytes.append(UInt8(ascii: open))
    needsComma = false
    content(&self)
    bytes.append(UInt8(ascii: close))
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func quote(_ text: String) { Self.quote(text, into: &bytes) }

  /// Appends a JSON string; control characters are escaped as `\uXXXX`.
  static func quote(_ text: String, into bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    defer { bytes.append(UInt8(ascii: "\"")) }
    // Fast path for plain texts: scalar by scalar is many times slower.
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }) {
      bytes.append(contentsOf: text.utf8)
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        bytes += [UInt8(ascii: "\\"), UInt8(ascii: scalar)]
      case "\n": bytes.append(contentsOf: "\\n".utf8)
      case "\r": bytes.append(contentsOf: "\\r".utf8)
      case "\t": bytes.append(contentsOf: "\\t".utf8)
      case _ where scalar.isHazardous:
        for unit in String(scalar).utf16 { escape(unit, into: &bytes) }
      default: bytes.append(contentsOf: String(scalar).utf8)
      }
    }
  }

  private static func escape(_ unit: UInt16, into bytes: inout [UInt8]) {
    let digits = String(unit, radix: 16)
    bytes.append(contentsOf: "\\u".utf8)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
    bytes.append(contentsOf: digits.utf8)
  }
}
