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
    let text = String(decoding: bytes.prefix(1024), as: UTF8.self)
    let isMining = ["\"mining.subscribe\"", "\"mining.authorize\"", "\"eth_submitLogin\""]
      .contains { text.contains($0) }
    // Monero's pools are logged in to by name and password in one request.
    let isLogin =
      text.contains("\"login\"") && text.contains("\"pass\"") && text.contains("\"method\"")
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
    let text = String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    guard text.contains("\"parameters\"") else { return nil }
    name = Self.string("name", in: text)?.lowercased()
    addresses = Self.addresses(in: text)
    guard name != nil || !addresses.isEmpty else { return nil }
  }

  /// The value of a member that is a text without escapes, as names are.
  private static func string(_ key: String, in text: String) -> String? {
    guard let found = text.firstRange(of: "\"\(key)\":\"") else { return nil }
    let value = text[found.upperBound...].prefix { $0 != "\"" }
    guard value.utf8.count <= 255, !value.contains("\\") else { return nil }
    return String(value)
  }

  private static func addresses(in text: String) -> [IPAddress] {
    var found: [IPAddress] = []
    var rest = text[...]
    while found.count < 64, let next = rest.firstRange(of: "\"address\":[") {
      rest = rest[next.upperBound...]
      let numbers = rest.prefix { $0 != "]" }.split(separator: ",").compactMap {
        UInt8($0.filter { $0 != " " })
      }
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
