@testable import Decoding

/// A small ELF file, laid out as a linker does it: headers, then tables, then the dynamic section.
struct ElfImage {
  /// Which table tells how many symbols there are.
  enum Lookup { case gnu, sysv, gnuWithoutExports, nothing }

  /// A symbol that others may use.
  struct Export {
    let name: [UInt8]
    var info: UInt8 = 0x12
    var value: UInt64 = 0x1234
  }

  /// Where the file is mapped: an address is never an offset by chance.
  static let base: UInt64 = 0x40_0000

  var is64Bit = true
  var type: UInt64 = 3
  var machine: UInt64 = 62
  /// Type and flags of segments without content, such as PT_GNU_STACK.
  var segments: [(type: UInt64, flags: UInt64)] = []
  /// Dynamic entries beside those of the tables.
  var dynamic: [(tag: UInt64, value: UInt64)] = []
  /// DT_RPATH or DT_RUNPATH with their texts.
  var paths: [(tag: UInt64, text: [UInt8])] = []
  var imports: [[UInt8]] = []
  var exports: [Export] = []
  var lookup = Lookup.gnu

  private var word: Int { is64Bit ? 8 : 4 }

  /// A number as the file has it.
  static func number(_ value: UInt64, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) }
  }

  private func words(_ values: UInt64...) -> [UInt8] {
    values.flatMap { Self.number($0, word) }
  }

  var headerSize: Int { is64Bit ? 64 : 52 }
  var segmentSize: Int { is64Bit ? 56 : 32 }

  /// The file.
  var bytes: [UInt8] {
    var body: [UInt8] = []
    let start = headerSize + segmentSize * (segments.count + 2)
    /// Adds a table and gives its address.
    func place(_ table: [UInt8]) -> UInt64 {
      body += [UInt8](repeating: 0, count: (8 - (start + body.count) % 8) % 8)
      let address = Self.base + UInt64(start + body.count)
      body += table
      return address
    }
    var strings: [UInt8] = [0]
    func name(_ text: [UInt8]) -> UInt64 {
      strings += text + [0]
      return UInt64(strings.count - text.count - 1)
    }
    var symbols = symbol(name: 0, info: 0, section: 0, value: 0)
    for text in imports { symbols += symbol(name: name(text), info: 0x12, section: 0, value: 0) }
    for export in exports {
      symbols += symbol(name: name(export.name), info: export.info, section: 7, value: export.value)
    }
    var entries = paths.map { [$0.tag, name($0.text)] }
    entries += [[6, place(symbols)], [5, place(strings)], [10, UInt64(strings.count)]]
    switch lookup {
    case .nothing: break
    case .sysv: entries.append([4, place(sysvTable)])
    case .gnu, .gnuWithoutExports:
      entries.append([0x6FFF_FEF5, place(gnuTable)])
      let relocations = is64Bit ? addendRelocations : plainRelocations
      entries += [
        [23, place(relocations)], [2, UInt64(relocations.count)], [20, is64Bit ? 7 : 17],
      ]
    }
    entries += dynamic.map { [$0.tag, $0.value] } + [[0, 0]]
    let table = entries.flatMap { words($0[0], $0[1]) }
    let dynamicPlace = place(table) - Self.base
    let whole = UInt64(start + body.count)
    var headers = segment(1, flags: 5, offset: 0, size: whole)
    headers += segment(2, flags: 6, offset: dynamicPlace, size: UInt64(table.count))
    for (type, flags) in segments { headers += segment(type, flags: flags, offset: 0, size: 0) }
    return header + headers + body
  }

  private var header: [UInt8] {
    let identity: [UInt8] = [0x7F, 0x45, 0x4C, 0x46, is64Bit ? 2 : 1, 1, 1]
    return identity + [UInt8](repeating: 0, count: 9)
      + Self.number(type, 2) + Self.number(machine, 2) + Self.number(1, 4)
      + words(0, UInt64(headerSize), 0) + Self.number(0, 4)
      + [UInt64(headerSize), UInt64(segmentSize), UInt64(segments.count + 2), 0, 0, 0]
      .flatMap { Self.number($0, 2) }
  }

  private func segment(_ type: UInt64, flags: UInt64, offset: UInt64, size: UInt64) -> [UInt8] {
    let address = Self.base + offset
    return is64Bit
      ? Self.number(type, 4) + Self.number(flags, 4)
        + words(offset, address, address, size, size, 8)
      : Self.number(type, 4) + words(offset, address, address, size, size)
        + Self.number(flags, 4) + words(8)
  }

  private func symbol(name: UInt64, info: UInt8, section: UInt64, value: UInt64) -> [UInt8] {
    is64Bit
      ? Self.number(name, 4) + [info, 0] + Self.number(section, 2) + words(value, 8)
      : Self.number(name, 4) + words(value, 8) + [info, 0] + Self.number(section, 2)
  }

  private var sysvTable: [UInt8] {
    [1, UInt64(1 + imports.count + exports.count), 1].flatMap { Self.number($0, 4) }
  }

  /// One bucket; only the last of its chain is odd.
  private var gnuTable: [UInt8] {
    let first = UInt64(1 + imports.count)
    let isEmpty = lookup == .gnuWithoutExports
    let head = [1, isEmpty ? 1 : first, 1, 0].flatMap { Self.number($0, 4) } + words(0)
    let bucket = Self.number(exports.isEmpty || isEmpty ? 0 : first, 4)
    let chain = exports.indices.flatMap { Self.number($0 == exports.count - 1 ? 3 : 2, 4) }
    return head + bucket + chain
  }

  private var addendRelocations: [UInt8] {
    imports.indices.flatMap { words(0, UInt64($0 + 1) << 32 | 7, 0) }
  }

  private var plainRelocations: [UInt8] {
    imports.indices.flatMap { words(0, UInt64($0 + 1) << 8 | 7) }
  }
}

/// The bytes of a file, and how much of it was asked for.
struct ByteFile: ContentReading {
  /// What reading has cost.
  final class Reads {
    var calls = 0
    var bytes = 0
  }

  let bytes: [UInt8]
  /// Whether it goes on without end, with its last byte.
  var isEndless = false
  let reads = Reads()

  func read(at offset: UInt64, count: Int, into buffer: inout [UInt8]) -> Int {
    reads.calls += 1
    reads.bytes += count
    let start = Int(clamping: offset)
    let part = start < bytes.count ? bytes[start...].prefix(count) : []
    buffer += part
    guard isEndless, let last = bytes.last else { return part.count }
    buffer += repeatElement(last, count: count - part.count)
    return count
  }
}

extension ElfFacts {
  /// Reads a test's file.
  init?(_ bytes: [UInt8]) { self.init(ByteFile(bytes: bytes)) }
}
