import Testing

@testable import Decoding
@testable import TestSupport

@Suite struct GitIndexTests {
  /// One entry as an index has it.
  struct Entry {
    let path: [UInt8]
    /// How much of the path before is left out, in version 4.
    var removed: [UInt8]
    let isExtended: Bool

    init(_ path: String, removed: UInt8 = 0, isExtended: Bool = false) {
      self.path = Array(path.utf8)
      self.removed = [removed]
      self.isExtended = isExtended
    }
  }

  private static func number(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  static func index(_ version: Int, _ entries: [Entry], count: Int? = nil) -> [UInt8] {
    var bytes = Array("DIRC".utf8) + number(version) + number(count ?? entries.count)
    for entry in entries {
      let start = bytes.count
      // Nothing of an entry is NUL but what has to be: a path ends where it ends.
      bytes += [UInt8](repeating: 0x11, count: 60) + [entry.isExtended ? 0x40 : 0, 9]
      if entry.isExtended { bytes += [0x20, 0] }
      if version == 4 { bytes += entry.removed }
      bytes += entry.path
      let length = bytes.count - start
      bytes += [UInt8](repeating: 0, count: version == 4 ? 1 : 8 - length % 8)
    }
    return bytes
  }

  private static let paths = ["a", "README.md", "src/é.c", "src/main.c", "src/z"]

  private static func entries(_ version: Int) -> [Entry] {
    guard version == 4 else {
      return paths.enumerated().map { Entry($1, isExtended: version == 3 && $0 % 2 == 1) }
    }
    return [
      Entry("a"), Entry("README.md", removed: 1), Entry("src/é.c", removed: 9, isExtended: true),
      Entry("main.c", removed: 4), Entry("z", removed: 6),
    ]
  }

  @Test(arguments: [2, 3, 4])
  func thePathsOfAnIndexAreTracked(version: Int) throws {
    let index = try #require(GitIndex(Self.index(version, Self.entries(version))))
    #expect(index.count == 5)
    for path in Self.paths { #expect(index.contains(path.utf8)) }
    for path in ["", "src", "src/main", "/a", "main.c"] { #expect(!index.contains(path.utf8)) }
  }

  @Test(arguments: 1...16)
  func anyLengthOfANameIsFilledUpToEight(length: Int) throws {
    let names = [String(repeating: "x", count: length), "behind"]
    let index = try #require(GitIndex(Self.index(2, names.map { Entry($0) })))
    #expect(index.count == 2 && names.allSatisfy { index.contains($0.utf8) })
  }

  @Test func howMuchIsLeftOutMayTakeTwoBytes() throws {
    let long = String(repeating: "d", count: 300)
    var second = Entry("x")
    // 0x80 0x2B is ((0 + 1) << 7) + 43 = 171; gitformat-pack(5).
    second.removed = [0x80, 0x2B]
    let index = try #require(GitIndex(Self.index(4, [Entry(long), second])))
    #expect(index.count == 2 && index.contains((String(repeating: "d", count: 129) + "x").utf8))
  }

  @Test(
    arguments: [
      [], Array("DIRC".utf8), Array("DIRC\0\0\0\u{2}\0\0\0".utf8), index(1, []), index(5, []),
      index(0xFFFF, []), [0x64] + index(2, []).dropFirst(),
    ] as [[UInt8]])
  func whatIsNoIndexIsNone(_ bytes: [UInt8]) {
    #expect(GitIndex(bytes) == nil)
  }

  @Test func anEmptyIndexTracksNothing() throws {
    let index = try #require(GitIndex(Self.index(2, [])))
    #expect(index.count == 0 && !index.contains([]))
  }

  @Test(arguments: [2, 3, 4])
  func aCutIndexHasTheFirstOfThePaths(version: Int) throws {
    let bytes = Self.index(version, Self.entries(version))
    var counts: Set<Int> = []
    for count in 12..<bytes.count {
      let index = try #require(GitIndex(Array(bytes[..<count])))
      counts.insert(index.count)
      #expect(Self.paths.prefix(index.count).allSatisfy { index.contains($0.utf8) })
    }
    #expect(counts.isSuperset(of: 0...4) && counts.isSubset(of: 0...5))
  }

  @Test(arguments: [0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF])
  func moreEntriesThanThereAreAreNone(count: Int) throws {
    let index = try #require(GitIndex(Self.index(2, [Entry("a"), Entry("b")], count: count)))
    #expect(index.count == 2)
  }

  @Test(
    arguments: [[2], [0x7F], [0xFF, 0xFF, 0xFF, 0xFF], [0xFF, 0xFF, 0xFF, 0x7F]] as [[UInt8]])
  func whatLeavesOutMoreThanThereIsEndsTheIndex(_ removed: [UInt8]) throws {
    var second = Entry("b")
    second.removed = removed
    let index = try #require(GitIndex(Self.index(4, [Entry("a"), second, Entry("c")])))
    #expect(index.count == 1 && index.contains("a".utf8))
  }

  @Test func aPathThatGrowsWithEveryEntryEnds() throws {
    // Each has one character more than the one before: without an end their sum is the square.
    let entries = [Entry](repeating: Entry("x"), count: 6000)
    let index = try #require(GitIndex(Self.index(4, entries)))
    #expect(index.count == 4096)
  }

  @Test func smallEntriesDoNotStandForPathsWithoutEnd() throws {
    let long = Entry(String(repeating: "x", count: 4090))
    let others = (0..<17_000).map { Entry(String($0 + 100_000), removed: $0 == 0 ? 0 : 6) }
    let index = try #require(GitIndex(Self.index(4, [long] + others)))
    // 64 MiB of paths of 4096 bytes.
    #expect(index.count == 16_384)
  }

  @Test(arguments: [4096, 4097])
  func aPathIsAsLongAsTheKernelTakesIt(length: Int) throws {
    let path = String(repeating: "x", count: length)
    let index = try #require(GitIndex(Self.index(2, [Entry(path)])))
    #expect(index.contains(path.utf8) == (length == 4096))
  }

  @Test func pathsAreBytes() throws {
    var bytes = Self.index(2, [Entry("0123456"), Entry("next")])
    bytes.replaceSubrange(12 + 62..<12 + 69, with: [0xFF, 0x0A, 0xC3, 0x22, 0x20, 0x80, 0x5C])
    let index = try #require(GitIndex(bytes))
    #expect(index.contains([0xFF, 0x0A, 0xC3, 0x22, 0x20, 0x80, 0x5C]) && index.count == 2)
    // A NUL ends a name; where the next begins follows from that.
    bytes[12 + 62 + 3] = 0
    #expect(try #require(GitIndex(bytes)).contains([0xFF, 0x0A, 0xC3]))
  }

  @Test(arguments: [2, 3, 4])
  func whateverComesIsSurvived(version: Int) {
    var generator = SeededGenerator(state: UInt64(version))
    let whole = Self.index(version, Self.entries(version))
    var counts: [Int: Int] = [:]
    for _ in 0..<2500 {
      var bytes = whole
      for _ in 0...(generator.next() % 6) {
        let place = Int(generator.next() % UInt64(bytes.count))
        bytes[place] = generator.pick([0, 0x40, 0x7F, 0xFF, UInt8(generator.next() & 0xFF)])
      }
      counts[GitIndex(bytes)?.count ?? -1, default: 0] += 1
    }
    // All outcomes occur, or the mutations would say nothing.
    #expect(counts.keys.contains(-1) && counts.keys.contains(5) && counts.keys.contains(3))
  }
}
