internal import Decoding
internal import Events
internal import Kernel
internal import ProcessState
internal import Syscalls

/// The memory of one process, kept open as long as it runs one program.
final class HeldMemory: MemoryReading {
  private let memory: TraceeMemory

  init(of process: ThreadID) { memory = TraceeMemory(of: process) }

  /// Whether nothing of it can be read.
  var isRefused: Bool { memory.isRefused }

  func read(_ address: UInt64, count: Int, into buffer: inout [UInt8]) -> Int {
    memory.read(address, count: count, into: &buffer)
  }

  func readNumber(_ address: UInt64, bytes: Int) -> UInt64? {
    memory.readNumber(address, bytes: bytes)
  }

  func write(_ word: UInt64, at address: UInt64) { memory.write(word, at: address) }
}

/// Reads what a call names out of the caller's memory and `/proc`, while the caller is held.
struct CallFacts {
  let thread: ThreadID
  let process: ThreadID
  let event: EventType
  /// The call's registers, its arguments in the native order.
  let registers: CallRegisters
  /// The registers as they are.
  let raw: CallRegisters
  /// The interface that the call was made by.
  let abi: Architecture
  let memory: HeldMemory
  let context: RunContext
  /// The flags of a call that opens a file; creat(2) has them by definition. Nearly all that is asked
  /// of an open depends on them.
  let openFlags: UInt64?

  init(
    thread: ThreadID, process: ThreadID, event: EventType, registers: CallRegisters,
    raw: CallRegisters? = nil, abi: Architecture = .x86_64, memory: HeldMemory,
    context: RunContext
  ) {
    self.thread = thread
    self.process = process
    self.event = event
    self.registers = registers
    self.raw = raw ?? registers
    self.abi = abi
    self.memory = memory
    self.context = context
    openFlags = Self.openFlags(event, registers, memory)
  }

  /// How many bytes an address has in what the call points to.
  var wordSize: Int { abi == .i386 || abi == .x32 ? 4 : 8 }

  /// The path argument at a position; nil when it is none or can't be read.
  func path(at position: Int) -> PathFacts? {
    let arguments = event.arguments
    guard position < arguments.count, arguments[position].kind.isPath else { return nil }
    let address = registers.arguments[position]
    var path = context.spares.takePath()
    guard address != 0,
      memory.readString(address, limit: Paths.longest, into: &path.given) == .complete
    else {
      context.spares.give(path)
      return nil
    }
    let directory =
      position > 0 && arguments[position - 1].kind == .directory
      ? Int32(truncatingIfNeeded: registers.arguments[position - 1]) : -100
    if path.given.isEmpty {
      // AT_EMPTY_PATH: the call is about the descriptor itself.
      guard ProcessFiles.appendLink(ofDescriptor: directory, of: thread, to: &path.resolved) else {
        return nil
      }
      path.file = .known(ProcessFiles.status(ofDescriptor: directory, of: thread))
      return path
    }
    resolve(&path, from: directory, followingLink: followsLink(at: position))
    if !context.otherNames.isEmpty { useFirstName(of: &path) }
    return path
  }

