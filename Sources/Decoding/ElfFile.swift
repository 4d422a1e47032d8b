/// A source of bytes: a file or a test.
public protocol ContentReading {
  /// Appends up to `count` bytes at an offset of the file to a buffer.
  ///
  /// - Returns: the number of bytes.
  func read(at offset: UInt64, count: Int, into buffer: inout [UInt8]) -> Int
}

/// Reads ``ElfFacts`` from a file.
struct ElfReader {
  private struct Segment {
    let type: UInt32
    let flags: UInt32
    let offset: UInt64
    let address: UInt64
    let size: UInt64
  }

  /// The limits of a file's tables: real programs have some ten segments, a few hundred dynamic
  /// entries, and rarely more than a hundred thousand symbols. The limit of segments is the
  /// kernel's, 65,536 bytes, so that no segment can be hidden from the reader.
  private static let mostSegments = 2048
  private static let mostEntries = 4096
  private static let mostSymbols = 150_000
  private static let longestStrings = 16 << 20

  private var facts = ElfFacts()
  private var segments: [Segment] = []
  /// The last of entries with the same tag applies, as for the loader, so that a file cannot show
  /// different entries to the reader and the loader.
  private var entries: [UInt64: UInt64] = [:]
  private var word: Int { facts.is64Bit ? 8 : 4 }

  /// - Returns: nil when it is no ELF file that this build knows: little-endian, 32 or 64 bits.
  static func facts(of file: some ContentReading) -> ElfFacts? {
    var reader = ElfReader()
    guard reader.readHeader(file) else { return nil }
    reader.readDynamic(file)
    return reader.facts
  }

  private func bytes(
    _ file: some ContentReading, at offset: UInt64, count: Int
  ) -> [UInt8] {
    var buffer: [UInt8] = []
    _ = file.read(at: offset, count: count, into: &buffer)
    return buffer
  }

  private func number(_ bytes: [UInt8], _ place: Int, _ size: Int) -> UInt64 {
    guard place >= 0, place + size <= bytes.count else { return 0 }
    // Without allocation: a hostile file can have a million numbers.
    var value: UInt64 = 0
    for index in 0..<size { value |= UInt64(bytes[place + index]) << UInt64(8 * index) }
    return value
  }

  private mutating func readHeader(_ file: some ContentReading) -> Bool {
    let header = bytes(file, at: 0, count: 64)
    guard header.count >= 52, header.starts(with: [0x7F, 0x45, 0x4C, 0x46]), header[5] == 1,
      header[4] == 1 || header[4] == 2
    else { return false }
    facts.is64Bit = header[4] == 2
    facts.machine = UInt16(number(header, 18, 2))
    // ET_DYN.
    facts.isPositionIndependent = number(header, 16, 2) == 3
    let place = number(header, facts.is64Bit ? 32 : 28, word)
    let size = Int(number(header, facts.is64Bit ? 54 : 42, 2))
    let count = min(Int(number(header, facts.is64Bit ? 56 : 44, 2)), Self.mostSegments)
    guard size >= (facts.is64Bit ? 56 : 32), size <= 256 else { return true }
    let table = bytes(file, at: place, count: size * count)
    for index in 0..<count where (index + 1) * size <= table.count {
      add(segment: table, at: index * size)
    }
    return true
  }

  private mutating func add(segment table: [UInt8], at place: Int) {
    let is64Bit = facts.is64Bit
    let segment = Segment(
      type: UInt32(number(table, place, 4)),
      flags: UInt32(number(table, place + (is64Bit ? 4 : 24), 4)),
      offset: number(table, place + (is64Bit ? 8 : 4), word),
      address: number(table, place + (is64Bit ? 16 : 8), word),
      size: number(table, place + (is64Bit ? 32 : 16), word))
    segments.append(segment)
    switch segment.type {
    // PT_GNU_STACK with PF_X.
    case 0x6474_E551: facts.hasExecutableStack = segment.flags & 1 != 0
    // PT_GNU_RELRO.
    case 0x6474_E552: facts.readOnlyRelocations = .partial
    default: break
    }
  }

  /// The file offset of an address of the loaded program.
  private func offset(of address: UInt64) -> UInt64? {
    // PT_LOAD.
    for segment in segments where segment.type == 1 {
      if address >= segment.address, address - segment.address < segment.size {
        return segment.offset &+ (address - segment.address)
      }
    }
    return nil
  }

  private mutating func readDynamic(_ file: some ContentReading) {
    // PT_DYNAMIC. The loader uses the last one and its address, and reads to the end of the table;
    // it ignores the offset and size fields.
    guard let segment = segments.last(where: { $0.type == 2 }), segment.size > 0 else { return }
    let table = bytes(
      file, at: offset(of: segment.address) ?? segment.offset, count: Self.mostEntries * 2 * word)
    for index in 0..<(table.count / (2 * word)) {
      let tag = number(table, index * 2 * word, word)
      // DT_NULL ends the table.
      if tag == 0 { break }
      entries[tag] = number(table, index * 2 * word + word, word)
    }
    readFlags()
    readNames(file)
  }

  private mutating func readFlags() {
    // DT_TEXTREL, DT_BIND_NOW, DT_FLAGS, DT_FLAGS_1.
    let flags = entries[30] ?? 0
    facts.hasTextRelocations = entries[22] != nil || flags & 4 != 0
    let bindsNow =
      entries[24] != nil || flags & 8 != 0 || (entries[0x6FFF_FFFB] ?? 0) & 1 != 0
    if bindsNow, facts.readOnlyRelocations == .partial { facts.readOnlyRelocations = .full }
  }

