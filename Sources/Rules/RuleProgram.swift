public import Events
public import Syscalls

/// All rules, compiled: flat arrays of trivial values, so that an evaluation follows indices and
/// parses, allocates and looks up nothing.
public struct RuleProgram: Sendable {
  var nodes: [Node] = []
  var children: [Int32] = []
  var checks: [Check] = []
  /// The checks as written, with their `not`.
  var checkTexts: [String] = []
  var operands = Operands()
  /// Of all lists of patterns that each value is compared with.
  private(set) var shared: [SharedIndex] = []
  /// The distinct values that any check reads; a check names one by its place.
  var keys: [FieldKey] = []
  var slots: [FieldKey: Int32] = [:]
  /// The events that have a value for each of `keys`.
  var keyEvents: [EventSet] = []
  var rules: [CompiledRule] = []
  /// The rules that may be true for an event are those of `ruleOrder` from its place here to the
  /// next.
  var ruleStarts: [Int32] = []
  var ruleOrder: [Int32] = []
  var resultEvents = EventSet()

  /// Every field that any rule or exception reads.
  public internal(set) var fields: Set<Field> = []
  /// Which calls must leave the kernel's fast path, with which argument tests.
  public internal(set) var filterPlan = FilterPlan()
  /// Whether any rule can be true of an execution that fails.
  ///
  /// When none can, a tracer needs no stop at the exit of failing `execve(2)` calls, of which a
  /// search along PATH makes many.
  public internal(set) var needsFailedExecutions = false

  init() {}

  /// Compiles rules, or tells all mistakes of all of them.
  public static func compile(_ rules: [RuleText]) throws(RuleProblems) -> RuleProgram {
    var builder = ProgramBuilder()
    for rule in rules { builder.add(rule) }
    guard builder.problems.isEmpty else { throw RuleProblems(builder.problems) }
    var program = builder.program
    program.finish()
    return program
  }

  /// How many rules there are.
  public var ruleCount: Int { rules.count }

  /// Which calls one rule needs to see.
  public func filterPlan(ofRule index: Int) -> FilterPlan { rules[index].plan }

  /// Whether any rule can be true for an event.
  public func isWatched(_ event: EventType) -> Bool { !ruleIndices(for: event).isEmpty }

  /// Whether a rule that can be true for an event reads what is only known after the call.
  public func needsResult(_ event: EventType) -> Bool { resultEvents.contains(event) }

  /// Where the rules that may be true for an event are in the order of rules.
  func ruleIndices(for event: EventType) -> Range<Int> {
    let place = Int(event.rawValue)
    guard place + 1 < ruleStarts.count else { return 0..<0 }
    return Int(ruleStarts[place])..<Int(ruleStarts[place + 1])
  }

  /// The rule at a place of the order.
  func rule(at place: Int) -> Int { Int(ruleOrder[place]) }

  /// The slot of a value that some check reads.
  func knownSlot(of key: FieldKey) -> Int32? { slots[key] }
}

// What ProgramBuilder adds.
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

  /// The slot of a value, a new one if need be; -1 for `evt.type`.
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

// What is worked out when all rules are there.
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

  /// Makes the index of all lists of patterns, which is quicker than to keep it.
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
  /// Whether this is no system call, so that no filter can see it.
  var isPseudo: Bool { self == .procexit || self == .procstart || self == .signaldeliver }
}
