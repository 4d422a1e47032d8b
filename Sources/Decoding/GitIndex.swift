/// The paths that Git tracks, from a repository's index; gitformat-index(5).
public struct GitIndex: Sendable {
  private static let mostEntries = 500_000
  private static let longestPath = 4096
  /// Capacity in bytes of paths: version 4 compresses paths, so a small index can expand without
  /// limit. Suffices for half a million paths of 128 bytes.
  private static let mostPathBytes = 64 << 20
  private let paths: Set<[UInt8]>

  /// Number of paths.
  public var count: Int { paths.count }

  /// Whether a path, relative to the root of the working tree, is tracked.
  public func contains(_ path: some Sequence<UInt8>) -> Bool { paths.contains(Array(path)) }

  /// Parses an index of version 2, 3 or 4; nil for other files. Ignores entries after a malformed
  /// one.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count >= 12, bytes.starts(with: "DIRC".utf8) else { return nil }
    let version = bigEndian(bytes[4..<8])
    guard (2...4).contains(version) else { return nil }
    var paths: Set<[UInt8]> = []
    var place = 12
    var last: [UInt8] = []
    var total = 0
    for _ in 0..<min(Int(bigEndian(bytes[8..<12])), Self.mostEntries) {
      // Times, device, inode, mode, owner, size and hash take 60 bytes, flags two or four.
      guard place + 62 <= bytes.count else { break }
      let isExtended = version >= 3 && bytes[place + 60] & 0x40 != 0
      var name = place + (isExtended ? 64 : 62)
      var path: [UInt8] = []
      if version == 4 {
        guard let removed = Self.variableNumber(bytes, &name), removed <= last.count else { break }
        path = Array(last.dropLast(removed))
      }
      guard name <= bytes.count, let end = bytes[name...].firstIndex(of: 0),
        path.count + end - name <= Self.longestPath
      else { break }
      path += bytes[name..<end]
      total += path.count
      guard total <= Self.mostPathBytes else { break }
      paths.insert(path)
      last = path
      // Up to eight NUL bytes make the length a multiple of eight; version 4 has one.
      place = version == 4 ? end + 1 : place + (end - place + 8) / 8 * 8
    }
    self.paths = paths
  }

  /// The offset encoding of gitformat-pack(5): seven bits a byte, the highest first.
  private static func variableNumber(_ bytes: [UInt8], _ place: inout Int) -> Int? {
    var value = 0
    for index in 0..<4 {
      guard place < bytes.count else { return nil }
      let byte = bytes[place]
      place += 1
      value = (index == 0 ? 0 : (value + 1) << 7) | Int(byte & 0x7F)
      if byte & 0x80 == 0 { return value }
    }
    return nil
  }
}
