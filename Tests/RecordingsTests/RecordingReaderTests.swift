import Events
import JSON
import Recordings
import Syscalls
import Testing

/// What was written is read as it was; what was not is refused with its place.
@Suite struct RecordingReaderTests {
  private static func read(_ lines: [[UInt8]]) throws(DocumentError) -> [RecordingItem] {
    var reader = RecordingReader(file: "run.jsonl")
    var items: [RecordingItem] = []
    for line in lines { items.append(try reader.read(line)) }
    try reader.finish()
    return items
  }

  private static let values: [FieldKey: RecordedValue] = [
    FieldKey(.procName): .text([0xFF, 0x0A]), FieldKey(.procPid): .number(-1),
    FieldKey(.fdName): .path(given: Array("../a".utf8), resolved: Array("/a".utf8)),
    FieldKey(.fsPathName): .path(given: Array("/b".utf8), resolved: Array("/b".utf8)),
    FieldKey(.fdIsPrivate): .boolean(true), FieldKey(.memProt): .flags(5, .protection),
    FieldKey(.fdSip): .address(IPAddress(v4: 0x7F00_0001)),
    FieldKey(.fdIP): .addresses(IPAddress(v6High: 1, low: 2), IPAddress(v4: 3)),
    FieldKey(.fdPort): .numbers(Int64.max, Int64.min),
    FieldKey(.fdSipName): .texts([Array("a".utf8), [0xC3]]),
    FieldKey(.evtArg, .argument(.flags)): .flags(0x42, .open),
    FieldKey(.evtRawarg, .argument(.flags)): .number(66),
    FieldKey(.evtArg, .argument(.name)): .path(given: Array("x".utf8), resolved: Array("/x".utf8)),
  ]

  @Test func runIsReadAsItWasWritten() throws {
    let plain = RecordingSamples.event(.openat, Self.values)
    var odd = RecordingSamples.event(
      .openat, result: -2, [:],
      evidence: [
        .init("text", .text("\u{1}é")), .init("truth", .boolean(false)),
        .init("number", .number(-9)),
      ])
    odd.entry?.process.exe = "/usr/bin/other"
    var atEnd = RecordingSamples.event(.procexit, result: nil)
    atEnd.entry = nil
    let events = [plain, odd, atEnd, plain]
    let items = try Self.read(RecordingSamples.lines(events))
    #expect(items.first == .start(RecordingSamples.start))
    #expect(items.last == .end(RecordingSamples.end))
    let read = items.compactMap { if case .event(let event) = $0 { event } else { nil } }
    #expect(read == events)
  }

