internal import Events

/// A slot of an index from four bytes to the patterns of a list that require these bytes in a text.
struct LiteralSlot: Sendable, BitwiseCopyable {
  var bytes: UInt32 = 0
  /// The pattern, an entry of ``Operands/texts``; -1 in an empty slot.
  var pattern: Int32 = -1
}

/// Most texts match no pattern of a long list. One pass over a text finds the few patterns whose
/// longest literal part may occur in it, and only those are compared.
enum LiteralIndex {
  /// Minimum length of an indexed list; shorter lists are as fast without an index.
  static let fewest = 4

  /// The last four bytes of a pattern's longest literal part; nil when all are shorter.
  ///
  /// The last, since paths share beginnings more often than ends.
  static func bytes(of pattern: [UInt8]) -> UInt32? {
    var best: ArraySlice<UInt8> = []
    var start = 0
    for index in 0...pattern.count {
      let ends = index == pattern.count || isSpecial(pattern[index])
      guard ends else { continue }
      if index - start > best.count { best = pattern[start..<index] }
      // Bracket expressions are not literal; the literal part ends before them.
      if index < pattern.count, pattern[index] == 0x5B { break }
      // Skip an escaped byte.
      start = index < pattern.count && pattern[index] == 0x5C ? index + 2 : index + 1
      if start > pattern.count { break }
    }
    guard best.count >= 4 else { return nil }
    return best.suffix(4).reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// Whether a byte is special in a pattern: `*`, `?`, `[`, `\`.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == 0x2A || byte == 0x3F || byte == 0x5B || byte == 0x5C
  }

  static func place(of bytes: UInt32, in count: Int) -> Int {
    // Fibonacci hashing: the upper bits of the product are mixed best.
    Int(bytes &* 0x9E37_79B1 >> 16) & (count - 1)
  }
}

extension Operands {
  /// For each text of a check without its own index, four bytes that a matching text must contain;
  /// nil when a text has none, or the check can match without any.
  func literals(of check: Check) -> [UInt32]? {
    guard check.literals.isEmpty, check.textSet.isEmpty, check.expressions.isEmpty,
      check.transformers.isEmpty, check.otherSlot < 0, !check.texts.isEmpty
    else { return nil }
    var found: [UInt32] = []
    for index in check.texts.indices {
      let text = bytes[texts[index].indices]
      let literal: UInt32? =
        switch check.comparison {
        case .equal, .contains, .startswith, .endswith, .glob: LiteralIndex.bytes(of: Array(text))
        // Slashes may be doubled, so the four bytes must lie between two slashes.
        case .pmatch:
          text.split(separator: 0x2F).max { $0.count < $1.count }
            .flatMap { LiteralIndex.bytes(of: Array($0)) }
        default: nil
        }
      guard let literal else { return nil }
      found.append(literal)
    }
    return found
  }

  /// Adds patterns with their index; those without a literal part come first.
  mutating func add(patterns items: [[UInt8]], to check: inout Check) {
    if let list = known[items]?.patterns {
      (check.texts, check.literals, check.unindexed) = list
      return
    }
    let literals = items.map { LiteralIndex.bytes(of: $0) }
    let order =
      items.indices.filter { literals[$0] == nil } + items.indices.filter { literals[$0] != nil }
    check.texts = add(texts: order.map { items[$0] })
    let rest = literals.count { $0 == nil }
    let indexed = items.count - rest
    guard indexed >= LiteralIndex.fewest else { return }
    check.unindexed = OperandRange(start: check.texts.start, count: Int32(rest))
    var places = 16
    while places < 4 * indexed { places *= 2 }
    let start = literalSlots.count
    literalSlots += repeatElement(LiteralSlot(), count: places)
    for (offset, item) in order.enumerated() {
      guard let bytes = literals[item] else { continue }
      var place = LiteralIndex.place(of: bytes, in: places)
      while literalSlots[start + place].pattern >= 0 { place = (place + 1) & (places - 1) }
      literalSlots[start + place] = LiteralSlot(
        bytes: bytes, pattern: check.texts.start + Int32(offset))
    }
    check.literals = OperandRange(start: Int32(start), count: Int32(places))
    known[items, default: KnownList()].patterns = (check.texts, check.literals, check.unindexed)
  }

  /// Whether a text matches any of a list of patterns that has an index.
  func matchesAnyPattern(_ check: Check, text: Span<UInt8>) -> Bool {
    for index in check.unindexed.indices
    where glob(bytes.span.extracting(texts[index].indices), text) { return true }
    guard text.count >= 4 else { return false }
    let slots = literalSlots.span.extracting(check.literals.indices)
    var window = UInt32(text[0]) << 16 | UInt32(text[1]) << 8 | UInt32(text[2])
    for index in 3..<text.count {
      window = window << 8 | UInt32(text[index])
      var place = LiteralIndex.place(of: window, in: slots.count)
      while slots[place].pattern >= 0 {
        if slots[place].bytes == window {
          let pattern = texts[Int(slots[place].pattern)].indices
          if glob(bytes.span.extracting(pattern), text) { return true }
        }
        place = (place + 1) & (slots.count - 1)
      }
    }
    return false
  }
}
