internal import Decoding
internal import Events
internal import Geography
internal import Kernel
internal import ProcessState
internal import Syscalls

/// The phase of an event at which rules see it.
enum EventPhase: Equatable {
  /// Syscall entry: the result is unknown.
  case entry
  /// Syscall return, with the result.
  case returned(Int64)
  /// Exec stop: the process runs the new program; the result is 0.
  case executed
  /// A signal or the end of a process: few facts are readable.
  case happened
}

/// What an event adds to the totals of the run.
///
/// Totals have a value only at an event that adds to them, so that a rule on a total names the
/// program that reached the limit and not each later one.
struct Contribution {
  /// The number of directories that the program has listed, this one included.
  var directories: Int?
  /// Whether the event deletes a file that counts.
  var isDeletion = false
  /// The number of kinds of credentials that the run has read, if the event reads a new kind.
  var credentialKinds: Int?
}

/// One event as rules see it; reads each field when a rule first needs it.
struct EventView: FieldSource {
  let facts: CallFacts
  let image: ProgramImage
  let parent: ProcessID
  let number: Int
  /// Nanoseconds since 1970-01-01T00:00:00Z.
  let time: Int64
  var phase: EventPhase
  let run: RunState
  /// The destination under evaluation.
  var destination: Endpoint?
  private(set) var paths = PathSlots()
  /// The credentials before a syscall that may change them.
  var formerCredentials: Credentials?
  /// The facts of a process that has ended.
  var exitSnapshot: ExitSnapshot?
  /// The facts of the syscall's memory range before the change.
  var memoryFacts: MemoryFacts?
  /// Whether the file to create was missing; nil if unread.
  var wasMissing: Bool?
  /// The file's modification time before a syscall that sets it: nanoseconds since 1970.
  var formerChange: Int64?
  /// The origin of the syscall; nil if unread.
  var origin: CallOrigin?
  /// The protocol that the connection's first bytes revealed.
  var conversation: String?
  /// The DNS question of the message; nil if unread.
  var knownQuestion: DNSQuestion??
  /// The ELF facts of the executable; nil if unread.
  var knownExecutable: KnownElf??
  /// A cache of readings while all fields are read at once; nil otherwise.
  var readings: ProcessReadings?
  /// What the event adds to the run's totals.
  var contribution = Contribution()
  private var link: DescriptorFacts??
  private var socket: SocketFacts??
  private var status: ProcTexts.Status?
  private var environment: [UInt8]??

  var eventType: EventType { facts.event }

  init(
    _ facts: CallFacts, image: ProgramImage, parent: ProcessID, number: Int, phase: EventPhase,
    run: RunState
  ) {
    self.facts = facts
    self.image = image
    self.parent = parent
    self.number = number
    time = run.now
    self.phase = phase
    self.run = run
  }

  /// The result; nil before the return.
  var result: Int64? {
    switch phase {
    case .entry, .happened: nil
    case .returned(let value): value
    case .executed: 0
    }
  }

  /// A path argument, resolved once.
  mutating func path(at position: Int) -> PathFacts? {
    if let known = paths[position] { return known }
    let found = facts.path(at: position)
    paths.set(found, at: position)
    return found
  }

  /// The positions of the path arguments.
  var pathPositions: [Int] { facts.event.pathPositions }

  /// Returns the buffers of an event without alerts.
  mutating func recycle() {
    paths.recycle(into: &run.buffers)
    if let library = memoryFacts?.library { run.buffers.give(library.path) }
    memoryFacts = nil
  }

  /// Reads all arguments in the caller's memory before the syscall changes or discards it.
  mutating func capture() {
    for position in pathPositions { _ = path(at: position) }
    memoryFacts?.library?.keepStatus(run.inspector)
    if facts.event.changesRights { formerCredentials = credentials() }
    if facts.event.mayCreate { wasMissing = wasMissing ?? findMissing() }
    if facts.event.setsTimes, let position = pathPositions.last {
      formerChange = path(at: position)?.status(run.inspector)?.changed
    }
  }

  /// Sets the path argument that was read before the execution.
  mutating func preload(_ path: PathFacts?, at position: Int) { paths.set(path, at: position) }

  /// Removes facts that the syscall may have changed.
  mutating func forgetDescriptors() {
    link = nil
    socket = nil
    status = nil
    knownQuestion = nil
  }

  /// Replaces the path argument of a successful open by the file of the new descriptor.
  mutating func verify() {
    guard facts.event.isOpen, let result, result >= 0,
      let link = run.inspector.descriptor(Int32(truncatingIfNeeded: result), of: facts.thread)
    else { return }
    let position = pathPositions.first ?? 0
    var found = (paths[position] ?? nil) ?? PathFacts(given: [], resolved: link)
    let status = run.inspector.status(
      ofDescriptor: Int32(truncatingIfNeeded: result), of: facts.thread)
    found.resolved = run.pathAliases.original(of: link, status) ?? link
    found.file = .known(status)
    found.isVerified = true
    paths.set(found, at: position)
  }

  /// The facts of the syscall's descriptor.
  mutating func descriptor() -> DescriptorFacts? {
    if let link { return link }
    let found = facts.descriptor.flatMap {
      DescriptorFacts($0, thread: facts.thread, process: facts.process, run.inspector)
    }
    link = .some(found)
    return found
  }

