public import Events
internal import Syscalls

// Serialisation of compiled rules, so that built-in policies need no compilation in each run.
extension RuleProgram {
  /// Serialises the program for ``init(unpacking:)`` of the same build.
  ///
  /// Omits the filter needs of single rules: tracing requires only the total.
  public func pack(into packer: inout Packer) {
    packer.add(nodes) { $1.pack(into: &$0) }
    packer.add(children) { $0.add(signed: Int64($1)) }
    packer.add(checks) { $1.pack(into: &$0) }
    packer.add(checkTexts) { $0.add($1) }
    operands.pack(into: &packer)
    packer.add(keys) { $0.add($1) }
    packer.add(keyEvents) { $1.pack(into: &$0) }
    packer.add(rules) { $1.pack(into: &$0) }
    packer.add(ruleStarts) { $0.add(signed: Int64($1)) }
    packer.add(ruleOrder) { $0.add(signed: Int64($1)) }
    resultEvents.pack(into: &packer)
    packer.add(fields.sorted { $0.rawValue < $1.rawValue }) { $0.add(UInt64($1.rawValue)) }
    packer.add(filterPlan.needs.sorted { $0.key.rawValue < $1.key.rawValue }) { packer, entry in
      packer.add(UInt64(entry.key.rawValue))
      entry.value.pack(into: &packer)
    }
    packer.add(needsFailedExecutions)
  }

  /// Deserialises the output of ``pack(into:)``.
  public init(unpacking unpacker: inout Unpacker) {
    self.init()
    nodes = unpacker.list { Node(unpacking: &$0) }
    children = unpacker.list { Int32(truncatingIfNeeded: $0.signed()) }
    checks = unpacker.list { Check(unpacking: &$0) }
    checkTexts = unpacker.list { $0.text() }
    operands = Operands(unpacking: &unpacker)
    keys = unpacker.list { $0.key() }
    for (index, key) in keys.enumerated() { slots[key] = Int32(index) }
    keyEvents = unpacker.list { EventSet(unpacking: &$0) }
    rules = unpacker.list { CompiledRule(unpacking: &$0) }
    ruleStarts = unpacker.list { Int32(truncatingIfNeeded: $0.signed()) }
    ruleOrder = unpacker.list { Int32(truncatingIfNeeded: $0.signed()) }
    resultEvents = EventSet(unpacking: &unpacker)
    fields = Set(unpacker.list { $0.field() })
    for (event, need) in unpacker.list({ ($0.event(), FilterNeed(unpacking: &$0)) }) {
      filterPlan.needs[event] = need
    }
    needsFailedExecutions = unpacker.flag()
    // Reject truncated input, whose indices may be invalid.
    if !unpacker.isBroken { indexLists() }
  }
}

extension Packer {
  /// Writes a reference to a value.
  public mutating func add(_ key: FieldKey) {
    add(UInt64(key.field.rawValue))
    switch key.parameter {
    case .none: add(0)
    case .index(let index):
      add(1)
      add(UInt64(index))
    case .argument(let name):
      add(2)
      add(name.rawValue)
    case .name(let name):
      add(3)
      add(name)
    }
  }
}

extension Unpacker {
  /// Reads a reference to a value.
  public mutating func key() -> FieldKey {
    let field = field()
    switch number() {
    case 0: return FieldKey(field)
    case 1: return FieldKey(field, .index(Int(truncatingIfNeeded: number())))
    case 2:
      if let name = ArgumentName(rawValue: text()) { return FieldKey(field, .argument(name)) }
    case 3: return FieldKey(field, .name(text()))
    default: break
    }
    refuse()
    return FieldKey(field)
  }

  mutating func field() -> Field {
    if let field = UInt8(exactly: number()).flatMap({ Field(rawValue: $0) }) { return field }
    refuse()
    return .evtType
  }

  mutating func event() -> EventType {
    if let event = UInt16(exactly: number()).flatMap({ EventType(rawValue: $0) }) { return event }
    refuse()
    return .read
  }

  mutating func run() -> OperandRange {
    OperandRange(
      start: Int32(truncatingIfNeeded: number()), count: Int32(truncatingIfNeeded: number()))
  }

  fileprivate mutating func one<Value: CaseIterable>(of type: Value.Type) -> Value
  where Value.AllCases == [Value] {
    let all = Value.allCases
    let index = number()
    if index < UInt64(all.count) { return all[Int(index)] }
    refuse()
    return all[0]
  }
}

