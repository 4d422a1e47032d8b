internal import Decoding
internal import Events
internal import Kernel
internal import ProcessState
internal import Syscalls

/// Reads a syscall's arguments from the caller's memory and `/proc` while the caller is stopped.
struct CallFacts {
  let thread: ThreadID
  let process: ProcessID
  let event: EventType
  /// The syscall's registers, with its arguments in the native order.
  let registers: CallRegisters
  /// The unconverted registers.
  let raw: CallRegisters
  /// The syscall interface (ABI).
  let abi: Architecture
  let memory: ProcessMemory
  let run: RunState
  /// The flags of a syscall that opens a file; creat(2) implies them. Nearly all fields of an open
  /// depend on them.
  let openFlags: OpenFlags?
  /// Whether the syscall changes the files that its arguments name, if it succeeds.
  let isEffect: Bool

  init(
    thread: ThreadID, process: ProcessID, event: EventType, registers: CallRegisters,
    raw: CallRegisters? = nil, abi: Architecture = .x86_64, memory: ProcessMemory,
    run: RunState
  ) {
    self.thread = thread
    self.process = process
    self.event = event
    self.registers = registers
    self.raw = raw ?? registers
    self.abi = abi
    self.memory = memory
    self.run = run
    openFlags = Self.openFlags(event, registers, memory)
    isEffect = openFlags?.mayWrite ?? event.changesFiles
  }

  /// Size of a pointer in the caller's memory, in bytes.
  var wordSize: Int { abi == .i386 || abi == .x32 ? 4 : 8 }

  /// The path argument at a position; nil when the argument is no path or unreadable.
  func path(at position: Int) -> PathFacts? {
    let arguments = event.arguments
    guard position < arguments.count, arguments[position].kind.isPath else { return nil }
    let address = registers.arguments[position]
    var path = run.buffers.takePath()
    guard address != 0,
      memory.readString(address, limit: Paths.longest, into: &path.given) == .complete
    else {
      run.buffers.give(path)
      return nil
    }
    let directory =
      position > 0 && arguments[position - 1].kind == .directory
      ? Int32(truncatingIfNeeded: registers.arguments[position - 1]) : -100
    if path.given.isEmpty {
      // AT_EMPTY_PATH: the descriptor itself is the file.
      guard run.inspector.appendLink(ofDescriptor: directory, of: thread, to: &path.resolved) else {
        return nil
      }
      path.file = .known(run.inspector.status(ofDescriptor: directory, of: thread))
      return path
    }
    resolve(&path, from: directory, followingLink: followsLink(at: position))
    if !run.pathAliases.isEmpty { useFirstName(of: &path) }
    return path
  }

  /// Replaces a name that this run gave to a file by the file's earlier name.
  private func useFirstName(of path: inout PathFacts) {
    // Syscalls that rename, link or delete a file concern the name itself.
    guard event.isOpen || event.isExecution,
      let name = run.pathAliases.original(of: path.resolved, path.status(run.inspector))
    else { return }
    // Read the file's status before the name changes.
    path.file = .known(path.status(run.inspector))
    path.resolved = name
  }

  /// A path that is not an argument of its own, such as the name of a local socket.
  func path(named given: [UInt8]) -> PathFacts {
    var path = PathFacts(given: given)
    resolve(&path, from: -100, followingLink: true)
    return path
  }

  /// Resolves a path in the caller's view.
  private func resolve(
    _ path: inout PathFacts, from directory: Int32, followingLink: Bool
  ) {
    if path.given.first != 0x2F {
      // AT_FDCWD is -100; the syscall fails for any other negative number.
      let isKnown = run.inspector.appendLink(
        ofDescriptor: directory < 0 ? nil : directory, of: thread, to: &path.resolved)
      // The syscall fails for a number that is no open descriptor. A killed thread is unreadable.
      if !isKnown,
        directory < 0 || run.inspector.status(ofDescriptor: directory, of: thread) != nil,
        run.inspector.root(of: thread) != nil
      {
        run.unnamed += 1
      }
      if isKnown, run.mayDifferInRoot { path.resolved = withoutRoot(path.resolved) }
      if path.resolved.last != 0x2F { path.resolved.append(0x2F) }
    }
    path.resolved.append(contentsOf: path.given)
    let isPlain = !run.mayDifferInRoot && path.resolved.first == 0x2F
    if event.isOpen, isPlain, Paths.isNormal(path.resolved), !Paths.mayNameSelf(path.resolved) {
      if run.directories.locate(
        &path.resolved, followingLink: followingLink, now: run.now, run.inspector)
      {
        path.file = .unasked(followingLink: followingLink)
        return
      }
    }
    lookUp(&path, followingLink: followingLink)
  }

