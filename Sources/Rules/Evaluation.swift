public import Events
internal import Syscalls

/// Judges one event after another; what it needs for that is kept from event to event.
public struct Evaluation: Sendable {
  private let program: RuleProgram
  /// The text of the current event's fields.
  public var arena = ByteArena()
  /// The rules that are true of the current event, in the order of the rules.
  public private(set) var matches: [Int] = []
  /// Whether some rule can only be decided when the call has returned.
  public private(set) var isUndecided = false

  private var steps = Steps()
  private var values: [FieldValue]
  /// The number of the event that each value belongs to.
  private var stamps: [UInt64]
  private var stamp: UInt64 = 0
  /// The lists of patterns that each value may match a pattern of, and for which event that is so.
  private var lists: [UInt64]
  private var listStamps: [UInt64]

  /// Makes room for the values that a program reads.
  public init(_ program: RuleProgram) {
    self.program = program
    values = Array(repeating: .absent, count: program.keys.count)
    stamps = Array(repeating: 0, count: program.keys.count)
    lists = Array(repeating: 0, count: program.keys.count)
    listStamps = Array(repeating: 0, count: program.keys.count)
    matches.reserveCapacity(program.rules.count)
  }

  /// Judges an event, and forgets the one before.
  ///
  /// For an event that was undecided at the entry of its call, this is called again, with a source
  /// that knows the result.
  public mutating func run<S: FieldSource>(_ source: inout S) {
    stamp += 1
    arena.removeAll()
    matches.removeAll(keepingCapacity: true)
    isUndecided = false
    let values = decidingValues(&source)
    for place in steps.entries(for: source.eventType, values, of: program) {
      let entry = steps.entry(at: place)
      switch verdict(from: entry.step, &source) {
      case .no: break
      case .undecided: isUndecided = true
      case .yes:
        let rule = Int(entry.rule)
        if waitsForException(rule, &source) {
          isUndecided = true
        } else {
          matches.append(rule)
        }
      }
    }
  }

  /// The first exception of a rule that holds for the current event.
  public mutating func excuse<S: FieldSource>(rule: Int, _ source: inout S) -> Int? {
    for index in program.rules[rule].exceptions.indices
    where verdict(program.rules[rule].exceptions[index], &source) == .yes {
      return index
    }
    return nil
  }

  /// The checks that made a rule true of the current event, with the values of their fields.
  public mutating func reasons<S: FieldSource>(rule: Int, _ source: inout S) -> [Reason] {
    var reasons: [Reason] = []
    collect(program.rules[rule].root, &source, &reasons)
    return reasons
  }

  /// A message about the current event.
  public mutating func render<S: FieldSource>(
    _ template: MessageTemplate, _ source: inout S
  ) -> String {
    var text = ""
    for part in template.parts {
      switch part {
      case .text(let words): text += words
      case .field(let key): text += valueText(value(of: key, &source), arena)
      }
    }
    return text
  }

  /// Whether an exception that could still excuse a rule is only known after the call.
  private mutating func waitsForException<S: FieldSource>(
    _ rule: Int, _ source: inout S
  ) -> Bool {
    guard program.rules[rule].exceptionsWait.contains(source.eventType) else { return false }
    var waits = false
    for index in program.rules[rule].exceptions.indices {
      switch verdict(program.rules[rule].exceptions[index], &source) {
      case .yes: return false
      case .undecided: waits = true
      case .no: break
      }
    }
    return waits
  }

  /// The boolean values that choose among an event's steps, a bit each; nil when one is unknown.
  private mutating func decidingValues<S: FieldSource>(_ source: inout S) -> Int? {
    var values = 0
    for (bit, slot) in steps.deciding(source.eventType, of: program).enumerated() {
      guard case .boolean(let truth) = value(inSlot: slot, &source) else { return nil }
      if truth { values |= 1 << bit }
    }
    return values
  }

  /// Follows a rule's steps from the first.
  ///
  /// There is no `not` but in the checks themselves. So a condition is false if it is with every check
  /// true that is undecided, and true if it is with every such check false: two ways through the
  /// steps, and the second only when the first has met an undecided check and come to the end.
  private mutating func verdict<S: FieldSource>(
    from first: Int32, _ source: inout S
  ) -> Verdict {
    var isDecided = true
    guard follow(first, &source, undecidedAs: true, &isDecided) else { return .no }
    if isDecided { return .yes }
    return follow(first, &source, undecidedAs: false, &isDecided) ? .yes : .undecided
  }

  private mutating func follow<S: FieldSource>(
    _ first: Int32, _ source: inout S, undecidedAs assumed: Bool, _ isDecided: inout Bool
  ) -> Bool {
    var place = first
    while place >= 0 {
      let step = steps.steps[Int(place)]
      let holds: Bool
      switch verdict(of: step, &source) {
      case .yes: holds = !step.isNegated
      case .no: holds = step.isNegated
      case .undecided:
        holds = assumed
        isDecided = false
      }
      place = holds ? step.onYes : step.onNo
    }
    return place == Step.yes
  }

