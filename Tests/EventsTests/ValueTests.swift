import Events
import Syscalls
import Testing

/// Values, and what is kept of them; endpoints; priorities.
@Suite struct ValueTests {
  @Test(
    arguments: [
      (.ip(IPAddress(v4: 0xC000_0201), port: 443), "192.0.2.1:443"),
      (.ip(IPAddress(v6High: 0, low: 1), port: 0), "[::1]:0"),
      (.ip(IPAddress(v6High: 0, low: 0xFFFF_C000_0201), port: 65535), "192.0.2.1:65535"),
      (.unix(Array("/run/x.sock".utf8)), "/run/x.sock"), (.abstract(Array("bus".utf8)), "@bus"),
      (.abstract([]), "@"), (.unnamed, ""), (.other(family: 16), "family 16"),
    ] as [(Endpoint, String)])
  func endpointIsShown(_ endpoint: Endpoint, _ text: String) {
    #expect(endpoint.text == Array(text.utf8))
  }

  @Test(arguments: [(0, false), (32767, false), (32768, true), (65535, true)])
  func portIsEphemeral(_ port: Int, _ isSo: Bool) {
    #expect(EphemeralPorts.contains(port) == isSo)
    #expect(EphemeralPorts.contains(UInt16(port)) == isSo)
  }

  @Test func bytesThatAreNoTextStayInAnEndpoint() {
    #expect(Endpoint.unix([0xFF, 0x0A]).text == [0xFF, 0x0A])
    #expect(Endpoint.abstract([0, 0xFF]).text == [0x40, 0, 0xFF])
  }

  @Test func arenaKeepsTextsApart() {
    var arena = ByteArena()
    let one = arena.append("abc")
    let none = arena.append("")
    let two = arena.append([0xFF, 0])
    let three = arena.append(stride(from: UInt8(1), to: 4, by: 1))
    #expect(Array(arena[one]) == Array("abc".utf8) && arena[none].isEmpty)
    #expect(Array(arena[two]) == [0xFF, 0] && Array(arena[three]) == [1, 2, 3])
    #expect(two.indices == 3..<5)
    arena.removeAll()
    #expect(arena.bytes.isEmpty)
    #expect(arena.append("x").start == 0)
  }

  static let kept: [RecordedValue] = [
    .boolean(false), .number(Int64.min), .text([0, 0xFF]), .text([]),
    .path(given: Array("a".utf8), resolved: Array("/a".utf8)),
    .path(given: Array("/a".utf8), resolved: Array("/a".utf8)),
    .address(IPAddress(v4: 1)), .addresses(IPAddress(v4: 1), IPAddress(v6High: 2, low: 3)),
    .numbers(1, -1), .flags(3, .open), .texts([]), .texts([[]]), .texts([[0x61], [], [0xFF]]),
  ]

  @Test(arguments: kept)
  func valueIsKeptAsItWas(_ value: RecordedValue) {
    var arena = ByteArena()
    _ = arena.append("before")
    let copy = value.value(in: &arena)
    _ = arena.append("after")
    #expect(RecordedValue(copy, in: arena) == value)
  }

  @Test func pathWithOneNameIsKeptOnce() {
    var arena = ByteArena()
    _ = RecordedValue.path(given: [1, 2], resolved: [1, 2]).value(in: &arena)
    #expect(arena.bytes.count == 2)
    _ = RecordedValue.path(given: [1, 2], resolved: [1]).value(in: &arena)
    #expect(arena.bytes.count == 5)
  }

  @Test(arguments: [.absent, .undecided, .event(.openat)] as [FieldValue])
  func nothingIsKeptOfOtherValues(_ value: FieldValue) {
    #expect(RecordedValue(value, in: ByteArena()) == nil)
  }

  private static let snapshot = EventSnapshot(
    values: [FieldKey(.evtRes): .text([1]), FieldKey(.fdName): .text([2])],
    process: AlertProcess(
      pid: 1, ppid: 0, exe: "/a", argv: [], cwd: "/", uid: 0, euid: 0, ancestors: []),
    event: AlertEvent(
      type: "openat", result: -2, errno: "ENOENT", level: .verified,
      arguments: [.init("fd", .number(1))]),
    evidence: [.init("a", .boolean(true))], environment: [[1]])

  @Test func entryHasNoResult() {
    let entry = Self.snapshot.withoutResult()
    #expect(entry.event.result == nil && entry.event.errno == nil)
    #expect(entry.event.level == .requested)
    #expect(entry.event.arguments == Self.snapshot.event.arguments)
    #expect(entry.isEntry(of: Self.snapshot, type: .openat))
  }

  /// A value that needs the result may differ; anything else that differs is told.
  @Test func entryThatDiffersIsItsOwn() {
    func isEntry(_ change: (inout EventSnapshot) -> Void) -> Bool {
      var entry = Self.snapshot.withoutResult()
      change(&entry)
      return entry.isEntry(of: Self.snapshot, type: .openat)
    }
    #expect(isEntry { $0.values[FieldKey(.evtRes)] = nil })
    #expect(isEntry { $0.values[FieldKey(.fdNum)] = .number(3) })
    #expect(!isEntry { $0.values[FieldKey(.fdName)] = nil })
    #expect(!isEntry { $0.values[FieldKey(.procName)] = .text([3]) })
    #expect(!isEntry { $0.process.exe = "/b" })
    #expect(!isEntry { $0.evidence = [] })
    #expect(!isEntry { $0.environment = [] })
    #expect(!isEntry { $0.event.arguments = [] })
  }

  @Test func prioritiesAscendInUrgency() {
    #expect(Priority.p4 < .p3 && Priority.p3 < .p2 && Priority.p2 < .p1)
    #expect(Priority(name: "p2") == .p2 && Priority(name: "P2") == .p2)
    #expect(Priority(name: "P0") == nil && Priority(name: "2") == nil && Priority(name: "") == nil)
    #expect(Priority.allCases.map(\.name) == ["P1", "P2", "P3", "P4"])
  }

  @Test func thresholdIsReachedAtItsPriority() {
    let threshold = FailThreshold.at(.p2)
    #expect(Priority.allCases.filter { threshold.isReached(by: $0) } == [.p1, .p2])
    #expect(!Priority.allCases.contains { FailThreshold.never.isReached(by: $0) })
    #expect(FailThreshold(name: "never") == .never && FailThreshold(name: "p3") == .at(.p3))
    #expect(FailThreshold(name: "Never") == nil && FailThreshold(name: "P5") == nil)
    #expect(FailThreshold.never.name == "never" && threshold.name == "P2")
  }

  @Test func valuesAreShownPlainly() {
    #expect(NamedValue.Value.text("a").plainText == "a")
    #expect(NamedValue.Value.number(-1).plainText == "-1")
    #expect(NamedValue.Value.boolean(true).plainText == "true")
  }
}