  @Test func optionalFactsMayBeAbsent() throws {
    let items = try Self.read([
      Array(
        #"{"type":"recording","schemaVersion":1,"version":"1","command":[],"app":"a","redacted":true,"calls":[]}"#
          .utf8),
      Self.endLine(#""outcome":"exited","exitStatus":3"#),
    ])
    #expect(
      items.first
        == .start(
          RecordingStart(
            version: "1", command: [], app: "a", component: nil, workspace: nil, calls: [],
            isRedacted: true)))
    guard case .end(let end)? = items.last else { return #expect(Bool(false)) }
    #expect(end.outcome == .exited(3))
  }

  private static func endLine(_ outcome: String) -> [UInt8] {
    Array(
      (#"{"type":"end",\#(outcome),"durationNanoseconds":1,"processes":1,"events":{},"#
        + #""inventory":{"programs":[],"destinations":[],"listeners":[],"libraries":[],"#
        + #""directoriesWritten":[],"omitted":0,"notCovered":[]},"blindSpots":[]}"#).utf8)
  }

  // MARK: Mistakes

  /// The only problem of a text with lines.
  private static func problem(_ text: [String]) -> String {
    do throws(DocumentError) {
      _ = try read(text.map { Array($0.utf8) })
      return "nothing"
    } catch {
      return error.description
    }
  }

  private static let first = String(
    decoding: RecordingSamples.lines([])[0], as: UTF8.self)
  private static let written = RecordingSamples.lines([
    RecordingSamples.event(.openat, [FieldKey(.procName): .text([0x61])])
  ]).map { String(decoding: $0, as: UTF8.self) }

  @Test(
    arguments: [
      ([], "1:1: the file is empty; expected a recording made with --events"),
      ([first], "2:1: the recording is truncated; expected a last line of type \"end\""),
      (["{}"], "1:1: expected the key \"type\""), (["[]"], "1:1: expected an object, found"),
      ([" 7"], "1:2: expected an object, found"),
      ([#"{"type":"end"}"#], "1:1: expected a line of type \"recording\" first, found \"end\""),
      ([#"{"type":7}"#], "1:9: expected a string, found"),
      ([first, first], "2:1: unknown type \"recording\"; expected \"process\""),
      ([first, #"{"type":"\u00e9"}"#], "2:1: unknown type \"é\""),
      (
        [first.replacing(#""schemaVersion":1"#, with: #""schemaVersion":2"#)],
        "1:1: schemaVersion is 2; this version of dftrace reads 1"
      ),
      ([written[0], written[3], "{}"], "3:1: expected nothing after the line of type \"end\""),
      (
        [written[0], written[2]],
        "unknown process 1; expected the number of an earlier process line"
      ),
    ] as [([String], String)])
  func mistakeIsNamedWithItsPlace(_ lines: [String], _ message: String) {
    let problem = Self.problem(lines)
    #expect(problem.hasPrefix("run.jsonl:"))
    #expect(problem.contains(message), "\(problem)")
  }

  /// One change of a line of an event each.
  @Test(
    arguments: [
      (#""evt.type":"openat""#, #""evt.type":"opennat""#, #"unknown event "opennat""#),
      (#""level":"returned""#, #""level":"sure""#, #"expected "requested", "returned""#),
      (#""process":1"#, #""process":2"#, "unknown process 2"),
      (#""process":1"#, #""process":1.5"#, "expected a whole number from"),
      (#""number":7"#, #""number":9223372036854775808"#, "expected a whole number from"),
      (#""hasEntry":true"#, #""hasEntry":1"#, "expected true or false"),
      (#""hasEntry":true,"#, "", #"expected the key "hasEntry""#),
      (#""fields":{}"#, #""fields":{"proc.nme":1}"#, #"unknown field "proc.nme""#),
      (#""fields":{}"#, #""fields":{"evt.arg.sig":1}"#, "no argument of that name in openat"),
      (#""fields":{}"#, #""fields":{"fd.sip":"1.2.3"}"#, "expected an IP address"),
      (#""fields":{}"#, #""fields":{"fd.ip":["1.2.3.4"]}"#, "expected an array of two"),
      (#""fields":{}"#, #""fields":{"fd.type":{"hex":"f"}}"#, "expected a string or"),
      (#""fields":{}"#, #""fields":{"fd.type":{"hex":"0G"}}"#, "expected a string or"),
      (#""fields":{}"#, #""fields":{"fd.type":{"hex":"00","x":1}}"#, "expected a string or"),
      (#""fields":{}"#, #""fields":{"evt.failed":"true"}"#, "expected true or false"),
      (#""evidence":{}"#, #""evidence":{"a":[]}"#, "expected a string, a number, true or false"),
      (#""args":{"fd":3}"#, #""args":[]"#, "expected an object"),
    ])
  func mistakeInAnEvent(_ part: String, _ other: String, _ message: String) throws {
    let line = Self.written[2]
    #expect(line.contains(part))
    let problem = Self.problem([
      Self.written[0], Self.written[1], line.replacing(part, with: other),
    ])
    #expect(problem.hasPrefix("run.jsonl:3:"), "\(problem)")
    #expect(problem.contains(message), "\(problem)")
  }

  @Test func hexadecimalDigitsAreBytes() throws {
    let line = Self.written[2].replacing(
      #""fields":{}"#, with: #""fields":{"fd.type":{"hex":"00ff1a"}}"#)
    let items = try Self.read(
      [Self.written[0], Self.written[1], line, Self.written[3]].map { Array($0.utf8) })
    guard case .event(let event) = items[2] else { return #expect(Bool(false)) }
    #expect(event.last.values[FieldKey(.fdType)] == .text([0, 0xFF, 0x1A]))
    // What belongs to the process is the event's too.
    #expect(event.last.values[FieldKey(.procName)] == .text([0x61]))
  }

  @Test func outcomeIsOneOfTwo() {
    let line = String(decoding: Self.endLine(#""outcome":"lost""#), as: UTF8.self)
    #expect(
      Self.problem([Self.first, line])
        .hasPrefix(#"run.jsonl:2:25: expected "exited" or "signaled""#))
  }
}
