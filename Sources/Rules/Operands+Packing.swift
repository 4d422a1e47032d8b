internal import Events
internal import Syscalls

extension Operands {
  /// Serialises the operands.
  func pack(into packer: inout Packer) {
    packer.add(UInt64(bytes.count))
    packer.append(bytes)
    // Most ranges begin at the end of the previous one.
    var end: Int32 = 0
    packer.add(texts) { packer, text in
      packer.add(signed: Int64(text.start - end))
      packer.add(UInt64(text.count))
      end = text.start + text.count
    }
    // Most slots are empty: write each used slot with its distance from the previous one.
    packer.add(UInt64(hashSlots.count))
    packer.addTaken(hashSlots, { $0 != 0 }) { $0.add(UInt64($1)) }
    packer.add(UInt64(literalSlots.count))
    packer.addTaken(literalSlots, { $0.pattern >= 0 }) { packer, slot in
      packer.add(UInt64(slot.pattern))
      packer.add(UInt64(slot.bytes))
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

  /// Deserialises the output of ``pack(into:)``.
  init(unpacking unpacker: inout Unpacker) {
    bytes = unpacker.block()
    var end = 0
    texts = unpacker.list {
      let start = end &+ Int(truncatingIfNeeded: $0.signed())
      let count = Int(truncatingIfNeeded: $0.number())
      end = start &+ count
      return ByteRange(start: start, count: count)
    }
    hashSlots = unpacker.table(empty: 0) { Int32(truncatingIfNeeded: $0.number()) }
    literalSlots = unpacker.table(empty: LiteralSlot()) { unpacker in
      let pattern = Int32(truncatingIfNeeded: unpacker.number())
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
    expressions = unpacker.list { $0.block() }.compactMap { try? LinearRegex($0) }
  }
}

extension Packer {
  fileprivate mutating func addTaken<Item>(
    _ items: [Item], _ isTaken: (Item) -> Bool, _ write: (inout Packer, Item) -> Void
  ) {
    let places = items.indices.filter { isTaken(items[$0]) }
    add(UInt64(places.count))
    var last = 0
    for place in places {
      add(UInt64(place - last))
      write(&self, items[place])
      last = place
    }
  }
}

extension Unpacker {
  /// Reads a sparse table.
  fileprivate mutating func table<Item>(
    empty: Item, _ read: (inout Unpacker) -> Item
  ) -> [Item] {
    // A table has at most some dozen slots per used slot.
    let count = number()
    let taken = number()
    guard count <= 1 << 24, taken <= count else {
      refuse()
      return []
    }
    var items = Array(repeating: empty, count: Int(count))
    var place = 0
    for _ in 0..<taken {
      place &+= Int(truncatingIfNeeded: number())
      guard !isBroken, items.indices.contains(place) else {
        refuse()
        return []
      }
      items[place] = read(&self)
    }
    return items
  }

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
