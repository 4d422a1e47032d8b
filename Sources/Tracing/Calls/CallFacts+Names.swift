internal import Decoding
internal import Events
internal import Kernel
internal import Syscalls

extension EventType {
  /// Whether the syscall receives datagrams and returns the sender's address.
  var receivesDatagrams: Bool { self == .recvfrom || self == .recvmsg || self == .recvmmsg }
}

// DNS answers in the buffers of receiving syscalls.
extension CallFacts {
  /// The DNS question of the first answer that the syscall received from a name server.
  func nameServerQuestion(_ result: Int64) -> DNSQuestion? {
    rawAnswers(result).lazy.compactMap { DNSQuestion($0) }.first
  }

  /// The DNS answers that the syscall received.
  ///
  /// - Parameter result: the syscall's return value: bytes, or messages for recvmmsg.
  func nameServerAnswers(_ result: Int64) -> [DNSMessage] {
    rawAnswers(result).compactMap { DNSMessage($0) }
  }

  /// The undecoded messages from name servers that the syscall received.
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
