import Foundation
import Testing

@testable import Decoding

/// A file that is too large to be copied.
private struct MappedFile: ContentReading {
  let data: Data

  func read(at offset: UInt64, count: Int, into buffer: inout [UInt8]) -> Int {
    let part = data.dropFirst(Int(clamping: offset)).prefix(count)
    buffer += part
    return part.count
  }
}

/// What ordinary files say of themselves.
@Suite struct ElfFileTests {
  private static func text(_ words: String) -> [[UInt8]] {
    words.split(separator: " ").map { Array($0.utf8) }
  }

  private static let both = [true, false]

  @Test(arguments: both)
  func aHardenedProgramLacksNothing(is64Bit: Bool) throws {
    var image = ElfImage(is64Bit: is64Bit, machine: is64Bit ? 62 : 3)
    image.segments = [(0x6474_E551, 6), (0x6474_E552, 4)]
    image.dynamic = [(30, 8)]
    image.imports = Self.text("strcpy __stack_chk_fail __strcpy_chk")
    image.exports = [.init(name: Array("open".utf8)), .init(name: Array("mine".utf8))]
    let facts = try #require(ElfFacts(image.bytes))
    #expect(facts.is64Bit == is64Bit && facts.machine == (is64Bit ? 62 : 3))
    #expect(facts.isPositionIndependent && !facts.hasExecutableStack)
    #expect(facts.readOnlyRelocations == .full && !facts.hasTextRelocations)
    #expect(facts.imports == ["strcpy", "__stack_chk_fail", "__strcpy_chk"])
    #expect(facts.overrides == ["open"] && facts.runPaths.isEmpty && facts.abortMessage == nil)
    #expect(facts.missingHardening.isEmpty)
  }

  @Test(arguments: both)
  func aBareProgramLacksEverything(is64Bit: Bool) throws {
    var image = ElfImage(is64Bit: is64Bit, type: 2)
    image.imports = Self.text("puts strcpy")
    let facts = try #require(ElfFacts(image.bytes))
    #expect(facts.missingHardening == ["pie", "nx", "relro", "stack-protector", "fortify"])
  }

  @Test func whoCopiesNoTextNeedsNoChecks() throws {
    var image = ElfImage(type: 2, segments: [(0x6474_E551, 6), (0x6474_E552, 4)])
    image.imports = Self.text("puts write")
    #expect(try #require(ElfFacts(image.bytes)).missingHardening == ["pie"])
  }

  @Test(arguments: [(2, false), (3, true)] as [(UInt64, Bool)])
  func aSharedObjectMayBeLoadedAnywhere(_ type: UInt64, _ isIndependent: Bool) throws {
    #expect(
      try #require(ElfFacts(ElfImage(type: type).bytes)).isPositionIndependent == isIndependent)
  }

  @Test(
    arguments: [([], true), ([7], true), ([6], false), ([7, 6], false), ([6, 7], true)]
      as [([UInt64], Bool)])
  func theLastWordOnTheStackCounts(_ flags: [UInt64], _ isExecutable: Bool) throws {
    for is64Bit in Self.both {
      let image = ElfImage(is64Bit: is64Bit, segments: flags.map { (0x6474_E551, $0) })
      #expect(try #require(ElfFacts(image.bytes)).hasExecutableStack == isExecutable)
    }
  }

  @Test(
    arguments: [
      (true, [], .partial), (true, [(24, 0)], .full), (true, [(30, 8)], .full),
      (true, [(0x6FFF_FFFB, 1)], .full), (true, [(30, 7), (0x6FFF_FFFB, 8)], .partial),
      (true, [(30, 8), (30, 0)], .partial), (false, [(24, 0)], .none), (false, [], .none),
    ] as [(Bool, [(UInt64, UInt64)], ElfFacts.ReadOnlyRelocations)])
  func relocationsAreAllReadOnlyOnlyWhenTheyAreBoundAtOnce(
    _ hasSegment: Bool, _ dynamic: [(UInt64, UInt64)], _ expected: ElfFacts.ReadOnlyRelocations
  ) throws {
    var image = ElfImage(dynamic: dynamic.map { ($0.0, $0.1) })
    if hasSegment { image.segments = [(0x6474_E552, 4)] }
    #expect(try #require(ElfFacts(image.bytes)).readOnlyRelocations == expected)
  }

