internal import Events
internal import Syscalls

/// The events that have a value for a field; cached by scope and argument.
struct Applicability {
  private struct Kind: Hashable {
    let scope: FieldScope
    let parameter: FieldKey.Parameter
  }
  private var known: [Kind: EventSet] = [:]

  mutating func events(of key: FieldKey) -> EventSet {
    let scope = key.field.description.scope
    if scope == .any { return .all }
    let kind = Kind(scope: scope, parameter: scope == .argument ? key.parameter : .none)
    if let events = known[kind] { return events }
    let events = EventSet { key.field.applies(to: $0, key.parameter) }
    known[kind] = events
    return events
  }
}

/// Static analysis of a condition.
struct Analysis {
  let program: RuleProgram

  /// The events for which a node may be true.
  func events(ofNode index: Int32) -> EventSet {
    switch program.nodes[Int(index)].kind {
    case .all(let run):
      var events = EventSet.all
      for child in run.indices {
        events.formIntersection(self.events(ofNode: program.children[child]))
      }
      return events
    case .any(let run):
      var events = EventSet()
      for child in run.indices { events.formUnion(self.events(ofNode: program.children[child])) }
      return events
    case .check(let check, let isNegated):
      let check = program.checks[Int(check)]
      if check.readsEventType {
        return isNegated ? EventSet.all.subtracting(check.events) : check.events
      }
      return isNegated ? .all : program.keyEvents[Int(check.slot)]
    }
  }

  /// The weakest test on an event's registers that a node implies.
  func tests(_ index: Int32, in event: EventType) -> Disjunction {
    switch program.nodes[Int(index)].kind {
    case .all(let run):
      var tests = Disjunction.always
      for child in run.indices {
        tests.formIntersection(self.tests(program.children[child], in: event))
        if tests.isNever { return .never }
      }
      return tests
    case .any(let run):
      var tests = Disjunction.never
      for child in run.indices {
        tests.formUnion(self.tests(program.children[child], in: event))
        if tests == .always { return .always }
      }
      return tests
    case .check(let index, let isNegated):
      let check = program.checks[Int(index)]
      let key = check.readsEventType ? FieldKey(.evtType) : program.keys[Int(check.slot)]
      return PushDown(key: key, check: check, operands: program.operands)
        .tests(in: event, isNegated: isNegated)
    }
  }

  /// Whether a node may be true for an event that no filter selects: data on an inspected
  /// connection, or a syscall of a foreign ABI, which always stops.
  func isSeenOtherwise(_ index: Int32, in event: EventType) -> Bool {
    switch program.nodes[Int(index)].kind {
    case .all(let run):
      let children = run.indices.map { program.children[$0] }
      guard children.contains(where: { isSeenOtherwise($0, in: event) }) else { return false }
      return children.allSatisfy {
        isSeenOtherwise($0, in: event) || !tests($0, in: event).isNever
      }
    case .any(let run):
      return run.indices.contains { isSeenOtherwise(program.children[$0], in: event) }
    case .check(let index, let isNegated):
      let check = program.checks[Int(index)]
      guard !isNegated, !check.readsEventType else { return false }
      let key = program.keys[Int(check.slot)]
      if key.field == .evtABI { return event != .procexit && event != .procstart }
      let isHeard = key.field.scope == .conversations || key.field.scope == .names
      return isHeard && key.field.applies(to: event)
    }
  }

  /// The events in which a node reads a value that is known only after the call's return.
  func waits(ofNode index: Int32) -> EventSet {
    switch program.nodes[Int(index)].kind {
    case .all(let run), .any(let run):
      var events = EventSet()
      for child in run.indices { events.formUnion(waits(ofNode: program.children[child])) }
      return events
    case .check(let index, _):
      let check = program.checks[Int(index)]
      guard !check.readsEventType else { return EventSet() }
      var events = EventSet()
      for slot in [check.slot, check.otherSlot] where slot >= 0 {
        let field = program.keys[Int(slot)].field
        guard field.mayNeedResult else { continue }
        var waiting = EventSet { field.needsResult(in: $0) }
        waiting.formIntersection(program.keyEvents[Int(slot)])
        events.formUnion(waiting)
      }
      return events
    }
  }

  // MARK: Failed calls

  /// Whether a node may be true for a failed call.
  func canBeTrueOfFailure(_ index: Int32, in event: EventType) -> Bool {
    switch program.nodes[Int(index)].kind {
    case .all(let run):
      return run.indices.allSatisfy { canBeTrueOfFailure(program.children[$0], in: event) }
    case .any(let run):
      return run.indices.contains { canBeTrueOfFailure(program.children[$0], in: event) }
    case .check(let index, let isNegated):
      let check = program.checks[Int(index)]
      guard !check.readsEventType else { return check.events.contains(event) != isNegated }
      let key = program.keys[Int(check.slot)]
      guard program.keyEvents[Int(check.slot)].contains(event) else { return isNegated }
      guard check.otherSlot < 0, check.transformers.isEmpty else { return true }
      switch key.field {
      // Native executions have the native ABI.
      case .evtABI where !isNegated:
        return PushDown(key: key, check: check, operands: program.operands).mayBeNative
      case .evtFailed: return failedTruth(check) != isNegated
      case .evtRawres: return canBeErrorNumber(check, isNegated)
      case .evtRes: return canBeErrorName(check, isNegated)
      default: return true
      }
    }
  }

  private func failedTruth(_ check: Check) -> Bool {
    guard let wanted = check.truth else { return check.comparison == .exists }
    return wanted == (check.comparison == .equal)
  }

  /// Whether a check of `evt.rawres`, or its negation, may be true for an error: -4095 to -1.
  private func canBeErrorNumber(_ check: Check, _ isNegated: Bool) -> Bool {
    // The result of a check is constant between two adjacent operands.
    let operands = program.operands.numbers[check.numbers.indices]
    let turns = operands.flatMap { [$0, $0.addingReportingOverflow(1).partialValue] }
    let numbers = operands.map { $0.subtractingReportingOverflow(1).partialValue } + turns
    for number in numbers + [-4095, -1] where (-4095...(-1)).contains(number) {
      let matches = program.operands.matches(check, .number(number), [UInt8]().span)
      if matches != isNegated { return true }
    }
    return false
  }

  /// Whether a check of `evt.res`, or its negation, may be true for a text other than SUCCESS.
  private func canBeErrorName(_ check: Check, _ isNegated: Bool) -> Bool {
    let success = Array("SUCCESS".utf8)
    func isSuccessAlone(_ texts: [ByteRange]) -> Bool {
      texts.allSatisfy { program.operands.bytes[$0.indices].elementsEqual(success) }
    }
    switch check.comparison {
    case .exists: return !isNegated
    case .equal where !isNegated, .notEqual where isNegated:
      return !isSuccessAlone(check.texts.indices.map { program.operands.texts[$0] })
    case .in where !isNegated:
      let entries = check.textSet.indices.map { program.operands.hashSlots[$0] }.filter { $0 > 0 }
      return !isSuccessAlone(entries.map { program.operands.texts[Int($0) - 1] })
    default: return true
    }
  }
}
