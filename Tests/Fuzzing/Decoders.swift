import Decoding
import Events

/// Registers that a program chose, and the memory that they point into.
func readMemory(_ bytes: [UInt8]) throws {
  var input = Input(bytes)
  let isWide = input.byte() & 1 == 0
  let registers = (0..<4).map { _ in
    // Mostly an address that is mapped, or else anything.
    let kind = input.byte()
    return kind & 3 == 0 ? input.number(8) : FakeMemory.base + input.number(2)
  }
  let memory = FakeMemory(input.all())
  let size = isWide ? 8 : 4
  let buffers = MessageBuffers(memory, wordSize: size)
  var scratch: [UInt8] = []
  var text: [UInt8] = []
  _ = memory.readString(registers[0], limit: Paths.longest, into: &text)
  try expect(text.count <= Paths.longest && !text.contains(0), "a string is too long")
  _ = SocketDecoder.endpoint(
    at: registers[0], length: registers[1], in: memory, scratch: &scratch)
  _ = SocketDecoder.destination(
    ofMessageAt: registers[0], wordSize: size, in: memory, scratch: &scratch)
  let found = SocketDecoder.destinations(
    ofMessagesAt: registers[0], count: registers[1], wordSize: size, in: memory, scratch: &scratch)
  try expect(found.count <= 1024, "too many destinations")
  let strings = buffers.strings(at: registers[0])
  try expect(strings.count <= 256 && strings.allSatisfy { $0.count <= 4096 }, "too many strings")
  try readBuffers(buffers, registers)
}

private func readBuffers(_ buffers: MessageBuffers<FakeMemory>, _ registers: [UInt64]) throws {
  let most = MessageBuffers<FakeMemory>.most
  let count = Int64(bitPattern: registers[1])
  let parts = [
    buffers.bytes(at: registers[0], count: registers[1]) ?? [],
    buffers.gathered(header: registers[0]) ?? [],
    buffers.gathered(vector: registers[0], parts: registers[1]),
  ]
  try expect(parts.allSatisfy { $0.count <= most }, "more than \(most) bytes of a message")
  let answers =
    buffers.answers(headers: registers[0], count: count)
    + [
      buffers.answer(header: registers[0], count: count),
      buffers.answer(
        at: registers[0], count: count, sender: registers[2], senderLength: registers[3]),
    ].compactMap(\.self)
  for message in parts + answers { try readMessages(message) }
}

/// Messages of name servers, of the kernel's, and the greetings of connections.
func readMessages(_ bytes: [UInt8]) throws {
  var names: [String] = []
  if let question = DNSQuestion(bytes) {
    names += [question.name, question.domain, question.type]
    try expect(question.name.hasSuffix(question.domain), "the domain is no end of the name")
    _ = question.looksLikeData
  }
  if let message = DNSMessage(bytes) {
    names += message.questions + message.answers.map(\.name)
    names += message.aliases.flatMap { [$0.alias, $0.name] }
    for answer in message.answers {
      let text = answer.address.description
      try expect(IPAddress(text) == answer.address, "\(text) is not read back")
    }
  }
  // systemd-resolved is given names as people write them.
  try expectPlain(ResolvedMessage(bytes)?.name ?? "", "a host's name")
  for name in names {
    try expect(
      name.utf8.allSatisfy { (0x21...0x7E).contains($0) }, "\(name) is not of plain characters")
  }
  _ = Conversation.protocolName(bytes)
  _ = Netlink.types(bytes, family: Netlink.route)
  _ = Netlink.types(bytes, family: Netlink.netfilter)
  _ = Netlink.setsPromiscuous(bytes)
  if case .ip(let address, _)? = SocketDecoder.endpoint(bytes[...]) {
    try expect(IPAddress(address.description) == address, "\(address) is not read back")
  }
}

/// A program file.
func readElf(_ bytes: [UInt8]) throws {
  guard let facts = ElfFacts(FakeFile(bytes: bytes)) else { return }
  _ = facts.missingHardening
  try expect(facts.overrides.isSubset(of: ElfFacts.overridable), "an override that is none")
}
