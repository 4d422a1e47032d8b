public import Syscalls

/// The value of one field, independent of the event's arena.
public enum RecordedValue: Equatable, Sendable {
  case boolean(Bool)
  case number(Int64)
  case text([UInt8])
  /// A path: unresolved as in the argument, and as the kernel resolves it.
  case path(given: [UInt8], resolved: [UInt8])
  case address(IPAddress)
  /// Both addresses of a connection.
  case addresses(IPAddress, IPAddress)
  /// Both ports of a connection.
  case numbers(Int64, Int64)
  /// Named bits or a named value, in the register's width.
  case flags(UInt64, FlagFamily)
  case texts([[UInt8]])

  /// Copies a value from an event's arena; nil for an absent or undecided one.
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

/// All facts of an event at one time.
public struct EventSnapshot: Equatable, Sendable {
  /// The values of the event's fields.
  public var values: [FieldKey: RecordedValue]
  /// The process.
  public var process: AlertProcess
  /// The event.
  public var event: AlertEvent
  /// Facts besides the arguments of the call.
  public var evidence: [NamedValue]
  /// The environment of the program at its execution, as `NAME=VALUE`.
  public var environment: [[UInt8]]

  /// Creates a snapshot.
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
  /// Whether the snapshots at entry and return differ only in the result.
  public func isEntry(of last: EventSnapshot, type: EventType) -> Bool {
    func known(_ values: [FieldKey: RecordedValue]) -> [FieldKey: RecordedValue] {
      values.filter { !$0.key.field.needsResult(in: type) }
    }
    return process == last.process && evidence == last.evidence
      && environment == last.environment && event.arguments == last.event.arguments
      && known(values) == known(last.values)
  }

  /// The snapshot without the result, as at the entry of a call.
  public func withoutResult() -> EventSnapshot {
    var entry = self
    entry.event.result = nil
    entry.event.errno = nil
    entry.event.level = .requested
    return entry
  }
}

/// An event with the values of all fields, for later evaluation under any policy.
public struct RecordedEvent: Equatable, Sendable {
  /// The number of the event in the run, from 1. A call with several destinations yields several
  /// events with the same number.
  public var number: Int
  /// Nanoseconds since 1970-01-01T00:00:00Z.
  public var time: Int64
  /// The type.
  public var type: EventType
  /// The snapshot at the entry of the call; nil before its return.
  public var entry: EventSnapshot?
  /// The last snapshot.
  public var last: EventSnapshot

  /// Creates an event.
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
