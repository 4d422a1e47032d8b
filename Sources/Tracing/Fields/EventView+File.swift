internal import Decoding
internal import Events
internal import Kernel
internal import ProcessState
internal import Syscalls

// Fields of files, descriptors, memory ranges and other processes.
extension EventView {
  mutating func descriptorValue(
    _ field: DescriptorField, _ arena: inout ByteArena
  ) -> FieldValue {
    switch field {
    case .fdNum: return descriptorNumber()
    case .fdName: return name(&arena)
    case .fdNameraw:
      guard let subject = subject(), !subject.given.isEmpty else { return .absent }
      return .text(arena.append(subject.given))
    case .fdDirectory:
      return part(&arena) { Paths.directory($0) }
    case .fdFilename:
      return part(&arena) { Paths.filename($0) }
    case .fdType: return descriptor().map { .text(arena.append($0.type)) } ?? .absent
    case .fdTypechar:
      return descriptor().map { .text(arena.append(DescriptorFacts.letter(of: $0.type))) }
        ?? .absent
    case .fdIsOutgoing: return .boolean(descriptor().map { isOutgoing($0.link) } ?? false)
    case .fsPathName:
      return pathPositions.first.map { names(at: $0, &arena) } ?? .absent
    case .fsPathSource: return source(&arena)
    case .fsPathTarget:
      return pathPositions.last.map { names(at: $0, &arena) } ?? .absent
    case .fileIsInWorkspace:
      return subject().map { .boolean(run.isInWorkspace($0.resolved)) } ?? .absent
    }
  }

  private func descriptorNumber() -> FieldValue {
    if facts.event.isOpen { return result.map { .number($0) } ?? .absent }
    return facts.descriptor.map { .number(Int64($0)) } ?? .absent
  }

  private mutating func name(_ arena: inout ByteArena) -> FieldValue {
    if case .unix(let path) = destination {
      return path.isEmpty ? .absent : facts.path(named: path).value(&arena)
    }
    if let destination {
      let range = arena.append(destination.text)
      return .path(given: range, resolved: range)
    }
    if let position = pathPositions.last { return names(at: position, &arena) }
    return subject().map { $0.value(&arena) } ?? .absent
  }

  private mutating func part(
    _ arena: inout ByteArena, _ take: (ArraySlice<UInt8>) -> ArraySlice<UInt8>
  ) -> FieldValue {
    guard let subject = subject() else { return .absent }
    let isEffect = facts.isEffect && subject.resolved.first == 0x2F
    let hasOne = isEffect || subject.given == subject.resolved
    let given = arena.append(take(hasOne ? subject.resolved[...] : subject.given[...]))
    // Equal names are compared once.
    if hasOne { return .path(given: given, resolved: given) }
    return .path(given: given, resolved: arena.append(take(subject.resolved[...])))
  }

  private mutating func source(_ arena: inout ByteArena) -> FieldValue {
    let positions = pathPositions
    if positions.count == 2 { return names(at: positions[0], &arena) }
    // The target of a symbolic link is a text; it names a file only when it is followed.
    var text: [UInt8] = []
    guard let position = facts.event.position(of: .target),
      facts.memory.readString(
        facts.registers.arguments[position], limit: Paths.longest, into: &text) == .complete
    else { return .absent }
    let range = arena.append(text)
    return .path(given: range, resolved: range)
  }

  mutating func statusValue(_ field: StatusField) -> FieldValue {
    guard let status = subject()?.status(run.inspector) else {
      return field == .fileIsRegular ? .boolean(false) : .absent
    }
    switch field {
    case .fileMode: return .flags(UInt64(status.mode), .mode)
    case .fileIsRegular: return .boolean(status.isRegular)
    case .fileIsSetuid: return .boolean(status.mode & 0o6000 != 0)
    case .fdDev: return .number(Int64(truncatingIfNeeded: status.identity.device))
    case .fdIno: return .number(Int64(truncatingIfNeeded: status.identity.inode))
    case .fileIsWorldWritable: return .boolean(status.mode & 0o002 != 0)
    }
  }

  /// The process id argument of the syscall, in the caller's pid namespace.
  private mutating func targetNumber() -> Int32? {
    guard !facts.event.isOpen else {
      return subject().flatMap { Paths.processNumber($0.resolved) }
    }
    if facts.event == .pidfd_send_signal {
      return facts.descriptor.flatMap {
        run.inspector.processOfDescriptor($0, of: facts.thread)?.rawValue
      }
    }
    return facts.event.arguments.firstIndex { $0.kind == .pid }
      .map { Int32(truncatingIfNeeded: facts.registers.arguments[$0]) }
  }

  /// Whether a process, or a process group of kill(2), belongs to the run. Nil for ids of another
  /// pid namespace.
  private func isInRun(_ id: Int32) -> Bool? {
    guard sharesProcessIDs(facts.thread) else { return nil }
    // 0 is the caller's own process group, which belongs to the run.
    if id == 0 { return true }
    // -1 means every process that the caller may signal.
    if id == -1 { return false }
    let number = abs(id)
    if run.tree.hasBelonged(ProcessID(rawValue: number)) { return true }
    guard let process = run.inspector.process(of: ThreadID(rawValue: number)) else { return false }
    return run.tree.hasBelonged(process)
  }

  mutating func targetValue(_ field: TargetField, _ arena: inout ByteArena) -> FieldValue {
    guard let id = targetNumber() else { return .absent }
    if field == .targetPid { return .number(Int64(id)) }
    if field == .targetIsInRun { return isInRun(id).map { .boolean($0) } ?? .absent }
    // Ids belong to the caller's pid namespace. In a namespace other than dftrace's, they name
    // another process here, so the field is absent.
    guard id > 0, sharesProcessIDs(facts.thread) else { return .absent }
    let other = ProcessID(rawValue: id)
    if field == .targetIsSelf {
      // The id may be a thread id.
      return .boolean(
        other == facts.process || run.inspector.process(of: other.leader) == facts.process)
    }
    guard let path = run.inspector.executable(of: other) else { return .absent }
    if field == .targetIsSameProgram {
      return .boolean(path == run.inspector.executable(of: facts.process))
    }
    let range = arena.append(path)
    return .path(given: range, resolved: range)
  }

  private func sharesProcessIDs(_ thread: ThreadID) -> Bool {
    run.inspector.link("/proc/\(thread.rawValue)/ns/pid") == run.inspector.link("/proc/self/ns/pid")
  }
}
