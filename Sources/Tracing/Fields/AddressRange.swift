internal import Events
internal import Geography

/// Formats an address range of the country table.
enum AddressRange {
  /// `ADDRESS/LENGTH` for exactly one block, else `FIRST-LAST`.
  static func text(of match: CountryMatch) -> String {
    func address(_ bits: CountryMatch.Address) -> IPAddress {
      match.isIPv4
        ? IPAddress(v4: UInt32(truncatingIfNeeded: bits.low))
        : IPAddress(v6High: bits.high, low: bits.low)
    }
    if let length = match.prefixLength { return "\(address(match.first))/\(length)" }
    return "\(address(match.first))-\(address(match.last))"
  }
}
