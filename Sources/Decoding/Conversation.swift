public import Events

/// What the first bytes on a connection show.
public enum Conversation {
  /// The protocol by its greeting: `ssh` (RFC 4253), `stratum` (the miners' JSON-RPC), `tls`
  /// (RFC 8446), `http` (RFC 9112); nil for another one.
  public static func protocolName(_ bytes: [UInt8]) -> String? {
    func begins(_ text: String) -> Bool { bytes.starts(with: text.utf8) }
    if begins("SSH-") { return "ssh" }
    if bytes.count >= 3, bytes[0] == 0x16, bytes[1] == 3 { return "tls" }
    if ["GET ", "POST ", "PUT ", "HEAD ", "OPTIONS ", "CONNECT ", "HTTP/1"].contains(where: begins)
    {
      return "http"
    }
    guard bytes.first == UInt8(ascii: "{") else { return nil }
    let text = bytes.prefix(1024)
    let isMining = ["\"mining.subscribe\"", "\"mining.authorize\"", "\"eth_submitLogin\""]
      .contains { text.contains($0.utf8) }
    // Monero's pools are logged in to by name and password in one request.
    let isLogin =
      ["\"login\"", "\"pass\"", "\"method\""].allSatisfy { text.contains($0.utf8) }
    return isMining || isLogin ? "stratum" : nil
  }
}

/// A message to or from systemd-resolved over its own socket: JSON, `org.varlink`, ended by a NUL.
public struct ResolvedMessage: Equatable, Sendable {
  /// The name that is asked for or answered, in lower case.
  public let name: String?
  /// The addresses that are answered.
  public let addresses: [IPAddress]

  /// Looks for a name and addresses in a message; nil when it is none of the resolver's.
  public init?(_ bytes: [UInt8]) {
    guard bytes.first == UInt8(ascii: "{"), bytes.count <= 65_536 else { return nil }
    // Bytes, not characters: a mark that combines with a quote would hide it.
    let text = bytes.prefix { $0 != 0 }
    guard text.contains("\"parameters\"".utf8) else { return nil }
    name = Self.string("name", in: text).flatMap { Self.isHostName($0) ? $0.lowercased() : nil }
    addresses = Self.addresses(in: text)
    guard name != nil || !addresses.isEmpty else { return nil }
  }

  /// The value of a member that is a text without escapes, as names are.
  private static func string(_ key: String, in text: ArraySlice<UInt8>) -> String? {
    guard let found = text.firstRange(of: "\"\(key)\":\"".utf8) else { return nil }
    let value = text[found.upperBound...].prefix(256).prefix { $0 != 0x22 }
    // A message may be cut, and the beginning of a name is another name.
    guard value.count <= 255, value.endIndex < text.endIndex, !value.contains(0x5C) else {
      return nil
    }
    return String(validating: value, as: UTF8.self)
  }

  /// Whether a text may be a host's name as people write it: it is looked up by no other.
  private static func isHostName(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      if scalar.isASCII { return (0x21...0x7E).contains(scalar.value) }
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .nonspacingMark, .spacingMark, .decimalNumber:
        return true
      default: return false
      }
    }
  }

  private static func addresses(in text: ArraySlice<UInt8>) -> [IPAddress] {
    var found: [IPAddress] = []
    var rest = text
    while found.count < 64, let next = rest.firstRange(of: "\"address\":[".utf8) {
      rest = rest[next.upperBound...]
      // Sixteen numbers with blanks are shorter, and lists that nothing ends would be read again
      // and again. A list that is cut may have lost a digit.
      let list = rest.prefix(256)
      guard let end = list.firstIndex(of: 0x5D) else { continue }
      let parts = list[..<end].split(separator: 0x2C, omittingEmptySubsequences: false)
      let numbers = parts.compactMap { part in
        UInt8(String(decoding: part.filter { $0 != 0x20 }, as: UTF8.self))
      }
      guard numbers.count == parts.count else { continue }
      if numbers.count == 4 {
        found.append(IPAddress(v4: UInt32(bigEndian(numbers[...]))))
      } else if numbers.count == 16 {
        found.append(
          IPAddress(v6High: bigEndian(numbers.prefix(8)), low: bigEndian(numbers.suffix(8))))
      }
    }
    return found
  }
}
