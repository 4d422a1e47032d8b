internal import Events
internal import JSON

/// Decodes one line of a recording; errors have the place and the expected value.
struct LineDecoder {
  let file: String
  let node: JSONNode
  private let members: [JSONMember]

  init(_ node: JSONNode, file: String) throws(DocumentError) {
    self.file = file
    self.node = node
    guard case .object(let members) = node.value else {
      throw Self.mistake(file, node.place, "expected an object, found \(node.kind)")
    }
    self.members = members
  }

  static func mistake(_ file: String, _ place: TextPlace, _ message: String) -> DocumentError {
    DocumentError([DocumentProblem(file: file, place: place, message: message)])
  }

  func mistake(_ node: JSONNode, _ expected: String) -> DocumentError {
    Self.mistake(file, node.place, "expected \(expected), found \(node.kind)")
  }

  // MARK: Members

  func optional(_ key: String) -> JSONNode? { members.first { $0.key == key }?.value }

  func required(_ key: String) throws(DocumentError) -> JSONNode {
    guard let found = optional(key) else {
      throw Self.mistake(file, node.place, "expected the key \"\(key)\"")
    }
    return found
  }

  func text(_ key: String) throws(DocumentError) -> String { try text(try required(key)) }

  func optionalText(_ key: String) throws(DocumentError) -> String? {
    guard let node = optional(key) else { return nil }
    return try text(node)
  }

  func integer<Number: FixedWidthInteger>(
    _ key: String, _ type: Number.Type = Number.self
  ) throws(DocumentError) -> Number {
    try integer(try required(key))
  }

  func truth(_ key: String) throws(DocumentError) -> Bool { try truth(try required(key)) }

  func texts(_ key: String) throws(DocumentError) -> [String] {
    var texts: [String] = []
    for item in try array(try required(key)) { texts.append(try text(item)) }
    return texts
  }

  func object(_ key: String) throws(DocumentError) -> LineDecoder {
    try LineDecoder(try required(key), file: file)
  }

  func objects(_ key: String) throws(DocumentError) -> [LineDecoder] {
    var objects: [LineDecoder] = []
    for item in try array(try required(key)) { objects.append(try LineDecoder(item, file: file)) }
    return objects
  }

  /// All members, for objects with arbitrary keys.
  var all: [JSONMember] { members }

  // MARK: Values

  func text(_ node: JSONNode) throws(DocumentError) -> String {
    guard case .text(let text) = node.value else { throw mistake(node, "a string") }
    return text.text
  }

  func truth(_ node: JSONNode) throws(DocumentError) -> Bool {
    guard case .boolean(let truth) = node.value else { throw mistake(node, "true or false") }
    return truth
  }

  func integer<Number: FixedWidthInteger>(_ node: JSONNode) throws(DocumentError) -> Number {
    guard case .number(let number) = node.value, let value = Number(number.text) else {
      throw mistake(node, "a whole number from \(Number.min) to \(Number.max)")
    }
    return value
  }

  func array(_ node: JSONNode) throws(DocumentError) -> [JSONNode] {
    guard case .array(let items) = node.value else { throw mistake(node, "an array") }
    return items
  }

  /// A text, possibly not UTF-8: a string, or an object with hexadecimal digits.
  func bytes(_ node: JSONNode) throws(DocumentError) -> [UInt8] {
    if case .text(let text) = node.value { return Array(text.text.utf8) }
    guard case .object(let members) = node.value, members.count == 1, members[0].key == "hex",
      case .text(let digits) = members[0].value.value, let bytes = Self.bytes(hex: digits.text)
    else { throw mistake(node, "a string or {\"hex\": …}") }
    return bytes
  }

  private static func bytes(hex digits: String) -> [UInt8]? {
    let values = digits.utf8.map { digit -> UInt8? in
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
      default: nil
      }
    }
    guard values.count.isMultiple(of: 2), !values.contains(nil) else { return nil }
    let known = values.compactMap { $0 }
    return stride(from: 0, to: known.count, by: 2).map { known[$0] << 4 | known[$0 + 1] }
  }
}