  /// Resolves a path component by component.
  private func lookUp(_ path: inout PathFacts, followingLink: Bool) {
    var full = path.resolved
    let normal = Paths.normalized(full)
    let ownNames = Paths.replacingSelf(
      normal, process: process.rawValue, thread: thread.rawValue)
    // After a symbolic link, `..` differs from the lexical parent. So resolve the unnormalized
    // path, unless one of its names means another file to the tracer.
    if ownNames != normal { full = ownNames }
    if event.isOpen, !run.mayDifferInRoot, full.first == 0x2F,
      run.inspector.isPlain(full, followingLink: followingLink)
    {
      path.resolved = ownNames
      path.file = .unasked(followingLink: followingLink)
      return
    }
    if let found = run.resolve(full, of: thread, followingLink: followingLink) {
      path.resolved = found.name
      path.file = .known(found.status)
      return
    }
    // A missing or unreadable file still has a directory.
    let parent = Array(Paths.directory(full[...]))
    let name = Paths.filename(full[...])
    if !name.elementsEqual([0x2E, 0x2E]),
      let found = run.resolve(parent, of: thread, followingLink: true)
    {
      path.resolved = Paths.normalized(Paths.join(found.name, name))
    } else {
      path.resolved = Paths.normalized(full)
    }
  }

  /// Links of `/proc` start at the tracer's root; paths start at the caller's root.
  private func withoutRoot(_ path: [UInt8]) -> [UInt8] {
    guard run.mayDifferInRoot, let root = run.inspector.root(of: thread), root.count > 1,
      Paths.isBelow(path, root)
    else { return path }
    return path.count == root.count ? [0x2F] : Array(path.dropFirst(root.count))
  }

  private func followsLink(at position: Int) -> Bool {
    let arguments = event.arguments
    let isFollowing = arguments[position].kind == .path
    if event.isOpen {
      let flags = openFlags ?? []
      return !flags.contains(.noFollow) && !flags.isSuperset(of: [.create, .exclusive])
    }
    guard let index = arguments.firstIndex(where: { $0.kind == .flags(.at) }) else {
      return isFollowing
    }
    let flags = registers.arguments[index]
    return isFollowing ? flags & 0x100 == 0 : event == .linkat && flags & 0x400 != 0
  }

  /// Whether the syscall opens a file that may block: a FIFO or a device.
  var opensWaitingFile: Bool {
    let position = event.arguments.firstIndex { $0.kind.isPath } ?? 0
    // Opening a missing file does not block.
    guard let status = path(at: position)?.status(run.inspector) else { return false }
    return !status.isRegular && !status.isDirectory
  }

  /// The caller's stack pointer.
  var stackPointer: UInt64 {
    guard registers.stackPointer == 0 else { return registers.stackPointer }
    return ProcTexts.stackPointer(run.inspector.text("syscall", of: thread) ?? []) ?? 0
  }

  private static func openFlags(
    _ event: EventType, _ registers: CallRegisters, _ memory: ProcessMemory
  ) -> OpenFlags? {
    switch event {
    case .open: OpenFlags(rawValue: registers.arguments[1] & 0xFFFF_FFFF)
    case .openat, .open_by_handle_at: OpenFlags(rawValue: registers.arguments[2] & 0xFFFF_FFFF)
    case .creat: .creat
    // `struct open_how` begins with the flags.
    case .openat2:
      memory.readNumber(registers.arguments[2], bytes: 8).map { OpenFlags(rawValue: $0) }
    default: nil
    }
  }

  /// Eight bytes of the structure that an argument points to.
  func member(of register: Int, offset: Int) -> UInt64? {
    memory.readNumber(registers.arguments[register] &+ UInt64(offset), bytes: 8)
  }

  /// The mode with which a syscall creates a file, or the new mode of a file.
  var mode: UInt64? {
    if event == .openat2 { return memory.readNumber(registers.arguments[2] &+ 8, bytes: 8) }
    return event.position(of: .mode).map { registers.arguments[$0] & 0xFFFF_FFFF }
  }

  /// The distinct addresses that a syscall sends to, connects to, binds or listens on.
  func endpoints() -> Endpoints {
    if event == .listen {
      let local = descriptor.flatMap { run.inspector.socket($0, of: process)?.local }
      return Endpoints(local.flatMap { SocketDecoder.endpoint($0[...]) })
    }
    var scratch = run.buffers.take()
    defer { run.buffers.give(scratch) }
    for (position, argument) in event.arguments.enumerated() {
      let address = registers.arguments[position]
      let length = registers.arguments[position + 1]
      switch argument.kind {
      case .socketAddress:
        return Endpoints(
          SocketDecoder.endpoint(at: address, length: length, in: memory, scratch: &scratch))
      case .message:
        return Endpoints(
          SocketDecoder.destination(
            ofMessageAt: address, wordSize: wordSize, in: memory, scratch: &scratch))
      case .messages:
        return Endpoints(
          SocketDecoder.destinations(
            ofMessagesAt: address, count: length, wordSize: wordSize, in: memory,
            scratch: &scratch))
      default: continue
      }
    }
    return Endpoints(nil)
  }

  /// The descriptor argument of the syscall.
  var descriptor: Int32? {
    event.arguments.firstIndex { $0.kind == .descriptor }
      .map { Int32(truncatingIfNeeded: registers.arguments[$0]) }
  }

  /// The strings of an argument vector or environment, up to a limit.
  func strings(at position: Int) -> [[UInt8]] {
    buffers.strings(at: registers.arguments[position])
  }
}
