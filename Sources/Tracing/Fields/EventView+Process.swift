internal import Decoding
internal import Events
internal import Kernel
internal import ProcessState
internal import Syscalls

// Fields of the process that makes the syscall.
extension EventView {
  mutating func processValue(
    _ field: ProcessField, _ parameter: FieldKey.Parameter, _ arena: inout ByteArena
  ) -> FieldValue {
    func text(_ bytes: some Sequence<UInt8>) -> FieldValue { .text(arena.append(bytes)) }
    func path(_ bytes: [UInt8]) -> FieldValue {
      let range = arena.append(bytes)
      return .path(given: range, resolved: range)
    }
    let program = image.facts
    switch field {
    case .evtType: return .event(facts.event)
    case .evtNum: return .number(Int64(number))
    case .procName: return text(comm())
    case .procExe: return image.argumentList.first.map { text($0) } ?? .absent
    case .procExepath: return program.path.isEmpty ? .absent : path(program.path)
    case .procArgs: return text(image.argumentText)
    case .procCmdline: return text(commandLine(facts.process, image))
    case .procCwd: return workingDirectory().map { path($0) } ?? .absent
    case .procPid: return .number(Int64(facts.process.rawValue))
    case .procPpid: return .number(Int64(parent.rawValue))
    case .threadTid: return .number(Int64(facts.thread.rawValue))
    case .procIsExeFromMemfd: return .boolean(program.isMemoryFile)
    case .procIsExeWrittenInRun: return .boolean(program.writer != nil)
    case .procExeWriter: return program.writer.map { text($0.utf8) } ?? .absent
    case .procIsExeDeleted: return .boolean(program.isDeleted)
    case .procIsSetuid: return .boolean(program.isSetuid)
    case .procIsExeInWorkspace: return .boolean(program.isInWorkspace)
    case .procIsExeInWritableDir: return .boolean(program.isInWritableDirectory)
    case .procExecuted: return program.executed.isEmpty ? .absent : path(program.executed)
    case .procPprogram: return program.executor.map { text($0.utf8) } ?? .absent
    case .procPreloads:
      let parts = ["LD_PRELOAD", "LD_AUDIT"].flatMap { preloads($0) }
      return parts.isEmpty ? .absent : .texts(arena.append(parts.flatMap { $0 + [0] }))
    case .procLibraryPathIsUnsafe: return .boolean(isLibraryPathUnsafe())
    case .procProgram: return text(image.name.utf8)
    case .procIsShell: return .boolean(image.isShell)
    case .procIsInterpreter: return .boolean(image.isInterpreter)
    case .userUid: return .number(Int64(ids().uid))
    case .userEuid: return .number(Int64(ids().euid))
    case .groupGid: return .number(Int64(ids().gid))
    case .procSid: return session().map { .number($0.session) } ?? .absent
    case .procTty: return session().map { .number($0.terminal) } ?? .absent
    case .procEnv: return environment(parameter, &arena)
    }
  }

  /// The thread's name; for an ended thread, the name that the kernel gave it at the execution.
  private func comm() -> [UInt8] {
    let name = comm(of: facts.thread)
    guard name.isEmpty, phase == .happened else { return name }
    return Array(Paths.filename(image.facts.path[...]).prefix(15))
  }

  /// The thread's name; `proc(5)`, `/proc/PID/comm`.
  func comm(of thread: ThreadID) -> [UInt8] {
    var name = text("comm", of: thread, limit: 64) ?? []
    if name.last == 0x0A { name.removeLast() }
    return name
  }

  private func commandLine(_ process: ProcessID, _ image: ProgramImage) -> [UInt8] {
    // The name of a process that has ended is unreadable.
    let name = comm(of: process.leader)
    return image.line(
      beginningWith: name.isEmpty ? Array(Paths.filename(image.facts.path[...]).prefix(15)) : name)
  }

  private func session() -> (session: Int64, terminal: Int64)? {
    text("stat", of: facts.process).flatMap { ProcTexts.sessionAndTerminal($0) }
  }

  private mutating func environment(
    _ parameter: FieldKey.Parameter, _ arena: inout ByteArena
  ) -> FieldValue {
    guard case .name(let name) = parameter, let value = variable(name) else { return .absent }
    return .text(arena.append(value))
  }

  mutating func variable(_ name: String) -> ArraySlice<UInt8>? {
    environmentBlock().flatMap { ProcTexts.variable(name, in: $0) }
  }

  /// The entries of a list of libraries; `ld.so(8)` separates them by colons and blanks.
  private mutating func preloads(_ name: String) -> [[UInt8]] {
    variable(name)?.split { $0 == 0x3A || $0 == 0x20 }.map { Array($0) } ?? []
  }

