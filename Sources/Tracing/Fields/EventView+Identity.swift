internal import Decoding
internal import Events
internal import Kernel
internal import ProcessState
internal import Syscalls
internal import Text

// Further fields of Falco: the event as a whole, and the identity of its process.
extension EventView {
  mutating func identityValue(_ field: IdentityField, _ arena: inout ByteArena) -> FieldValue {
    switch field {
    case .evtDir: return .text(arena.append("<"))
    case .evtTime: return .text(arena.append(iso8601(nanoseconds: time)))
    case .evtArgs:
      let words = alertEvent().arguments.map { "\($0.name)=\($0.value.plainText)" }
      return .text(arena.append(words.joined(separator: " ")))
    case .evtCategory: return .text(arena.append(category()))
    case .procExeline:
      return .text(arena.append(image.line(beginningWith: Array(image.argumentList.first ?? []))))
    case .procLoginshellid:
      let own = run.tree[facts.process].map { [$0] } ?? []
      let shells = (own + run.tree.ancestors(of: facts.process)).filter {
        $0.image.isShell
      }
      return shells.last.map { .number(Int64($0.id.rawValue)) } ?? .absent
    case .procIsJIT: return .boolean(image.isJIT)
    case .procIsExeWritable: return isExecutableWritable()
    case .userName:
      return run.userNames.name(of: ids().uid).map { .text(arena.append($0)) } ?? .absent
    case .groupName:
      return run.groupNames.name(of: ids().gid).map { .text(arena.append($0)) } ?? .absent
    }
  }

  mutating func lifeValue(_ field: LifeField, _ arena: inout ByteArena) -> FieldValue {
    switch field {
    case .procVpid:
      return ids().innermost > 0 ? .number(Int64(ids().innermost)) : .absent
    case .procNchilds: return ids().threads > 0 ? .number(ids().threads - 1) : .absent
    case .procDuration:
      guard let stat = text("stat", of: facts.process),
        let start = ProcTexts.startTime(stat)
      else { return .absent }
      return .number(max(0, Machine.sinceStart - start))
    case .procSname:
      guard let stat = text("stat", of: facts.process),
        let session = ProcTexts.sessionAndTerminal(stat)?.session, session > 0,
        let leader = Int32(exactly: session)
      else { return .absent }
      let name = comm(of: ThreadID(rawValue: leader))
      return name.isEmpty ? .absent : .text(arena.append(name))
    case .userLoginuid:
      // The kernel writes -1 (no login user) as an unsigned number.
      guard let text = text("loginuid", of: facts.process),
        let id = UInt32(String(decoding: text.prefix { $0 != 0x0A }, as: UTF8.self))
      else { return .absent }
      return .number(id == .max ? -1 : Int64(id))
    }
  }

  /// The category of the event; for a syscall on a descriptor, that of the descriptor's file.
  private mutating func category() -> String {
    if let category = facts.event.category { return category }
    switch descriptor()?.type {
    case "file", "directory": return "file"
    case "ipv4", "ipv6": return "net"
    case "unix", "pipe": return "IPC"
    default: return "other"
    }
  }

  private mutating func isExecutableWritable() -> FieldValue {
    guard exitSnapshot == nil,
      let status = run.inspector.status("/proc/\(facts.process.rawValue)/exe")
    else { return .absent }
    let user = ids().euid
    if user == 0 { return .boolean(true) }
    if user == status.owner { return .boolean(status.mode & 0o200 != 0) }
    let credentials = credentials()
    let groups = credentials.groups.dropFirst().prefix(1) + credentials.furtherGroups
    // The owner's bits apply to the owner, the group's to its members, and the last to all others.
    return .boolean(status.mode & (groups.contains(status.group) ? 0o020 : 0o002) != 0)
  }
}
