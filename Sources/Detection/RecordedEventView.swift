internal import Events
internal import Syscalls

/// One phase of a recorded event, as rules see it.
struct RecordedEventView: AlertSubject {
  let event: RecordedEvent
  let snapshot: EventSnapshot
  /// Whether the result is still unknown in this phase.
  let isEntry: Bool
  /// The recorded facts of the host, once for all events.
  var host: [FieldKey: RecordedValue] = [:]

  var eventType: EventType { event.type }
  var time: Int64 { event.time }
  var executable: String { snapshot.process.exe }

  var outcome: Outcome {
    guard !isEntry, let result = snapshot.event.result else { return .done }
    let isWriting = snapshot.values[FieldKey(.evtIsOpenWrite)] == .boolean(true)
    return Outcome(event.type, isReading: !isWriting, result: result)
  }

  func alertProcess() -> AlertProcess { snapshot.process }
  func alertEvent() -> AlertEvent { snapshot.event }
  func evidence() -> [NamedValue] { snapshot.evidence }

  func complete(_ event: inout AlertEvent) {
    event.result = snapshot.event.result
    event.errno = snapshot.event.errno
    event.level = snapshot.event.level
  }

  /// The recording contains the run's totals as values.
  func noteCredential(_ kind: String) -> Bool { false }

  func value(of key: FieldKey, in arena: inout ByteArena) -> FieldValue {
    let isKnown = !isEntry && snapshot.event.level != .requested
    if !isKnown, key.field.needsResult(in: event.type) { return .undecided }
    if key.field.isOfHost {
      return (snapshot.values[key] ?? host[key])?.value(in: &arena) ?? .absent
    }
    switch key.parameter {
    case .name(let name): return variable(name, &arena)
    case .index where key.field.description.parameter == .seconds:
      // Recordings hold windows of ten seconds, whatever the parameter.
      return snapshot.values[FieldKey(key.field)]?.value(in: &arena) ?? .absent
    case .index(let index): return ancestor(key.field, index, &arena)
    case .none, .argument:
      if key.field == .evtType { return .event(event.type) }
      return snapshot.values[key]?.value(in: &arena) ?? .absent
    }
  }

  private func variable(_ name: String, _ arena: inout ByteArena) -> FieldValue {
    let prefix = Array((name + "=").utf8)
    guard let entry = snapshot.environment.first(where: { $0.starts(with: prefix) }) else {
      return .absent
    }
    return .text(arena.append(entry.dropFirst(prefix.count)))
  }

  private func ancestor(_ field: Field, _ index: Int, _ arena: inout ByteArena) -> FieldValue {
    // [0] is the process itself.
    guard index > 0 else {
      let own: Field =
        switch field {
        case .procAname: .procName
        case .procAcmdline: .procCmdline
        default: .procExepath
        }
      switch snapshot.values[FieldKey(own)] {
      case .text(let bytes), .path(_, let bytes): return .text(arena.append(bytes))
      default: return .absent
      }
    }
    guard case .texts(let names) = snapshot.values[FieldKey(field)],
      names.indices.contains(index - 1)
    else { return .absent }
    return .text(arena.append(names[index - 1]))
  }
}
