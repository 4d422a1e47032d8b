/// Credentials with a recognisable format.
enum SecretPattern {
  /// An issuer's prefix of credentials, and the characters after it.
  private struct Issued: Sendable {
    let prefix: [UInt8]
    let minimum: Int
    let maximum: Int
    let isAllowed: @Sendable (UInt8) -> Bool
    /// Whether the prefix also begins ordinary words, so that a digit must follow nearby.
    let needsDigit: Bool

    init(
      _ prefix: String, _ minimum: Int, maximum: Int = .max, needsDigit: Bool = false,
      _ isAllowed: @escaping @Sendable (UInt8) -> Bool
    ) {
      self.prefix = Array(prefix.utf8)
      self.minimum = minimum
      self.maximum = maximum
      self.isAllowed = isAllowed
      self.needsDigit = needsDigit
    }
  }

  /// Prefixes documented by GitHub, GitLab, Slack, Stripe, Google, npm and cloud providers.
  private static let issued: [UInt8: [Issued]] = Dictionary(
    grouping: [
      .init("AKIA", 16, maximum: 16) { isUpperOrDigit($0) },
      .init("ASIA", 16, maximum: 16) { isUpperOrDigit($0) },
      .init("ghp_", 20) { isAlphanumeric($0) },
      .init("gho_", 20) { isAlphanumeric($0) },
      .init("ghu_", 20) { isAlphanumeric($0) },
      .init("ghs_", 20) { isAlphanumeric($0) },
      .init("ghr_", 20) { isAlphanumeric($0) },
      .init("github_pat_", 20) { isNameByte($0) },
      .init("glpat-", 16) { isNameByte($0) },
      .init("xoxb-", 10) { isNameByte($0) },
      .init("xoxa-", 10) { isNameByte($0) },
      .init("xoxp-", 10) { isNameByte($0) },
      .init("xoxr-", 10) { isNameByte($0) },
      .init("xoxs-", 10) { isNameByte($0) },
      .init("sk-", 20, needsDigit: true) { isNameByte($0) },
      .init("sk_live_", 10) { isAlphanumeric($0) },
      .init("sk_test_", 10) { isAlphanumeric($0) },
      .init("rk_live_", 10) { isAlphanumeric($0) },
      .init("npm_", 36) { isAlphanumeric($0) },
      .init("AIza", 35) { isNameByte($0) },
    ] as [Issued], by: { $0.prefix[0] })

  /// The end of an issued credential at a position, or nil.
  ///
  /// Reads at most 40 bytes per prefix at a position without a credential.
  static func issuedEnd(_ bytes: [UInt8], at start: Int) -> Int? {
    for pattern in issued[bytes[start], default: []] {
      let body = start + pattern.prefix.count
      guard bytes[start...].starts(with: pattern.prefix), body + pattern.minimum <= bytes.count,
        bytes[body..<body + pattern.minimum].allSatisfy(pattern.isAllowed),
        !pattern.needsDigit || bytes[body..<body + pattern.minimum].contains(where: isDigit)
      else { continue }
      var end = body + pattern.minimum
      while end < bytes.count, pattern.isAllowed(bytes[end]) { end += 1 }
      if end - body <= pattern.maximum { return end }
    }
    return nil
  }

  /// The end of a PEM private key (RFC 7468) at a position, or nil.
  static func privateKeyEnd(_ bytes: [UInt8], at start: Int) -> Int? {
    let head = bytes[start...].prefix(80)
    guard head.starts(with: "-----BEGIN ".utf8),
      let label = firstIndex(of: Array("PRIVATE KEY".utf8), in: head)
    else { return nil }
    let footer = Array("-----END ".utf8)
    // Without an end marker the key is truncated and extends to the end.
    guard let end = firstIndex(of: footer, in: bytes[label...]) else { return bytes.count }
    var index = end + footer.count
    while index < bytes.count, bytes[index] != 0x2D { index += 1 }
    while index < bytes.count, bytes[index] == 0x2D { index += 1 }
    return index
  }

  /// Finds a short text whose prefixes do not recur in it.
  private static func firstIndex(of needle: [UInt8], in hay: ArraySlice<UInt8>) -> Int? {
    guard hay.count >= needle.count else { return nil }
    return (hay.startIndex...hay.endIndex - needle.count).first {
      hay[$0] == needle[0] && hay[$0...].starts(with: needle)
    }
  }
}

func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

func isAlphanumeric(_ byte: UInt8) -> Bool {
  isDigit(byte) || (65...90).contains(byte) || (97...122).contains(byte)
}

/// Letters, digits, `_` and `-`, the alphabet of base64url (RFC 4648) and most names.
func isNameByte(_ byte: UInt8) -> Bool { isAlphanumeric(byte) || byte == 0x5F || byte == 0x2D }

private func isUpperOrDigit(_ byte: UInt8) -> Bool { isDigit(byte) || (65...90).contains(byte) }
