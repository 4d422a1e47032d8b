internal import Events
internal import Syscalls
internal import Text

/// A range of entries in one of the arrays of ``Operands``.
struct OperandRange: Sendable, BitwiseCopyable {
  var start: Int32 = 0
  var count: Int32 = 0

  var indices: Range<Int> { Int(start)..<Int(start) + Int(count) }
  var isEmpty: Bool { count == 0 }
}

/// A masked value, for the arguments of one flag family or of any.
struct FlagTest: Sendable, BitwiseCopyable {
  /// The flag family; nil for a plain number.
  var family: FlagFamily?
  var mask: UInt64
  var value: UInt64

  func applies(to family: FlagFamily) -> Bool { self.family == nil || self.family == family }

  /// Whether a register's value matches; `width` masks the bits that the kernel reads.
  ///
  /// A value with other bits never matches.
  func matches(_ register: UInt64, width: UInt64) -> Bool {
    register & mask & width == value
  }
}

extension FlagFamily {
  /// The bits that the kernel reads.
  var width: UInt64 { is64Bit ? ~0 : 0xFFFF_FFFF }
}

/// A compiled comparison of one field: a trivial value with indices into ``Operands``.
///
/// A field such as `evt.arg.flags` has values of several types; the non-empty ranges say which
/// types the check handles.
struct Check: Sendable, BitwiseCopyable {
  var comparison: ConditionOperator
  /// How many items must match.
  var quantity: Quantity
  /// Number of items in the list.
  var itemCount: Int32 = 1
  /// The slot of the field's value; -1 for `evt.type`, which needs no look-up.
  var slot: Int32
  /// The slot of the other field's value for `val()`; -1 otherwise.
  var otherSlot: Int32 = -1
  /// The transformers: entries of ``Operands/transformers``.
  var transformers = OperandRange()
  /// For `regex`: entries of ``Operands/expressions``.
  var expressions = OperandRange()
  /// Whether all names of a path must match, not any.
  var needsEveryName: Bool
  /// Whether several texts are alternatives (any ancestor), not a list.
  var isFamily: Bool
  /// The required value of a boolean field.
  var truth: Bool?
  /// For operators on text except `in` and `intersects`: entries of ``Operands/texts``.
  var texts = OperandRange()
  /// For `glob` with many patterns: entries of ``Operands/literalSlots``; empty without an index.
  var literals = OperandRange()
  /// The list's bit in ``SharedIndex``; -1 without one.
  var listBit: Int8 = -1
  /// The entries of `texts` that are not in the index.
  var unindexed = OperandRange()
  /// For `in` and `intersects` on text: entries of ``Operands/hashSlots``.
  var textSet = OperandRange()
  var numbers = OperandRange()
  var networks = OperandRange()
  var flags = OperandRange()
  /// For `evt.type`: the matching events.
  var events = EventSet()

  var readsEventType: Bool { slot < 0 }

  /// Whether it compares with single texts or patterns.
  var hasTexts: Bool { !texts.isEmpty }

  /// Whether its list is empty, as criteria are by default, so that no item can match.
  var isOfNothing: Bool {
    itemCount == 0 && quantity == .any && comparison != .notEqual && comparison != .exists
      && otherSlot < 0
  }
}

/// The operands of all checks, in shared flat arrays.
struct Operands: Sendable {
  var bytes: [UInt8] = []
  /// Ranges of `bytes`.
  var texts: [ByteRange] = []
  /// Open-addressing tables: an index into `texts` plus 1, or 0.
  var hashSlots: [Int32] = []
  /// Open-addressing tables of the ends of patterns' literal parts.
  var literalSlots: [LiteralSlot] = []
  var numbers: [Int64] = []
  var networks: [IPNetwork] = []
  var flags: [FlagTest] = []
  var transformers: [Transformer] = []
  var expressions: [LinearRegex] = []
  /// Cache of added lists, since several rules share the same long lists; cleared after
  /// compilation.
  var known: [[[UInt8]]: KnownList] = [:]

  /// The location of a list of texts.
  struct KnownList: Sendable {
    var set: OperandRange?
    var patterns: (texts: OperandRange, literals: OperandRange, unindexed: OperandRange)?
  }

  mutating func add(transformers items: [Transformer]) -> OperandRange {
    transformers += items
    return OperandRange(start: Int32(transformers.count - items.count), count: Int32(items.count))
  }

  mutating func add(expressions items: [LinearRegex]) -> OperandRange {
    expressions += items
    return OperandRange(start: Int32(expressions.count - items.count), count: Int32(items.count))
  }

  mutating func add(texts items: [[UInt8]]) -> OperandRange {
    let start = texts.count
    for item in items {
      texts.append(ByteRange(start: bytes.count, count: item.count))
      bytes += item
    }
    return OperandRange(start: Int32(start), count: Int32(items.count))
  }

  /// Adds a hash set of texts; its capacity is a power of two, at most half full.
  mutating func add(textSet items: [[UInt8]]) -> OperandRange {
    guard !items.isEmpty else { return OperandRange() }
    if let set = known[items]?.set { return set }
    let entries = add(texts: items)
    var places = 2
    while places < 2 * items.count { places *= 2 }
    let start = hashSlots.count
    hashSlots += repeatElement(0, count: places)
    for entry in entries.indices {
      var place = Int(textHash(bytes.span.extracting(texts[entry].indices)) & UInt64(places - 1))
      while hashSlots[start + place] != 0 { place = (place + 1) & (places - 1) }
      hashSlots[start + place] = Int32(entry + 1)
    }
    let set = OperandRange(start: Int32(start), count: Int32(places))
    if items.count > 8 { known[items, default: KnownList()].set = set }
    return set
  }

  mutating func add(numbers items: [Int64]) -> OperandRange {
    numbers += items
    return OperandRange(start: Int32(numbers.count - items.count), count: Int32(items.count))
  }

  mutating func add(networks items: [IPNetwork]) -> OperandRange {
    networks += items
    return OperandRange(start: Int32(networks.count - items.count), count: Int32(items.count))
  }

  mutating func add(flags items: [FlagTest]) -> OperandRange {
    flags += items
    return OperandRange(start: Int32(flags.count - items.count), count: Int32(items.count))
  }
}

/// FNV-1a, 64 bits. The policy determines the set, so a hostile text can lengthen one look-up
/// by at most the set's size.
func textHash(_ text: Span<UInt8>) -> UInt64 {
  var hash = FNV1a()
  for index in text.indices { hash.add(text[index]) }
  return hash.value ^ hash.value >> 32
}
