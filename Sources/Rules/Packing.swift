/// A serialiser with variable-length numbers.
public struct Packer {
  /// The output.
  public private(set) var bytes: [UInt8] = []

  /// Creates an empty output.
  public init() {}

  /// Writes a number in LEB128: seven bits a byte, the lowest first.
  public mutating func add(_ number: UInt64) {
    var rest = number
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Writes a number that may be negative.
  public mutating func add(signed number: Int64) {
    add(UInt64(bitPattern: number << 1 ^ number >> 63))
  }

  /// Writes a boolean.
  public mutating func add(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  /// Writes bytes without a length.
  public mutating func append(_ more: [UInt8]) { bytes += more }

  /// Writes a text with its length.
  public mutating func add(_ text: String) {
    add(UInt64(text.utf8.count))
    bytes += text.utf8
  }

  /// Writes a list with its count.
  public mutating func add<Item>(_ items: [Item], _ write: (inout Packer, Item) -> Void) {
    add(UInt64(items.count))
    for item in items { write(&self, item) }
  }
}

/// Deserialises the output of a ``Packer``. Every read is bounds-checked; ``isBroken`` reports
/// malformed input, whose values are invalid.
public struct Unpacker {
  private let bytes: [UInt8]
  private var place = 0
  /// Whether the input is malformed.
  public private(set) var isBroken = false

  /// Starts at the first byte.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Reads a number.
  public mutating func number() -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while place < bytes.count, shift < 64 {
      let byte = bytes[place]
      place += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte & 0x80 == 0 { return value }
      shift += 7
    }
    isBroken = true
    return 0
  }

  /// Reads a number that may be negative.
  public mutating func signed() -> Int64 {
    let value = number()
    return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
  }

  /// Reads a boolean.
  public mutating func flag() -> Bool { number() == 1 }

  /// Reads a text.
  public mutating func text() -> String {
    let range = range()
    return String(decoding: bytes[range], as: UTF8.self)
  }

  /// Reads bytes with their length.
  public mutating func block() -> [UInt8] { Array(bytes[range()]) }

  /// Reads a list.
  public mutating func list<Item>(_ read: (inout Unpacker) -> Item) -> [Item] {
    let count = number()
    // An item has at least one byte.
    guard count <= UInt64(bytes.count - place) else {
      isBroken = true
      return []
    }
    var items: [Item] = []
    items.reserveCapacity(Int(count))
    for _ in 0..<count {
      guard !isBroken else { return [] }
      items.append(read(&self))
    }
    return items
  }

  /// Marks the input as malformed.
  public mutating func refuse() { isBroken = true }

  private mutating func range() -> Range<Int> {
    let count = number()
    guard count <= UInt64(bytes.count - place) else {
      isBroken = true
      return place..<place
    }
    let start = place
    place += Int(count)
    return start..<place
  }
}