  private mutating func verdict<S: FieldSource>(of step: Step, _ source: inout S) -> Verdict {
    let slot = Int(step.slot)
    if stamps[slot] != stamp { lookUp(slot, &source) }
    switch (step.kind, values[slot]) {
    case (_, .absent): return .no
    case (.truth(let wanted), .boolean(let truth)): return truth == wanted ? .yes : .no
    case (.list(let bit), .text), (.list(let bit), .path):
      guard mayMatchList(bit, slot) else { return .no }
    default: break
    }
    return verdict(of: program.checks[Int(step.check)], &source)
  }

  /// What a node's tree says; rules are judged by their steps, which say the same.
  mutating func verdict<S: FieldSource>(_ index: Int32, _ source: inout S) -> Verdict {
    switch program.nodes[Int(index)].kind {
    case .all(let run):
      var result = Verdict.yes
      for place in run.indices {
        switch verdict(program.children[place], &source) {
        case .no: return .no
        case .undecided: result = .undecided
        case .yes: break
        }
      }
      return result
    case .any(let run):
      var result = Verdict.no
      for place in run.indices {
        switch verdict(program.children[place], &source) {
        case .yes: return .yes
        case .undecided: result = .undecided
        case .no: break
        }
      }
      return result
    case .check(let check, let isNegated):
      let result = verdict(of: program.checks[Int(check)], &source)
      return isNegated ? result.negated : result
    }
  }

  private mutating func verdict<S: FieldSource>(
    of check: Check, _ source: inout S
  ) -> Verdict {
    if check.readsEventType { return check.events.contains(source.eventType) ? .yes : .no }
    let value = value(inSlot: Int(check.slot), &source)
    if check.otherSlot >= 0 {
      let other = self.value(inSlot: Int(check.otherSlot), &source)
      if value == .absent || other == .absent { return .no }
      if value == .undecided || other == .undecided { return .undecided }
      return program.operands.matches(check, value, with: other, arena.bytes.span) ? .yes : .no
    }
    if case .undecided = value { return .undecided }
    if check.listBit >= 0, check.transformers.isEmpty,
      !mayMatchList(check.listBit, Int(check.slot))
    {
      return .no
    }
    return program.operands.matches(check, value, arena.bytes.span) ? .yes : .no
  }

  /// Whether a text or a path may match a pattern of a check's list; looked up once an event for all
  /// lists that a value is compared with.
  private mutating func mayMatchList(_ bit: Int8, _ slot: Int) -> Bool {
    if listStamps[slot] != stamp {
      listStamps[slot] = stamp
      switch values[slot] {
      case .text(let range):
        lists[slot] = program.shared[slot].lists(for: arena.bytes.span.extracting(range.indices))
      case .path(let given, let resolved):
        var found = program.shared[slot].lists(for: arena.bytes.span.extracting(given.indices))
        if given != resolved {
          found |= program.shared[slot].lists(for: arena.bytes.span.extracting(resolved.indices))
        }
        lists[slot] = found
      default: lists[slot] = ~0
      }
    }
    return lists[slot] >> UInt64(bit) & 1 == 1
  }

  /// A field's value, which the source is asked for once an event.
  private mutating func value<S: FieldSource>(
    inSlot slot: Int, _ source: inout S
  ) -> FieldValue {
    if stamps[slot] != stamp { lookUp(slot, &source) }
    return values[slot]
  }

  private mutating func lookUp<S: FieldSource>(_ slot: Int, _ source: inout S) {
    // The index of rules and the filter were built on this; the evaluator must agree with them.
    let value =
      program.keyEvents[slot].contains(source.eventType)
      ? source.value(of: program.keys[slot], in: &arena) : .absent
    values[slot] = value
    stamps[slot] = stamp
  }

  private mutating func value<S: FieldSource>(
    of key: FieldKey, _ source: inout S
  ) -> FieldValue {
    if key.field == .evtType { return .event(source.eventType) }
    if let slot = program.knownSlot(of: key) { return value(inSlot: Int(slot), &source) }
    guard key.field.applies(to: source.eventType, key.parameter) else { return .absent }
    return source.value(of: key, in: &arena)
  }

  private mutating func collect<S: FieldSource>(
    _ index: Int32, _ source: inout S, _ reasons: inout [Reason]
  ) {
    guard verdict(index, &source) == .yes else { return }
    switch program.nodes[Int(index)].kind {
    case .all(let run):
      for place in run.indices { collect(program.children[place], &source, &reasons) }
    case .any(let run):
      for place in run.indices where verdict(program.children[place], &source) == .yes {
        collect(program.children[place], &source, &reasons)
        return
      }
    case .check(let index, let isNegated):
      let check = program.checks[Int(index)]
      let value =
        check.readsEventType
        ? FieldValue.event(source.eventType) : value(inSlot: Int(check.slot), &source)
      let shown = isNegated ? value : telling(value, check)
      let reason = Reason(
        check: program.checkTexts[Int(index)], value: valueText(shown, arena))
      if !reasons.contains(reason) { reasons.append(reason) }
    }
  }

  /// Of a path with two names the one that made a check true.
  private func telling(_ value: FieldValue, _ check: Check) -> FieldValue {
    guard case .path(let given, let resolved) = value, given != resolved,
      !program.operands.matches(check, .text(resolved), arena.bytes.span)
    else { return value }
    return .text(given)
  }
}
