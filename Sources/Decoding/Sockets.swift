public import Events

/// Parsers of socket addresses and message headers.
public enum SocketDecoder {
  /// `sizeof(struct sockaddr_storage)`, the kernel's limit of addresses.
  static let longestAddress = 128
  /// `UIO_MAXIOV`, the kernel's limit of messages of one sendmmsg call.
  static let mostMessages = 1024

  /// Parses a `struct sockaddr`; nil when it is too short for a family.
  ///
  /// The layouts are those of `ip(7)`, `ipv6(7)` and `unix(7)`.
  public static func endpoint(_ bytes: ArraySlice<UInt8>) -> Endpoint? {
    guard bytes.count >= 2 else { return nil }
    let body = bytes.dropFirst(2)
    let family = UInt16(littleEndian(bytes.prefix(2)))
    switch family {
    case 1: return unix(body)
    case 2:
      guard body.count >= 6 else { return .other(family: family) }
      let port = UInt16(bigEndian(body.prefix(2)))
      let bits = UInt32(bigEndian(body.dropFirst(2).prefix(4)))
      return .ip(IPAddress(v4: bits), port: port)
    case 10:
      // The kernel still accepts RFC 2133's 24-byte form without the scope.
      guard body.count >= 22 else { return .other(family: family) }
      let address = body.dropFirst(6)
      return .ip(
        IPAddress(
          v6High: bigEndian(address.prefix(8)), low: bigEndian(address.dropFirst(8).prefix(8))),
        port: UInt16(bigEndian(body.prefix(2))))
    default: return .other(family: family)
    }
  }

  private static func unix(_ body: ArraySlice<UInt8>) -> Endpoint {
    guard let first = body.first else { return .unnamed }
    if first == 0 { return body.count == 1 ? .unnamed : .abstract(Array(body.dropFirst())) }
    return .unix(Array(body.prefix { $0 != 0 }))
  }

  /// Reads a call's address argument; nil when it is missing or unreadable.
  ///
  /// - Parameter scratch: a reusable buffer, which avoids allocation.
  public static func endpoint(
    at address: UInt64, length: UInt64, in memory: borrowing some MemoryReading & ~Copyable,
    scratch: inout [UInt8]
  ) -> Endpoint? {
    // socklen_t is an int; the kernel rejects negative and too large lengths.
    let count = Int(truncatingIfNeeded: length & 0xFFFF_FFFF)
    guard address != 0, count >= 2, count <= longestAddress else { return nil }
    scratch.removeAll(keepingCapacity: true)
    guard memory.read(address, count: count, into: &scratch) == count else { return nil }
    return endpoint(scratch[...])
  }

  /// Reads the destination of a `struct msghdr`; nil without one.
  ///
  /// - Parameters:
  ///   - wordSize: size of an address in bytes: 8, or 4 for a 32-bit program.
  ///   - scratch: a reusable buffer.
  public static func destination(
    ofMessageAt address: UInt64, wordSize: Int = 8,
    in memory: borrowing some MemoryReading & ~Copyable,
    scratch: inout [UInt8]
  ) -> Endpoint? {
    scratch.removeAll(keepingCapacity: true)
    // A pointer to the name, and its length, an int.
    let count = wordSize + 4
    guard memory.read(address, count: count, into: &scratch) == count else { return nil }
    return endpoint(
      at: littleEndian(scratch[0..<wordSize]), length: littleEndian(scratch[wordSize..<count]),
      in: memory, scratch: &scratch)
  }

  /// Reads the distinct destinations of an array of `struct mmsghdr`.
  ///
  /// - Parameters:
  ///   - count: its length; at most 1,024 messages are read, like in the kernel.
  ///   - wordSize: size of an address in bytes: 8, or 4 for a 32-bit program.
  ///   - scratch: a reusable buffer.
  public static func destinations(
    ofMessagesAt address: UInt64, count: UInt64, wordSize: Int = 8,
    in memory: borrowing some MemoryReading & ~Copyable, scratch: inout [UInt8]
  ) -> [Endpoint] {
    // sizeof(struct mmsghdr): a 56-byte msghdr, a length, padding; 28 bytes and 4 with 32 bits.
    let stride: UInt64 = wordSize == 8 ? 64 : 32
    var found: [Endpoint] = []
    var next = address
    for _ in 0..<min(Int(count & 0xFFFF_FFFF), mostMessages) {
      if let endpoint = destination(
        ofMessageAt: next, wordSize: wordSize, in: memory, scratch: &scratch),
        !found.contains(endpoint)
      {
        found.append(endpoint)
      }
      next &+= stride
    }
    return found
  }
}
