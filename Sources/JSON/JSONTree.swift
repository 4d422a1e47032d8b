/// A mutable JSON document: keys keep their order, numbers their text.
public indirect enum JSONTree: Equatable, Sendable {
  case null
  case boolean(Bool)
  /// A number as text.
  case number(String)
  case text(String)
  case array([JSONTree])
  case object([Member])

  /// A key of an object and its value.
  public struct Member: Equatable, Sendable {
    /// The key.
    public var key: String
    /// Its value.
    public var value: JSONTree

    /// Creates a member.
    public init(_ key: String, _ value: JSONTree) {
      self.key = key
      self.value = value
    }
  }

  /// Converts a parsed document, without places.
  public init(_ node: JSONNode) {
    switch node.value {
    case .null: self = .null
    case .boolean(let value): self = .boolean(value)
    case .number(let number): self = .number(number.text)
    case .text(let text): self = .text(text.text)
    case .array(let items): self = .array(items.map { JSONTree($0) })
    case .object(let members):
      self = .object(members.map { Member($0.key, JSONTree($0.value)) })
    }
  }

  /// An array of texts.
  public static func texts(_ items: [String]) -> JSONTree { .array(items.map { .text($0) }) }

  /// The members of an object; empty for other values.
  public var members: [Member] {
    if case .object(let members) = self { members } else { [] }
  }

  /// The items of an array; empty for other values.
  public var items: [JSONTree] {
    if case .array(let items) = self { items } else { [] }
  }

  /// The value of a text; nil for other values.
  public var string: String? {
    if case .text(let text) = self { text } else { nil }
  }

  /// The value of an object's key. Setting a new key appends it, nil removes the key. Setting a key
  /// of another value replaces that value by an object.
  public subscript(key: String) -> JSONTree? {
    get { members.first { $0.key == key }?.value }
    set {
      var members = members
      let index = members.firstIndex { $0.key == key }
      switch (index, newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(Member(key, value))
      case (nil, nil): return
      }
      self = .object(members)
    }
  }
}

// Writing.
extension JSONTree {
  /// Maximum columns of a line before its content is broken into several lines.
  private static let width = 100

  /// The document as text, indented by two blanks per level, with a final line feed.
  ///
  /// Objects and arrays of scalars or lists stay on one line if they fit.
  public var bytes: [UInt8] { Array((lines(indent: 0, used: 0, isRoot: true) + "\n").utf8) }

  /// The document as one line.
  public var line: String {
    switch self {
    case .null: return "null"
    case .boolean(let value): return value ? "true" : "false"
    case .number(let digits): return digits
    case .text(let text): return Self.quote(text)
    case .array(let items): return "[" + items.map(\.line).joined(separator: ", ") + "]"
    case .object(let members):
      guard !members.isEmpty else { return "{}" }
      let parts = members.map { Self.quote($0.key) + ": " + $0.value.line }
      return "{ " + parts.joined(separator: ", ") + " }"
    }
  }

  private var isScalar: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }

  /// Whether it is a list of scalars, or of such lists.
  private var isFlat: Bool {
    switch self {
    case .array(let items): items.allSatisfy(\.isScalar)
    case .object(let members): members.allSatisfy { $0.value.isScalar || $0.value.isFlatList }
    default: true
    }
  }

  private var isFlatList: Bool {
    if case .array(let items) = self { items.allSatisfy(\.isScalar) } else { false }
  }

  private func lines(indent: Int, used: Int, isRoot: Bool = false) -> String {
    if isScalar { return line }
    if isFlat, !isRoot {
      let line = line
      if used + line.unicodeScalars.count < Self.width { return line }
    }
    let inner = String(repeating: " ", count: indent + 2)
    func enclosed(_ parts: [String], _ open: String, _ close: String) -> String {
      guard !parts.isEmpty else { return open + close }
      return open + "\n" + parts.map { inner + $0 }.joined(separator: ",\n") + "\n"
        + String(repeating: " ", count: indent) + close
    }
    switch self {
    case .array(let items):
      return enclosed(items.map { $0.lines(indent: indent + 2, used: indent + 2) }, "[", "]")
    case .object(let members):
      let parts = members.map { member in
        let key = Self.quote(member.key) + ": "
        let used = indent + 2 + key.unicodeScalars.count
        return key + member.value.lines(indent: indent + 2, used: used)
      }
      return enclosed(parts, "{", "}")
    default: return line
    }
  }

  /// Formats a JSON string with escapes.
  public static func quote(_ text: String) -> String {
    var bytes: [UInt8] = []
    JSONWriter.quote(text, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
