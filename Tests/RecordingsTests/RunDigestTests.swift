import Events
import Syscalls
import Testing

@testable import Recordings

/// What `dftrace diff` counts of a run, and what it finds different.
@Suite struct RunDigestTests {
  private typealias Values = [FieldKey: RecordedValue]

  private static func path(_ path: String) -> RecordedValue {
    .path(given: Array("given".utf8), resolved: Array(path.utf8))
  }

  private static func digest(_ events: [RecordedEvent]) -> RunDigest {
    var digest = RunDigest { $0.replacing("4242", with: "*") }
    for event in events { digest.note(event) }
    return digest
  }

  /// The counts by `KIND OBJECT PROGRAM`.
  private static func counts(_ events: [RecordedEvent]) -> [String: Int] {
    Dictionary(
      digest(events).counts.map { ("\($0.key.kind) \($0.key.object) \($0.key.program)", $0.value) },
      uniquingKeysWith: +)
  }

  private static let read: Values = [
    FieldKey(.evtIsOpenRead): .boolean(true), FieldKey(.fsPathName): path("/a"),
  ]
  private static let written: Values = [
    FieldKey(.evtIsOpenRead): .boolean(true), FieldKey(.evtIsOpenWrite): .boolean(true),
    FieldKey(.fsPathName): path("/a"),
  ]
  private static let named: Values = [FieldKey(.fsPathName): path("/a")]
  private static let remote: Values = [
    FieldKey(.fdSip): .address(IPAddress(v4: 0xC000_0201)), FieldKey(.fdSport): .number(443),
  ]

  @Test(
    arguments: [
      (.openat, read, "fileRead /a"), (.openat2, written, "fileWritten /a"),
      (.creat, written, "fileWritten /a"), (.mkdirat, named, "fileWritten /a"),
      (
        .symlink, [FieldKey(.fsPathTarget): path("/t"), FieldKey(.fsPathName): path("/a")],
        "fileWritten /t"
      ),
      (.unlinkat, named, "fileRemoved /a"), (.rmdir, named, "fileRemoved /a"),
      (.renameat2, named, "fileRenamed /a"), (.fchmodat, named, "permissionsChanged /a"),
      (.fchown, [FieldKey(.fdName): path("/a")], "permissionsChanged /a"),
      (.mmap, [FieldKey(.libPath): path("/lib/x.so")], "library /lib/x.so"),
      (.listen, remote, "listener 192.0.2.1:443"),
    ] as [(EventType, [FieldKey: RecordedValue], String)])
  func whatWasDoneCounts(_ type: EventType, _ values: [FieldKey: RecordedValue], _ item: String) {
    let done = RecordingSamples.event(type, result: 3, values)
    #expect(Self.counts([done, done]) == [item + " /usr/bin/cc": 2])
    // Without a result it may have been done.
    #expect(Self.counts([RecordingSamples.event(type, result: nil, values)]).count == 1)
    let failed = RecordingSamples.event(type, result: -2, values)
    #expect(Self.counts([failed]).isEmpty, "what failed was not done")
  }

  @Test func failedExecutionStartedNothing() {
    let failed = RecordingSamples.event(.execve, result: -2)
    let done = RecordingSamples.event(.execveat, result: 0)
    #expect(Self.counts([failed]).isEmpty)
    #expect(Self.counts([failed, done]) == ["program /usr/bin/cc /usr/bin/make": 1])
    var process = RecordingSamples.process()
    process.ancestors = []
    let first = RecordingSamples.event(.execve, process: process)
    #expect(Self.counts([first]) == ["program /usr/bin/cc ": 1])
  }

  @Test(arguments: [.connect, .sendto, .sendmsg, .sendmmsg] as [EventType])
  func connectionCountsWhenItWasTried(_ type: EventType) {
    let failed = RecordingSamples.event(type, result: -111, Self.remote)
    #expect(Self.counts([failed]) == ["destination 192.0.2.1:443 /usr/bin/cc": 1])
  }

  @Test(arguments: [.mmap, .read, .openat, .stat, .listen, .connect, .recvfrom] as [EventType])
  func otherCallsDoNotCount(_ type: EventType) {
    #expect(Self.counts([RecordingSamples.event(type, [FieldKey(.fdName): Self.path("")])]) == [:])
  }

