import Geography
import Kernel
import Policies
import Syscalls
import Text

/// Countries from a database file of the user (`--geo-database`).
struct DatabaseCountries: CountrySource {
  private let database: CountryDatabase

  /// Opens a file; prints the error and throws exit status 125 when it is unusable.
  init(_ path: String) throws {
    do { database = try CountryDatabase(path) } catch {
      let reason =
        switch error {
        case .file(.noSuchFile): "no such file"
        case .file(let errno): "cannot be read: \(errno.name)"
        case .content(let words): "unusable: \(words)"
        }
      throw fail("\(path): \(reason); expected a country database in MaxMind DB format (.mmdb)")
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
