internal import Events

/// What calls point to: buffers, vectors of them, message headers and lists of strings, each read as
/// far as its bounds.
public struct MessageBuffers<Memory: MemoryReading> {
  /// The most of a message that is looked at, in bytes.
  public static var most: Int { 4096 }
  /// The largest message of a name server that is looked at, in bytes; RFC 6891 recommends far less.
  private static var longestMessage: Int { 65535 }
  /// Messages of one call, and parts of one message, that are looked at.
  public static var mostParts: UInt64 { 16 }
  private static var mostStrings: Int { 256 }
  private static var longestString: Int { 4096 }

  private let memory: Memory
  private let wordSize: Int

  /// Reads a process's memory.
  ///
  /// - Parameter wordSize: how many bytes an address has: 8, or 4 for a 32-bit program.
  public init(_ memory: Memory, wordSize: Int) {
    self.memory = memory
    self.wordSize = wordSize
  }

  private var word: UInt64 { UInt64(wordSize) }

  /// `sizeof(struct mmsghdr)`.
  public var messageSize: UInt64 { wordSize == 8 ? 64 : 32 }

  /// The beginning of a buffer; nil when it is empty or can't be read.
  public func bytes(at address: UInt64, count: UInt64) -> [UInt8]? {
    var bytes: [UInt8] = []
    let count = min(Int(clamping: count), Self.most)
    guard count > 0, memory.read(address, count: count, into: &bytes) > 0 else { return nil }
    return bytes
  }

  /// What the parts of a `struct msghdr` hold, one after the other.
  public func gathered(header: UInt64) -> [UInt8]? {
    // The name and its length come before the vector and its length.
    guard let vector = memory.readNumber(header &+ 2 &* word, bytes: wordSize),
      let parts = memory.readNumber(header &+ 3 &* word, bytes: wordSize)
    else { return nil }
    return gathered(vector: vector, parts: parts)
  }

  /// What the parts of an array of `struct iovec` hold, one after the other.
  public func gathered(vector: UInt64, parts: UInt64) -> [UInt8] {
    var bytes: [UInt8] = []
    for index in 0..<min(parts, Self.mostParts) where bytes.count < Self.most {
      let place = vector &+ index &* 2 &* word
      guard let base = memory.readNumber(place, bytes: wordSize),
        let length = memory.readNumber(place &+ word, bytes: wordSize)
      else { break }
      let count = min(Int(clamping: length), Self.most - bytes.count)
      if count > 0 { _ = memory.read(base, count: count, into: &bytes) }
    }
    return bytes
  }

  /// What a name server has sent into a `struct msghdr`; resolvers give a message one buffer.
  public func answer(header: UInt64, count: Int64) -> [UInt8]? {
    guard let sender = memory.readNumber(header, bytes: wordSize),
      let length = memory.readNumber(header &+ word, bytes: 4),
      let vector = memory.readNumber(header &+ 2 &* word, bytes: wordSize),
      let buffer = memory.readNumber(vector, bytes: wordSize),
      let size = memory.readNumber(vector &+ word, bytes: wordSize)
    else { return nil }
    let count = min(count, Int64(clamping: size))
    return answer(at: buffer, count: count, sender: sender, senderLength: length)
  }

  /// What the messages of an array of `struct mmsghdr` hold that name servers have sent.
  ///
  /// - Parameter count: how many the call has received.
  public func answers(headers: UInt64, count: Int64) -> [[UInt8]] {
    (0..<min(UInt64(max(0, count)), Self.mostParts)).compactMap { index in
      let header = headers &+ index &* messageSize
      // The length of what was received follows the header of 56 bytes, or 28 with 32 bits.
      guard let count = memory.readNumber(header &+ (wordSize == 8 ? 56 : 28), bytes: 4) else {
        return nil
      }
      return answer(header: header, count: Int64(count))
    }
  }

  /// A message that a name server has sent; nil for anybody else's.
  public func answer(
    at address: UInt64, count: Int64, sender: UInt64, senderLength: UInt64
  ) -> [UInt8]? {
    // Anybody may send what looks like an answer; names come from name servers.
    var bytes: [UInt8] = []
    guard
      case .ip(_, port: 53)? = SocketDecoder.endpoint(
        at: sender, length: senderLength, in: memory, scratch: &bytes)
    else { return nil }
    let count = min(Int(clamping: count), Self.longestMessage)
    bytes.removeAll()
    guard count >= 12, memory.read(address, count: count, into: &bytes) == count else { return nil }
    return bytes
  }

  /// The strings of an argument vector or environment.
  public func strings(at vector: UInt64) -> [[UInt8]] {
    var found: [[UInt8]] = []
    var place = vector
    guard vector != 0 else { return [] }
    while found.count < Self.mostStrings,
      let pointer = memory.readNumber(place, bytes: wordSize), pointer != 0
    {
      var text: [UInt8] = []
      let end = memory.readString(pointer, limit: Self.longestString, into: &text)
      guard end != .unreadable else { break }
      found.append(text)
      place &+= word
    }
    return found
  }
}
