import Testing

@testable import Geography

/// An address as a test writes it: IPv4 as four numbers, IPv6 as its two halves.
enum Sample: Sendable, CustomTestStringConvertible {
  case v4(UInt32, UInt32, UInt32, UInt32)
  case v6(UInt64, UInt64)

  var match: CountryMatch? {
    switch self {
    case .v4(let a, let b, let c, let d):
      CountryTable.builtIn.country(v4: a << 24 | b << 16 | c << 8 | d)
    case .v6(let high, let low):
      CountryTable.builtIn.country(v6High: high, low: low)
    }
  }

  var testDescription: String {
    switch self {
    case .v4(let a, let b, let c, let d): "\(a).\(b).\(c).\(d)"
    case .v6(let high, let low): String(UInt128(high) << 64 | UInt128(low), radix: 16)
    }
  }
}

/// Facts that have held for many years, so that a fresher table won't break them.
@Suite struct CountryTests {
  @Test(arguments: [
    (Sample.v4(175, 45, 176, 0), "KP"),
    (.v4(175, 45, 177, 10), "KP"),
    (.v4(175, 45, 179, 255), "KP"),
    (.v4(77, 88, 8, 8), "RU"),
    (.v4(8, 8, 8, 8), "US"),
    (.v4(193, 0, 6, 139), "NL"),
    (.v6(0x2a02_06b8_0000_0000, 1), "RU"),
    (.v6(0x2001_4860_4860_0000, 0x8888), "US"),
    (.v6(0x2001_0200_0000_8002, 0x0203_47ff_fea5_3085), "JP"),
  ])
  func hasCountry(_ sample: Sample, _ country: String) {
    #expect(sample.match?.country.description == country)
  }

  @Test(arguments: [
    Sample.v4(0, 0, 0, 0), .v4(10, 0, 0, 1), .v4(100, 64, 0, 1), .v4(127, 0, 0, 1),
    .v4(169, 254, 169, 254), .v4(172, 16, 0, 1), .v4(172, 31, 255, 255), .v4(192, 0, 2, 1),
    .v4(192, 168, 255, 255), .v4(198, 18, 0, 1), .v4(198, 51, 100, 1), .v4(203, 0, 113, 255),
    .v4(224, 0, 0, 251), .v4(255, 255, 255, 255),
    .v6(0, 0), .v6(0, 1), .v6(0x64_ff9b_0000_0000, 0x0808_0808), .v6(0xfd00 << 48, 1),
    .v6(0xfe80 << 48, 1), .v6(0xff02 << 48, 0xfb), .v6(0x2001_0db8 << 32, 1), .v6(.max, .max),
  ])
  func hasNoCountry(_ sample: Sample) {
    #expect(sample.match == nil)
  }

  /// The inner address is the caller's to take out; here is no guess.
  ///
  /// 175.45.176.1 is inside each.
  @Test(arguments: [
    Sample.v6(0, 0xFFFF_AF2D_B001), .v6(0x64_ff9b_0000_0000, 0xAF2D_B001),
    .v6(0x2002_AF2D_B001_0000, 1), .v6(0x2001_0000_AF2D_B001, 1),
  ])
  func embeddedAddressHasNone(_ sample: Sample) {
    #expect(sample.match == nil)
  }
}

@Suite struct CountryMatchTests {
  @Test func blockHasPrefixLength() throws {
    let match = try #require(Sample.v4(175, 45, 177, 10).match)
    #expect(match.isIPv4)
    #expect(match.first.bits == 0xAF2D_B000)
    #expect(match.last.bits == 0xAF2D_B3FF)
    #expect(match.prefixLength == 22)
  }

  struct Case: Sendable {
    let first: UInt128
    let last: UInt128
    let isIPv4: Bool
    let prefixLength: Int?

    static func v4(_ first: UInt128, _ last: UInt128, _ length: Int?) -> Case {
      Case(first: first, last: last, isIPv4: true, prefixLength: length)
    }

    static func v6(_ first: UInt128, _ last: UInt128, _ length: Int?) -> Case {
      Case(first: first, last: last, isIPv4: false, prefixLength: length)
    }
  }

  @Test(arguments: [
    Case.v4(0, 0xFFFF_FFFF, 0),
    Case.v4(0x0808_0808, 0x0808_0808, 32),
    Case.v4(0x0808_0800, 0x0808_08FF, 24),
    Case.v4(0x0808_0801, 0x0808_08FF, nil),
    Case.v4(0x0808_0800, 0x0808_08FE, nil),
    Case.v4(0x0808_0800, 0x0808_0AFF, nil),
    Case.v4(0x0808_0100, 0x0808_02FF, nil),
    Case.v6(0, UInt128.max, 0),
    Case.v6(0x1_0000_0000_0000_0000, 0x1_0000_0000_0000_0000, 128),
    Case.v6(0x3_0000_0000_0000_0000, 0x3_FFFF_FFFF_FFFF_FFFF, 64),
    Case.v6(0x3_0000_0000_0000_0000, 0x4_FFFF_FFFF_FFFF_FFFF, nil),
    Case.v6(0x3_0000_0000_0000_0000, 0x4_0000_0000_0000_0000, nil),
  ])
  func prefixLength(_ range: Case) {
    let match = CountryMatch(
      country: Country(0x4B, 0x50), first: .init(range.first), last: .init(range.last),
      isIPv4: range.isIPv4)
    #expect(match.prefixLength == range.prefixLength)
  }

  @Test func addressKeepsItsBits() {
    let bits: UInt128 = 0x2a02_06b8_0000_0000_0000_0000_0000_0007
    let address = CountryMatch.Address(bits)
    #expect(address.high == 0x2a02_06b8_0000_0000)
    #expect(address.low == 7)
    #expect(address.bits == bits)
  }
}
