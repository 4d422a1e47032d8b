internal import CMaxMind
internal import CTrace
public import Syscalls

/// A country database in MaxMind's format (MMDB), read by libmaxminddb.
///
/// One can be open at a time: opening another closes it.
public struct CountryDatabase: Sendable {
  /// The database type in the file's metadata, such as `GeoLite2-Country`.
  public let type: String
  /// The build time, in seconds since 1970-01-01T00:00:00Z.
  public let built: UInt64

  /// Why a file is unusable.
  public enum Failure: Error, Equatable, Sendable {
    case file(Errno)
    /// The file is no such database; a description.
    case content(String)
  }

  /// The database's entry for an address.
  public struct Found: Equatable, Sendable {
    /// The two letters of the country, in ASCII.
    public let code: (UInt8, UInt8)
    /// The prefix length of the entry, in bits.
    public let prefixLength: Int

    /// Compares letters and length.
    public static func == (a: Found, b: Found) -> Bool {
      a.code == b.code && a.prefixLength == b.prefixLength
    }
  }

  /// Opens a file.
  public init(_ path: String) throws(Failure) {
    var name: UnsafePointer<CChar>?
    var epoch: UInt64 = 0
    let answer = unsafe dft_countries_open(path, &name, &epoch)
    if answer < 0 { throw .file(Errno(rawValue: -answer)) }
    if answer > 0 { throw .content(unsafe String(cString: dft_countries_error(answer))) }
    type = unsafe name.map { unsafe String(cString: $0) } ?? "unknown"
    built = epoch
  }

  /// Finds an address, given in network order: 4 bytes for IPv4, 16 for IPv6.
  public func find(_ address: [UInt8]) -> Found? {
    guard address.count == 4 || address.count == 16 else { return nil }
    var code: [UInt8] = [0, 0]
    var prefix: UInt32 = 0
    let found = unsafe dft_countries_find(address, address.count == 4, &code, &prefix)
    return found == 1 ? Found(code: (code[0], code[1]), prefixLength: Int(prefix)) : nil
  }
}
