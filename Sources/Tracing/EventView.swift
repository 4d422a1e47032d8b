internal import Decoding
internal import Events
internal import Geography
internal import Kernel
internal import ProcessState
internal import Syscalls

/// What the rules may ask beyond the event itself; one for the whole run.
final class RunContext {
  var tree = ProcessTree()
  var memory = RunMemory()
  var names = NameMemory()
  /// Whether a process of the run may see another file system than dftrace does: set by the first
  /// call that could make it so.
  var mayDifferInRoot = false
  let countries: any CountrySource
  /// The project's directory; nil when the run has none of its own.
  let workspace: [UInt8]?
  /// The name servers of this machine; `resolv.conf(5)`.
  private(set) lazy var resolvers = ProcTexts.nameServers(
    ProcessFiles.contents("/etc/resolv.conf", limit: 65536) ?? [])

  init(countries: any CountrySource, workspace: [UInt8]?) {
    self.countries = countries
    self.workspace = workspace
  }

  /// Whether a path lies in the project.
  func isInWorkspace(_ path: [UInt8]) -> Bool {
    workspace.map { Paths.isBelow(path, $0) } ?? false
  }

  /// Whether a file lies outside the project in a directory that others than its owner may write,
  /// or below one.
  ///
  /// Groups don't count: `/usr/local` belongs to one on Debian, and home directories to their
  /// user's own.
  func isInWritableDirectory(_ path: [UInt8], of thread: ThreadID) -> Bool {
    guard path.first == 0x2F, !isInWorkspace(path) else { return false }
    return isAnyDirectory(of: path[...], thread) { mode, _ in mode & 0o002 != 0 }
  }

  /// Whether others may put a file into a directory outside the project, or replace it.
  ///
  /// In a directory with the sticky bit, such as `/tmp`, they can't replace what is another's.
  func isWritableByOthers(_ directory: [UInt8], of thread: ThreadID) -> Bool {
    guard directory.first == 0x2F, !isInWorkspace(directory) else { return false }
    return isAnyDirectory(of: directory + Array("/.".utf8), thread) { mode, isFirst in
      mode & 0o002 != 0 && (isFirst || mode & 0o1000 == 0)
    }
  }

  /// Whether a test on the mode is true of a file's directory, which comes first, or one above it.
  private func isAnyDirectory(
    of path: some Collection<UInt8>, _ thread: ThreadID, _ test: (UInt32, Bool) -> Bool
  ) -> Bool {
    var directory = Paths.directory(Array(path)[...])
    var isFirst = true
    // The kernel's name of the file goes through no symbolic link, so that it can be looked up
    // below the process's root as it stands.
    let root = mayDifferInRoot ? "/proc/\(thread.rawValue)/root" : ""
    while !directory.isEmpty {
      let name = root + String(decoding: directory, as: UTF8.self)
      if let status = ProcessFiles.status(name), test(status.mode, isFirst) { return true }
      guard directory.count > 1 else { return false }
      directory = Paths.directory(directory)
      isFirst = false
    }
    return false
  }

  /// The names that DNS answers gave for an address.
  func names(of address: IPAddress) -> [String] { names.names(of: address) }

  /// The file behind a path as a process sees it.
  func resolve(
    _ path: [UInt8], of thread: ThreadID, followingLink: Bool
  ) -> (name: [UInt8], status: FileStatus)? {
    try? ProcessFiles.resolve(
      path, of: mayDifferInRoot ? thread : nil, followingLink: followingLink)
  }