  @Test(
    arguments: [
      (
        [
          FieldKey(.fdSip): .address(IPAddress(v6High: 0, low: 1)), FieldKey(.fdSport): .number(80),
        ],
        "[::1]:80"
      ),
      ([FieldKey(.fdSip): .address(IPAddress(v4: 0x7F00_0001))], "127.0.0.1"),
      ([FieldKey(.fdName): .path(given: [], resolved: Array("/run/x.sock".utf8))], "/run/x.sock"),
      (
        [
          FieldKey(.fdSip): .address(IPAddress(v4: 1)), FieldKey(.fdSport): .number(443),
          FieldKey(.fdSipName): .texts([Array("h.example".utf8), Array("other".utf8)]),
        ], "h.example:443"
      ),
      (
        [FieldKey(.fdSip): .address(IPAddress(v4: 1)), FieldKey(.fdSport): .number(4242)],
        "0.0.0.1:*"
      ),
    ] as [([FieldKey: RecordedValue], String)])
  func destinationIsNamed(_ values: [FieldKey: RecordedValue], _ name: String) {
    let event = RecordingSamples.event(
      .connect, values, evidence: [.init("country", .text("KP")), .init("x", .text("y"))])
    let digest = Self.digest([event])
    #expect(digest.counts.keys.map(\.object) == [name])
    #expect(digest.countries == [name: "KP"])
  }

  /// What changes from run to run is taken out before it is counted.
  @Test func namesAreNormalized() {
    let one = RecordingSamples.event(
      .openat,
      [
        FieldKey(.evtIsOpenRead): .boolean(true), FieldKey(.fsPathName): Self.path("/tmp/4242"),
      ])
    let other = RecordingSamples.event(
      .openat,
      [
        FieldKey(.evtIsOpenRead): .boolean(true), FieldKey(.fsPathName): Self.path("/tmp/*"),
      ])
    #expect(Self.counts([one, other]) == ["fileRead /tmp/* /usr/bin/cc": 2])
  }

  @Test func itemsBeyondTheLimitAreOnlyCounted() {
    var digest = RunDigest { $0 }
    var event = RecordingSamples.event(.execve)
    for number in 0..<RunDigest.limit + 5 {
      event.last.process.exe = String(number)
      digest.note(event)
    }
    event.last.process.exe = "0"
    digest.note(event)
    #expect(digest.counts.count == RunDigest.limit && digest.omitted == 5)
    #expect(digest.counts.values.contains(2))
  }

  @Test func differenceIsSortedByKindAndChange() {
    func removed(_ path: String) -> RecordedEvent {
      RecordingSamples.event(.unlink, [FieldKey(.fsPathName): Self.path(path)])
    }
    let program = RecordingSamples.event(.execve)
    let before = Self.digest([
      removed("/gone"), removed("/same"), removed("/less"), removed("/less"), removed("/more"),
    ])
    let after = Self.digest([
      removed("/new"), removed("/same"), removed("/less"), removed("/more"), removed("/more"),
      removed("/also"), program,
    ])
    let difference = RunDifference(before, after)
    #expect(
      difference.rows.map { "\($0.change) \($0.item.object) \($0.before) \($0.after)" } == [
        "new /usr/bin/cc 0 1", "new /also 0 1", "new /new 0 1", "gone /gone 1 0", "more /more 1 2",
        "fewer /less 2 1",
      ])
    #expect(difference.hasNewOrGone)
    #expect(!RunDifference(before, before).hasNewOrGone)
    #expect(RunDifference(before, before).rows.isEmpty)
    let counted = RunDifference(Self.digest([program]), Self.digest([program, program]))
    #expect(!counted.hasNewOrGone && counted.rows.count == 1)
  }

  @Test func countryIsTheSecondRuns() {
    func connected(_ country: String) -> RunDigest {
      Self.digest([
        RecordingSamples.event(.connect, Self.remote, evidence: [.init("country", .text(country))])
      ])
    }
    #expect(RunDifference(connected("US"), connected("KP")).countries == ["192.0.2.1:443": "KP"])
  }
}
