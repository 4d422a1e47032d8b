import Decoding

/// An input that is taken apart from the front.
struct Input {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  var isEmpty: Bool { rest.isEmpty }

  mutating func byte() -> UInt8 { rest.popFirst() ?? 0 }

  mutating func number(_ bytes: Int) -> UInt64 {
    (0..<bytes).reduce(0) { number, index in number | UInt64(byte()) << UInt64(8 * index) }
  }

  mutating func bytes(_ count: Int) -> [UInt8] {
    let taken = rest.prefix(count)
    rest = rest.dropFirst(count)
    return Array(taken)
  }

  /// What comes before the next byte of a value, which is taken too.
  mutating func part(until end: UInt8) -> [UInt8] {
    let taken = rest.prefix { $0 != end }
    rest = rest.dropFirst(taken.count + 1)
    return Array(taken)
  }

  mutating func all() -> [UInt8] {
    defer { rest = [] }
    return Array(rest)
  }
}

/// A traced process whose memory an input is: at one address, with nothing mapped around it.
final class FakeMemory: MemoryReading {
  static let base: UInt64 = 0x10000
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func read(_ address: UInt64, count: Int, into buffer: inout [UInt8]) -> Int {
    guard address >= Self.base, address - Self.base < UInt64(bytes.count), count > 0 else {
      return 0
    }
    let start = Int(address - Self.base)
    let got = min(count, bytes.count - start)
    buffer.append(contentsOf: bytes[start..<start + got])
    return got
  }
}

/// A file whose content an input is.
struct FakeFile: ContentReading {
  let bytes: [UInt8]

  func read(at offset: UInt64, count: Int, into buffer: inout [UInt8]) -> Int {
    guard offset < UInt64(bytes.count), count > 0 else { return 0 }
    let start = Int(offset)
    let got = min(count, bytes.count - start)
    buffer.append(contentsOf: bytes[start..<start + got])
    return got
  }
}
