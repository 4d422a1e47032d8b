import Events
import Syscalls

/// SplitMix64: the same numbers on every machine, from a seed that a failure shows.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int(next() % UInt64(elements.count))]
  }

  mutating func chance(_ percent: UInt64) -> Bool { next() % 100 < percent }
}

/// An event whose fields follow from its registers as the kernel reads them.
struct RegisterSource: FieldSource {
  var eventType: EventType
  var registers: [UInt64]
  /// Whether `evt.rawarg` shows the bits that the kernel does not look at.
  var showsAllBits: Bool
  var failed: FieldValue
  var uid: FieldValue

  mutating func value(of key: FieldKey, in arena: inout ByteArena) -> FieldValue {
    switch (key.field, key.parameter) {
    case (.evtArg, .argument(let name)): return argument(name)
    case (.evtRawarg, .argument(let name)):
      guard let index = eventType.position(of: name) else { return .absent }
      let isShort = eventType.arguments[index].kind.is32Bit && !showsAllBits
      return .number(Int64(bitPattern: isShort ? registers[index] & 0xFFFF_FFFF : registers[index]))
    case (.memProt, _): return argument(.prot)
    case (.memIsWX, _) where eventType == .shmat:
      return .boolean(registers[2] & 0o110000 == 0o100000)
    case (.memIsWX, _):
      guard let index = eventType.position(of: .prot) else { return .absent }
      return .boolean(registers[index] & 6 == 6)
    case (.memAddress, _): return argument(.addr)
    case (.memLength, _): return argument(.length)
    case (.evtIsOpenRead, _): return open { $0 & 3 != 1 && $0 & 3 != 3 && $0 & 0x21_0000 == 0 }
    case (.evtIsOpenWrite, _): return open { $0 & 0x243 != 0 }
    case (.evtIsOpenCreate, _): return open { $0 & 0x40_0040 != 0 }
    case (.evtFailed, _): return failed
    case (.userUid, _): return uid
    default: return .absent
    }
  }

  private func argument(_ name: ArgumentName) -> FieldValue {
    guard let index = eventType.position(of: name) else { return .absent }
    let register = registers[index]
    switch eventType.arguments[index].kind {
    case .int, .descriptor, .directory, .pid:
      return .number(Int64(Int32(truncatingIfNeeded: register)))
    case .uint, .id: return .number(Int64(register & 0xFFFF_FFFF))
    case .ulong, .pointer: return .number(Int64(bitPattern: register))
    case .member(let family, _, _): return .flags(register, family)
    case .flags(let family), .enumeration(let family):
      return .flags(family.is64Bit ? register : register & 0xFFFF_FFFF, family)
    default: return .absent
    }
  }

  private func open(_ test: (UInt64) -> Bool) -> FieldValue {
    if eventType == .creat { return .boolean(test(0x241)) }
    guard let index = eventType.position(of: .flags) else { return .boolean(true) }
    return .boolean(test(registers[index]))
  }
}

/// Writes random conditions over what registers hold.
struct ConditionWriter {
  static let events: [EventType] = [
    .open, .openat, .openat2, .creat, .open_by_handle_at, .dup2, .dup3, .mmap, .mprotect,
    .pkey_mprotect, .ptrace, .socket, .chmod, .fchmodat, .umount2, .mount, .unshare, .setns,
    .kill, .setuid, .fcntl, .prctl, .sendto, .bpf, .ftruncate, .personality,
    .clone, .clone3, .shmat,
  ]
  static let numbers = ["0", "1", "2", "3", "5", "16", "0x40", "0x41", "0xfff", "0x100000001"]

  var generator: SeededGenerator

  mutating func condition(depth: Int) -> String {
    let text =
      if depth == 0 || generator.chance(35) {
        check()
      } else {
        "(" + condition(depth: depth - 1) + (generator.chance(50) ? " and " : " or ")
          + condition(depth: depth - 1) + ")"
      }
    return (generator.chance(25) ? "not " : "") + text
  }

  private mutating func check() -> String {
    switch generator.next() % 12 {
    case 0:
      return "evt.type in (\(generator.pick(Self.events)), \(generator.pick(Self.events)))"
    case 1: return generator.pick(["evt.failed = false", "user.uid = 1", "user.uid exists"])
    case 2:
      let field = generator.pick([
        "mem.is_wx", "evt.is_open_read", "evt.is_open_write", "evt.is_open_create",
      ])
      return field + generator.pick([" = ", " != "]) + generator.pick(["true", "false"])
    default: return argumentCheck()
    }
  }

  private mutating func argumentCheck() -> String {
    let event = generator.pick(Self.events)
    let scalars = event.arguments.filter { $0.kind.isScalar }
    guard !scalars.isEmpty else { return "user.uid = 0" }
    let argument = generator.pick(scalars)
    if generator.chance(10) {
      return "evt.rawarg.\(argument.name.rawValue) "
        + generator.pick(["=", "!=", "<", ">="]) + " " + generator.pick(Self.numbers)
    }
    let field =
      argument.name == .prot && generator.chance(50)
      ? "mem.prot" : "evt.arg.\(argument.name.rawValue)"
    if generator.chance(5) { return field + " exists" }
    let family: FlagFamily
    switch argument.kind {
    case .flags(let named), .member(let named, _, _): family = named
    case .enumeration(let named): return field + equality(named)
    default: return field + number()
    }
    return generator.chance(25) ? field + equality(family) : field + containment(family)
  }

  private mutating func number() -> String {
    if generator.chance(10) { return " " + generator.pick(["=", "!=", "<"]) + " val(user.uid)" }
    return generator.chance(50)
      ? " " + generator.pick(["=", "!=", "<", "<=", ">", ">="]) + " " + generator.pick(Self.numbers)
      : " in (" + generator.pick(Self.numbers) + ", " + generator.pick(Self.numbers) + ")"
  }

  private mutating func equality(_ family: FlagFamily) -> String {
    let names = (0..<3).map { _ in generator.pick(family.constants.map(\.name) + Self.numbers) }
    return generator.chance(50)
      ? " in (" + names.joined(separator: ", ") + ")"
      : " " + generator.pick(["=", "!="]) + " " + names[0]
  }

  private mutating func containment(_ family: FlagFamily) -> String {
    let names = (0..<3).map { _ in generator.pick(family.constants).name }
    return generator.chance(40)
      ? " contains " + generator.pick(["anyof", "allof", "oneof"]) + " ("
        + names.dropFirst(Int(generator.next() % 3)).joined(separator: ", ") + ")"
      : " contains " + names[0]
  }

  /// A register's value: small, a constant, or with bits that the kernel does not look at.
  mutating func register(_ kind: ArgumentKind) -> UInt64 {
    var value = UInt64(generator.pick([0, 1, 2, 3, 5, 16, 0x40, 0x41, 0x242, 0xFFF]))
    switch kind {
    case .flags(let family), .enumeration(let family), .member(let family, _, _):
      value = 0
      for _ in 0..<(generator.next() % 3) { value |= generator.pick(family.constants).value }
    default: break
    }
    if generator.chance(10) { value |= 1 << 32 }
    if generator.chance(5) { value = generator.next() }
    return value
  }

  mutating func source(_ event: EventType) -> RegisterSource {
    var registers = event.arguments.map { register($0.kind) }
    registers += repeatElement(0, count: max(0, 6 - registers.count))
    return RegisterSource(
      eventType: event, registers: registers, showsAllBits: generator.chance(50),
      failed: generator.pick([.undecided, .boolean(true), .boolean(false)]),
      uid: generator.pick([.absent, .undecided, .number(0), .number(1)]))
  }
}
