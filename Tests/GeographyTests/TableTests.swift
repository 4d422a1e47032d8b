import Foundation
import Testing

@testable import Geography

/// What any table must hold, however fresh.
@Suite struct TableTests {
  let table = CountryTable.builtIn

  @Test func rowsAreSorted() {
    #expect(table.v4Count > 100_000)
    #expect(table.v4Start(0) == 0)
    #expect(!(1..<table.v4Count).contains { table.v4Start($0 - 1) >= table.v4Start($0) })
    #expect(table.v6Count > 100_000)
    #expect(table.v6Start(0) == 0)
    #expect(!(1..<table.v6Count).contains { table.v6Start($0 - 1) >= table.v6Start($0) })
  }

  @Test func countriesAreTwoLetters() {
    let letters = UInt8(ascii: "A")...UInt8(ascii: "Z")
    let countries = Set(
      (0..<table.v4Count).compactMap { table.country(v4Place: $0) }
        + (0..<table.v6Count).compactMap { table.country(v6Place: $0) })
    #expect(countries.count > 200)
    for country in countries {
      #expect(letters.contains(country.first) && letters.contains(country.second))
      #expect(country.description.utf8.elementsEqual([country.first, country.second]))
    }
  }

  @Test func neighboursDiffer() {
    #expect(
      !(1..<table.v4Count).contains {
        table.country(v4Place: $0 - 1) == table.country(v4Place: $0)
      })
    #expect(
      !(1..<table.v6Count).contains {
        table.country(v6Place: $0 - 1) == table.country(v6Place: $0)
      })
  }

  @Test func dateIsOfThePast() throws {
    let date = try Date(table.date, strategy: .iso8601.year().month().day())
    #expect(date < .now)
    #expect(date > Date(timeIntervalSince1970: 1_767_225_600), "older than the first table")
    #expect(table.date.utf8.count == 10)
  }

  @Test func noticesNameThisTable() throws {
    #expect(table.source.hasPrefix("IPFire Location database (tor-geoipdb "))
    let root = URL(filePath: #filePath).appending(path: "../../..").standardized
    let notices = try String(
      contentsOf: root.appending(path: "THIRD-PARTY-NOTICES.md"), encoding: .utf8)
    #expect(notices.contains("\n- Data of: \(table.date), from \(table.source)\n"))
  }
}

/// The search against a walk from the first row to the last.
@Suite struct SearchTests {
  let table = CountryTable.builtIn

  @Test func findsBothEndsOfEveryV4Row() {
    var wrong = 0
    for place in 0..<table.v4Count {
      let first = table.v4Start(place)
      let last = place + 1 < table.v4Count ? table.v4Start(place + 1) - 1 : .max
      let expected = table.country(v4Place: place).map {
        CountryMatch(
          country: $0, first: .init(UInt128(first)), last: .init(UInt128(last)), isIPv4: true)
      }
      if table.country(v4: first) != expected || table.country(v4: last) != expected { wrong += 1 }
    }
    #expect(wrong == 0)
  }

  /// Every row that begins inside a /64, and of the others one in 16, as all take long unoptimized.
  @Test func findsBothEndsOfV6Rows() {
    var wrong = 0
    var inHalves = 0
    for place in 0..<table.v6Count {
      let first = table.v6Start(place)
      let last = place + 1 < table.v6Count ? table.v6Start(place + 1) - 1 : .max
      let splitsHigh = first & UInt128(UInt64.max) != 0
      guard splitsHigh || place % 16 == 0 else { continue }
      inHalves += splitsHigh ? 1 : 0
      let expected = table.country(v6Place: place).map {
        CountryMatch(country: $0, first: .init(first), last: .init(last), isIPv4: false)
      }
      for address in [CountryMatch.Address(first), .init(last)] {
        if table.country(v6High: address.high, low: address.low) != expected { wrong += 1 }
      }
    }
    #expect(wrong == 0)
    #expect(inHalves > 0, "no row begins inside a /64, so that case went untested")
  }

  /// Addresses that no row begins with, found by a linear walk.
  @Test func agreesWithLinearWalk() {
    var random = SplitMix(state: 20_260_625)
    let addresses = (0..<20_000).map { _ in UInt32.random(in: 0...(.max), using: &random) }.sorted()
    var place = 0
    for address in addresses {
      while place + 1 < table.v4Count, table.v4Start(place + 1) <= address { place += 1 }
      #expect(table.country(v4: address)?.country == table.country(v4Place: place))
    }

    place = 0
    let wide = (0..<20_000).map { _ in
      UInt128.random(in: 0x2000 << 112...0x2C10 << 112, using: &random)
    }.sorted()
    for address in wide {
      while place + 1 < table.v6Count, table.v6Start(place + 1) <= address { place += 1 }
      let bits = CountryMatch.Address(address)
      let found = table.country(v6High: bits.high, low: bits.low)
      #expect(found?.country == table.country(v6Place: place))
    }
  }
}

/// A small generator with a fixed seed, so that a failure can be repeated.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