  @Test(
    arguments: [([], false), ([(22, 0)], true), ([(30, 4)], true), ([(30, 8)], false)]
      as [([(UInt64, UInt64)], Bool)])
  func codeThatIsChangedWhenLoadedIsTold(
    _ dynamic: [(UInt64, UInt64)], _ expected: Bool
  ) throws {
    let image = ElfImage(dynamic: dynamic.map { ($0.0, $0.1) })
    #expect(try #require(ElfFacts(image.bytes)).hasTextRelocations == expected)
  }

  @Test(
    arguments: [
      ([(15, "/a:$ORIGIN/../lib")], ["/a", "$ORIGIN/../lib"]),
      ([(29, "/a::b:")], ["/a", "", "b", ""]),
      ([(29, "/run"), (15, "/r")], ["/r", "/run"]),
      // Of two of a kind the loader goes by the last.
      ([(29, "/shown"), (29, "/used")], ["/used"]),
      // The loader passes over a list without a character, which is not one empty name.
      ([(29, "")], []), ([], []),
    ] as [([(UInt64, String)], [String])])
  func theDirectoriesOfLibrariesAreAsWritten(
    _ paths: [(UInt64, String)], _ expected: [String]
  ) throws {
    let image = ElfImage(paths: paths.map { ($0.0, Array($0.1.utf8)) })
    let facts = try #require(ElfFacts(image.bytes))
    #expect(facts.runPaths == expected.map { Array($0.utf8) })
  }

  @Test(
    arguments: [
      (.gnu, true), (.sysv, true), (.gnuWithoutExports, true), (.nothing, false),
    ] as [(ElfImage.Lookup, Bool)], both)
  func importsAreFoundByWhateverTableThereIs(
    _ table: (lookup: ElfImage.Lookup, tells: Bool), is64Bit: Bool
  ) throws {
    var image = ElfImage(is64Bit: is64Bit, lookup: table.lookup)
    image.imports = Self.text("gets system")
    let facts = try #require(ElfFacts(image.bytes))
    #expect(facts.imports == (table.tells ? ["gets", "system"] : []))
  }

  @Test func onlyFunctionsForOthersReplaceTheLibrarys() throws {
    var image = ElfImage()
    // A function, an indirect one, a variable, a local function, a name that nobody looks for.
    image.exports = [
      ("read", 0x12), ("strlen", 0x2A), ("write", 0x11), ("open", 0x02), ("x", 0x12),
    ]
    .map { .init(name: Array($0.0.utf8), info: $0.1) }
    #expect(try #require(ElfFacts(image.bytes)).overrides == ["read", "strlen"])
  }

  @Test(arguments: both)
  func whereTheLibraryKeepsItsLastWordsIsFound(is64Bit: Bool) throws {
    var image = ElfImage(is64Bit: is64Bit)
    image.exports = [.init(name: Array("__abort_msg".utf8), info: 0x11, value: 0x21_0A40)]
    #expect(try #require(ElfFacts(image.bytes)).abortMessage == 0x21_0A40)
  }

  @Test func theRunningProgramIsRead() throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: "/proc/self/exe"), options: .alwaysMapped)
    let facts = try #require(ElfFacts(MappedFile(data: data)))
    #expect(facts.is64Bit && facts.machine == 62)
    #expect(!facts.hasExecutableStack && facts.readOnlyRelocations != .none)
    #expect(facts.imports.contains("__libc_start_main"))
  }
}
