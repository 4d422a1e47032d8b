internal import Text

/// A strict JSON parser (RFC 8259) that keeps the places of all values.
///
/// A policy decides whether a build passes, so the parser accepts no extensions: no comments,
/// trailing commas, duplicate keys and other encodings.
public struct JSONReader {
  /// Maximum size of a document in bytes.
  public static let sizeLimit = 16 << 20
  /// Maximum nesting depth, so that no document exhausts the stack.
  public static let depthLimit = 128

  let bytes: [UInt8]
  var index = 0
  var line = 1
  var column = 1
  var problems: ProblemList
  /// Keys whose values are skipped, in a document that is known to be valid.
  var skippedKeys: Set<String> = []
  /// Whether parsing cannot continue.
  var isBroken = false
  /// Whether the syntax is invalid; duplicate keys are another kind of error.
  var isMalformed = false

  init(_ bytes: [UInt8], _ problems: ProblemList) {
    self.bytes = bytes
    self.problems = problems
  }

  /// Parses a document.
  ///
  /// - Parameters:
  ///   - file: the file name in error messages.
  ///   - line: the first line of the document in the file, from 1.
  public static func read(
    _ bytes: [UInt8], file: String, line: Int = 1
  ) throws(DocumentError) -> JSONNode {
    var problems = ProblemList(file: file)
    guard let node = read(bytes, &problems, line: line), problems.problems.isEmpty else {
      throw DocumentError(problems.problems)
    }
    return node
  }

  /// Parses a document; nil after syntax errors, a tree after duplicate keys.
  public static func read(
    _ bytes: [UInt8], _ problems: inout ProblemList, line: Int = 1, skipping: Set<String> = []
  ) -> JSONNode? {
    guard checkEncoding(bytes, &problems) else { return nil }
    var reader = JSONReader(bytes, problems)
    reader.line = line
    reader.skippedKeys = skipping
    let node = reader.readValue(depth: 0)
    reader.skipSpace()
    if !reader.isBroken, reader.peek != nil {
      reader.fail("expected the end of the file, found \(reader.found)")
    }
    problems = reader.problems
    return reader.isMalformed ? nil : node
  }

  var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  var place: TextPlace { TextPlace(line: line, column: column) }

  mutating func advance() {
    let byte = bytes[index]
    index += 1
    switch byte {
    case 0x0D where peek == 0x0A: break  // the line ends with the LF that follows
    case 0x0A, 0x0D:
      line += 1
      column = 1
    case 0x80...0xBF: break  // continues a character that was counted
    default: column += 1
    }
  }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let byte = peek, UInt32(byte) == character.value else { return false }
    advance()
    return true
  }

  mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || (0x09...0x0A).contains(byte) || byte == 0x0D {
      advance()
    }
  }

  /// Reports an error after which parsing continues.
  mutating func note(_ message: String, at place: TextPlace? = nil) {
    isMalformed = true
    problems.add(place ?? self.place, message)
  }

  /// Reports an error after which parsing cannot continue.
  mutating func fail(_ message: String) {
    guard !isBroken else { return }
    note(message)
    isBroken = true
  }

  /// The token at the current position, for error messages.
  var found: String {
    guard let byte = peek else { return "the end of the file" }
    if byte == UInt8(ascii: "\"") { return "a string" }
    if byte == UInt8(ascii: "/") { return "\"/\" (JSON has no comments)" }
    let rest = bytes[index...]
    let word = rest.prefix { Self.isWord($0) }
    if !word.isEmpty { return quoted(String(decoding: word, as: UTF8.self)) }
    let character = String(decoding: rest.prefix(4), as: UTF8.self).unicodeScalars.prefix(1)
    return quoted(String(character))
  }

  static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
      UInt8(ascii: "+"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}

