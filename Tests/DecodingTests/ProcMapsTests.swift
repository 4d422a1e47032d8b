import Testing

@testable import Decoding

@Suite struct ProcMapsTests {
  private static let text = Array(
    """
    00400000-00452000 r-xp 00001000 08:02 173521      /usr/bin/d bus
    00651000-00652000 r--p 00051000 08:02 173521      /tmp/x.so (deleted)
    00e03000-00e24000 rw-p 00000000 00:00 0           [heap]
    7f0000000000-7f0000001000 rw-p 00000000 00:00 0 \n\
    7f0000002000-7f0000003000 rwxs 00000000 00:01 99                 /memfd:j it (deleted)
    7f0000003000-7f0000004000 rw-s 00000000 00:01 77                 /dev/zero (deleted)
    7f0000004000-7f0000005000 rw-s 00000000 00:01 78                 /SYSV00000000 (deleted)
    7f0000005000-7f0000006000 r--p 00000000 08:02 55                 /tmp/a\\012b
    7f0000006000-7f0000007000 r--p 00000000 08:02 56                 [odd]
    7ffc0000000-7ffc0021000 rw-p 00000000 00:00 0                    [stack]
    7fffa000000-7fffa002000 r-xp 00000000 00:00 0                    [vdso]
    """.utf8)

  private func mapping(_ address: UInt64, stackPointer: UInt64? = nil) -> MemoryMapping? {
    ProcMaps.mapping(containing: address, in: Self.text, stackPointer: stackPointer)
  }

  @Test func aFileIsFoundWithItsOffset() throws {
    let found = try #require(mapping(0x400010))
    #expect(found.kind == .file && found.isExecutable && !found.isWritable)
    #expect(found.offset == 0x1000)
    #expect(String(decoding: found.path, as: UTF8.self) == "/usr/bin/d bus")
    #expect(mapping(0x452000) == nil)
    let deleted = try #require(mapping(0x651000))
    #expect(deleted.isDeleted && deleted.path == Array("/tmp/x.so".utf8))
  }

  @Test(
    arguments: [
      (0xe03000, "heap"), (0x7f0000000000, "anonymous"), (0x7f0000002000, "memfd"),
      (0x7f0000003000, "shared"), (0x7f0000004000, "shared"), (0x7f0000006000, "file"),
      (0x7ffc0000000, "stack"), (0x7fffa000000, "vdso"),
    ] as [(UInt64, String)])
  func kinds(_ address: UInt64, _ kind: String) {
    #expect(mapping(address)?.kind.rawValue == kind)
  }

  @Test func whereAThreadsStackPointerIsIsItsStack() {
    #expect(mapping(0x7f0000000010, stackPointer: 0x7f0000000800)?.kind == .stack)
    #expect(mapping(0x7f0000000010, stackPointer: 0x7f0000002800)?.kind == .anonymous)
  }

  @Test func aLineFeedInANameIsOne() {
    #expect(mapping(0x7f0000005000)?.path == Array("/tmp/a\nb".utf8))
  }

  @Test func onlyExecutableOnes() {
    #expect(
      ProcMaps.executable(in: Self.text).map(\.start) == [0x400000, 0x7f0000002000, 0x7fffa000000])
  }

  @Test func nonsenseIsNothing() {
    for text in ["", "x", "1-2", "1-2 r", "g-h r-xp 0 0 0 x", "1-2 rwxp 0 0:0", "\u{0}\n\n-"] {
      #expect(ProcMaps.mapping(containing: 1, in: Array(text.utf8)) == nil)
    }
  }
}
