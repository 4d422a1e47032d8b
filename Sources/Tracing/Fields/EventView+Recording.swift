internal import Decoding
internal import Events
internal import Kernel
internal import Syscalls

// What a recording keeps of an event: whatever any policy could ask.
extension EventView {
  /// Looks up all that can be said of the event now.
  mutating func snapshot(_ arena: inout ByteArena) -> EventSnapshot {
    // Most values come from the same few files of the process.
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

  /// The values that an event of each type may have, by the type's number.
  private static let keys: [[FieldKey]] = {
    let last = EventType.allCases.map(\.rawValue).max() ?? 0
    return (0...last).map { EventType(rawValue: $0).map(keys) ?? [] }
  }()

  /// The values that an event of a type may have; those of a variable or of one ancestor are in
  /// the environment and in the list of all.
  private static func keys(of event: EventType) -> [FieldKey] {
    var keys: [FieldKey] = []
    for field in Field.allCases where field != .evtType {
      // What is the same for every event is said where it is judged.
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
