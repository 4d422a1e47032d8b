internal import Syscalls

/// A set of event types as bits.
struct EventSet: Sendable, BitwiseCopyable {
  /// Capacity in event types; a test compares.
  static let capacity = 512

  private var words = InlineArray<8, UInt64>(repeating: 0)

  /// The empty set.
  init() {}

  /// The event types that satisfy a predicate.
  init(where test: (EventType) -> Bool) {
    for event in EventType.allCases where test(event) { insert(event) }
  }

  /// Every event type.
  static let all = EventSet { _ in true }

  /// Creates a set from bits.
  init(unpacking unpacker: inout Unpacker) {
    // One bit for each non-empty word.
    let taken = unpacker.number()
    for index in words.indices where taken >> UInt64(index) & 1 == 1 {
      words[index] = unpacker.number()
    }
  }

  /// Writes the bits.
  func pack(into packer: inout Packer) {
    let taken = words.indices.filter { words[$0] != 0 }
    packer.add(taken.reduce(0) { $0 | 1 << UInt64($1) })
    for index in taken { packer.add(words[index]) }
  }

  var isEmpty: Bool { words.indices.allSatisfy { words[$0] == 0 } }

  func contains(_ event: EventType) -> Bool {
    words[Int(event.rawValue >> 6)] >> UInt64(event.rawValue & 63) & 1 == 1
  }

  mutating func insert(_ event: EventType) {
    words[Int(event.rawValue >> 6)] |= 1 << UInt64(event.rawValue & 63)
  }

  mutating func remove(_ event: EventType) {
    words[Int(event.rawValue >> 6)] &= ~(1 << UInt64(event.rawValue & 63))
  }

  mutating func formUnion(_ other: EventSet) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  mutating func formIntersection(_ other: EventSet) {
    for index in words.indices { words[index] &= other.words[index] }
  }

  func subtracting(_ other: EventSet) -> EventSet {
    var result = self
    for index in words.indices { result.words[index] &= ~other.words[index] }
    return result
  }

  /// The members in the order of ``EventType``.
  var members: [EventType] { EventType.allCases.filter(contains) }
}
