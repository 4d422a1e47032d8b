internal import Events

/// Reads the memory that arguments point to: buffers, I/O vectors, message headers and string
/// arrays, each with a limit.
public struct MessageBuffers<Memory: MemoryReading> {
  /// Maximum number of bytes read of a message.
  public static var most: Int { 4096 }
  /// Maximum size in bytes of a DNS answer; RFC 6891 recommends far less.
  private static var longestMessage: Int { 65535 }
  /// Maximum number of messages of one call, and of parts of one message.
  public static var mostParts: UInt64 { 16 }
  private static var mostStrings: Int { 256 }
  private static var longestString: Int { 4096 }

  private let memory: Memory
  private let wordSize: Int

  /// Creates a reader of a process's memory.
  ///
  /// - Parameter wordSize: size of an address in bytes: 8, or 4 for a 32-bit program.
  public init(_ memory: Memory, wordSize: Int) {
    self.memory = memory
    self.wordSize = wordSize
  }

  private var word: UInt64 { UInt64(wordSize) }

  /// `sizeof(struct mmsghdr)`.
  public var messageSize: UInt64 { wordSize == 8 ? 64 : 32 }

  /// The beginning of a buffer; nil when it is empty or unreadable.
  public func bytes(at address: UInt64, count: UInt64) -> [UInt8]? {
    var bytes: [UInt8] = []
    let count = min(Int(clamping: count), Self.most)
    guard count > 0, memory.read(address, count: count, into: &bytes) > 0 else { return nil }
    return bytes
  }

  /// The concatenated parts of a `struct msghdr`.
  public func gathered(header: UInt64) -> [UInt8]? {
    // The name and its length precede the vector and its length.
    guard let vector = memory.readNumber(header &+ 2 &* word, bytes: wordSize),
      let parts = memory.readNumber(header &+ 3 &* word, bytes: wordSize)
    else { return nil }
    return gathered(vector: vector, parts: parts)
  }

  /// The concatenated parts of an array of `struct iovec`.
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

  /// A DNS answer received into a `struct msghdr`; resolvers use one buffer per message.
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

  /// The DNS answers received into an array of `struct mmsghdr`.
  ///
  /// - Parameter count: number of received messages.
  public func answers(headers: UInt64, count: Int64) -> [[UInt8]] {
    (0..<min(UInt64(max(0, count)), Self.mostParts)).compactMap { index in
      let header = headers &+ index &* messageSize
      // The received length follows the header of 56 bytes, or 28 with 32 bits.
      guard let count = memory.readNumber(header &+ (wordSize == 8 ? 56 : 28), bytes: 4) else {
        return nil
      }
      return answer(header: header, count: Int64(count))
    }
  }

  /// A message from a name server; nil for other senders.
  public func answer(
    at address: UInt64, count: Int64, sender: UInt64, senderLength: UInt64
  ) -> [UInt8]? {
    // Any host can send a forged answer; accept answers of name servers only.
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
