internal import Events
internal import Syscalls

extension Operands {
  /// Writes what fields are compared with.
  func pack(into packer: inout Packer) {
    packer.add(UInt64(bytes.count))
    packer.append(bytes)
    packer.add(texts) { packer, text in
      packer.add(UInt64(text.start))
      packer.add(UInt64(text.count))
    }
    packer.add(hashSlots) { $0.add(UInt64($1)) }
    packer.add(literalSlots) { packer, slot in
      packer.add(signed: Int64(slot.pattern))
      if slot.pattern >= 0 { packer.add(UInt64(slot.bytes)) }
    }
    packer.add(numbers) { $0.add(signed: $1) }
    packer.add(networks) { packer, network in
      packer.add(network.base.isIPv4)
      packer.add(network.base.high)
      packer.add(network.base.low)
      packer.add(UInt64(network.prefixLength))
    }
    packer.add(flags) { packer, flag in
      packer.add(flag.family.map { UInt64($0.rawValue) + 1 } ?? 0)
      packer.add(flag.mask)
      packer.add(flag.value)
    }
    packer.add(transformers) { $0.add($1.rawValue) }
    packer.add(expressions) { packer, expression in
      packer.add(UInt64(expression.pattern.count))
      packer.append(expression.pattern)
    }
  }

  /// Reads what ``pack(into:)`` wrote.
  init(unpacking unpacker: inout Unpacker) {
    bytes = unpacker.block()
    texts = unpacker.list {
      ByteRange(
        start: Int(truncatingIfNeeded: $0.number()), count: Int(truncatingIfNeeded: $0.number()))
    }
    hashSlots = unpacker.list { Int32(truncatingIfNeeded: $0.number()) }
    literalSlots = unpacker.list { unpacker in
      let pattern = Int32(truncatingIfNeeded: unpacker.signed())
      guard pattern >= 0 else { return LiteralSlot() }
      return LiteralSlot(bytes: UInt32(truncatingIfNeeded: unpacker.number()), pattern: pattern)
    }
    numbers = unpacker.list { $0.signed() }
    networks = unpacker.list { $0.network() }.compactMap(\.self)
    flags = unpacker.list { unpacker in
      let family = unpacker.number()
      return FlagTest(
        family: family == 0 ? nil : UInt8(exactly: family - 1).flatMap { FlagFamily(rawValue: $0) },
        mask: unpacker.number(), value: unpacker.number())
    }
    transformers = unpacker.list { unpacker in
      guard let found = Transformer(rawValue: unpacker.text()) else {
        unpacker.refuse()
        return .len
      }
      return found
    }
    expressions = unpacker.list { $0.block() }.compactMap { try? Regex($0) }
  }
}

extension Unpacker {
  fileprivate mutating func network() -> IPNetwork? {
    let isIPv4 = flag()
    let high = number()
    let low = number()
    let length = Int(truncatingIfNeeded: number())
    let address =
      isIPv4 ? IPAddress(v4: UInt32(truncatingIfNeeded: low)) : IPAddress(v6High: high, low: low)
    let network = IPNetwork(address, prefixLength: length)
    if network == nil { refuse() }
    return network
  }
}
