public import Events
internal import Syscalls

/// Evaluates the rules for one event after another; reuses its storage.
public struct RuleEvaluator: Sendable {
  let program: RuleProgram
  /// The text of the current event's fields.
  public var arena = ByteArena()
  /// The rules that match the current event, in order.
  public private(set) var matches: [Int] = []
  /// Whether a rule can be evaluated only after the call's return.
  public private(set) var isUndecided = false

  private var decisions = DecisionProgram()
  private var values: [FieldValue]
  /// The event number of each cached value.
  private var stamps: [UInt64]
  private var stamp: UInt64 = 0
  /// For each value, the lists with a possibly matching pattern, and the event number of this
  /// result.
  private var lists: [UInt64]
  private var listStamps: [UInt64]

  /// Allocates slots for the values of a program.
  public init(_ program: RuleProgram) {
    self.program = program
    values = Array(repeating: .absent, count: program.keys.count)
    stamps = Array(repeating: 0, count: program.keys.count)
    lists = Array(repeating: 0, count: program.keys.count)
    listStamps = Array(repeating: 0, count: program.keys.count)
    matches.reserveCapacity(program.rules.count)
  }

  /// Evaluates all rules for an event.
  ///
  /// An event that was undecided at the entry of its call is evaluated again with a source that has
  /// the result.
  public mutating func run<S: FieldSource>(_ source: inout S) {
    stamp += 1
    arena.removeAll()
    matches.removeAll(keepingCapacity: true)
    isUndecided = false
    let values = decidingValues(&source)
    for place in decisions.entries(for: source.eventType, values, of: program) {
      let entry = decisions.entry(at: place)
      if entry.slot >= 0, lists(ofSlot: Int(entry.slot), &source) >> UInt64(entry.list) & 1 == 0 {
        continue
      }
      switch verdict(from: entry.node, &source) {
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

  /// The first exception of a rule that matches the current event.
  public mutating func suppression<S: FieldSource>(rule: Int, _ source: inout S) -> Int? {
    for index in program.rules[rule].exceptions.indices
    where verdict(program.rules[rule].exceptions[index], &source) == .yes {
      return index
    }
    return nil
  }

  /// Whether an exception that could still suppression a rule is only known after the call.
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

  /// The boolean values that choose among an event's decisions, a bit each; nil when one is
  /// unknown.
  private mutating func decidingValues<S: FieldSource>(_ source: inout S) -> Int? {
    let event = source.eventType
    let asked = decisions.deciding(event, of: program)
    guard asked != 0 else { return 0 }
    if let known = source.openKinds { return Int(known.rawValue) & asked }
    var values = 0
    for index in 0..<DecisionProgram.mostDeciding where asked >> index & 1 == 1 {
      let slot = decisions.slot(ofDeciding: index, event)
      guard case .boolean(let truth) = value(inSlot: slot, &source) else { return nil }
      if truth { values |= 1 << index }
    }
    return values
  }

  /// Follows a rule's decisions from the first.
  ///
  /// There is no `not` but in the checks themselves. So a condition is false if it is with every
  /// check true that is undecided, and true if it is with every such check false: two ways through
  /// the decisions, and the second only when the first has met an undecided check and come to the
  /// end.
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
      let node = decisions.decisions[Int(place)]
      let holds: Bool
      switch verdict(of: node, &source) {
      case .yes: holds = !node.isNegated
      case .no: holds = node.isNegated
      case .undecided:
        holds = assumed
        isDecided = false
      }
      place = holds ? node.onYes : node.onNo
    }
    return place == DecisionNode.yes
  }

  private mutating func verdict<S: FieldSource>(of node: DecisionNode, _ source: inout S) -> Verdict
  {
    let slot = Int(node.slot)
    if stamps[slot] != stamp { ask(slot, &source) }
    switch (node.kind, values[slot]) {
    case (_, .absent): return .no
    case (.truth(let wanted), .boolean(let truth)): return truth == wanted ? .yes : .no
    case (.list(let bit), .text), (.list(let bit), .path):
      guard lists(ofSlot: slot, &source) >> UInt64(bit) & 1 == 1 else { return .no }
    default: break
    }
    return verdict(of: program.checks[Int(node.check)], &source)
  }

  /// Evaluates a node's tree; equivalent to the decisions, which rules use.
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
      lists(ofSlot: Int(check.slot), &source) >> UInt64(check.listBit) & 1 == 0
    {
      return .no
    }
    return program.operands.matches(check, value, arena.bytes.span) ? .yes : .no
  }

  /// The lists with a pattern that a text or path may match, one bit each; looked up once per event
  /// for all lists of a value. All bits for other types of values.
  private mutating func lists<S: FieldSource>(ofSlot slot: Int, _ source: inout S) -> UInt64 {
    if listStamps[slot] == stamp { return lists[slot] }
    let found: UInt64
    switch value(inSlot: slot, &source) {
    case .text(let range):
      found = program.shared[slot].lists(for: arena.bytes.span.extracting(range.indices))
    case .path(let given, let resolved):
      var either = program.shared[slot].lists(for: arena.bytes.span.extracting(given.indices))
      if given != resolved {
        either |= program.shared[slot].lists(for: arena.bytes.span.extracting(resolved.indices))
      }
      found = either
    case .absent: found = 0
    default: found = ~0
    }
    lists[slot] = found
    listStamps[slot] = stamp
    return found
  }

  /// A field's value, looked up in the source once per event.
  mutating func value<S: FieldSource>(
    inSlot slot: Int, _ source: inout S
  ) -> FieldValue {
    if stamps[slot] != stamp { lookUp(slot, &source) }
    return values[slot]
  }

  private mutating func lookUp<S: FieldSource>(_ slot: Int, _ source: inout S) {
    // Must agree with the rule index and the filter, which use the same function.
    guard program.keyEvents[slot].contains(source.eventType) else {
      values[slot] = .absent
      stamps[slot] = stamp
      return
    }
    ask(slot, &source)
  }

  /// Looks up a value that the event's type may have.
  private mutating func ask<S: FieldSource>(_ slot: Int, _ source: inout S) {
    values[slot] = source.value(of: program.keys[slot], in: &arena)
    stamps[slot] = stamp
  }
}
