import Testing

@testable import Decoding

/// Memory of whole pages that fails, as `process_vm_readv(2)` may, for any read that touches a page
/// that is not there; and counts the reads.
private final class PagedMemory: MemoryReading {
  private let pages: [UInt64: [UInt8]]
  private(set) var reads: [(address: UInt64, count: Int)] = []

  init(_ pages: [UInt64: [UInt8]]) { self.pages = pages }

  func read(_ address: UInt64, count: Int, into buffer: inout [UInt8]) -> Int {
    reads.append((address, count))
    var bytes: [UInt8] = []
    for next in address..<address + UInt64(count) {
      guard let page = pages[next >> 12] else { return 0 }
      bytes.append(page[Int(next & 4095)])
    }
    buffer += bytes
    return bytes.count
  }
}

@Suite struct MemoryReadingTests {
  private static let full = [UInt8](repeating: 0x61, count: 4096)

  private static func page(endingWith text: String) -> [UInt8] {
    Array((full + text.utf8 + [0]).suffix(4096))
  }

  /// The page after a string need not be there.
  @Test(arguments: [1, 2, 100, 255, 256, 257, 300, 4095])
  func stringThatEndsAtThePagesEndIsRead(_ length: Int) {
    let memory = PagedMemory([1: Self.page(endingWith: "")])
    var text: [UInt8] = []
    let start = UInt64(0x2000 - 1 - length)
    #expect(memory.readString(start, limit: 4095, into: &text) == .complete)
    #expect(text.count == length)
  }

  @Test func noReadCrossesAPage() {
    let memory = PagedMemory([1: Self.full, 2: Self.full, 3: Self.page(endingWith: "end")])
    var text: [UInt8] = [7]
    #expect(memory.readString(0x1F00 + 1, limit: 9000, into: &text) == .complete)
    #expect(text.count == 1 + 255 + 4096 + 4095 && text.suffix(3).elementsEqual("end".utf8))
    for (address, count) in memory.reads {
      #expect(address >> 12 == (address + UInt64(count) - 1) >> 12)
    }
    #expect(memory.reads.count == 3)
  }

  @Test func stringThatRunsIntoNothingIsUnreadable() {
    let memory = PagedMemory([1: Self.full])
    var text: [UInt8] = []
    #expect(memory.readString(0x1F80, limit: 4095, into: &text) == .unreadable)
    #expect(text.count == 128)
    text = []
    #expect(memory.readString(0x5000, limit: 4095, into: &text) == .unreadable)
    #expect(text.isEmpty)
  }

  /// A read that ends early means that the rest is not there, whatever a later read finds.
  @Test func stringBehindAnIncompleteReadIsUnreadable() {
    struct Hasty: MemoryReading {
      func read(_ address: UInt64, count: Int, into buffer: inout [UInt8]) -> Int {
        buffer.append(address < 0x1010 ? 0x61 : 0)
        return 1
      }
    }
    var text: [UInt8] = []
    #expect(Hasty().readString(0x1000, limit: 4095, into: &text) == .unreadable)
    #expect(text == [0x61])
  }

  @Test(arguments: [0, 1, 255, 256, 257, 4095, 4096, 5000])
  func noMoreThanTheLimitIsKept(_ limit: Int) {
    let memory = PagedMemory([1: Self.full, 2: Self.full])
    var text: [UInt8] = [7]
    #expect(memory.readString(0x1000, limit: limit, into: &text) == .truncated)
    #expect(text.count == 1 + limit)
  }

  @Test func stringAsLongAsTheLimitIsWhole() {
    let memory = PagedMemory([1: Self.page(endingWith: "abc")])
    var text: [UInt8] = []
    #expect(memory.readString(0x1FFC, limit: 3, into: &text) == .complete)
    #expect(text == Array("abc".utf8))
    #expect(memory.readString(0x1FFC, limit: 2, into: &text) == .truncated)
    #expect(text == Array("abcab".utf8))
  }

  @Test func numberIsReadWholeOrNotAtAll() {
    let memory = PagedMemory([1: Array(Self.full.dropLast(2) + [1, 2])])
    #expect(memory.readNumber(0x1FFE, bytes: 2) == 0x0201)
    #expect(memory.readNumber(0x1FFE, bytes: 4) == nil)
    #expect(memory.readNumber(0x1FF8, bytes: 8) == 0x0201_6161_6161_6161)
    #expect(littleEndian([1, 2, 3]) == 0x030201 && bigEndian([1, 2, 3]) == 0x010203)
    #expect(littleEndian([]) == 0)
  }
}
