public import Events

/// Protocol detection from the first bytes of a connection.
public enum Conversation {
  /// The detected protocol: `ssh` (RFC 4253), `stratum` (JSON-RPC of cryptominers), `tls` (RFC
  /// 8446), `http` (RFC 9112); nil for others.
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
    // Monero pools: login with name and password in one request.
    let isLogin =
      ["\"login\"", "\"pass\"", "\"method\""].allSatisfy { text.contains($0.utf8) }
    return isMining || isLogin ? "stratum" : nil
  }
}

/// A message of systemd-resolved's Varlink interface: JSON with a terminating NUL.
public struct ResolvedMessage: Equatable, Sendable {
  /// The queried or answered name, in lower case.
  public let name: String?
  /// The answered addresses.
  public let addresses: [IPAddress]

  /// Extracts name and addresses from a message; nil for other messages.
  public init?(_ bytes: [UInt8]) {
    guard bytes.first == UInt8(ascii: "{"), bytes.count <= 65_536 else { return nil }
    // Bytes, not characters: a combining mark after a quote would hide the quote.
    let text = bytes.prefix { $0 != 0 }
    guard text.contains("\"parameters\"".utf8) else { return nil }
    name = Self.string("name", in: text).flatMap { Self.isHostName($0) ? $0.lowercased() : nil }
    addresses = Self.addresses(in: text)
    guard name != nil || !addresses.isEmpty else { return nil }
  }

  /// The text value of a member without escapes, such as a name.
  private static func string(_ key: String, in text: ArraySlice<UInt8>) -> String? {
    guard let found = text.firstRange(of: "\"\(key)\":\"".utf8) else { return nil }
    let value = text[found.upperBound...].prefix(256).prefix { $0 != 0x22 }
    // The message may be truncated, and a truncated name is a different name.
    guard value.count <= 255, value.endIndex < text.endIndex, !value.contains(0x5C) else {
      return nil
    }
    return String(validating: value, as: UTF8.self)
  }

  /// Whether a text is a valid host name.
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
      // Sixteen numbers with blanks are shorter; the limit bounds the time for unterminated lists.
      // A truncated list may have lost a digit.
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
