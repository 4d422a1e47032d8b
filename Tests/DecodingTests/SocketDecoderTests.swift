import Events
import Testing

@testable import Decoding

/// Memory that is there from an address on, as long as its bytes go.
struct ByteMemory: MemoryReading {
  var regions: [(start: UInt64, bytes: [UInt8])]

  func read(_ address: UInt64, count: Int, into buffer: inout [UInt8]) -> Int {
    for (start, bytes) in regions where address >= start {
      let offset = Int(clamping: address - start)
      guard offset < bytes.count else { continue }
      let part = bytes[offset...].prefix(count)
      buffer.append(contentsOf: part)
      return part.count
    }
    return 0
  }
}

@Suite struct SocketDecoderTests {
  private static let v4: [UInt8] = [2, 0, 0x01, 0xBB, 175, 45, 176, 1, 0, 0, 0, 0, 0, 0, 0, 0]
  private static let mapped: [UInt8] = [
    10, 0, 0, 80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 1, 2, 3, 4, 0, 0, 0, 0,
  ]
  private static let path = [1, 0] + Array("/run/x.sock".utf8) + [0, 9]
  private static let abstract = [1, 0, 0] + Array("bus".utf8)

  @Test(
    arguments: [
      (v4, Endpoint.ip(IPAddress(v4: 0xAF2D_B001), port: 443)),
      (Array(v4.prefix(8)), .ip(IPAddress(v4: 0xAF2D_B001), port: 443)),
      (Array(v4.prefix(7)), .other(family: 2)),
      (mapped, .ip(IPAddress(v4: 0x0102_0304), port: 80)),
      // RFC 2133's form has no scope; what is shorter is no address to the kernel.
      (Array(mapped.prefix(24)), .ip(IPAddress(v4: 0x0102_0304), port: 80)),
      (Array(mapped.prefix(23)), .other(family: 10)),
      (Array(mapped.prefix(18)), .other(family: 10)),
      ([10, 0], .other(family: 10)), ([10], nil), ([], nil),
      (path, .unix(Array("/run/x.sock".utf8))), ([1, 0, 0], .unnamed),
      (abstract, .abstract(Array("bus".utf8))),
      ([1, 0], .unnamed), ([16, 0, 0, 0], .other(family: 16)),
    ] as [([UInt8], Endpoint?)])
  func address(_ bytes: [UInt8], is endpoint: Endpoint?) {
    #expect(SocketDecoder.endpoint(bytes[...]) == endpoint)
  }

  @Test(arguments: [0, 1, 129, 0xFFFF_FFFF] as [UInt64])
  func refusesLengthsThatTheKernelRefuses(_ length: UInt64) {
    var scratch: [UInt8] = []
    let memory = ByteMemory(regions: [(0x1000, [UInt8](repeating: 2, count: 4096))])
    let found = SocketDecoder.endpoint(
      at: 0x1000, length: length, in: memory, scratch: &scratch)
    #expect(found == nil)
  }

  @Test func addressesThatRunIntoNothingAreNone() {
    var scratch: [UInt8] = []
    let memory = ByteMemory(regions: [(0x1000, Self.v4)])
    for address in [0x1008, 0] as [UInt64] {
      let found = SocketDecoder.endpoint(
        at: address, length: 16, in: memory, scratch: &scratch)
      #expect(found == nil)
    }
  }

  @Test func messagesNameTheirDistinctDestinations() {
    var scratch: [UInt8] = []
    func header(_ address: UInt64) -> [UInt8] {
      (0..<8).map { UInt8(address >> (8 * UInt64($0)) & 0xFF) } + [16, 0, 0, 0]
        + [UInt8](repeating: 0, count: 52)
    }
    var other = Self.v4
    other[7] = 2
    let memory = ByteMemory(regions: [
      (0x3000, header(0x1000) + header(0x2000) + header(0x1000)), (0x2000, other),
      (0x1000, Self.v4),
    ])
    let found = SocketDecoder.destinations(
      ofMessagesAt: 0x3000, count: 3, in: memory, scratch: &scratch)
    #expect(
      found == [
        .ip(IPAddress(v4: 0xAF2D_B001), port: 443), .ip(IPAddress(v4: 0xAF2D_B002), port: 443),
      ])
    let hostile = SocketDecoder.destinations(
      ofMessagesAt: 0xFFFF_FFFF_FFFF_FFF0, count: ~0, in: memory, scratch: &scratch)
    #expect(hostile.isEmpty)
  }

  @Test func stringsEndWhereTheyEnd() {
    let page = [UInt8](repeating: 0x61, count: 16)
    let memory = ByteMemory(regions: [(0x1FF0, page + [0x62, 0]), (0x8000, page)])
    var text: [UInt8] = []
    #expect(memory.readString(0x1FF0, limit: 4095, into: &text) == .complete)
    #expect(text == page + [0x62])
    text = [1]
    #expect(memory.readString(0x8000, limit: 4095, into: &text) == .unreadable)
    text = []
    #expect(memory.readString(0x1FF0, limit: 10, into: &text) == .truncated)
    #expect(text.count == 10)
    text = []
    #expect(memory.readString(0x1FF0, limit: 17, into: &text) == .complete)
  }
}
