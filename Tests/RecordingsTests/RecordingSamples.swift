import Events
import Recordings
import Reports
import Syscalls

/// A small recorded run, and the lines that stand for it.
enum RecordingSamples {
  static let start = RecordingStart(
    version: "1.2.3", command: ["make", "test two"], app: "shop", component: "api",
    workspace: "/srv/shop", calls: ["connect", "openat"], isRedacted: false, time: -5)

  static let end: RecordingEnd = {
    var inventory = Inventory()
    inventory.programs = [.init(name: "/usr/bin/make", count: 2)]
    inventory.destinations = [
      .init(name: "192.0.2.1:443", country: "KP", hosts: ["h.example"], count: 1)
    ]
    inventory.omitted = 3
    inventory.notCovered = ["libraries"]
    return RecordingEnd(
      outcome: .signaled(number: 9, name: "SIGKILL"), duration: 7, processes: 2,
      events: ["openat": 4], inventory: inventory,
      blindSpots: [BlindSpot(id: "io-uring", message: "words", count: 2)])
  }()

  static func process(_ pid: Int32 = 42, exe: String = "/usr/bin/cc") -> AlertProcess {
    AlertProcess(
      pid: pid, ppid: 41, exe: exe, argv: ["cc", "a b"], cwd: "/srv", uid: 1000, euid: 0,
      ancestors: [.init(pid: 41, exe: "/usr/bin/make")])
  }

  /// An event with some values, in a process with a name and an environment.
  static func event(
    _ type: EventType, result: Int64? = 0, _ values: [FieldKey: RecordedValue] = [:],
    process: AlertProcess = process(), evidence: [NamedValue] = []
  ) -> RecordedEvent {
    let last = EventSnapshot(
      values: values, process: process,
      event: AlertEvent(
        type: type.name, result: result, errno: result.flatMap { $0 < 0 ? "ENOENT" : nil },
        level: .returned, arguments: [.init("fd", .number(3))]),
      evidence: evidence, environment: [Array("A=é".utf8), [0x42, 0x3D, 0xFF]])
    return RecordedEvent(
      number: 7, time: 1_795_428_000_123_456_789, type: type, entry: last.withoutResult(),
      last: last)
  }

  /// The lines that a writer makes of a run.
  static func lines(_ events: [RecordedEvent], isRedacting: Bool = false) -> [[UInt8]] {
    var writer = RecordingWriter(isRedacting: isRedacting)
    var output: [UInt8] = []
    writer.begin(start, into: &output)
    for event in events { writer.event(event, into: &output) }
    writer.end(end, into: &output)
    return output.split(separator: 0x0A).map { Array($0) }
  }
}
