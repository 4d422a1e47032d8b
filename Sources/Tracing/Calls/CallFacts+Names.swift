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
      let answer = buffers.answer(
        at: registers[1], count: result, sender: registers[4], senderLength: length)
      return answer.map { [$0] } ?? []
    case .recvmsg: return buffers.answer(header: registers[1], count: result).map { [$0] } ?? []
    case .recvmmsg: return buffers.answers(headers: registers[1], count: result)
    default: return []
    }
  }
}