  /// Whether the loader searches directories outside the project that are relative or that other
  /// users may write to; `ld.so(8)`: an empty entry is the working directory.
  private mutating func isLibraryPathUnsafe() -> Bool {
    guard let value = variable("LD_LIBRARY_PATH"), !value.isEmpty else { return false }
    let parts = value.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == 0x3A || $0 == 0x3B })
    return isUnsafe(parts.map { Array($0) })
  }

  func ancestry(
    _ field: AncestryField, _ parameter: FieldKey.Parameter, _ arena: inout ByteArena
  ) -> FieldValue {
    let ancestors = run.tree.ancestors(of: facts.process)
    func bytes(_ process: TracedProcess) -> [UInt8] {
      switch field {
      case .procPname, .procAname: comm(of: process.id.leader)
      case .procPcmdline, .procAcmdline: commandLine(process.id, process.image)
      case .procPexepath, .procAexepath: process.image.facts.path
      }
    }
    switch field {
    case .procPexepath:
      guard let first = ancestors.first else { return .absent }
      let range = arena.append(bytes(first))
      return .path(given: range, resolved: range)
    case .procPname, .procPcmdline:
      return ancestors.first.map { .text(arena.append(bytes($0))) } ?? .absent
    case .procAname, .procAexepath, .procAcmdline:
      guard case .index(let index) = parameter else {
        guard !ancestors.isEmpty else { return .absent }
        return .texts(arena.append(ancestors.flatMap { bytes($0) + [0] }))
      }
      // [0] is the process itself, as in Falco.
      let own = run.tree[facts.process].map { [$0] } ?? []
      let line = own + ancestors
      return line.indices.contains(index) ? .text(arena.append(bytes(line[index]))) : .absent
    }
  }

  func standardStream(_ field: StreamField, _ arena: inout ByteArena) -> FieldValue {
    func type(_ number: Int32) -> FieldValue {
      stream(number).map { .text(arena.append($0.type)) } ?? .absent
    }
    func name(_ number: Int32) -> FieldValue {
      stream(number).map { .text(arena.append($0.link)) } ?? .absent
    }
    func isOutgoing(_ number: Int32) -> FieldValue {
      stream(number).map { .boolean(self.isOutgoing($0.link)) } ?? .absent
    }
    return switch field {
    case .procStdinType: type(0)
    case .procStdoutType: type(1)
    case .procStderrType: type(2)
    case .procStdinName: name(0)
    case .procStdoutName: name(1)
    case .procStderrName: name(2)
    case .procStdinIsOutgoing: isOutgoing(0)
    case .procStdoutIsOutgoing: isOutgoing(1)
    case .procStdinWriters:
      ends(stream(0).map { run.memory.writers(ofPipe: $0.link) }, &arena)
    case .procStdoutReaders:
      ends(stream(1).map { run.memory.readers(ofPipe: $0.link) }, &arena)
    }
  }

  /// The command lines of the programs at one side of a pipe.
  private func ends(_ lines: [[UInt8]]?, _ arena: inout ByteArena) -> FieldValue {
    guard let lines, !lines.isEmpty else { return .absent }
    return .texts(arena.append(lines.flatMap { $0 + [0] }))
  }

  private func stream(_ number: Int32) -> DescriptorFacts? {
    func look() -> DescriptorFacts? {
      DescriptorFacts(number, thread: facts.thread, process: facts.process, run.inspector)
    }
    return readings.map { $0.stream(number, look: look) } ?? look()
  }

  /// Whether a link of `/proc/PID/fd` names a socket that this run has connected.
  func isOutgoing(_ link: [UInt8]) -> Bool {
    ProcTexts.socketInode(link).map { run.memory.isOutgoing($0) } ?? false
  }
}

extension EventType {
  /// Whether the syscall may change the credentials of a process.
  var changesRights: Bool {
    switch self {
    case .capset, .prctl, .setuid, .setreuid, .setresuid: true
    default: false
    }
  }
}

extension EventType {
  /// Whether the syscall may create a file.
  var mayCreate: Bool {
    switch self {
    case .mkdir, .mkdirat, .mknod, .mknodat: true
    default: isOpen
    }
  }

  /// Whether the syscall changes a file that it does not open: its name, content or attributes.
  var changesFiles: Bool { Self.changingTable[Int(rawValue)] }

  private static let changingTable = allCases.map { event in
    switch event {
    case .rename, .renameat, .renameat2, .link, .linkat, .symlink, .symlinkat, .unlink, .unlinkat,
      .mkdir, .mkdirat, .rmdir, .mknod, .mknodat, .truncate, .chmod, .fchmodat, .fchmodat2,
      .chown, .lchown, .fchownat, .setxattr, .lsetxattr, .setxattrat, .removexattr,
      .lremovexattr, .removexattrat, .utime, .utimes, .utimensat, .futimesat:
      true
    default: false
    }
  }

  /// Whether the syscall sets timestamps of a file.
  var setsTimes: Bool {
    switch self {
    case .utimensat, .utimes, .futimesat, .utime: true
    default: false
    }
  }
}
