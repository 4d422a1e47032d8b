import Events
import ProcessState
import Testing

@Suite("Names of addresses") struct NameMemoryTests {
  @Test("are kept once, up to a number of each") func ofOneAddress() {
    var memory = NameMemory()
    for _ in 0..<2 {
      for number in 0..<16 { memory.note("a\(number).example", for: IPAddress(v4: 1)) }
    }
    #expect(memory.names(of: IPAddress(v4: 1)).count == 16)
    #expect(memory.overflow == 0)
    memory.note("one.more.example", for: IPAddress(v4: 1))
    #expect(memory.overflow == 1)
  }

  @Test("are kept up to a number of all, and the rest is counted") func ofAll() {
    var memory = NameMemory()
    for number in 0..<UInt32(110_000) {
      memory.note("a\(number).example", for: IPAddress(v4: number / 10))
    }
    #expect(memory.overflow == 10_000)
    #expect(memory.names(of: IPAddress(v4: 9999)).count == 10)
    #expect(memory.names(of: IPAddress(v4: 10_001)).isEmpty)
  }
}
