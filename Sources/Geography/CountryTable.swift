internal import CGeography

/// The built-in table of the countries of IP addresses.
///
/// The table is searched where it lies, in the program's read-only pages: nothing is read or
/// copied at start-up, and a look-up allocates nothing. `Docs/reference/geography.md` has its layout.
///
/// An IPv6 address that embeds an IPv4 address (mapped, NAT64, 6to4, Teredo) has no country here;
/// the caller must extract the IPv4 address.
public struct CountryTable: Sendable {
  /// The built-in table.
  public static let builtIn = CountryTable()

  let v4Count: Int
  let v6Count: Int
  private let lowCount: Int
  private let sourceLength: Int

  // Offsets of the sections in bytes.
  private let v6Highs: Int
  private let v6Lows: Int
  private let v4Starts: Int
  private let v6LowPlaces: Int
  private let v4Countries: Int
  private let v6Countries: Int
  private let codes: Int
  private let sourceText: Int

  private static let magic: UInt64 = 0x006F_6567_2D74_6664  // "dft-geo\0"
  private static let dateText = 32
  private static let headerSize = 48

  private init() {
    precondition(
      dft_geo_u64(0) == Self.magic && dft_geo_u32(8) == 1, "countries.bin is of another version")
    let codeCount = Int(dft_geo_u32(12))
    v4Count = Int(dft_geo_u32(16))
    v6Count = Int(dft_geo_u32(20))
    lowCount = Int(dft_geo_u32(24))
    sourceLength = Int(dft_geo_u32(28))
    v6Highs = Self.headerSize
    v6Lows = v6Highs + 8 * v6Count
    v4Starts = v6Lows + 8 * lowCount
    v6LowPlaces = v4Starts + 4 * v4Count
    v4Countries = v6LowPlaces + 4 * lowCount
    v6Countries = v4Countries + v4Count
    codes = v6Countries + v6Count
    sourceText = codes + 2 * codeCount
    precondition(sourceText + sourceLength == dft_geo_size(), "countries.bin is cut")
  }

  /// The date of the data, `yyyy-mm-dd`.
  public var date: String { text(at: Self.dateText, length: 10) }

  /// The name of the source: the database and the package that contained it.
  public var source: String { text(at: sourceText, length: sourceLength) }

  /// The country of an IPv4 address, from its 32 bits in host order; nil if it has none.
  public func country(v4 bits: UInt32) -> CountryMatch? {
    let place = lastPlace(of: v4Count) { dft_geo_u32(v4Starts + 4 * $0) <= bits }
    guard let country = country(v4Place: place) else { return nil }
    let last = place + 1 < v4Count ? v4Start(place + 1) - 1 : UInt32.max
    return CountryMatch(
      country: country, first: .init(UInt128(v4Start(place))), last: .init(UInt128(last)),
      isIPv4: true)
  }

  /// The country of an IPv6 address, from its 128 bits in host order; nil if it has none.
  public func country(v6High high: UInt64, low: UInt64) -> CountryMatch? {
    let place = lastPlace(of: v6Count) {
      let start = dft_geo_u64(v6Highs + 8 * $0)
      return start < high || start == high && v6Low($0) <= low
    }
    guard let country = country(v6Place: place) else { return nil }
    let last = place + 1 < v6Count ? v6Start(place + 1) - 1 : UInt128.max
    return CountryMatch(
      country: country, first: .init(v6Start(place)), last: .init(last), isIPv4: false)
  }
}

// The rows, by index. A row ends where the next begins; rows without a country fill the gaps.
extension CountryTable {
  func v4Start(_ place: Int) -> UInt32 { dft_geo_u32(v4Starts + 4 * place) }

  func country(v4Place place: Int) -> Country? { country(at: v4Countries + place) }

  func v6Start(_ place: Int) -> UInt128 {
    UInt128(dft_geo_u64(v6Highs + 8 * place)) << 64 | UInt128(v6Low(place))
  }

  func country(v6Place place: Int) -> Country? { country(at: v6Countries + place) }

  /// The lower half of a row's start.
  ///
  /// Few are non-zero, so the table stores only these, each with its row's index.
  private func v6Low(_ place: Int) -> UInt64 {
    guard lowCount > 0, dft_geo_u32(v6LowPlaces) <= place else { return 0 }
    let found = lastPlace(of: lowCount) { dft_geo_u32(v6LowPlaces + 4 * $0) <= place }
    return dft_geo_u32(v6LowPlaces + 4 * found) == place ? dft_geo_u64(v6Lows + 8 * found) : 0
  }

  private func country(at offset: Int) -> Country? {
    let number = Int(dft_geo_u8(offset))
    guard number > 0 else { return nil }
    let code = codes + 2 * (number - 1)
    return Country(dft_geo_u8(code), dft_geo_u8(code + 1))
  }

  /// The last index for which the condition holds (binary search); it must hold for the first.
  private func lastPlace(of count: Int, where holds: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while high - low > 1 {
      let middle = (low + high) / 2
      if holds(middle) { low = middle } else { high = middle }
    }
    return low
  }

  private func text(at offset: Int, length: Int) -> String {
    String(decoding: (offset..<offset + length).map { dft_geo_u8($0) }, as: UTF8.self)
  }
}