  private mutating func readNames(_ file: some ContentReading) {
    // DT_STRTAB, DT_STRSZ.
    guard let strings = entries[5].flatMap({ offset(of: $0) }),
      let length = entries[10], length <= UInt64(Self.longestStrings)
    else { return }
    let names = bytes(file, at: strings, count: Int(length))
    // DT_RPATH, DT_RUNPATH: directories separated by colons.
    for place in [entries[15], entries[29]] {
      let text = place.map { string(names, $0) } ?? []
      // A missing list differs from a list with one empty name, which is the working directory.
      guard !text.isEmpty else { continue }
      facts.runPaths += text.split(separator: 0x3A, omittingEmptySubsequences: false)
        .prefix(256).map { Array($0) }
    }
    // DT_SYMTAB.
    guard let symbols = entries[6].flatMap({ offset(of: $0) }) else { return }
    let size = facts.is64Bit ? 24 : 16
    let count = min(symbolCount(file), Self.mostSymbols)
    let table = bytes(file, at: symbols, count: count * size)
    for place in stride(from: size, to: table.count - size + 1, by: size) {
      addSymbol(table, at: place, names)
    }
  }

  private mutating func addSymbol(_ table: [UInt8], at place: Int, _ names: [UInt8]) {
    let info = table[place + (facts.is64Bit ? 4 : 12)]
    let section = number(table, place + (facts.is64Bit ? 6 : 14), 2)
    // STB_LOCAL names are not exported.
    guard info >> 4 != 0 else { return }
    // Limit the length: reading a hundred thousand long names takes a second.
    let name = string(names, number(table, place, 4), most: 257)
    guard !name.isEmpty, name.count <= 256 else { return }
    // STT_OBJECT; then SHN_UNDEF, STT_FUNC and STT_GNU_IFUNC.
    if info & 15 == 1, section != 0, name.elementsEqual("__abort_msg".utf8) {
      facts.abortMessage = number(table, place + (facts.is64Bit ? 8 : 4), word)
    }
    if section == 0 {
      facts.imports.insert(String(decoding: name, as: UTF8.self))
    } else if info & 15 == 2 || info & 15 == 10, name.count <= 24 {
      // A library may define a hundred thousand names: reject most by first byte and length.
      guard ElfFacts.lengths[Int(name.first ?? 0)] >> UInt32(name.count) & 1 == 1 else { return }
      let text = String(decoding: name, as: UTF8.self)
      if ElfFacts.overridable.contains(text) { facts.overrides.insert(text) }
    }
  }

  private func string(
    _ names: [UInt8], _ place: UInt64, most: Int = 4096
  ) -> ArraySlice<UInt8> {
    guard place < UInt64(names.count) else { return [] }
    let found = names[Int(place)...].prefix(most).prefix { $0 != 0 }
    // A name truncated by the end of the table is invalid.
    return found.endIndex < names.endIndex ? found : []
  }

  /// The number of symbols, which only the hash tables contain.
  private func symbolCount(_ file: some ContentReading) -> Int {
    // DT_HASH: the number of chains is that of the symbols.
    if let place = entries[4].flatMap({ offset(of: $0) }) {
      return Int(number(bytes(file, at: place, count: 8), 4, 4))
    }
    // DT_GNU_HASH.
    guard let place = entries[0x6FFF_FEF5].flatMap({ offset(of: $0) }) else {
      return 0
    }
    let header = bytes(file, at: place, count: 16)
    let buckets = min(Int(number(header, 0, 4)), Self.mostSymbols)
    let first = Int(number(header, 4, 4))
    let bloom = min(Int(number(header, 8, 4)), Self.mostSymbols)
    let start = place &+ 16 &+ UInt64(bloom * word)
    let table = bytes(file, at: start, count: buckets * 4)
    var last = 0
    for index in 0..<(table.count / 4) { last = max(last, Int(number(table, index * 4, 4))) }
    // Symbols before the first hashed one are imports. Without exports, GNU ld writes 1 as the
    // first, so only the relocations give the number.
    guard last >= first, last < Self.mostSymbols else {
      return max(min(first, Self.mostSymbols), symbolsOfRelocations(file))
    }
    // The chain of the last bucket ends at an odd number.
    let chain = bytes(
      file, at: start &+ UInt64(buckets * 4) &+ UInt64((last - first) * 4), count: 65536)
    var count = last + 1
    for index in 0..<(chain.count / 4) {
      if chain[index * 4] & 1 != 0 { break }
      count += 1
    }
    return count
  }
  /// One more than the highest symbol index in relocations.
  private func symbolsOfRelocations(_ file: some ContentReading) -> Int {
    var highest: UInt64 = 0
    // DT_RELA and DT_RELASZ, DT_REL and DT_RELSZ, DT_JMPREL and DT_PLTRELSZ; DT_PLTREL is the
    // format of the last.
    let jumpsHaveAddends = entries[20] == 7
    for (place, length, hasAddends) in [
      (7, 8, true), (17, 18, false), (23, 2, jumpsHaveAddends),
    ] as [(UInt64, UInt64, Bool)] {
      guard let start = entries[place].flatMap({ offset(of: $0) }), let length = entries[length]
      else { continue }
      let size = (hasAddends ? 3 : 2) * word
      let count = min(Int(clamping: length) / size, Self.mostSymbols)
      let table = bytes(file, at: start, count: count * size)
      for index in 0..<(table.count / size) {
        let info = number(table, index * size + word, word)
        highest = max(highest, info >> (facts.is64Bit ? 32 : 8))
      }
    }
    return min(Int(highest) + 1, Self.mostSymbols)
  }
}
