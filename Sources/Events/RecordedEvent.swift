public import Syscalls

/// The value of one field, kept apart from the event that it was looked up in.
public enum RecordedValue: Equatable, Sendable {
  case boolean(Bool)
  case number(Int64)
  case text([UInt8])
  /// As the program gave it, and as the kernel resolves it.
  case path(given: [UInt8], resolved: [UInt8])
  case address(IPAddress)
  /// Both ends of a connection.
  case addresses(IPAddress, IPAddress)
  /// Both ends' ports.
  case numbers(Int64, Int64)
  /// Named bits or a named value, in the register's width.
  case flags(UInt64, FlagFamily)
  case texts([[UInt8]])

  /// Copies a value out of an event's arena; nil for one that is absent or not yet known.
  public init?(_ value: FieldValue, in arena: ByteArena) {
    switch value {
    case .absent, .undecided, .event: return nil
    case .boolean(let truth): self = .boolean(truth)
    case .number(let number): self = .number(number)
    case .text(let range): self = .text(Array(arena[range]))
    case .path(let given, let resolved):
      self = .path(given: Array(arena[given]), resolved: Array(arena[resolved]))
    case .address(let address): self = .address(address)
    case .addresses(let one, let other): self = .addresses(one, other)
    case .numbers(let one, let other): self = .numbers(one, other)
    case .flags(let bits, let family): self = .flags(bits, family)
    case .texts(let range):
      self = .texts(
        arena[range].split(separator: 0, omittingEmptySubsequences: false).dropLast()
          .map { Array($0) })
    }
  }

  /// Copies the value into an event's arena.
  public func value(in arena: inout ByteArena) -> FieldValue {
    switch self {
    case .boolean(let truth): return .boolean(truth)
    case .number(let number): return .number(number)
    case .text(let bytes): return .text(arena.append(bytes))
    case .path(let given, let resolved):
      let range = arena.append(given)
      return .path(given: range, resolved: given == resolved ? range : arena.append(resolved))
    case .address(let address): return .address(address)
    case .addresses(let one, let other): return .addresses(one, other)
    case .numbers(let one, let other): return .numbers(one, other)
    case .flags(let bits, let family): return .flags(bits, family)
    case .texts(let items): return .texts(arena.append(items.flatMap { $0 + [0] }))
    }
  }
}

/// All that can be said of an event at one moment.
public struct EventSnapshot: Equatable, Sendable {
  /// The value of each field that the event has one for.
  public var values: [FieldKey: RecordedValue]
  /// Who did it.
  public var process: AlertProcess
  /// What was done.
  public var event: AlertEvent
  /// Facts that are not arguments of the call.
  public var evidence: [NamedValue]
  /// The environment that the program was executed with, `NAME=VALUE` each.
  public var environment: [[UInt8]]

  /// Gathers a snapshot.
  public init(
    values: [FieldKey: RecordedValue], process: AlertProcess, event: AlertEvent,
    evidence: [NamedValue], environment: [[UInt8]]
  ) {
    self.values = values
    self.process = process
    self.event = event
    self.evidence = evidence
    self.environment = environment
  }
}

extension EventSnapshot {
  /// Whether a call's entry had nothing else to tell than its return, apart from the result.
  public func isEntry(of last: EventSnapshot, type: EventType) -> Bool {
    func known(_ values: [FieldKey: RecordedValue]) -> [FieldKey: RecordedValue] {
      values.filter { !$0.key.field.needsResult(in: type) }
    }
    return process == last.process && evidence == last.evidence
      && environment == last.environment && event.arguments == last.event.arguments
      && known(values) == known(last.values)
  }

  /// The same without the result, as it is at the entry of a call.
  public func withoutResult() -> EventSnapshot {
    var entry = self
    entry.event.result = nil
    entry.event.errno = nil
    entry.event.level = .requested
    return entry
  }
}

/// An event with every field's value, which can be judged under any policy later.
public struct RecordedEvent: Equatable, Sendable {
  /// The event's number in the run, from 1. A call with several destinations is several events
  /// with one number.
  public var number: Int
  /// Nanoseconds since 1970-01-01T00:00:00Z.
  public var time: Int64
  /// What it is.
  public var type: EventType
  /// What was known when the call was entered, where it has returned since.
  public var entry: EventSnapshot?
  /// What was known at last.
  public var last: EventSnapshot

  /// Gathers an event.
  public init(
    number: Int, time: Int64, type: EventType, entry: EventSnapshot?, last: EventSnapshot
  ) {
    self.number = number
    self.time = time
    self.type = type
    self.entry = entry
    self.last = last
  }
}
