internal import Decoding
internal import Events
internal import Kernel
internal import Syscalls

// The snapshot of an event in a recording: all fields that any policy may read.
extension EventView {
  /// Reads all fields of the event that are known now.
  mutating func snapshot(_ arena: inout ByteArena) -> EventSnapshot {
    // Most fields come from the same few files in `/proc`.
    readings = ProcessReadings()
    defer { readings = nil }
    let keys = Self.keys[Int(facts.event.rawValue)]
    var values = [FieldKey: RecordedValue](minimumCapacity: keys.count)
    for key in keys {
      arena.removeAll()
      let value = value(of: key, in: &arena)
      values[key] = RecordedValue(value, in: arena)
    }
    let environment = environmentBlock() ?? []
    return EventSnapshot(
      values: values, process: alertProcess(), event: alertEvent(), evidence: evidence(),
      environment: environment.split(separator: 0).map { Array($0) })
  }

  /// The fields that events of each type may have, by event number.
  private static let keys: [[FieldKey]] = {
    let last = EventType.allCases.map(\.rawValue).max() ?? 0
    return (0...last).map { EventType(rawValue: $0).map(keys) ?? [] }
  }()

  /// The fields that events of a type may have. The environment and the list of ancestors include
  /// the fields for one variable or one ancestor.
  private static func keys(of event: EventType) -> [FieldKey] {
    var keys: [FieldKey] = []
    for field in Field.allCases where field != .evtType {
      // Host fields are equal for all events, so only executions record them.
      if field.isOfHost, !event.isExecution { continue }
      switch field.description.parameter {
      case .name: continue
      case .argument:
        keys += event.arguments.map { FieldKey(field, .argument($0.name)) }
      case .none, .optionalIndex, .seconds:
        if field.applies(to: event) { keys.append(FieldKey(field)) }
      }
    }
    return keys
  }
}
