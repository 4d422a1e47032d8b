/// A source of memory: a traced process or a test.
public protocol MemoryReading: ~Copyable {
  /// Appends up to `count` bytes at an address to a buffer.
  ///
  /// - Returns: the number of bytes read; 0 when the address is unmapped.
  borrowing func read(_ address: UInt64, count: Int, into buffer: inout [UInt8]) -> Int

  /// Reads a little-endian number of up to eight bytes; nil when it is not completely readable.
  borrowing func readNumber(_ address: UInt64, bytes: Int) -> UInt64?
}

/// The result of reading a NUL-terminated string.
public enum StringEnd: Equatable, Sendable {
  /// The complete string.
  case complete
  /// The string exceeds the limit; its beginning was read.
  case truncated
  /// The string extends into unreadable memory; its beginning was read.
  case unreadable
}

extension MemoryReading where Self: ~Copyable {
  /// Appends a string without its NUL to a buffer.
  ///
  /// Reads to the end of the address's page first: the next page may be unmapped, and most strings
  /// end before it.
  ///
  /// - Parameter limit: maximum number of bytes, such as `PATH_MAX` less one.
  public borrowing func readString(
    _ address: UInt64, limit: Int, into buffer: inout [UInt8]
  ) -> StringEnd {
    let start = buffer.count
    var next = address
    // Most texts are short; no read crosses the end of a page, since the next may be unmapped.
    var most = 256
    while buffer.count - start <= limit {
      let chunk = min(most, Int(4096 - next & 4095), limit + 1 - (buffer.count - start))
      guard chunk > 0 else { break }
      let before = buffer.count
      let got = read(next, count: chunk, into: &buffer)
      if let end = buffer[before...].firstIndex(of: 0) {
        buffer.removeLast(buffer.count - end)
        return .complete
      }
      guard got == chunk, next <= UInt64.max - UInt64(got) else { return .unreadable }
      next += UInt64(got)
      most = 4096
    }
    buffer.removeLast(buffer.count - start - limit)
    return .truncated
  }

  /// Reads a little-endian number of up to eight bytes; nil when it is not completely readable.
  public borrowing func readNumber(_ address: UInt64, bytes: Int) -> UInt64? {
    var buffer: [UInt8] = []
    guard read(address, count: bytes, into: &buffer) == bytes else { return nil }
    return littleEndian(buffer[...])
  }
}

/// The little-endian value of up to eight bytes.
func littleEndian(_ bytes: ArraySlice<UInt8>) -> UInt64 {
  bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
}

/// The big-endian (network order) value of up to eight bytes.
func bigEndian(_ bytes: ArraySlice<UInt8>) -> UInt64 {
  bytes.reduce(0) { $0 << 8 | UInt64($1) }
}
