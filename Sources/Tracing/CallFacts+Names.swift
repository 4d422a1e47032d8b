internal import Decoding
internal import Events
internal import Kernel
internal import Syscalls

extension EventType {
  /// Whether the call receives datagrams and says who sent them.
  var receivesDatagrams: Bool { self == .recvfrom || self == .recvmsg || self == .recvmmsg }
}

// The answers of name servers, out of the buffers that a call has filled.
extension CallFacts {
  /// The largest message that is looked at, in bytes; RFC 6891 recommends far less.
  private static let longestMessage = 65535
  /// Messages of one recvmmsg call that are looked at.
  private static let mostMessages = 16

  /// The question that the first message answers which the call received from a name server.
  func nameServerQuestion(_ result: Int64) -> DNSQuestion? {
    rawAnswers(result).lazy.compactMap { DNSQuestion($0) }.first
  }

  /// The answers that the call received.
  ///
  /// - Parameter result: what it returned: bytes, or messages for recvmmsg.
  func nameServerAnswers(_ result: Int64) -> [DNSMessage] {
    rawAnswers(result).compactMap { DNSMessage($0) }
  }

  /// The messages from name servers that the call received.
  private func rawAnswers(_ result: Int64) -> [[UInt8]] {
    let registers = registers.arguments
    switch event {
    case .recvfrom:
      let length = memory.readNumber(registers[5], bytes: 4) ?? 0
      let answer = message(
        at: registers[1], count: result, sender: registers[4], senderLength: length)
      return answer.map { [$0] } ?? []
    case .recvmsg: return received(at: registers[1], count: result).map { [$0] } ?? []
    case .recvmmsg:
      // The length of what was received follows the header of 56 bytes, or 28 with 32 bits.
      return (0..<min(result, Int64(Self.mostMessages))).compactMap { index in
        let header = registers[1] &+ UInt64(index) &* messageSize
        guard let count = memory.readNumber(header &+ (messageSize == 64 ? 56 : 28), bytes: 4)
        else { return nil }
        return received(at: header, count: Int64(count))
      }
    default: return []
    }
  }

  /// What a `struct msghdr` holds; resolvers give a message one buffer.
  private func received(at header: UInt64, count: Int64) -> [UInt8]? {
    let word = UInt64(wordSize)
    guard let sender = memory.readNumber(header, bytes: wordSize),
      let length = memory.readNumber(header &+ word, bytes: 4),
      let vector = memory.readNumber(header &+ 2 &* word, bytes: wordSize),
      let buffer = memory.readNumber(vector, bytes: wordSize),
      let size = memory.readNumber(vector &+ word, bytes: wordSize)
    else { return nil }
    let count = min(count, Int64(clamping: size))
    return message(at: buffer, count: count, sender: sender, senderLength: length)
  }

  private func message(
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
}
