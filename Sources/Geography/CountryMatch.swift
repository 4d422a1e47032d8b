/// The country of an address and the range of addresses with it.
public struct CountryMatch: Hashable, Sendable, BitwiseCopyable {
  /// The bits of an address in host order; an IPv4 address lies in the lower half of `low`.
  public struct Address: Hashable, Sendable, BitwiseCopyable {
    /// The upper 64 bits; zero for IPv4.
    public let high: UInt64
    /// The lower 64 bits.
    public let low: UInt64

    init(_ bits: UInt128) {
      high = UInt64(truncatingIfNeeded: bits >> 64)
      low = UInt64(truncatingIfNeeded: bits)
    }

    var bits: UInt128 { UInt128(high) << 64 | UInt128(low) }
  }

  /// The country of every address in the range.
  public let country: Country
  /// The lowest address of the range.
  public let first: Address
  /// The highest address of the range.
  public let last: Address
  /// Whether the range is one of IPv4 addresses.
  public let isIPv4: Bool

  /// The prefix length if the range is exactly one block (CIDR, RFC 4632).
  ///
  /// Nil for a range of several blocks, which is written as `first-last`. This is common, since the
  /// table merges adjacent blocks of a country.
  public var prefixLength: Int? {
    let differing = first.bits ^ last.bits
    let isBlock = differing & (differing &+ 1) == 0 && first.bits & differing == 0
    guard isBlock else { return nil }
    return (isIPv4 ? 32 : 128) - (128 - differing.leadingZeroBitCount)
  }
}