  /// The country of an address and the range that says so.
  func country(of address: IPAddress) -> CountryMatch? {
    address.isIPv4
      ? countries.country(v4: UInt32(truncatingIfNeeded: address.low))
      : countries.country(v6High: address.high, low: address.low)
  }
}

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
  let parent: Int32
  let number: Int
  /// Nanoseconds since 1970-01-01T00:00:00Z.
  let time: Int64
  var phase: EventPhase
  let context: RunContext
  /// Which of the call's destinations is being judged.
  var destination: Endpoint?
  private(set) var paths: [Int: PathFacts?] = [:]
  /// The effective user before the call, where a rule asks whether it gained root.
  var formerUser: UInt32?
  /// What was learnt of a process that has ended since.
  var lastWords: LastWords?
  /// What is known of the memory that the call is about, before it changed it.
  var memoryFacts: MemoryFacts?
  private var link: DescriptorFacts??
  private var socket: SocketFacts??
  private var status: ProcTexts.Status?
  private var environment: [UInt8]??

  var eventType: EventType { facts.event }

  init(
    _ facts: CallFacts, image: ProgramImage, parent: Int32, number: Int, phase: EventPhase,
    context: RunContext
  ) {
    self.facts = facts
    self.image = image
    self.parent = parent
    self.number = number
    time = Machine.now
    self.phase = phase
    self.context = context
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
    paths[position] = found
    return found
  }

  /// The positions of the path arguments.
  var pathPositions: [Int] {
    facts.event.arguments.indices.filter { facts.event.arguments[$0].kind.isPath }
  }

  /// Looks at all that the call names in the caller's memory, which is gone or changed later.
  mutating func capture() {
    for position in pathPositions { _ = path(at: position) }
    if Field.procGainedRoot.applies(to: facts.event) { formerUser = ids().euid }
  }

  /// Gives the path that was named before the program was replaced.
  mutating func preload(_ path: PathFacts?, at position: Int) { paths[position] = path }

  /// Forgets what the call may have changed.
  mutating func forgetDescriptors() {
    link = nil
    socket = nil
    status = nil
  }

  /// After a successful open, replaces what was asked for by what the new descriptor shows.
  mutating func verify() {
    guard facts.event.isOpen, let result, result >= 0,
      let link = ProcessFiles.descriptor(Int32(truncatingIfNeeded: result), of: facts.thread)
    else { return }
    let name = "/proc/\(facts.thread.rawValue)/fd/\(result)"
    let position = pathPositions.first ?? 0
    var found = (paths[position] ?? nil) ?? PathFacts(given: [], resolved: link)
    found.resolved = link
    found.file = .known(ProcessFiles.status(name))
    found.isVerified = true
    paths[position] = found
  }

  /// What is known of the descriptor that the call is about.
  mutating func descriptor() -> DescriptorFacts? {
    if let link { return link }
    let found = facts.descriptor.flatMap {
      DescriptorFacts($0, thread: facts.thread, process: facts.process)
    }
    link = .some(found)
    return found
  }

  /// What the kernel says of the socket that the call is about.
  mutating func socketFacts() -> SocketFacts? {
    if let socket { return socket }
    let found = facts.descriptor.flatMap { ProcessFiles.socket($0, of: facts.process) }
    socket = .some(found)
    return found
  }

  /// The environment that the program was executed with, NUL-separated.
  mutating func environmentBlock() -> [UInt8]? {
    if let environment { return environment }
    // An environment may be 2 MiB and more; a variable beyond this is not found.
    let found = ProcessFiles.text("environ", of: facts.process, limit: 1 << 20)
    environment = .some(found)
    return found
  }

  /// Ids of the process.
  mutating func ids() -> ProcTexts.Status {
    if let status { return status }
    var found = ProcTexts.status(
      lastWords?.status ?? ProcessFiles.text("status", of: facts.thread) ?? [])
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
    lastWords?.workingDirectory ?? ProcessFiles.workingDirectory(of: facts.thread)
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
    guard let link = descriptor()?.link else { return nil }
    let status = facts.descriptor.flatMap {
      ProcessFiles.status("/proc/\(facts.thread.rawValue)/fd/\($0)")
    }
    return PathFacts(given: link, resolved: link, file: .known(status))
  }

  mutating func value(of key: FieldKey, in arena: inout ByteArena) -> FieldValue {
    if phase == .entry, key.field.needsResult(in: facts.event) { return .undecided }
    switch key.field.description.scope {
    case .calls, .opens, .argument: return callValue(key, &arena)
    case .any: return processValue(key, &arena)
    case .addresses: return networkValue(key.field, &arena)
    case .credentials: return .boolean(gainedRoot())
    case .endings:
      return lastWords?.signal.map { .text(arena.append($0.name)) } ?? .absent
    case .memory, .libraries: return memoryValue(key.field, &arena)
    default: return fileValue(key, &arena)
    }
  }
}
