public import Events

/// A message template with fields: `%proc.name reads %fd.name`.
///
/// `%%` is a percent sign. The longest matching field name applies, so that punctuation may follow
/// directly.
public struct MessageTemplate: Sendable {
  /// A part of a template.
  public enum Part: Equatable, Sendable {
    /// Literal text.
    case text(String)
    /// The value of a field.
    case field(FieldKey)
  }
  let parts: [Part]

  /// Creates a template from its parts.
  public init(parts: [Part]) { self.parts = parts }

  /// The values in the message.
  public var keys: [FieldKey] {
    parts.compactMap { part in
      guard case .field(let key) = part else { return nil }
      return key
    }
  }

  /// Parses a template.
  public init(_ text: String) throws(ConditionProblem) {
    let scanner = ConditionScanner(text)
    let bytes = scanner.bytes
    var parts: [Part] = []
    var words: [UInt8] = []
    var place = 0
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "%") else {
        words.append(bytes[place])
        place += 1
        continue
      }
      if place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "%") {
        words.append(UInt8(ascii: "%"))
        place += 2
        continue
      }
      let (key, end) = try Self.field(scanner, from: place + 1)
      if !words.isEmpty { parts.append(.text(String(decoding: words, as: UTF8.self))) }
      words = []
      parts.append(.field(key))
      place = end
    }
    if !words.isEmpty { parts.append(.text(String(decoding: words, as: UTF8.self))) }
    self.parts = parts
  }

  /// The field at an offset and the offset after it.
  private static func field(
    _ scanner: ConditionScanner, from start: Int
  ) throws(ConditionProblem) -> (FieldKey, Int) {
    let bytes = scanner.bytes
    var end = start
    // Maximum length of a field name, which bounds the time for a hostile template.
    let limit = min(bytes.count, start + 64)
    while end < limit, isNameByte(bytes[end]) || bytes[end] == UInt8(ascii: ".") { end += 1 }
    var longest = end
    while longest > start {
      // A name ends before a non-letter: `%fd.nam` is an error, not `%fd.na` with an m.
      let isWhole = longest == bytes.count || !isNameByte(bytes[longest])
      if isWhole, let (name, after) = reference(scanner, start..<longest) {
        switch FieldReference.find(name) {
        case .success(let found): return (found.key, after)
        case .failure(let mistake): throw scanner.problem(at: start - 1, mistake.message)
        }
      }
      longest -= 1
    }
    let name = scanner.text(start..<end)
    guard !name.isEmpty else {
      throw scanner.problem(
        at: start - 1, "expected a field's name after '%'; '%%' is a percent sign")
    }
    guard case .failure(let mistake) = FieldReference.find(name) else {
      throw scanner.problem(at: start - 1, "unknown field '\(name.prefix(80))'")
    }
    throw scanner.problem(at: start - 1, mistake.message)
  }

  /// The field reference in a range; nil if the range is not one.
  private static func reference(
    _ scanner: ConditionScanner, _ range: Range<Int>
  ) -> (String, Int)? {
    let bytes = scanner.bytes
    let name = scanner.text(range)
    guard let field = Field(name: name) else { return nil }
    switch field.description.parameter {
    case .none: return (name, range.upperBound)
    case .argument:
      var end = range.upperBound
      guard end < bytes.count, bytes[end] == UInt8(ascii: ".") else {
        return (name, range.upperBound)
      }
      end += 1
      while end < bytes.count, isNameByte(bytes[end]) { end += 1 }
      return (scanner.text(range.lowerBound..<end), end)
    case .name, .optionalIndex, .seconds:
      guard range.upperBound < bytes.count, bytes[range.upperBound] == UInt8(ascii: "["),
        let close = bytes[range.upperBound...].firstIndex(of: UInt8(ascii: "]"))
      else { return (name, range.upperBound) }
      return (scanner.text(range.lowerBound..<close + 1), close + 1)
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte)
      || (0x61...0x7A).contains(byte | 0x20)
  }
}