  /// Replaces a name that this run has given to a file by the one that it had before.
  private func useFirstName(of path: inout PathFacts) {
    // Calls that give and take names are about the name itself.
    guard event.isOpen || event.isExecution,
      let name = context.otherNames.original(of: path.resolved, path.status)
    else { return }
    // What the file is has to be known before its name is another's.
    path.file = .known(path.status)
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
      let isKnown = ProcessFiles.appendLink(
        ofDescriptor: directory < 0 ? nil : directory, of: thread, to: &path.resolved)
      // A number that is no descriptor makes the call fail, and of a thread that was killed meanwhile
      // nothing can be read.
      if !isKnown, directory < 0 || ProcessFiles.status(ofDescriptor: directory, of: thread) != nil,
        ProcessFiles.root(of: thread) != nil
      {
        context.unnamed += 1
      }
      if isKnown, context.mayDifferInRoot { path.resolved = withoutRoot(path.resolved) }
      if path.resolved.last != 0x2F { path.resolved.append(0x2F) }
    }
    path.resolved.append(contentsOf: path.given)
    let isPlain = !context.mayDifferInRoot && path.resolved.first == 0x2F
    if event.isOpen, isPlain, Paths.isNormal(path.resolved), !Paths.mayNameSelf(path.resolved) {
      if context.directories.locate(
        &path.resolved, followingLink: followingLink, now: context.now)
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
    if event.isOpen, !context.mayDifferInRoot, full.first == 0x2F,
      ProcessFiles.isPlain(full, followingLink: followingLink)
    {
      path.resolved = ownNames
      path.file = .unasked(followingLink: followingLink)
      return
    }
    if let found = context.resolve(full, of: thread, followingLink: followingLink) {
      path.resolved = found.name
      path.file = .known(found.status)
      return
    }
    // What is to be created, or can't be found, still has a directory.
    let parent = Array(Paths.directory(full[...]))
    let name = Paths.filename(full[...])
    if !name.elementsEqual([0x2E, 0x2E]),
      let found = context.resolve(parent, of: thread, followingLink: true)
    {
      path.resolved = Paths.normalized(Paths.join(found.name, name))
    } else {
      path.resolved = Paths.normalized(full)
    }
  }

  /// Links of `/proc` are named from the tracer's root; paths count from the caller's.
  private func withoutRoot(_ path: [UInt8]) -> [UInt8] {
    guard context.mayDifferInRoot, let root = ProcessFiles.root(of: thread), root.count > 1,
      Paths.isBelow(path, root)
    else { return path }
    return path.count == root.count ? [0x2F] : Array(path.dropFirst(root.count))
  }

  private func followsLink(at position: Int) -> Bool {
    let arguments = event.arguments
    let isFollowing = arguments[position].kind == .path
    if event.isOpen {
      let flags = openFlags ?? 0
      let creates = flags & 0xC0 == 0xC0
      return flags & 0x20000 == 0 && !creates
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
    guard let status = path(at: position)?.status else { return false }
    return !status.isRegular && !status.isDirectory
  }

  /// Where the caller's stack is.
  var stackPointer: UInt64 {
    guard registers.stackPointer == 0 else { return registers.stackPointer }
    return ProcTexts.stackPointer(ProcessFiles.text("syscall", of: thread) ?? []) ?? 0
  }

  private static func openFlags(
    _ event: EventType, _ registers: CallRegisters, _ memory: HeldMemory
  ) -> UInt64? {
    switch event {
    case .open: registers.arguments[1] & 0xFFFF_FFFF
    case .openat, .open_by_handle_at: registers.arguments[2] & 0xFFFF_FFFF
    case .creat: 0x241
    // `struct open_how` begins with the flags.
    case .openat2: memory.readNumber(registers.arguments[2], bytes: 8)
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
  func endpoints() -> Destinations {
    if event == .listen {
      let local = descriptor.flatMap { ProcessFiles.socket($0, of: process)?.local }
      return Destinations(local.flatMap { SocketDecoder.endpoint($0[...]) })
    }
    var scratch = context.spares.take()
    defer { context.spares.give(scratch) }
    for (position, argument) in event.arguments.enumerated() {
      let address = registers.arguments[position]
      let length = registers.arguments[position + 1]
      switch argument.kind {
      case .socketAddress:
        return Destinations(
          SocketDecoder.endpoint(at: address, length: length, in: memory, scratch: &scratch))
      case .message:
        return Destinations(
          SocketDecoder.destination(
            ofMessageAt: address, wordSize: wordSize, in: memory, scratch: &scratch))
      case .messages:
        return Destinations(
          SocketDecoder.destinations(
            ofMessagesAt: address, count: length, wordSize: wordSize, in: memory,
            scratch: &scratch))
      default: continue
      }
    }
    return Destinations(nil)
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
