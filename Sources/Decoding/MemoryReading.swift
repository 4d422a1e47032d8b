/// The memory of a traced process, or of a test.
public protocol MemoryReading: ~Copyable {
  /// Appends up to `count` bytes at an address to a buffer.
  ///
  /// - Returns: how many could be read, from the front; 0 when nothing is mapped there.
  borrowing func read(_ address: UInt64, count: Int, into buffer: inout [UInt8]) -> Int

  /// Reads a little-endian number of up to eight bytes; nil when it can't be read whole.
  borrowing func readNumber(_ address: UInt64, bytes: Int) -> UInt64?
}

/// What reading a NUL-terminated string gave.
public enum StringEnd: Equatable, Sendable {
  /// The whole string.
  case complete
  /// More than the limit allows; what was read is its beginning.
  case truncated
  /// It runs into memory that can't be read; what was read is its beginning.
  case unreadable
}

extension MemoryReading where Self: ~Copyable {
  /// Appends a string without its NUL to a buffer.
  ///
  /// Reads to the end of the address's page first: what follows it need not be mapped, and most
  /// strings end before it.
  ///
  /// - Parameter limit: the most bytes to keep, such as `PATH_MAX` less one.
  public borrowing func readString(
    _ address: UInt64, limit: Int, into buffer: inout [UInt8]
  ) -> StringEnd {
    let start = buffer.count
    var next = address
    // Most texts are short; no read goes past the end of a page, since the next may be missing.
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

  /// Reads a little-endian number of up to eight bytes; nil when it can't be read whole.
  public borrowing func readNumber(_ address: UInt64, bytes: Int) -> UInt64? {
    var buffer: [UInt8] = []
    guard read(address, count: bytes, into: &buffer) == bytes else { return nil }
    return littleEndian(buffer[...])
  }
}

/// The value of up to eight bytes, the lowest first, as x86-64 and arm64 keep numbers.
func littleEndian(_ bytes: ArraySlice<UInt8>) -> UInt64 {
  bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
}

/// The value of up to eight bytes, the highest first, as the network keeps numbers.
func bigEndian(_ bytes: ArraySlice<UInt8>) -> UInt64 {
  bytes.reduce(0) { $0 << 8 | UInt64($1) }
}
