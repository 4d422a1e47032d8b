internal import Decoding
internal import Events
internal import Kernel
internal import ProcessState
internal import Syscalls

/// Reads what a call names out of the caller's memory and `/proc`, while the caller is held.
struct CallFacts {
  let thread: ThreadID
  let process: ProcessID
  let event: EventType
  /// The call's registers, its arguments in the native order.
  let registers: CallRegisters
  /// The registers as they are.
  let raw: CallRegisters
  /// The interface that the call was made by.
  let abi: Architecture
  let memory: ProcessMemory
  let run: RunState
  /// The flags of a call that opens a file; creat(2) has them by definition. Nearly all that is asked
  /// of an open depends on them.
  let openFlags: OpenFlags?

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
  }

  /// How many bytes an address has in what the call points to.
  var wordSize: Int { abi == .i386 || abi == .x32 ? 4 : 8 }

  /// The path argument at a position; nil when it is none or can't be read.
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
      // AT_EMPTY_PATH: the call is about the descriptor itself.
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

  /// Replaces a name that this run has given to a file by the one that it had before.
  private func useFirstName(of path: inout PathFacts) {
    // Calls that give and take names are about the name itself.
    guard event.isOpen || event.isExecution,
      let name = run.pathAliases.original(of: path.resolved, path.status(run.inspector))
    else { return }
    // What the file is has to be known before its name is another's.
    path.file = .known(path.status(run.inspector))
    path.resolved = name
  }

  /// A path that is no argument of its own, such as the name of a local socket.
  func path(named given: [UInt8]) -> PathFacts {
    var path = PathFacts(given: given)
    resolve(&path, from: -100, followingLink: true)
    return path
  }

  /// Resolves a path as the caller would.
  private func resolve(
    _ path: inout PathFacts, from directory: Int32, followingLink: Bool
  ) {
    if path.given.first != 0x2F {
      // AT_FDCWD is -100; any other negative number makes the call fail.
      let isKnown = run.inspector.appendLink(
        ofDescriptor: directory < 0 ? nil : directory, of: thread, to: &path.resolved)
      // A number that is no descriptor makes the call fail, and of a thread that was killed meanwhile
      // nothing can be read.
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

  /// Resolves a path by looking each part of it up.
  private func lookUp(_ path: inout PathFacts, followingLink: Bool) {
    var full = path.resolved
    let normal = Paths.normalized(full)
    let ownNames = Paths.replacingSelf(
      normal, process: process.rawValue, thread: thread.rawValue)
    // `..` after a symbolic link is not what the text says, so the path is resolved as it
    // stands, unless it goes through a name that means something else to the tracer.
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
    // What is to be created, or can't be found, still has a directory.
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

  /// Links of `/proc` are named from the tracer's root; paths count from the caller's.
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

  /// Whether the call opens what may have to be waited for: a FIFO or a device.
  var opensWaitingFile: Bool {
    let position = event.arguments.firstIndex { $0.kind.isPath } ?? 0
    // What is not there is not waited for.
    guard let status = path(at: position)?.status(run.inspector) else { return false }
    return !status.isRegular && !status.isDirectory
  }

  /// Where the caller's stack is.
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

  /// The mode with which a call would create a file, or change one.
  var mode: UInt64? {
    if event == .openat2 { return memory.readNumber(registers.arguments[2] &+ 8, bytes: 8) }
    return event.position(of: .mode).map { registers.arguments[$0] & 0xFFFF_FFFF }
  }

  /// The distinct addresses that a call sends or connects to, or that it binds or listens on.
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

  /// The descriptor that the call is about.
  var descriptor: Int32? {
    event.arguments.firstIndex { $0.kind == .descriptor }
      .map { Int32(truncatingIfNeeded: registers.arguments[$0]) }
  }

  /// The strings of an argument vector or environment, bounded.
  func strings(at position: Int) -> [[UInt8]] {
    buffers.strings(at: registers.arguments[position])
  }
}
