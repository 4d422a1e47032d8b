public import Events
public import JSON
internal import Syscalls
internal import Text

/// A line of a recording.
public enum RecordingItem: Equatable, Sendable {
  case start(RecordingStart)
  /// Facts of a process that later events refer to.
  case process
  case event(RecordedEvent)
  case end(RecordingEnd)
}

/// Reads a recording line by line; `Docs/reference/recordings.md` has the format.
///
/// Memory is bounded for any file: the reader stores only as many processes as a writer may refer
/// to.
public struct RecordingReader: Sendable {
  /// The supported version of the format.
  static let schemaVersion = 1
  private let file: String
  private var processes = RecordedProcesses()
  private var line = 0
  private var hasStarted = false
  private var hasEnded = false

  /// Creates a reader.
  ///
  /// - Parameter file: the file name in error messages.
  public init(file: String) { self.file = file }

  /// Reads the next line, without its line end.
  ///
  /// - Throws: an error with its place.
  public mutating func read(_ bytes: [UInt8]) throws(DocumentError) -> RecordingItem {
    line += 1
    guard !hasEnded else { throw mistake("expected nothing after the line of type \"end\"") }
    let node = try JSONReader.read(bytes, file: file, line: line)
    let object = try LineDecoder(node, file: file)
    let type = try object.text("type")
    guard hasStarted || type == "recording" else {
      throw mistake("expected a line of type \"recording\" first, found \"\(shown(type))\"")
    }
    switch type {
    case "recording" where !hasStarted:
      hasStarted = true
      return .start(try start(object))
    case "process":
      let number: Int = try object.integer("number")
      processes.add(try process(object), number, bytes.count)
      return .process
    case "event": return .event(try event(object))
    case "end":
      hasEnded = true
      return .end(try end(object))
    default:
      throw mistake(
        "unknown type \"\(shown(type))\"; expected \"process\", \"event\" or \"end\"")
    }
  }

  /// Checks the end of the file.
  ///
  /// - Throws: an error when the last line is missing.
  public func finish() throws(DocumentError) {
    guard hasEnded else {
      let place = TextPlace(line: line + 1, column: 1)
      throw LineDecoder.mistake(
        file, place,
        hasStarted
          ? "the recording is truncated; expected a last line of type \"end\""
          : "the file is empty; expected a recording made with --events")
    }
  }

  private func mistake(_ message: String) -> DocumentError {
    LineDecoder.mistake(file, TextPlace(line: line, column: 1), message)
  }

  private func shown(_ text: String) -> String { displayText(Array(text.utf8), limit: 80) }

  private func start(_ object: LineDecoder) throws(DocumentError) -> RecordingStart {
    let version: Int = try object.integer("schemaVersion")
    guard version == Self.schemaVersion else {
      throw mistake(
        "schemaVersion is \(version); this version of dftrace reads \(Self.schemaVersion)")
    }
    return RecordingStart(
      version: try object.text("version"), command: try object.texts("command"),
      app: try object.text("app"), component: try object.optionalText("component"),
      workspace: try object.optionalText("workspace"), calls: try object.texts("calls"),
      isRedacted: try object.truth("redacted"),
      time: try object.optional("timeNanoseconds").map { node throws(DocumentError) in
        try object.integer(node)
      })
  }

  private func process(_ object: LineDecoder) throws(DocumentError) -> RecordedProcess {
    let facts = try object.object("process")
    var ancestors: [AlertProcess.Ancestor] = []
    for ancestor in try facts.objects("ancestors") {
      ancestors.append(.init(pid: try ancestor.integer("pid"), exe: try ancestor.text("exe")))
    }
    var environment: [[UInt8]] = []
    for entry in try object.array(try object.required("environment")) {
      environment.append(try object.bytes(entry))
    }
    return RecordedProcess(
      process: AlertProcess(
        pid: try facts.integer("pid"), ppid: try facts.integer("ppid"),
        exe: try facts.text("exe"), argv: try facts.texts("argv"), cwd: try facts.text("cwd"),
        uid: try facts.integer("uid"), euid: try facts.integer("euid"), ancestors: ancestors),
      environment: environment, values: try object.fields("fields", of: .procexit))
  }

  private func event(_ object: LineDecoder) throws(DocumentError) -> RecordedEvent {
    let name = try object.text("evt.type")
    guard let type = EventType(name: name) else {
      throw LineDecoder.mistake(
        file, try object.required("evt.type").place, "unknown event \"\(shown(name))\"")
    }
    let last = try moment(object, type)
    var entry: EventSnapshot?
    if let node = object.optional("entry") {
      entry = try moment(try LineDecoder(node, file: file), type)
    } else if try object.truth("hasEntry") {
      entry = last.withoutResult()
    }
    return RecordedEvent(
      number: try object.integer("number"), time: try object.integer("timeNanoseconds"),
      type: type, entry: entry, last: last)
  }

  private func moment(
    _ object: LineDecoder, _ type: EventType
  ) throws(DocumentError) -> EventSnapshot {
    let number: Int = try object.integer("process")
    guard let process = processes[number] else {
      throw LineDecoder.mistake(
        file, try object.required("process").place,
        "unknown process \(number); expected the number of an earlier process line")
    }
    let levelNode = try object.required("level")
    guard let level = EvidenceLevel(rawValue: try object.text(levelNode)) else {
      throw object.mistake(levelNode, "\"requested\", \"returned\" or \"verified\"")
    }
    let result: Int64? = try object.optional("result").map { node throws(DocumentError) in
      try object.integer(node)
    }
    let event = AlertEvent(
      type: type.name, result: result, errno: try object.optionalText("errno"), level: level,
      arguments: try object.named("args"))
    let values = try object.fields("fields", of: type)
    return EventSnapshot(
      values: values.merging(process.values) { own, _ in own }, process: process.process,
      event: event, evidence: try object.named("evidence"), environment: process.environment)
  }
}
