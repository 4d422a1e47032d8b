internal import Events
internal import Syscalls
internal import Text

/// Derives seccomp register tests from checks.
///
/// Every test must be implied by the check, never stronger: dftrace does not see what the filter
/// allows. A field that depends on more than registers gives "always".
struct PushDown {
  let key: FieldKey
  let check: Check
  let operands: Operands

  /// The register test that the check, or its negation, implies.
  func tests(in event: EventType, isNegated: Bool) -> Disjunction {
    if check.readsEventType {
      return check.events.contains(event) != isNegated ? .always : .never
    }
    guard key.field.applies(to: event, key.parameter), hasOperands(in: event) else {
      // Such a check is false, and its negation true.
      return isNegated ? .always : .never
    }
    if !isNegated, let tests = valueTests(in: event) { return tests }
    // Registers do not determine transformed values and other fields.
    if !check.transformers.isEmpty || check.otherSlot >= 0 { return .always }
    if key.field == .evtABI, !isNegated, !mayBeNative { return .never }
    if check.comparison == .exists { return .always }
    if let wanted = check.truth {
      let isTrue = wanted == (check.comparison == .equal)
      // A true boolean field implies a test; a false one implies none.
      return isTrue && !isNegated ? booleanTests(in: event) : .always
    }
    if !isNegated, let tests = rangeTests(in: event) { return tests }
    guard let (index, kind) = register(in: event), let exact = exactTests(index, kind) else {
      return .always
    }
    return isNegated == (check.comparison == .notEqual) ? exact : exact.complement()
  }

  /// Whether the check has operands of the field's type in an event.
  private func hasOperands(in event: EventType) -> Bool {
    guard check.comparison != .exists, check.otherSlot < 0, check.transformers.isEmpty,
      key.field == .evtArg, let kind = argumentKind(in: event)
    else { return true }
    switch kind {
    case .flags(let family), .enumeration(let family), .member(let family, _, _):
      return check.flags.indices.contains(where: { operands.flags[$0].applies(to: family) })
    case .int, .uint, .ulong, .pointer, .descriptor, .directory, .pid, .id:
      return !check.numbers.isEmpty
    case .path, .pathNoFollow, .text, .strings:
      return !check.texts.isEmpty || !check.textSet.isEmpty || !check.expressions.isEmpty
    case .socketAddress, .message, .messages, .openHow, .cloneArguments:
      return true
    }
  }

  private func argumentKind(in event: EventType) -> ArgumentKind? {
    guard case .argument(let name) = key.parameter, let index = event.position(of: name) else {
      return nil
    }
    return event.arguments[index].kind
  }

  /// The register that holds the field's value; nil without one.
  func register(in event: EventType) -> (Int, ArgumentKind)? {
    let name: ArgumentName
    switch (key.field, key.parameter) {
    case (.evtArg, .argument(let argument)), (.evtRawarg, .argument(let argument)):
      name = argument
    case (.memProt, _): name = .prot
    case (.memAddress, _): name = .addr
    case (.memLength, _): name = .length
    default: return nil
    }
    guard let index = event.position(of: name) else { return nil }
    let kind = event.arguments[index].kind
    // Values in memory belong to an argument but not to a register.
    if case .member = kind { return nil }
    return kind.isScalar || key.field == .evtRawarg ? (index, kind) : nil
  }

  /// The register test that is equivalent to the check (for `!=`: to its negation); nil if no exact
  /// test exists, which the complement requires.
  private func exactTests(_ index: Int, _ kind: ArgumentKind) -> Disjunction? {
    var result = Disjunction.never
    switch kind {
    case .flags(let family) where key.field != .evtRawarg,
      .enumeration(let family) where key.field != .evtRawarg:
      guard let tests = exactTests(index, family) else { return nil }
      result = tests
    default:
      guard [.equal, .notEqual, .in].contains(check.comparison) else { return nil }
      let mask: UInt64 = kind.is32Bit ? 0xFFFF_FFFF : ~0
      for place in check.numbers.indices {
        let value = UInt64(bitPattern: operands.numbers[place])
        result.formUnion(
          Disjunction(ArgumentTest(index: index, mask: mask, value: value)), limit: .max)
      }
    }
    return result.alternatives.count > Disjunction.limit ? nil : result
  }

  private func exactTests(_ index: Int, _ family: FlagFamily) -> Disjunction? {
    let tests = check.flags.indices.map { operands.flags[$0] }.filter { $0.applies(to: family) }
    let singles = tests.map { test -> Disjunction in
      let mask = test.mask & family.width
      // A value with bits that the kernel ignores never matches.
      guard test.value & ~mask == 0 else { return .never }
      return Disjunction(ArgumentTest(index: index, mask: mask, value: test.value))
    }
    switch check.quantity {
    case .one where tests.count > 1: return nil
    case .any, .one:
      return singles.reduce(into: .never) { $0.formUnion($1, limit: .max) }
    case .all:
      guard !tests.isEmpty, tests.count == Int(check.itemCount) else { return .never }
      return singles.reduce(into: .always) { $0.formIntersection($1) }
    }
  }

  /// The register test implied by a true boolean field.
  private func booleanTests(in event: EventType) -> Disjunction {
    switch key.field {
    // SHM_EXEC without SHM_RDONLY.
    case .memIsWX where event == .shmat: return any(event, .flags, [(0o110000, 0o100000)])
    case .memIsWX: return any(event, .prot, [(0x6, 0x6)])
    case .evtIsOpenWrite where event == .creat, .evtIsOpenCreate where event == .creat:
      return .always
    // creat(2) opens for writing alone.
    case .evtIsOpenRead where event == .creat: return .never
    // O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, a bit each.
    case .evtIsOpenWrite:
      return any(event, .flags, [(0x1, 0x1), (0x2, 0x2), (0x40, 0x40), (0x200, 0x200)])
    // O_RDONLY or O_RDWR in the access mode, and neither O_PATH nor O_DIRECTORY.
    case .evtIsOpenRead: return any(event, .flags, [(0x21_0003, 0x0), (0x21_0003, 0x2)])
    // O_CREAT, or O_TMPFILE's own bit.
    case .evtIsOpenCreate, .evtIsOpenExec:
      return any(event, .flags, [(0x40, 0x40), (0x40_0000, 0x40_0000)])
    // Only O_CREAT creates the opened file.
    case .fileWasCreated where event == .open || event == .openat:
      return any(event, .flags, [(0x40, 0x40)])
    // SOL_PACKET; SIOCSIFFLAGS.
    case .netSetsPromiscuous where event == .setsockopt:
      return any(event, .level, [(0xFFFF_FFFF, 263)])
    case .netSetsPromiscuous where event == .ioctl:
      return any(event, .request, [(0xFFFF_FFFF, 0x8914)])
    default: return .always
    }
  }

  /// A disjunction of masked values; always for calls with flags in memory, such as openat2.
  private func any(
    _ event: EventType, _ name: ArgumentName, _ tests: [(mask: UInt64, value: UInt64)]
  ) -> Disjunction {
    guard let index = event.position(of: name), event.arguments[index].kind.isScalar else {
      return .always
    }
    var result = Disjunction.never
    for (mask, value) in tests {
      result.formUnion(Disjunction(ArgumentTest(index: index, mask: mask, value: value)))
    }
    return result
  }
}
