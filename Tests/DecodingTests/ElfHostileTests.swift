import Testing

@testable import Decoding
@testable import TestSupport

/// What files say that were made to deceive or to break whoever reads them.
@Suite struct ElfHostileTests {
  /// A file that has something of everything.
  private static func image(is64Bit: Bool, _ lookup: ElfImage.Lookup = .gnu) -> ElfImage {
    var image = ElfImage(is64Bit: is64Bit, lookup: lookup)
    image.segments = [(0x6474_E551, 6), (0x6474_E552, 4)]
    image.dynamic = [(30, 8)]
    image.paths = [(15, Array("/a:/b".utf8)), (29, Array("$ORIGIN".utf8))]
    image.imports = [Array("strcpy".utf8), Array("system".utf8)]
    image.exports = [.init(name: Array("open".utf8))]
    return image
  }

  static let lookups: [ElfImage.Lookup] = [.gnu, .sysv, .gnuWithoutExports]

  /// What the reader has asked for at the most.
  private struct Work {
    /// Of segments, dynamic entries, names, symbols, buckets, a chain, and of three times
    /// relocations.
    static let limit = 256 * 2048 + 65_536 + (16 << 20) + 150_000 * (24 + 4 + 3 * 24) + 70_000

    private var bytes = 0
    private var calls = 0

    var isBounded: Bool { bytes <= Self.limit && calls <= 11 }

    /// Whether a file is one; its reading is counted.
    mutating func reads(_ content: [UInt8]) -> Bool {
      let file = ByteFile(bytes: content)
      let facts = ElfFacts(file)
      bytes = max(bytes, file.reads.bytes)
      calls = max(calls, file.reads.calls)
      return facts != nil
    }
  }

  private static func isSubset(_ some: ElfFacts, of all: ElfFacts) -> Bool {
    some.imports.isSubset(of: all.imports) && some.overrides.isSubset(of: all.overrides)
      && some.runPaths.allSatisfy { all.runPaths.contains($0) }
  }

