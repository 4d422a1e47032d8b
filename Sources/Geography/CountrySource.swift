/// A source of the countries of addresses.
public protocol CountrySource: Sendable {
  /// The name of the source.
  var source: String { get }
  /// The date of the data, `yyyy-mm-dd`.
  var date: String { get }
  /// The country of an IPv4 address, from its 32 bits in host order; nil if it has none.
  func country(v4 bits: UInt32) -> CountryMatch?
  /// The country of an IPv6 address, from its 128 bits in host order; nil if it has none.
  func country(v6High high: UInt64, low: UInt64) -> CountryMatch?
}

extension CountryTable: CountrySource {}

extension CountryMatch {
  /// Creates a match for the block of an address.
  ///
  /// - Parameters:
  ///   - letters: the country's, `A` to `Z` in ASCII.
  ///   - high: the upper 64 bits of an address of the block; zero for IPv4.
  ///   - low: the lower bits.
  ///   - prefixLength: the prefix length of the block in bits.
  public init(
    letters: (UInt8, UInt8), high: UInt64, low: UInt64, prefixLength: Int, isIPv4: Bool
  ) {
    let width = isIPv4 ? 32 : 128
    let free = width - min(max(prefixLength, 0), width)
    let bits = UInt128(high) << 64 | UInt128(low)
    let mask: UInt128 = free >= 128 ? .max : (1 << UInt128(free)) - 1
    country = Country(letters.0, letters.1)
    first = Address(bits & ~mask)
    last = Address(bits | mask)
    self.isIPv4 = isIPv4
  }
}
