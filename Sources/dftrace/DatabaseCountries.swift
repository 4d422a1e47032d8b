import Geography
import Kernel
import Policies
import Syscalls
import Text

/// The countries of a database that the user owns.
struct DatabaseCountries: CountrySource {
  private let database: CountryDatabase

  /// Opens a file, or says what is wrong with it and ends with 125.
  init(_ path: String) throws {
    do { database = try CountryDatabase(path) } catch {
      let reason =
        switch error {
        case .file(.noSuchFile): "there is no such file"
        case .file(let errno): "can't be read: \(errno.name)"
        case .content(let words): "can't be used: \(words)"
        }
      throw fail("\(path): \(reason); expected a country database in MaxMind's format (.mmdb)")
    }
  }

  var source: String { database.type }

  var date: String { CalendarDate(secondsSinceEpoch: Int64(clamping: database.built)).description }

  func country(v4 bits: UInt32) -> CountryMatch? {
    let bytes = (0..<4).map { UInt8(truncatingIfNeeded: bits >> (24 - 8 * UInt32($0))) }
    return database.find(bytes).map {
      CountryMatch(
        letters: $0.code, high: 0, low: UInt64(bits), prefixLength: $0.prefixLength,
        isIPv4: true)
    }
  }

  func country(v6High high: UInt64, low: UInt64) -> CountryMatch? {
    let bytes = [high, low].flatMap { half in
      (0..<8).map { UInt8(truncatingIfNeeded: half >> (56 - 8 * UInt64($0))) }
    }
    return database.find(bytes).map {
      CountryMatch(
        letters: $0.code, high: high, low: low, prefixLength: $0.prefixLength, isIPv4: false)
    }
  }
}
