public import Events

/// Socket addresses and the messages that carry them.
public enum SocketDecoder {
  /// `sizeof(struct sockaddr_storage)`: the kernel takes no longer address.
  static let longestAddress = 128
  /// `UIO_MAXIOV`: the kernel looks at no more messages of one sendmmsg call.
  static let mostMessages = 1024

  /// Reads a `struct sockaddr` out of bytes; nil when they are too few to name a family.
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
      // RFC 2133's 24-byte form, without the scope, is still accepted by the kernel.
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

  /// Reads the address that a call passes; nil when there is none or it can't be read.
  ///
  /// - Parameter scratch: memory to read into, so that none need be allocated.
  public static func endpoint(
    at address: UInt64, length: UInt64, in memory: borrowing some MemoryReading & ~Copyable,
    scratch: inout [UInt8]
  ) -> Endpoint? {
    // socklen_t is an int; the kernel refuses what is negative or too long.
    let count = Int(truncatingIfNeeded: length & 0xFFFF_FFFF)
    guard address != 0, count >= 2, count <= longestAddress else { return nil }
    scratch.removeAll(keepingCapacity: true)
    guard memory.read(address, count: count, into: &scratch) == count else { return nil }
    return endpoint(scratch[...])
  }

  /// Reads the destination of a `struct msghdr`; nil when it names none.
  ///
  /// - Parameters:
  ///   - wordSize: how many bytes an address has: 8, or 4 for a 32-bit program.
  ///   - scratch: memory to read into.
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
  ///   - count: its length as the caller gave it; at most 1,024 are looked at, as the kernel does.
  ///   - wordSize: how many bytes an address has: 8, or 4 for a 32-bit program.
  ///   - scratch: memory to read into.
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