extension Packer {
  fileprivate mutating func add(_ run: OperandRange) {
    add(UInt64(run.start))
    add(UInt64(run.count))
  }

  fileprivate mutating func add<Value: CaseIterable & Equatable>(case value: Value)
  where Value.AllCases == [Value] {
    add(UInt64(Value.allCases.firstIndex(of: value) ?? 0))
  }
}

extension Node {
  fileprivate func pack(into packer: inout Packer) {
    switch kind {
    case .all(let run):
      packer.add(0)
      packer.add(run)
    case .any(let run):
      packer.add(1)
      packer.add(run)
    case .check(let check, let isNegated):
      packer.add(isNegated ? 3 : 2)
      packer.add(UInt64(check))
    }
  }

  fileprivate init(unpacking unpacker: inout Unpacker) {
    switch unpacker.number() {
    case 0: kind = .all(unpacker.run())
    case 1: kind = .any(unpacker.run())
    case let number:
      kind = .check(Int32(truncatingIfNeeded: unpacker.number()), isNegated: number == 3)
    }
  }
}

extension CompiledRule {
  fileprivate func pack(into packer: inout Packer) {
    packer.add(signed: Int64(root))
    packer.add(exceptions) { $0.add(signed: Int64($1)) }
    events.pack(into: &packer)
    exceptionsWait.pack(into: &packer)
  }

  fileprivate init(unpacking unpacker: inout Unpacker) {
    root = Int32(truncatingIfNeeded: unpacker.signed())
    exceptions = unpacker.list { Int32(truncatingIfNeeded: $0.signed()) }
    events = EventSet(unpacking: &unpacker)
    exceptionsWait = EventSet(unpacking: &unpacker)
    plan = FilterPlan()
  }
}

extension Check {
  fileprivate func pack(into packer: inout Packer) {
    packer.add(case: comparison)
    packer.add(case: quantity)
    packer.add(signed: Int64(itemCount))
    packer.add(signed: Int64(slot))
    packer.add(signed: Int64(otherSlot))
    for run in [
      transformers, expressions, texts, literals, unindexed, textSet, numbers, networks, flags,
    ] { packer.add(run) }
    packer.add(needsEveryName)
    packer.add(isFamily)
    packer.add(truth.map { $0 ? 2 : 1 } ?? 0)
    events.pack(into: &packer)
  }

  fileprivate init(unpacking unpacker: inout Unpacker) {
    let comparison = unpacker.one(of: ConditionOperator.self)
    let quantity = unpacker.one(of: Quantity.self)
    let counts = [unpacker.signed(), unpacker.signed(), unpacker.signed()]
    let runs = [
      unpacker.run(), unpacker.run(), unpacker.run(), unpacker.run(), unpacker.run(),
      unpacker.run(), unpacker.run(), unpacker.run(), unpacker.run(),
    ]
    self.init(
      comparison: comparison, quantity: quantity, slot: Int32(truncatingIfNeeded: counts[1]),
      needsEveryName: unpacker.flag(), isFamily: unpacker.flag())
    itemCount = Int32(truncatingIfNeeded: counts[0])
    otherSlot = Int32(truncatingIfNeeded: counts[2])
    transformers = runs[0]
    expressions = runs[1]
    texts = runs[2]
    literals = runs[3]
    unindexed = runs[4]
    textSet = runs[5]
    numbers = runs[6]
    networks = runs[7]
    flags = runs[8]
    let known = unpacker.number()
    truth = known == 0 ? nil : known == 2
    events = EventSet(unpacking: &unpacker)
  }
}

extension FilterNeed {
  fileprivate func pack(into packer: inout Packer) {
    guard case .tests(let lists) = self else {
      packer.add(0)
      return
    }
    packer.add(1)
    packer.add(lists) { packer, list in
      packer.add(list) { packer, test in
        packer.add(UInt64(test.index))
        packer.add(test.mask)
        packer.add(test.value)
        packer.add(test.isDifferent)
      }
    }
  }

  fileprivate init(unpacking unpacker: inout Unpacker) {
    guard unpacker.number() == 1 else {
      self = .always
      return
    }
    self = .tests(
      unpacker.list { unpacker in
        unpacker.list { unpacker in
          let index = Int(truncatingIfNeeded: unpacker.number())
          let mask = unpacker.number()
          let value = unpacker.number()
          return unpacker.flag()
            ? ArgumentTest(index: index, not: value)
            : ArgumentTest(index: index, mask: mask, value: value)
        }
      })
  }
}
