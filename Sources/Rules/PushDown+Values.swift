internal import Events
internal import Syscalls

// Register tests implied by a field having a value, or a small value.
extension PushDown {
  /// The test that holds for calls in which the field has a value; nil if no register determines
  /// it.
  func valueTests(in event: EventType) -> Disjunction? {
    func test(_ name: ArgumentName, _ mask: UInt64, _ value: UInt64) -> Disjunction? {
      event.position(of: name).map {
        Disjunction(ArgumentTest(index: $0, mask: mask, value: value))
      }
    }
    switch (key.field.scope, event) {
    // Without an address the check is false.
    case (.addresses, .sendto), (.names, .sendto), (.names, .recvfrom), (.netlink, .sendto),
      (.options, .sendto):
      return event.position(of: .addr).map { Disjunction(ArgumentTest(index: $0, not: 0)) }
    // Connection data comes from inspected connections, not from the filter.
    case (.conversations, _), (.names, .read), (.names, .readv), (.names, .write),
      (.names, .writev):
      return .never
    // PR_SET_NAME; PR_CAP_AMBIENT; <linux/prctl.h>.
    case (.naming, .prctl): return test(.option, 0xFFFF_FFFF, 15)
    case (.capabilities, .prctl): return test(.option, 0xFFFF_FFFF, 47)
    default: break
    }
    guard key.field == .runDirectoriesListed, event == .open || event == .openat else { return nil }
    return test(.flags, OpenFlags.directory.rawValue, OpenFlags.directory.rawValue)
  }

  /// Whether a check of `evt.syscall.abi` can be true for native syscalls.
  var mayBeNative: Bool {
    let native = Array("x86_64".utf8)
    func isNative(_ text: ByteRange) -> Bool { operands.bytes[text.indices].elementsEqual(native) }
    switch check.comparison {
    case .equal: return check.texts.indices.contains { isNative(operands.texts[$0]) }
    case .in:
      return check.textSet.indices.contains {
        let entry = operands.hashSlots[$0]
        return entry > 0 && isNative(operands.texts[Int(entry) - 1])
      }
    default: return true
    }
  }

  /// The test implied by a number being less than a bound: its higher bits are 0.
  func rangeTests(in event: EventType) -> Disjunction? {
    guard check.comparison == .less || check.comparison == .lessOrEqual,
      let (index, kind) = register(in: event), key.field != .evtRawarg,
      kind == .pointer || kind == .ulong,
      let bound = check.numbers.indices.map({ operands.numbers[$0] }).max(), bound > 0
    else { return nil }
    let bits = 64 - UInt64(bound).leadingZeroBitCount
    guard bits < 63 else { return nil }
    var tests = Disjunction(ArgumentTest(index: index, mask: ~((1 << UInt64(bits)) - 1), value: 0))
    // Numbers are signed: a set highest bit means a negative number.
    tests.formUnion(Disjunction(ArgumentTest(index: index, mask: 1 << 63, value: 1 << 63)))
    return tests
  }
}
