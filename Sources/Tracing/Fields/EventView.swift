internal import Decoding
internal import Events
internal import Geography
internal import Kernel
internal import ProcessState
internal import Syscalls

/// The moment at which an event is looked at.
enum EventPhase: Equatable {
  /// The call is being entered: its result is not known.
  case entry
  /// The call has returned.
  case returned(Int64)
  /// The program has just been replaced; the call's result is 0.
  case executed
  /// It is no call but a signal or the end of a process, of which little can be looked at then.
  case happened
}

/// One event as the rules see it: each value is looked up when a rule first asks for it.
struct EventView: FieldSource {
  let facts: CallFacts
  let image: ProgramImage
  let parent: ProcessID
  let number: Int
  /// Nanoseconds since 1970-01-01T00:00:00Z.
  let time: Int64
  var phase: EventPhase
  let run: RunState
  /// Which of the call's destinations is being judged.
  var destination: Endpoint?
  private(set) var paths = PathSlots()
  /// The effective user before the call, where a rule asks whether it gained root.
  var formerUser: UInt32?
  /// Who the caller was and what it might before the call, where the call may change that.
  var formerCredentials: Credentials?
  /// What was learnt of a process that has ended since.
  var exitSnapshot: ExitSnapshot?
  /// What is known of the memory that the call is about, before it changed it.
  var memoryFacts: MemoryFacts?
  /// Whether the file that the call may make was not there; nil when nothing has asked.
  var wasMissing: Bool?
  /// When the file was changed last whose times the call sets: nanoseconds since 1970.
  var formerChange: Int64?
  /// Where the call was made; nil when nothing has asked.
  var origin: CallOrigin?
  /// What the first bytes on the call's connection have shown.
  var conversation: String?
  /// The question in the call's message; nil when nothing has asked.
  var knownQuestion: DNSQuestion??
  /// What the executable says of itself; nil when nothing has asked.
  var knownExecutable: KnownElf??
  /// What has been read while all values are looked up at once; nil at other times.
  var readings: ProcessReadings?
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

  /// The result, as far as the phase knows it.
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

  /// Ends the view of an event that nothing came of.
  mutating func recycle() {
    paths.recycle(into: &run.buffers)
    if let library = memoryFacts?.library { run.buffers.give(library.path) }
    memoryFacts = nil
  }

  /// Looks at all that the call names in the caller's memory, which is gone or changed later.
  mutating func capture() {
    for position in pathPositions { _ = path(at: position) }
    memoryFacts?.library?.keepStatus(run.inspector)
    if Field.procGainedRoot.applies(to: facts.event) { formerUser = ids().euid }
    if facts.event.changesRights { formerCredentials = credentials() }
    if facts.event.mayCreate { wasMissing = wasMissing ?? findMissing() }
    if facts.event.setsTimes, let position = pathPositions.last {
      formerChange = path(at: position)?.status(run.inspector)?.changed
    }
  }

  /// Gives the path that was named before the program was replaced.
  mutating func preload(_ path: PathFacts?, at position: Int) { paths.set(path, at: position) }

  /// Forgets what the call may have changed.
  mutating func forgetDescriptors() {
    link = nil
    socket = nil
    status = nil
    knownQuestion = nil
  }

  /// After a successful open, replaces what was asked for by what the new descriptor shows.
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

  /// What is known of the descriptor that the call is about.
  mutating func descriptor() -> DescriptorFacts? {
    if let link { return link }
    let found = facts.descriptor.flatMap {
      DescriptorFacts($0, thread: facts.thread, process: facts.process, run.inspector)
    }
    link = .some(found)
    return found
  }

  /// What the kernel says of the socket that the call is about.
  mutating func socketFacts() -> SocketFacts? {
    if let socket { return socket }
    let found = facts.descriptor.flatMap { run.inspector.socket($0, of: facts.process) }
    socket = .some(found)
    return found
  }

  /// The environment that the program was executed with, NUL-separated.
  mutating func environmentBlock() -> [UInt8]? {
    if let environment { return environment }
    // An environment may be 2 MiB and more; a variable beyond this is not found.
    let found = run.inspector.text("environ", of: facts.process, limit: 1 << 20)
    environment = .some(found)
    return found
  }

  /// A file of a thread's directory in `/proc`; nil when it can't be read.
  func text(_ file: String, of thread: ThreadID, limit: Int = 4096) -> [UInt8]? {
    guard let readings else { return run.inspector.text(file, of: thread, limit: limit) }
    return readings.text(file, of: thread) {
      run.inspector.text(file, of: thread, limit: limit)
    }
  }

  /// A file of a process's directory in `/proc`; nil when it can't be read.
  func text(_ file: String, of process: ProcessID) -> [UInt8]? { text(file, of: process.leader) }

  /// Ids of the process.
  mutating func ids() -> ProcTexts.Status {
    if let status { return status }
    var found = ProcTexts.status(
      exitSnapshot?.status ?? text("status", of: facts.thread) ?? [])
    if found.process == 0 {
      // The process has gone: what it was when it executed is the last that is known.
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

  /// Whether the call made the effective user id 0, as dftrace's own user namespace has it.
  mutating func gainedRoot() -> Bool {
    guard let formerUser, formerUser != 0, let result, result >= 0 else { return false }
    return ids().euid == 0
  }

  /// The path that `fd.name` and its like are about.
  mutating func subject() -> PathFacts? {
    // Of two paths, the new name is what the call makes.
    if let position = pathPositions.last { return path(at: position) }
    if facts.event == .open_by_handle_at { return paths[0] ?? nil }
    let status = facts.descriptor.flatMap {
      run.inspector.status(ofDescriptor: $0, of: facts.thread)
    }
    // A file without a name that can be told is a file all the same.
    guard let link = descriptor()?.link ?? status.map({ _ in [] }) else { return nil }
    return PathFacts(given: link, resolved: link, file: .known(status))
  }

  /// Both names of a path argument: without a copy of what is kept of it.
  mutating func names(at position: Int, _ arena: inout ByteArena) -> FieldValue {
    if !paths.hasLookedUp(position) { paths.set(facts.path(at: position), at: position) }
    return paths.names(at: position, &arena)
  }

  mutating func value(of key: FieldKey, in arena: inout ByteArena) -> FieldValue {
    // What every open is asked for, before the fields' tables are looked into. None of it waits for
    // a result.
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
