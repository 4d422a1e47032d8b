import Decoding
import Events
import Rules
import TestSupport
import Testing

@testable import Detection

/// What a program decides the number and the length of is kept up to a bound, and the rest is counted.
@Suite("What is remembered of a run") struct BoundTests {
  @Test("loses addresses and ports when there are too many, and says so") func addresses() {
    var totals = RunTotals(FakeInspector())
    // All ports of one address are more than are kept of it, and so are all addresses.
    for port in 0..<UInt16(5000) { totals.note(IPAddress(v4: 1), port, by: "scan", at: 1) }
    #expect(totals.lost > 0)
    #expect((1...4096).contains(totals.ports(of: IPAddress(v4: 1), by: "scan", since: 0)))
    var wide = RunTotals(FakeInspector())
    for host in 0..<UInt32(100_000) { wide.note(IPAddress(v4: host), 80, by: "\(host)", at: 1) }
    #expect(wide.lost == 0)
    wide.note(IPAddress(v4: 200_000), 80, by: "one more", at: 1)
    #expect(wide.lost > 100_000)
    #expect(wide.ports(of: IPAddress(v4: 200_000), by: "one more", since: 0) == 1)
    #expect(wide.destinations(upTo: IPAddress(v4: 99_999)) == 100_000)
    #expect(wide.destinations(upTo: IPAddress(v4: 200_000)) == nil)
  }

  @Test("loses names that look like data when there are too many") func names() {
    var totals = RunTotals(FakeInspector())
    func ask(_ number: Int) {
      let label = String(repeating: "a", count: 50) + String(number)
      totals.note(DNSQuestion(name: "\(label).d\(number / 900).example.org", type: "A"))
    }
    for number in 0..<20_000 { ask(number) }
    for number in 0..<20_000 { ask(number) }
    #expect(totals.unusualNames(in: "example.org") == 1000)
    #expect(totals.lost > 0)
  }

  @Test("tells a path that was asked about from others") func checks() {
    var totals = RunTotals(FakeInspector())
    for number in 0..<20 { totals.noteCheck(Array("/a/\(number)".utf8), by: 1) }
    #expect(totals.isChecked(Array("/a/19".utf8), by: 1))
    #expect(!totals.isChecked(Array("/a/19".utf8), by: 2))
    #expect(!totals.isChecked(Array("/a/0".utf8), by: 1))
  }

  @Test("limits alerts by the length of their texts too") func alerts() throws {
    var ledger = AlertLedger(limit: 100, room: 1000)
    func count(_ fingerprint: String, _ size: Int) -> Bool {
      let key = fingerprint == "known" ? fingerprint : nil
      return ledger.count(GivenDraft.named(fingerprint), size: size, accepted: key)
    }
    // What the baseline has must be known to be there.
    let shown = [("1", 600), ("2", 600), ("3", 400), ("known", 600), ("1", 0)].map(count)
    #expect(shown == [true, false, true, true, false])
    #expect(ledger.overflow == 1)
    #expect(ledger.totals.map(\.count) == [2, 1, 1])
  }
}
