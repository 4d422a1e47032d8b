internal import Events

/// Which of the lists of patterns that a field is compared with its text may match any pattern of: one
/// pass over the text for all of them, where each list's own index would take one.
struct SharedIndex: Sendable {
  private struct Entry: Sendable, BitwiseCopyable {
    var bytes: UInt32 = 0
    /// The lists that have a pattern with these four bytes, a bit each; 0 in an empty place.
    var lists: UInt64 = 0
  }

  /// Whether a place of the table is taken, a bit each: nearly all windows of a text end here.
  private var taken: [UInt64] = []
  private var entries: [Entry] = []
  private var mask = 0

  /// An index of no lists.
  init() {}

  /// Gives each list with an index a bit, up to sixty-four, and gathers what their indices hold.
  ///
  /// - Parameters:
  ///   - checks: those of one field among others, whose bits are noted in them.
  ///   - field: the field's slot.
  ///   - slots: the lists' own indices.
  init(_ checks: inout [Check], ofSlot field: Int32, _ slots: [LiteralSlot]) {
    var bits: [Int32: Int8] = [:]
    var lists: [Int32: Run] = [:]
    for index in checks.indices
    where checks[index].slot == field && !checks[index].literals.isEmpty {
      let start = checks[index].literals.start
      if bits[start] == nil, bits.count < 64 {
        bits[start] = Int8(bits.count)
        lists[start] = checks[index].literals
      }
      // What has patterns outside of the index is compared anyway.
      if checks[index].unindexed.isEmpty { checks[index].listBit = bits[start] ?? -1 }
    }
    guard !bits.isEmpty else { return }
    let count = lists.values.reduce(0) { sum, list in
      sum + list.indices.count { slots[$0].pattern >= 0 }
    }
    var places = 64
    while places < 4 * count { places *= 2 }
    entries = Array(repeating: Entry(), count: places)
    taken = Array(repeating: 0, count: places / 64)
    mask = places - 1
    for (start, bit) in bits {
      for place in lists[start]?.indices ?? 0..<0 where slots[place].pattern >= 0 {
        add(slots[place].bytes, 1 << UInt64(bit))
      }
    }
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

  /// The lists of which a text may match a pattern, a bit each.
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
