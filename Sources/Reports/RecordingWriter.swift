public import Events
internal import JSON
internal import Syscalls

/// Writes a recording as JSON lines; `Docs/reference/recordings.md` describes the format.
///
/// Facts of a process are written again only when they change; events refer to them by number.
public struct RecordingWriter: Sendable {
  /// The schema version.
  public static let schemaVersion = 1
  /// Capacity in processes; a reader needs twice as much.
  public static let processLimit = 4096
  /// Capacity in bytes of their lines: an environment may have a megabyte. A reader needs three
  /// times as much.
  private static let mostBytes = 16 << 20

  /// The process's part of a snapshot.
  private struct ProcessPart: Equatable {
    let process: AlertProcess
    let environment: [[UInt8]]
    let values: [FieldKey: RecordedValue]

    init(_ snapshot: EventSnapshot) {
      process = snapshot.process
      environment = snapshot.environment
      values = snapshot.values.filter { $0.key.isOfProcess }
    }
  }

  private let redactor: Redactor?
  private var known: [Int32: (number: Int, part: ProcessPart)] = [:]
  private var knownBytes = 0
  private var lastNumber = 0

  /// Creates a writer, which redacts credentials by default.
  public init(isRedacting: Bool) { redactor = isRedacting ? Redactor() : nil }

  /// Writes the first line.
  public func begin(_ start: RecordingStart, into output: inout [UInt8]) {
    let command = redactor?.redact(start.command) ?? start.command
    Self.line(into: &output) {
      $0.member("type", "recording")
      $0.member("schemaVersion", Self.schemaVersion)
      $0.member("version", start.version)
      $0.member("command") { $0.texts(command) }
      $0.member("app", start.app)
      $0.member("component", start.component)
      $0.member("workspace", start.workspace)
      $0.member("timeNanoseconds", start.time)
      $0.member("redacted", start.isRedacted)
      $0.member("calls") { $0.texts(start.calls) }
    }
  }

  /// Writes an event, preceded by the changed facts of its process.
  public mutating func event(_ event: RecordedEvent, into output: inout [UInt8]) {
    let entry = event.entry.flatMap { $0.isEntry(of: event.last, type: event.type) ? nil : $0 }
    let entryProcess = entry.map { process($0, into: &output) }
    let lastProcess = process(event.last, into: &output)
    Self.line(into: &output) { line in
      line.member("type", "event")
      line.member("number", event.number)
      line.member("timeNanoseconds", event.time)
      line.member("evt.type", event.type.name)
      line.member("hasEntry", event.entry != nil)
      self.moment(event.last, lastProcess, &line)
      if let entry, let entryProcess {
        line.member("entry") { $0.object { self.moment(entry, entryProcess, &$0) } }
      }
    }
  }

  /// Writes the last line.
  public func end(_ end: RecordingEnd, into output: inout [UInt8]) {
    Self.line(into: &output) {
      $0.member("type", "end")
      $0.outcome(end.outcome)
      $0.member("durationNanoseconds", end.duration)
      $0.member("processes", end.processes)
      $0.member("events") { writer in
        writer.object { object in
          for (name, count) in end.events.sorted(by: { $0.key < $1.key }) {
            object.member(name, count)
          }
        }
      }
      $0.member("inventory") { $0.inventory(self.redacted(end.inventory)) }
      $0.blindSpots(end.blindSpots)
    }
  }

  private static func line(
    into output: inout [UInt8], _ members: (inout JSONWriter) -> Void
  ) {
    var writer = JSONWriter()
    writer.object(members)
    output += writer.bytes
    output.append(UInt8(ascii: "\n"))
  }

  /// The number of a snapshot's process; writes the process when it has changed.
  private mutating func process(_ snapshot: EventSnapshot, into output: inout [UInt8]) -> Int {
    let part = ProcessPart(snapshot)
    let id = snapshot.process.pid
    if let known = known[id], known.part == part { return known.number }
    if known.count >= Self.processLimit || knownBytes >= Self.mostBytes {
      known.removeAll()
      knownBytes = 0
    }
    lastNumber += 1
    let start = output.count
    defer { knownBytes += output.count - start }
    known[id] = (lastNumber, part)
    let number = lastNumber
    Self.line(into: &output) { line in
      line.member("type", "process")
      line.member("number", number)
      line.member("process") { $0.process(self.redacted(part.process)) }
      line.member("environment") { writer in
        writer.array(part.environment) { $0.bytes(self.redacted($1)) }
      }
      line.member("fields") { self.fields(part.values, &$0) }
    }
    return number
  }

