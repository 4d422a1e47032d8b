/// An IPv4 or IPv6 address.
///
/// An IPv4-mapped IPv6 address (`::ffff:192.0.2.1`) is stored as its IPv4 address, so that the
/// mapped form evades no rule.
public struct IPAddress: Hashable, Sendable, BitwiseCopyable {
  /// The upper 64 bits, in host order; zero for IPv4.
  public let high: UInt64
  /// The lower 64 bits, in host order; an IPv4 address in its low half.
  public let low: UInt64
  /// Whether this is an IPv4 address.
  public let isIPv4: Bool

  /// An IPv4 address from its 32 bits in host order.
  public init(v4 bits: UInt32) {
    high = 0
    low = UInt64(bits)
    isIPv4 = true
  }

  /// An IPv6 address from its 128 bits in host order; a mapped one becomes IPv4.
  public init(v6High high: UInt64, low: UInt64) {
    let isMapped = high == 0 && low >> 32 == 0xFFFF
    self.high = high
    self.low = isMapped ? low & 0xFFFF_FFFF : low
    isIPv4 = isMapped
  }

  /// Whether the address is a loopback address: 127.0.0.0/8 or ::1.
  public var isLoopback: Bool {
    isIPv4 ? low >> 24 == 127 : high == 0 && low == 1
  }

  /// Whether the address is private (RFC 1918, RFC 6598, RFC 4193) or link-local.
  public var isPrivate: Bool {
    guard isIPv4 else { return high >> 57 == 0x7E || high >> 54 == 0x3FA }
    return low >> 24 == 10 || low >> 20 == 0xAC1 || low >> 16 == 0xC0A8 || low >> 16 == 0xA9FE
      || low >> 22 == 0x191
  }

  /// Whether the address is a cloud metadata service, which returns credentials of the machine.
  public var isMetadataService: Bool { Self.metadataServices.contains(self) }

  private static let metadataServices = Set(
    [
      "169.254.169.254", "169.254.170.2", "169.254.170.23", "169.254.0.23", "169.254.42.42",
      "100.100.100.200", "fd00:ec2::254", "fd00:ec2::23", "fd20:ce::254",
    ].compactMap { IPAddress($0) })
}

extension IPAddress: CustomStringConvertible {
  /// The text form: dotted quad, or RFC 5952 for IPv6.
  public var description: String {
    if isIPv4 {
      return (0..<4).map { String(low >> (24 - 8 * $0) & 0xFF) }.joined(separator: ".")
    }
    let groups = (0..<8).map { index -> UInt64 in
      (index < 4 ? high >> (48 - 16 * index) : low >> (48 - 16 * (index - 4))) & 0xFFFF
    }
    var best = 0..<0
    var start = 0
    while start < 8 {
      guard groups[start] == 0 else {
        start += 1
        continue
      }
      var end = start
      while end < 8, groups[end] == 0 { end += 1 }
      if end - start > max(1, best.count) { best = start..<end }
      start = end
    }
    func text(_ range: Range<Int>) -> String {
      groups[range].map { String($0, radix: 16) }.joined(separator: ":")
    }
    guard !best.isEmpty else { return text(0..<8) }
    return text(0..<best.lowerBound) + "::" + text(best.upperBound..<8)
  }

  /// Parses an address.
  ///
  /// Accepts dotted quads of four decimal numbers, and IPv6 with at most one `::` and an optional
  /// dotted quad at its end. Nil for anything else, zone names (`%eth0`) included.
  public init?(_ text: some StringProtocol) {
    if let bits = Self.quad(text) {
      self.init(v4: bits)
      return
    }
    guard text.contains(":") else { return nil }
    var words: [UInt64] = []
    var gap: Int?
    var rest = Substring(text)
    if rest.hasPrefix("::") {
      gap = 0
      rest = rest.dropFirst(2)
    }
    while !rest.isEmpty {
      let word = rest.prefix { $0 != ":" }
      if word.contains("."), let bits = Self.quad(word), word.endIndex == rest.endIndex {
        words += [UInt64(bits >> 16), UInt64(bits & 0xFFFF)]
        rest = ""
        break
      }
      guard (1...4).contains(word.utf8.count), word.allSatisfy(\.isHexDigit),
        let value = UInt64(word, radix: 16)
      else { return nil }
      words.append(value)
      rest = rest[word.endIndex...]
      guard !rest.isEmpty else { break }
      rest = rest.dropFirst()
      if rest.hasPrefix(":") {
        guard gap == nil else { return nil }
        gap = words.count
        rest = rest.dropFirst()
      } else if rest.isEmpty {
        return nil
      }
    }
    if let gap {
      guard words.count < 8 else { return nil }
      words.insert(contentsOf: repeatElement(0, count: 8 - words.count), at: gap)
    }
    guard words.count == 8 else { return nil }
    self.init(
      v6High: words[0..<4].reduce(0) { $0 << 16 | $1 },
      low: words[4..<8].reduce(0) { $0 << 16 | $1 })
  }

  private static func quad(_ text: some StringProtocol) -> UInt32? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var bits: UInt32 = 0
    for part in parts {
      guard (1...3).contains(part.utf8.count), part.utf8.allSatisfy({ (48...57).contains($0) }),
        let value = UInt32(part), value < 256
      else { return nil }
      bits = bits << 8 | value
    }
    return bits
  }
}

/// A block of addresses: an address and a prefix length (CIDR, RFC 4632).
public struct IPNetwork: Hashable, Sendable, BitwiseCopyable {
  /// The lowest address of the block.
  public let base: IPAddress
  /// The prefix length in bits: 0 to 32, or 0 to 128.
  public let prefixLength: Int

  /// The block that contains an address; nil when the length is invalid for the family.
  public init?(_ address: IPAddress, prefixLength: Int) {
    guard (0...(address.isIPv4 ? 32 : 128)).contains(prefixLength) else { return nil }
    self.prefixLength = prefixLength
    let (high, low) = Self.masks(address.isIPv4, prefixLength)
    base =
      address.isIPv4
      ? IPAddress(v4: UInt32(address.low & low))
      : IPAddress(v6High: address.high & high, low: address.low & low)
  }

  /// Parses `ADDRESS/LENGTH`, or an address as a block of one address.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard let first = parts.first, let address = IPAddress(first), parts.count <= 2 else {
      return nil
    }
    guard parts.count == 2 else {
      self.init(address, prefixLength: address.isIPv4 ? 32 : 128)
      return
    }
    guard parts[1].utf8.allSatisfy({ (48...57).contains($0) }), let length = Int(parts[1]) else {
      return nil
    }
    self.init(address, prefixLength: length)
  }

  /// Whether the block contains an address; false for the other family.
  public func contains(_ address: IPAddress) -> Bool {
    guard address.isIPv4 == base.isIPv4 else { return false }
    let (high, low) = Self.masks(base.isIPv4, prefixLength)
    return address.high & high == base.high && address.low & low == base.low
  }

  private static func masks(_ isIPv4: Bool, _ length: Int) -> (UInt64, UInt64) {
    if isIPv4 { return (0, 0xFFFF_FFFF & ~(0xFFFF_FFFF >> UInt64(length))) }
    return (
      length >= 64 ? ~0 : ~(~0 >> UInt64(length)),
      length <= 64 ? 0 : ~(length == 128 ? 0 : ~0 >> UInt64(length - 64))
    )
  }
}

extension IPNetwork: CustomStringConvertible {
  /// `ADDRESS/LENGTH`.
  public var description: String { "\(base)/\(prefixLength)" }
}