extension JSONReader {
  mutating func readValue(depth: Int) -> JSONNode? {
    skipSpace()
    let start = place
    guard let byte = peek else {
      fail("expected a value, found the end of the file")
      return nil
    }
    guard depth < Self.depthLimit else {
      fail("expected at most \(Self.depthLimit) nested arrays and objects")
      return nil
    }
    let value: JSONNode.Value?
    switch byte {
    case UInt8(ascii: "{"): value = readObject(depth: depth + 1)
    case UInt8(ascii: "["): value = readArray(depth: depth + 1)
    case UInt8(ascii: "\""): value = readText().map { .text($0) }
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): value = readNumber()
    case _ where Self.isWord(byte): value = readWord()
    default:
      fail("expected a value, found \(found)")
      value = nil
    }
    return value.map { JSONNode(place: start, value: $0) }
  }

  private mutating func readWord() -> JSONNode.Value {
    let start = place
    let wrong = found
    var word = ""
    while let byte = peek, Self.isWord(byte) {
      word.unicodeScalars.append(Unicode.Scalar(byte))
      advance()
    }
    switch word {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "null": return .null
    default:
      let guess = suggestion(for: word, among: ["true", "false", "null"])
      note("expected a value, found \(wrong)\(guess)", at: start)
      return .null
    }
  }

  private mutating func readArray(depth: Int) -> JSONNode.Value? {
    advance()
    var items: [JSONNode] = []
    skipSpace()
    if take("]") { return .array(items) }
    while let item = readValue(depth: depth) {
      items.append(item)
      skipSpace()
      if take("]") { return .array(items) }
      if take(",") {
        skipSpace()
        guard peek == UInt8(ascii: "]") else { continue }
        note("expected a value, found \"]\" (JSON has no comma after the last value)")
        advance()
        return .array(items)
      }
      guard !isBroken, let byte = peek, byte == UInt8(ascii: "\"") || Self.isWord(byte) else {
        fail("expected \",\" or \"]\", found \(found)")
        return nil
      }
      note("expected \",\" or \"]\", found \(found)")
    }
    return nil
  }

  private mutating func readObject(depth: Int) -> JSONNode.Value? {
    advance()
    var members: [JSONMember] = []
    var seen: [String: TextPlace] = [:]
    skipSpace()
    if take("}") { return .object(members) }
    while let member = readMember(depth: depth) {
      if let first = seen.updateValue(member.place, forKey: member.key) {
        seen[member.key] = first
        problems.add(
          member.place, "duplicate key \(quoted(member.key)), already given in line \(first.line)")
      }
      members.append(member)
      skipSpace()
      if take("}") { return .object(members) }
      if take(",") {
        skipSpace()
        guard peek == UInt8(ascii: "}") else { continue }
        note("expected a key, found \"}\" (JSON has no comma after the last value)")
        advance()
        return .object(members)
      }
      guard !isBroken, peek == UInt8(ascii: "\"") else {
        fail("expected \",\" or \"}\", found \(found)")
        return nil
      }
      note("expected \",\" or \"}\", found \(found)")
    }
    return nil
  }

  private mutating func readMember(depth: Int) -> JSONMember? {
    let start = place
    guard peek == UInt8(ascii: "\"") else {
      fail("expected a key in double quotes, found \(found)")
      return nil
    }
    guard let key = readText() else { return nil }
    skipSpace()
    guard take(":") else {
      fail("expected \":\" after the key \(quoted(key.text)), found \(found)")
      return nil
    }
    if skippedKeys.contains(key.text) {
      skipValue()
      return JSONMember(key: key.text, place: start, value: JSONNode(place: start, value: .null))
    }
    return readValue(depth: depth).map { JSONMember(key: key.text, place: start, value: $0) }
  }

  /// Skips an array or object without parsing its content.
  private mutating func skipValue() {
    var depth = 0
    var isText = false
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\\") where isText: index += 1
      case UInt8(ascii: "\""): isText.toggle()
      case UInt8(ascii: "["), UInt8(ascii: "{"): if !isText { depth += 1 }
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        if !isText { depth -= 1 }
        if depth == 0 { return }
      case 0x0A: line += 1
      default: break
      }
    }
  }
}
