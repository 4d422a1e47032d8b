internal import Events

/// A common index of all pattern lists of a field: one pass over a text finds the lists with a
/// pattern that may match, where separate indices would need a pass each.
struct SharedIndex: Sendable {
  private struct Entry: Sendable, BitwiseCopyable {
    var bytes: UInt32 = 0
    /// The lists with a pattern that has these four bytes, one bit each; 0 in an empty slot.
    var lists: UInt64 = 0
  }

  /// Occupancy of the slots, one bit each: rejects nearly all windows of a text.
  private var taken: [UInt64] = []
  private var entries: [Entry] = []
  private var mask = 0

  /// An empty index.
  init() {}

  /// Assigns a bit to each indexed list, up to 64, and merges their indices.
  ///
  /// - Parameters:
  ///   - checks: all checks, which receive their bits.
  ///   - own: the indices of the field's checks.
  ///   - operands: the operands of the checks.
  init(_ checks: inout [Check], _ own: [Int], _ operands: Operands) {
    var bits: [Int32: Int8] = [:]
    var found: [(bytes: UInt32, bit: Int8)] = []
    // Long lists first: they benefit most from the limited bits.
    for index in own where !checks[index].literals.isEmpty {
      let list = checks[index].literals
      if bits[list.start] == nil, bits.count < 64 {
        let bit = Int8(bits.count)
        bits[list.start] = bit
        for slot in operands.literalSlots[list.indices] where slot.pattern >= 0 {
          found.append((slot.bytes, bit))
        }
      }
      // Lists with patterns outside the index must be compared in any case.
      if checks[index].unindexed.isEmpty { checks[index].listBit = bits[list.start] ?? -1 }
    }
    var count = bits.count
    for index in own where count < 64 {
      guard let literals = operands.literals(of: checks[index]) else { continue }
      checks[index].listBit = Int8(count)
      for literal in literals { found.append((literal, Int8(count))) }
      count += 1
    }
    guard !found.isEmpty else { return }
    var places = 64
    while places < 4 * found.count { places *= 2 }
    entries = Array(repeating: Entry(), count: places)
    taken = Array(repeating: 0, count: places / 64)
    mask = places - 1
    for (bytes, bit) in found { add(bytes, 1 << UInt64(bit)) }
  }

  private mutating func add(_ bytes: UInt32, _ list: UInt64) {
    var place = self.place(of: bytes)
    while entries[place].lists != 0, entries[place].bytes != bytes { place = (place + 1) & mask }
    entries[place].bytes = bytes
    entries[place].lists |= list
    taken[place >> 6] |= 1 << UInt64(place & 63)
  }

  private func place(of bytes: UInt32) -> Int {
    // Fibonacci hashing: the upper bits of the product are mixed best.
    Int(truncatingIfNeeded: UInt64(bytes) &* 0x9E37_79B9_7F4A_7C15 >> 40) & mask
  }

  /// The lists with a pattern that a text may match, one bit each.
  func lists(for text: Span<UInt8>) -> UInt64 {
    guard text.count >= 4, !entries.isEmpty else { return 0 }
    var lists: UInt64 = 0
    var window = UInt32(text[0]) << 16 | UInt32(text[1]) << 8 | UInt32(text[2])
    for index in 3..<text.count {
      window = window << 8 | UInt32(text[index])
      var place = place(of: window)
      while taken[place >> 6] >> UInt64(place & 63) & 1 == 1 {
        if entries[place].bytes == window {
          lists |= entries[place].lists
          break
        }
        place = (place + 1) & mask
      }
    }
    return lists
  }
}
