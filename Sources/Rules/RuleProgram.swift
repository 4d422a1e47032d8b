public import Events
public import Syscalls

/// The compiled rules: flat arrays of trivial values, so that an evaluation follows indices without
/// parsing, allocation and name look-up.
public struct RuleProgram: Sendable {
  var nodes: [Node] = []
  var children: [Int32] = []
  var checks: [Check] = []
  /// The checks as written, with their `not`.
  var checkTexts: [String] = []
  var operands = Operands()
  /// For each value, the shared index of all its lists of patterns.
  private(set) var shared: [SharedIndex] = []
  /// The distinct values that checks read; a check refers to a value by its index, the slot.
  var keys: [FieldKey] = []
  var slots: [FieldKey: Int32] = [:]
  /// For each of `keys`, the events with a value.
  var keyEvents: [EventSet] = []
  var rules: [CompiledRule] = []
  /// The start index of each event's rules in `ruleOrder`; they end at the next event's start.
  var ruleStarts: [Int32] = []
  var ruleOrder: [Int32] = []
  var resultEvents = EventSet()

  /// Every field that any rule or exception reads.
  public internal(set) var fields: Set<Field> = []
  /// The calls that the seccomp filter must report, with argument tests.
  public internal(set) var filterPlan = FilterPlan()
  /// Whether any rule can be true for a failed execution.
  ///
  /// If not, the tracer needs no exit stop of failing `execve(2)` calls, which are frequent in
  /// searches along PATH.
  public internal(set) var needsFailedExecutions = false

  init() {}

  /// Compiles rules; throws all errors of all rules.
  public static func compile(_ rules: [RuleText]) throws(RuleProblems) -> RuleProgram {
    var builder = ProgramBuilder()
    for rule in rules { builder.add(rule) }
    guard builder.problems.isEmpty else { throw RuleProblems(builder.problems) }
    var program = builder.program
    program.finish()
    return program
  }

  /// Number of rules.
  public var ruleCount: Int { rules.count }

  /// The calls that one rule needs to observe.
  public func filterPlan(ofRule index: Int) -> FilterPlan { rules[index].plan }

  /// Whether any rule may be true for an event.
  public func isWatched(_ event: EventType) -> Bool { !ruleIndices(for: event).isEmpty }

  /// Whether a rule for an event reads a value that is known only after the call's return.
  public func needsResult(_ event: EventType) -> Bool { resultEvents.contains(event) }

  /// The range of an event's rules in the rule order.
  func ruleIndices(for event: EventType) -> Range<Int> {
    let place = Int(event.rawValue)
    guard place + 1 < ruleStarts.count else { return 0..<0 }
    return Int(ruleStarts[place])..<Int(ruleStarts[place + 1])
  }

  /// The rule at an index of the order.
  func rule(at place: Int) -> Int { Int(ruleOrder[place]) }

  /// The slot of a value; nil if no check reads it.
  func knownSlot(of key: FieldKey) -> Int32? { slots[key] }
}

// Additions by ProgramBuilder.
extension RuleProgram {
  mutating func add(_ kind: Node.Kind) -> Int32 {
    nodes.append(Node(kind: kind))
    return Int32(nodes.count - 1)
  }

  mutating func add(children added: [Int32]) -> OperandRange {
    children += added
    return OperandRange(start: Int32(children.count - added.count), count: Int32(added.count))
  }

  mutating func add(_ check: Check, _ text: String) -> Int32 {
    checks.append(check)
    checkTexts.append(text)
    return Int32(checks.count - 1)
  }

  /// The slot of a value, added if missing; -1 for `evt.type`.
  mutating func slot(of key: FieldKey) -> Int32 {
    fields.insert(key.field)
    guard key.field != .evtType else { return -1 }
    if let slot = slots[key] { return slot }
    let slot = Int32(keys.count)
    keys.append(key)
    slots[key] = slot
    return slot
  }

  mutating func add(root: Int32?, exceptions: [Int32]) {
    rules.append(
      CompiledRule(
        root: root ?? -1, exceptions: exceptions, events: EventSet(), exceptionsWait: EventSet(),
        plan: FilterPlan()))
  }
}

// Final steps after all rules are added.
extension RuleProgram {
  mutating func finish() {
    var applicability = Applicability()
    keyEvents = keys.map { applicability.events(of: $0) }
    let analysis = Analysis(program: self)
    for index in rules.indices {
      let rule = rules[index]
      var events = analysis.events(ofNode: rule.root)
      var plan = FilterPlan()
      for event in events.members {
        let tests = analysis.tests(rule.root, in: event)
        guard let need = tests.need else {
          if !analysis.isSeenOtherwise(rule.root, in: event) { events.remove(event) }
          continue
        }
        if !event.isPseudo { plan.add(event, need) }
      }
      rules[index].events = events
      rules[index].plan = plan
      filterPlan.formUnion(plan)
      var waits = EventSet()
      for exception in rule.exceptions { waits.formUnion(analysis.waits(ofNode: exception)) }
      waits.formIntersection(events)
      rules[index].exceptionsWait = waits
      var results = analysis.waits(ofNode: rule.root)
      results.formIntersection(events)
      resultEvents.formUnion(results)
      resultEvents.formUnion(waits)
      for event in [EventType.execve, .execveat] where events.contains(event) {
        if analysis.canBeTrueOfFailure(rule.root, in: event) { needsFailedExecutions = true }
      }
    }
    indexRules()
    operands.known = [:]
    indexLists()
  }

  /// Builds the index of all lists of patterns, which is faster than deserialising it.
  mutating func indexLists() {
    var own = Array(repeating: [Int](), count: keys.count)
    for index in checks.indices where checks[index].hasTexts && checks[index].slot >= 0 {
      own[Int(checks[index].slot)].append(index)
    }
    shared = own.map { SharedIndex(&checks, $0, operands) }
  }

  private mutating func indexRules() {
    for event in EventType.allCases {
      ruleStarts.append(Int32(ruleOrder.count))
      for (index, rule) in rules.enumerated() where rule.events.contains(event) {
        ruleOrder.append(Int32(index))
      }
    }
    ruleStarts.append(Int32(ruleOrder.count))
  }
}

extension EventType {
  /// Whether this is not a syscall, so that no filter can report it.
  var isPseudo: Bool { self == .procexit || self == .procstart || self == .signaldeliver }
}
