import Events

/// The addresses that a page may link to. Anything else stays text.
enum HTMLLinks {
  /// The page of an ATT&CK technique, for an id as `T1071` or `T1071.004`.
  static func attack(_ id: String) -> String? {
    let parts = id.split(separator: ".", omittingEmptySubsequences: false)
    guard let first = parts.first, first.first == "T", isNumber(first.dropFirst(), of: 4...4)
    else { return nil }
    let base = "https://attack.mitre.org/techniques/\(first)/"
    if parts.count == 1 { return base }
    guard parts.count == 2, isNumber(parts[1], of: 3...3) else { return nil }
    return base + parts[1] + "/"
  }

  /// The page of a weakness, for an id as `CWE-78`.
  static func cwe(_ id: String) -> String? {
    guard id.hasPrefix("CWE-"), isNumber(id.dropFirst(4), of: 1...5) else { return nil }
    return "https://cwe.mitre.org/data/definitions/\(id.dropFirst(4)).html"
  }

  /// A reference if it is an HTTPS address with a plain host and only characters that a URI allows
  /// (RFC 3986). Rejects user information before the host, which could deceive readers.
  static func reference(_ address: String) -> String? {
    let scheme = "https://"
    guard address.hasPrefix(scheme), address.utf8.count <= 500 else { return nil }
    let rest = address.dropFirst(scheme.count)
    let host = rest.prefix { !"/?#".contains($0) }
    guard !host.isEmpty, host.utf8.allSatisfy({ isAlphanumeric($0) || $0 == 0x2D || $0 == 0x2E })
    else { return nil }
    let marks = Set("-._~:/?#[]@!$&'()*+,;=%".utf8)
    return rest.utf8.allSatisfy { isAlphanumeric($0) || marks.contains($0) } ? address : nil
  }

  private static func isNumber(_ text: Substring, of length: ClosedRange<Int>) -> Bool {
    length.contains(text.utf8.count)
      && text.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
}

extension HTMLWriter {
  /// Writes an external link without a referrer.
  mutating func link(_ address: String, _ words: String) {
    inline("a", ["href": address, "rel": "noreferrer noopener"], words)
  }

  /// Writes a link, or plain text without an address.
  mutating func tag(_ id: String, _ address: String?) {
    if let address { link(address, id) } else { inline("code", id, limit: 40) }
  }

  /// Writes an inline element with text.
  mutating func inline(_ name: StaticString, _ content: String, limit: Int = 400) {
    inline(name, [:], content, limit: limit)
  }
}