  private func moment(_ snapshot: EventSnapshot, _ process: Int, _ line: inout JSONWriter) {
    line.member("process", process)
    line.member("args") { $0.named(self.redacted(snapshot.event.arguments)) }
    line.member("result", snapshot.event.result)
    line.member("errno", snapshot.event.errno)
    line.member("level", snapshot.event.level.rawValue)
    line.member("evidence") { $0.named(self.redacted(snapshot.evidence)) }
    line.member("fields") { self.fields(snapshot.values.filter { !$0.key.isOfProcess }, &$0) }
  }

  private func fields(_ values: [FieldKey: RecordedValue], _ writer: inout JSONWriter) {
    let sorted = values.map { (name: $0.key.name, value: $0.value) }.sorted { $0.name < $1.name }
    writer.object { object in
      for (name, value) in sorted { object.member(name) { self.value(value, &$0) } }
    }
  }

  private func value(_ value: RecordedValue, _ writer: inout JSONWriter) {
    switch value {
    case .boolean(let truth): writer.boolean(truth)
    case .number(let number): writer.number(number)
    case .text(let bytes): writer.bytes(redacted(bytes))
    case .path(let given, let resolved):
      guard given != resolved else { return writer.bytes(redacted(given)) }
      writer.array([given, resolved]) { $0.bytes(self.redacted($1)) }
    case .address(let address): writer.text(address.description)
    case .addresses(let one, let other): writer.texts([one.description, other.description])
    case .numbers(let one, let other): writer.array([one, other]) { $0.number($1) }
    case .flags(let bits, let family):
      writer.object {
        $0.member("bits", bits)
        $0.member("names", family.text(of: bits))
      }
    case .texts(let items):
      let texts = items.map { String(validating: $0, as: UTF8.self) }
      if let redactor, !texts.contains(nil) {
        // Redact the vector as a whole, since the value of `--token` may be the next argument.
        writer.texts(redactor.redact(texts.compactMap { $0 }))
      } else {
        writer.array(items) { $0.bytes(self.redacted($1)) }
      }
    }
  }

  // MARK: Redaction

  private func redacted(_ bytes: [UInt8]) -> [UInt8] {
    guard let redactor else { return bytes }
    let text = String(decoding: bytes, as: UTF8.self)
    let shown = redactor.redact(text)
    return shown == text ? bytes : Array(shown.utf8)
  }

  private func redacted(_ values: [NamedValue]) -> [NamedValue] {
    guard let redactor else { return values }
    return values.map { value in
      guard case .text(let text) = value.value else { return value }
      return NamedValue(value.name, .text(redactor.redact(text)))
    }
  }

  private func redacted(_ process: AlertProcess) -> AlertProcess {
    guard let redactor else { return process }
    var process = process
    process.argv = redactor.redact(process.argv)
    return process
  }

  private func redacted(_ inventory: Inventory) -> Inventory {
    redactor?.redact(inventory) ?? inventory
  }
}

extension FieldKey {
  /// Whether the value is a fact of the process, not of the event.
  fileprivate var isOfProcess: Bool { Self.ofProcess[Int(field.rawValue)] }

  /// Fields of every event, without those that differ in each event, so that a process is not
  /// written again for them.
  private static let ofProcess: [Bool] = {
    var ofProcess = [Bool](repeating: false, count: Int(UInt8.max) + 1)
    for field in Field.allCases {
      let name = field.description.name
      let isFleeting = name.hasPrefix("evt.") || name.hasPrefix("run.")
      ofProcess[Int(field.rawValue)] =
        field.description.scope == .any && !isFleeting && !fleeting.contains(field)
    }
    return ofProcess
  }()

  private static let fleeting: Set<Field> = [.procDuration, .procNchilds, .threadTid]
}

extension JSONWriter {
  /// Writes bytes as a text; bytes that are not UTF-8 become an object with hexadecimal digits,
  /// without loss.
  mutating func bytes(_ bytes: [UInt8]) {
    if let text = String(validating: bytes, as: UTF8.self) { return self.text(text) }
    let digits = Array("0123456789abcdef".utf8)
    let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    object { $0.member("hex", String(decoding: text, as: UTF8.self)) }
  }
}