  @Test(arguments: [true, false], lookups)
  func aCutFileSaysNothingThatTheWholeDoesNot(
    is64Bit: Bool, _ lookup: ElfImage.Lookup
  ) throws {
    let bytes = Self.image(is64Bit: is64Bit, lookup).bytes
    let whole = try #require(ElfFacts(bytes))
    #expect(whole.imports == ["strcpy", "system"] && whole.runPaths.count == 3)
    for count in bytes.indices {
      let facts = ElfFacts(Array(bytes[..<count]))
      #expect((facts != nil) == (count >= 52))
      if let facts { #expect(Self.isSubset(facts, of: whole)) }
    }
  }

  @Test(arguments: [true, false], lookups)
  func everyByteMayBeAnyOther(is64Bit: Bool, _ lookup: ElfImage.Lookup) {
    let bytes = Self.image(is64Bit: is64Bit, lookup).bytes
    var refused: Set<Int> = []
    var work = Work()
    for place in bytes.indices {
      for value in [0, 0xFF, 0x80, bytes[place] ^ 1] where value != bytes[place] {
        var changed = bytes
        changed[place] = value
        if !work.reads(changed) { refused.insert(place) }
      }
    }
    // The magic, the class and the order of bytes.
    #expect(refused == [0, 1, 2, 3, 4, 5] && work.isBounded)
  }

  @Test(arguments: [true, false], lookups)
  func noNumberLeadsOutOfTheFile(is64Bit: Bool, _ lookup: ElfImage.Lookup) {
    let bytes = Self.image(is64Bit: is64Bit, lookup).bytes
    var work = Work()
    for number in [
      0, 1, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF, 1 << 63 - 1, 1 << 63, .max - 7, .max,
    ] as [UInt64] {
      for size in [2, 4, 8] {
        for place in stride(from: 16, through: bytes.count - size, by: size) {
          var changed = bytes
          changed.replaceSubrange(place..<place + size, with: ElfImage.number(number, size))
          if !work.reads(changed) { Issue.record("\(number) at \(place) makes it no ELF file") }
        }
      }
    }
    #expect(work.isBounded)
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func whateverComesIsSurvived(seed: UInt64) {
    let images = Self.lookups.flatMap {
      [Self.image(is64Bit: true, $0).bytes, Self.image(is64Bit: false, $0).bytes]
    }
    var generator = SeededGenerator(state: seed)
    var work = Work()
    var read = 0
    for _ in 0..<1500 {
      var bytes = generator.pick(images)
      for _ in 0...(generator.next() % 6) {
        let place = Int(generator.next() % UInt64(bytes.count))
        bytes[place] = generator.pick([0, 1, 0x7F, 0xFF, UInt8(generator.next() & 0xFF)])
      }
      if work.reads(bytes) { read += 1 }
    }
    // Both outcomes occur, or the mutations would say nothing.
    #expect(read > 1000 && read < 1500 && work.isBounded)
  }

  @Test(arguments: [0xFF] as [UInt8])
  func aFileWithoutEndIsReadInPart(_ filling: UInt8) throws {
    // Tables that begin behind the file's own bytes, of the filling alone, as large as can be.
    var image = Self.image(is64Bit: true)
    let start = ElfImage.base + 0x1000
    image.dynamic = [(5, start), (10, 1 << 20), (6, start), (0x6FFF_FEF5, start), (7, start)]
    image.dynamic += [(8, .max), (2, .max), (23, start), (29, 5), (15, 5)]
    var bytes = image.bytes
    // The segment that is loaded goes on as well.
    bytes.replaceSubrange(64 + 32..<64 + 40, with: ElfImage.number(1 << 40, 8))
    bytes += [filling]
    let file = ByteFile(bytes: bytes, isEndless: true)
    let facts = try #require(ElfFacts(file))
    #expect(file.reads.bytes <= Work.limit && file.reads.bytes > 1 << 20)
    // One text of 4096 bytes each, and no name is as long as that.
    #expect(facts.runPaths.reduce(0) { $0 + $1.count } <= 2 * 4096 && facts.imports.count <= 1)
  }

  @Test func manyListsOfDirectoriesAreOne() throws {
    var image = ElfImage()
    image.paths = (0..<4000).map { _ in (29, [UInt8](repeating: 0x3A, count: 300)) }
    #expect(try #require(ElfFacts(image.bytes)).runPaths.count <= 256)
  }

  @Test func whatTheLoaderGoesByIsBehindManySegments() throws {
    var image = ElfImage()
    image.segments = (0..<1168).map { _ in (4, 4) } + [(0x6474_E551, 6)]
    #expect(try !#require(ElfFacts(image.bytes)).hasExecutableStack)
  }

  @Test func theDynamicSectionIsWhereTheLoaderLooks() throws {
    var bytes = Self.image(is64Bit: true).bytes
    // Type, flags, offset, address, address, size of the second segment.
    let entry = 64 + 56
    bytes.replaceSubrange(entry + 8..<entry + 16, with: ElfImage.number(0, 8))
    bytes.replaceSubrange(entry + 32..<entry + 40, with: ElfImage.number(16, 8))
    #expect(try #require(ElfFacts(bytes)).imports == ["strcpy", "system"])
  }

  @Test func aFileWithoutSegmentsHasNoFactsButItsHeaders() throws {
    for size in [0, 55, 257, 0xFFFF] as [UInt64] {
      var bytes = Self.image(is64Bit: true).bytes
      bytes.replaceSubrange(54..<56, with: ElfImage.number(size, 2))
      let facts = try #require(ElfFacts(bytes))
      #expect(facts.isPositionIndependent && facts.imports.isEmpty && facts.hasExecutableStack)
    }
  }

  @Test func namesThatAreNoTextAreNamesStill() throws {
    var image = ElfImage()
    image.imports = [[0xFF, 0xC3], [0x61, 0x0A, 0x62], Array("ab\0cd".utf8), [], Array("é".utf8)]
    image.imports += [[UInt8](repeating: 0x78, count: 257)]
    image.paths = [(29, [0x2F, 0xFF, 0x0A, 0x3A, 0x20])]
    let facts = try #require(ElfFacts(image.bytes))
    #expect(facts.imports == ["\u{FFFD}\u{FFFD}", "a\nb", "ab", "é"])
    #expect(facts.runPaths == [[0x2F, 0xFF, 0x0A], [0x20]])
  }

  @Test func namesOutsideOfTheirTableAreNone() throws {
    var image = Self.image(is64Bit: true)
    image.paths = []
    image.dynamic = [(29, 4000), (15, .max)]
    #expect(try #require(ElfFacts(image.bytes)).runPaths.isEmpty)
  }

  @Test func namesThatTheirTableCutsAreNone() throws {
    var image = Self.image(is64Bit: true)
    let whole = try #require(ElfFacts(image.bytes))
    var found: Set<Int> = []
    for size in 0..<64 {
      image.dynamic = [(10, UInt64(size))]
      let facts = try #require(ElfFacts(image.bytes))
      #expect(Self.isSubset(facts, of: whole))
      found.insert(facts.imports.count)
    }
    #expect(found == [0, 1, 2])
  }
}
