public import Events
internal import Syscalls

// The reasons and messages of a matched event.
extension RuleEvaluator {
  /// The checks by which a rule matched the current event, with the values of their fields.
  public mutating func reasons<S: FieldSource>(rule: Int, _ source: inout S) -> [Reason] {
    var reasons: [Reason] = []
    collect(program.rules[rule].root, &source, &reasons)
    return reasons
  }

  /// Whether a rule matched the current event by a check of the syscall's result, so that the rule
  /// itself says which outcome it is about.
  public mutating func asksForResult<S: FieldSource>(rule: Int, _ source: inout S) -> Bool {
    var fields: Set<Field> = []
    collectFields(program.rules[rule].root, &source, &fields)
    return !fields.isDisjoint(with: [.evtRes, .evtRawres, .evtFailed])
  }

  private mutating func collectFields<S: FieldSource>(
    _ index: Int32, _ source: inout S, _ fields: inout Set<Field>
  ) {
    guard verdict(index, &source) == .yes else { return }
    switch program.nodes[Int(index)].kind {
    case .all(let run), .any(let run):
      for place in run.indices { collectFields(program.children[place], &source, &fields) }
    case .check(let index, _):
      let check = program.checks[Int(index)]
      if !check.readsEventType { fields.insert(program.keys[Int(check.slot)].field) }
    }
  }

  /// Formats a message about the current event.
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

  /// The name of a path (unresolved or resolved) that matched a check.
  private func telling(_ value: FieldValue, _ check: Check) -> FieldValue {
    guard case .path(let given, let resolved) = value, given != resolved,
      !program.operands.matches(check, .text(resolved), arena.bytes.span)
    else { return value }
    return .text(given)
  }
}