  /// The kernel's facts of the syscall's socket.
  mutating func socketFacts() -> SocketFacts? {
    if let socket { return socket }
    let found = facts.descriptor.flatMap { run.inspector.socket($0, of: facts.process) }
    socket = .some(found)
    return found
  }

  /// The environment at the execution, NUL-separated.
  mutating func environmentBlock() -> [UInt8]? {
    if let environment { return environment }
    // An environment may exceed 2 MiB; variables beyond this limit are not found.
    let found = run.inspector.text("environ", of: facts.process, limit: 1 << 20)
    environment = .some(found)
    return found
  }

  /// A file of a thread's directory in `/proc`; nil when unreadable.
  func text(_ file: String, of thread: ThreadID, limit: Int = 4096) -> [UInt8]? {
    guard let readings else { return run.inspector.text(file, of: thread, limit: limit) }
    return readings.text(file, of: thread) {
      run.inspector.text(file, of: thread, limit: limit)
    }
  }

  /// A file of a process's directory in `/proc`; nil when unreadable.
  func text(_ file: String, of process: ProcessID) -> [UInt8]? { text(file, of: process.leader) }

  /// The ids of the process.
  mutating func ids() -> ProcTexts.Status {
    if let status { return status }
    var found = ProcTexts.status(
      exitSnapshot?.status ?? text("status", of: facts.thread) ?? [])
    if found.process == 0 {
      // The process has ended; use its ids at the execution.
      found.uid = image.facts.uid
      found.euid = image.facts.euid
    }
    status = found
    return found
  }

  /// The working directory.
  func workingDirectory() -> [UInt8]? {
    if let directory = exitSnapshot?.workingDirectory { return directory }
    func read() -> [UInt8]? { run.inspector.workingDirectory(of: facts.thread) }
    return readings.map { $0.text("cwd", of: facts.thread, read: read) } ?? read()
  }

  /// Whether the effective user id became 0, in dftrace's user namespace.
  ///
  /// A process whose real or saved user id was 0 had root before, and only takes it up again.
  mutating func gainedRoot(_ former: Credentials) -> Bool {
    // The fourth id is that of file accesses; setfsuid(2).
    let users = former.users.prefix(3)
    return !users.isEmpty && !users.contains(0) && ids().euid == 0
  }

  /// The path of `fd.name` and related fields.
  mutating func subject() -> PathFacts? {
    // Of two paths, the last is the new name.
    if let position = pathPositions.last { return path(at: position) }
    if facts.event == .open_by_handle_at { return paths[0] ?? nil }
    let status = facts.descriptor.flatMap {
      run.inspector.status(ofDescriptor: $0, of: facts.thread)
    }
    // A file without a readable name still has a status.
    guard let link = descriptor()?.link ?? status.map({ _ in [] }) else { return nil }
    return PathFacts(given: link, resolved: link, file: .known(status))
  }

  /// Both names of a path argument, without a copy of the stored path. A syscall that changes a
  /// file has the resolved one only.
  mutating func names(at position: Int, _ arena: inout ByteArena) -> FieldValue {
    if !paths.hasLookedUp(position) { paths.set(facts.path(at: position), at: position) }
    return paths.names(at: position, &arena, isEffect: facts.isEffect)
  }

  mutating func value(of key: FieldKey, in arena: inout ByteArena) -> FieldValue {
    // Fields that most rules on opens read, before the lookup in the field tables. None needs the
    // result.
    switch key.field {
    case .fdName: return descriptorValue(.fdName, &arena)
    case .fdFilename: return descriptorValue(.fdFilename, &arena)
    case .evtABI: return callValue(.evtABI, key.parameter, &arena)
    case .runDirectoriesListed: return callValue(.runDirectoriesListed, key.parameter, &arena)
    case .procCwdOutsideRoot: return programValue(.procCwdOutsideRoot, &arena)
    default: break
    }
    if phase == .entry, key.field.needsResult(in: facts.event) { return .undecided }
    switch key.field.provider {
    case .call(let field): return callValue(field, key.parameter, &arena)
    case .origin(let field): return originValue(field, &arena)
    case .process(let field): return processValue(field, key.parameter, &arena)
    case .ancestry(let field): return ancestry(field, key.parameter, &arena)
    case .stream(let field): return standardStream(field, &arena)
    case .total(let field): return totalValue(field, key.parameter)
    case .program(let field): return programValue(field, &arena)
    case .identity(let field): return identityValue(field, &arena)
    case .life(let field): return lifeValue(field, &arena)
    case .host(let field): return hostValue(field, &arena)
    case .socket(let field): return socketValue(field, &arena)
    case .address(let field): return addressValue(field, &arena)
    case .attempt(let field): return attempts(field, key.parameter)
    case .rights(let field): return rightsValue(field, &arena)
    case .ending(let field): return endingValue(field, &arena)
    case .change(let field): return changeValue(field)
    case .message(let field): return messageValue(field, &arena)
    case .descriptor(let field): return descriptorValue(field, &arena)
    case .status(let field): return statusValue(field)
    case .target(let field): return targetValue(field, &arena)
    case .file(let field): return fileValue(field, &arena)
    case .memory(let field): return memoryValue(field, &arena)
    case .library(let field): return libraryValue(field, &arena)
    case .elf(let field): return elfValue(field, &arena)
    case .name(.procNewName): return newName(&arena)
    }
  }
}
