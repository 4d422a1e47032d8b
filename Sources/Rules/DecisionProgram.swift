internal import Events
internal import Syscalls

/// One check of a rule's condition for one kind of event, and the next steps.
struct DecisionNode: Sendable, BitwiseCopyable {
  /// A fast test that decides most checks without the operands.
  enum Kind: Sendable, BitwiseCopyable {
    /// A boolean with this required value.
    case truth(Bool)
    /// A text or path that may match a list with this bit in ``SharedIndex``.
    case list(Int8)
    case any
  }

  /// The end steps for true and false.
  static let yes: Int32 = -1
  static let no: Int32 = -2

  var kind: Kind
  var isNegated: Bool
  /// The slot of the field's value.
  var slot: Int32
  /// The check, an entry of ``RuleProgram/checks``.
  var check: Int32
  /// The decisions after this one, or ``yes`` or ``no``.
  var onYes: Int32
  var onNo: Int32
}

/// A rule as it stands for one kind of event: its first node.
struct Entry: Sendable, BitwiseCopyable {
  var rule: Int32
  var node: Int32
  /// The value and the list of patterns without which the rule can't be true, when that is what the
  /// first node asks: most rules about files end here, which takes a look at one bit. -1 otherwise.
  var slot: Int32 = -1
  var list: Int8 = -1
}

/// The rules as they stand for each kind of event that has occurred: what the kind alone decides is
/// left out, and what remains of a tree is a list of decisions. Made when an event of a kind first
/// occurs, since a run sees few of them.
struct DecisionProgram: Sendable {
  /// Fields that tell kinds of opens apart, as the event itself tells kinds of calls: each
  /// combination of them has its own decisions, since most rules are about one.
  private static let kinds: [Field] = [
    .evtIsOpenRead, .evtIsOpenWrite, .evtIsOpenCreate, .evtIsOpenExec,
  ]

  private(set) var decisions: [DecisionNode] = []
  private var entries: [Entry] = []
  /// For each event type, the fields of ``kinds`` that its rules read, one bit each; negative until
  /// computed.
  private var asked: [Int8]
  /// For each event type, the slots of the fields of ``kinds`` that its rules read; -1 for none.
  private var slots: [Int32]
  /// For each event type, the entries for each combination of these values, and last the entries
  /// for missing values; negative end until built. Flat, since every event reads it.
  private var starts: [Int32]
  private var ends: [Int32]

  private static let combinations = (1 << kinds.count) + 1

  init() {
    asked = Array(repeating: -1, count: EventSet.capacity)
    slots = Array(repeating: -1, count: EventSet.capacity * Self.kinds.count)
    starts = Array(repeating: 0, count: EventSet.capacity * Self.combinations)
    ends = Array(repeating: -1, count: EventSet.capacity * Self.combinations)
  }

  /// The place of a rule's first node.
  func entry(at place: Int) -> Entry { entries[place] }

  /// Maximum number of boolean values that select an event's decisions.
  static var mostDeciding: Int { kinds.count }

  /// The boolean values that select an event's decisions, one bit each.
  mutating func deciding(_ event: EventType, of program: RuleProgram) -> Int {
    let place = Int(event.rawValue)
    if asked[place] < 0 {
      asked[place] = 0
      for (index, field) in Self.kinds.enumerated() {
        guard let slot = program.knownSlot(of: FieldKey(field)),
          program.keyEvents[Int(slot)].contains(event)
        else { continue }
        slots[place * Self.kinds.count + index] = slot
        asked[place] |= 1 << Int8(index)
      }
    }
    return Int(asked[place])
  }

  /// The slot of such a value.
  func slot(ofDeciding index: Int, _ event: EventType) -> Int {
    Int(slots[Int(event.rawValue) * Self.kinds.count + index])
  }

  /// The entries of an event's rules, in their order.
  ///
  /// - Parameter values: the values of ``deciding(_:of:)``, one bit each from the lowest; nil when
  ///   a value is missing.
  mutating func entries(
    for event: EventType, _ values: Int?, of program: RuleProgram
  ) -> Range<Int> {
    let place = Int(event.rawValue) * Self.combinations + (values ?? 1 << Self.kinds.count)
    if ends[place] >= 0 { return Int(starts[place])..<Int(ends[place]) }
    let start = entries.count
    let first = Int(event.rawValue) * Self.kinds.count
    let current = Case(
      event: event, slots: values == nil ? [] : Array(slots[first..<first + Self.kinds.count]),
      values: values ?? 0)
    for place in program.ruleIndices(for: event) {
      let rule = program.rule(at: place)
      let first = add(
        program.rules[rule].root, of: program, current, onYes: DecisionNode.yes,
        onNo: DecisionNode.no)
      guard first != DecisionNode.no else { continue }
      var entry = Entry(rule: Int32(rule), node: first)
      if first >= 0, case .list(let bit) = decisions[Int(first)].kind,
        !decisions[Int(first)].isNegated,
        decisions[Int(first)].onNo == DecisionNode.no
      {
        entry.slot = decisions[Int(first)].slot
        entry.list = bit
      }
      entries.append(entry)
    }
    starts[place] = Int32(start)
    ends[place] = Int32(entries.count)
    return start..<entries.count
  }

  /// The known values of an event kind.
  private struct Case {
    let event: EventType
    let slots: [Int32]
    let values: Int

    func value(of slot: Int32) -> Bool? {
      slots.firstIndex(of: slot).map { values >> $0 & 1 == 1 }
    }
  }

  /// Adds the decisions of a node, the last ones first, and returns where they begin.
  private mutating func add(
    _ index: Int32, of program: RuleProgram, _ known: Case, onYes: Int32, onNo: Int32
  ) -> Int32 {
    switch program.nodes[Int(index)].kind {
    case .all(let run):
      return run.indices.reversed().reduce(onYes) {
        add(program.children[$1], of: program, known, onYes: $0, onNo: onNo)
      }
    case .any(let run):
      return run.indices.reversed().reduce(onNo) {
        add(program.children[$1], of: program, known, onYes: onYes, onNo: $0)
      }
    case .check(let number, let isNegated):
      let check = program.checks[Int(number)]
      if check.readsEventType {
        return check.events.contains(known.event) != isNegated ? onYes : onNo
      }
      // Checks of missing values and of empty lists are false.
      guard program.keyEvents[Int(check.slot)].contains(known.event), !check.isOfNothing else {
        return isNegated ? onYes : onNo
      }
      let kind = kind(of: check)
      if case .truth(let wanted) = kind, let value = known.value(of: check.slot) {
        return (value == wanted) != isNegated ? onYes : onNo
      }
      // Skip a check whose outcomes lead to the same step.
      guard onYes != onNo else { return onYes }
      decisions.append(
        DecisionNode(
          kind: kind, isNegated: isNegated, slot: check.slot, check: number, onYes: onYes,
          onNo: onNo))
      return Int32(decisions.count - 1)
    }
  }

  private func kind(of check: Check) -> DecisionNode.Kind {
    guard check.transformers.isEmpty, check.otherSlot < 0 else { return .any }
    if let truth = check.truth, check.comparison == .equal { return .truth(truth) }
    return check.listBit >= 0 ? .list(check.listBit) : .any
  }
}
