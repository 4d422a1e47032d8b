internal import Decoding
internal import Detection
internal import Events
internal import Kernel
internal import Syscalls

// Fields of the syscall itself: its name, its arguments, its result.
extension EventView {
  mutating func callValue(
    _ field: CallField, _ parameter: FieldKey.Parameter, _ arena: inout ByteArena
  ) -> FieldValue {
    switch field {
    case .evtRes: return result.map { .text(arena.append(Self.resultName($0))) } ?? .absent
    case .evtRawres: return result.map { .number($0) } ?? .absent
    case .evtFailed: return result.map { .boolean($0 < 0) } ?? .absent
    case .evtABI: return .text(arena.append(facts.abi.name))
    case .evtArg: return argument(parameter, &arena)
    case .evtRawarg:
      guard case .argument(let name) = parameter,
        let position = facts.event.position(of: name)
      else { return .absent }
      if case .member(_, let register, let offset) = facts.event.arguments[position].kind {
        return facts.member(of: register, offset: offset)
          .map { .number(Int64(bitPattern: $0)) } ?? .absent
      }
      return .number(Int64(bitPattern: facts.registers.arguments[position]))
    case .evtIsOpenRead: return opens(for: .read)
    case .evtIsOpenWrite: return opens(for: .write)
    case .evtIsOpenCreate: return opens(for: .create)
    case .evtIsOpenExec: return opens(for: .execute)
    case .runDirectoriesListed:
      return contribution.directories.map { .number(Int64($0)) } ?? .absent
    }
  }

  /// The kinds of access of an open, from its flags and, for a new file, its mode.
  var openKinds: OpenKinds? {
    guard let flags = facts.openFlags else { return nil }
    var kinds: OpenKinds = []
    if flags.mayRead { kinds.insert(.read) }
    // Access mode 3 permits neither reading nor writing.
    if flags.mayWrite, flags.accessMode != 3 || !flags.isDisjoint(with: [.create, .truncate]) {
      kinds.insert(.write)
    }
    if flags.mayCreate {
      kinds.insert(.create)
      if (facts.mode ?? 0) & 0o111 != 0 { kinds.insert(.execute) }
    }
    return kinds
  }

  private func opens(for kind: OpenKinds) -> FieldValue {
    openKinds.map { .boolean($0.contains(kind)) } ?? .absent
  }

  /// `SUCCESS`, or the name of the error.
  static func resultName(_ result: Int64) -> String {
    result < 0 ? Errno(rawValue: Int32(truncatingIfNeeded: -result)).name : "SUCCESS"
  }

  private mutating func argument(
    _ parameter: FieldKey.Parameter, _ arena: inout ByteArena
  ) -> FieldValue {
    guard case .argument(let name) = parameter, let position = facts.event.position(of: name)
    else { return .absent }
    let register = facts.registers.arguments[position]
    let kind = facts.event.arguments[position].kind
    switch kind {
    case .int, .descriptor, .directory, .pid:
      return .number(Int64(Int32(truncatingIfNeeded: register)))
    case .uint, .id: return .number(Int64(register & 0xFFFF_FFFF))
    case .ulong, .pointer, .openHow, .cloneArguments:
      return .number(Int64(bitPattern: register))
    case .path, .pathNoFollow:
      return path(at: position).map { $0.value(&arena) } ?? .absent
    case .text:
      var text: [UInt8] = []
      guard facts.memory.readString(register, limit: Paths.longest, into: &text) == .complete
      else { return .absent }
      return .text(arena.append(text))
    case .strings:
      return .texts(arena.append(facts.strings(at: position).flatMap { $0 + [0] }))
    case .socketAddress, .message, .messages:
      return destination.map { .text(arena.append($0.text)) } ?? .absent
    case .member(let family, let register, let offset):
      return facts.member(of: register, offset: offset).map { .flags($0, family) } ?? .absent
    case .flags(let family), .enumeration(let family):
      return .flags(family.is64Bit ? register : register & 0xFFFF_FFFF, family)
    }
  }
}
