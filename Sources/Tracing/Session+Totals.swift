internal import Decoding
internal import Events
internal import Kernel
internal import ProcessState
internal import Rules
internal import Syscalls

// What is counted over the run, as far as rules ask for it.
extension Session {
  /// Counts what a call is about to do.
  mutating func count(_ view: inout EventView) {
    let facts = view.facts
    switch facts.event {
    case .accept,
      .accept4 where assembly.remembersAccepts:
      noteAccept(facts)
    case .access, .faccessat, .faccessat2:
      guard assembly.remembersChecks, let position = view.pathPositions.last,
        let path = view.path(at: position)
      else { return }
      context.totals.noteCheck(path.resolved, by: facts.process.rawValue)
    case .link, .linkat:
      let positions = view.pathPositions
      guard let from = view.path(at: positions.first ?? 0), let status = from.status,
        status.isRegular
      else { return }
      context.otherNames.noteLink(status, from.resolved)
    // MS_BIND.
    case .mount where facts.registers.arguments[3] & 0x1000 != 0:
      var source: [UInt8] = []
      guard let position = view.pathPositions.last, let place = view.path(at: position),
        facts.memory.readString(
          facts.registers.arguments[0], limit: Paths.longest, into: &source) == .complete
      else { return }
      context.otherNames.noteMount(facts.path(named: source).resolved, at: place.resolved)
    case .umask:
      context.umasks[facts.process.rawValue] = UInt32(facts.registers.arguments[0] & 0o777)
    case .unlink, .unlinkat, .rmdir: noteDeletion(&view)
    case .rename, .renameat, .renameat2:
      guard assembly.watchesEncryption, let from = view.path(at: view.pathPositions.first ?? 0),
        let to = view.path(at: view.pathPositions.last ?? 0)
      else { return }
      context.totals.encryption.move(from.status, to: to.resolved)
    default:
      if facts.event.isOpen { countOpen(&view) }
    }
  }

  private mutating func countOpen(_ view: inout EventView) {
    guard assembly.watchesEncryption || assembly.countsDirectories,
      let flags = view.facts.openFlags
    else { return }
    // O_DIRECTORY.
    let isDirectory = flags & 0x1_0000 != 0
    let isWriting = flags & 3 != 0 || flags & 0x200 != 0
    guard isDirectory && assembly.countsDirectories || isWriting && assembly.watchesEncryption,
      let position = view.pathPositions.first, let path = view.path(at: position)
    else { return }
    if isDirectory {
      if !context.isOrdinaryDirectory(path.resolved, of: view.image) {
        context.totals.noteDirectory(path.resolved)
      }
    } else if !isTemporary(path.resolved), let status = path.status {
      context.totals.encryption.note(context.own(path.resolved, of: view.facts.thread), status)
    }
  }

  private static let temporaryDirectories = ["/tmp", "/var/tmp", "/dev/shm"].map {
    Array($0.utf8)
  }

  private func isTemporary(_ path: [UInt8]) -> Bool {
    Self.temporaryDirectories.contains { Paths.isBelow(path, $0) }
  }

  /// Counts a deletion of what was there before, where it may be missed.
  private mutating func noteDeletion(_ view: inout EventView) {
    guard assembly.countsDeletions, let position = view.pathPositions.last,
      let path = view.path(at: position), let status = path.status,
      !context.isInWorkspace(path.resolved), !isTemporary(path.resolved),
      !Self.isCache(path.resolved), context.writer(of: status) == nil
    else { return }
    context.totals.noteDeletion(at: context.now)
  }

  /// Whether a file lies where programs keep what they can make again.
  private static func isCache(_ path: [UInt8]) -> Bool {
    let parts = path.split(separator: 0x2F)
    let caches = [".cache", "cache", "Cache", "node_modules", "__pycache__", "tmp", ".npm"]
    return parts.contains { part in caches.contains { part.elementsEqual($0.utf8) } }
  }

  private mutating func noteAccept(_ facts: CallFacts) {
    guard !context.totals.hasAccepted(facts.process.rawValue), let descriptor = facts.descriptor,
      let socket = ProcessFiles.socket(descriptor, of: facts.process),
      // AF_INET and AF_INET6.
      socket.domain == 2 || socket.domain == 10
    else { return }
    context.totals.noteAccept(facts.process.rawValue)
  }

  /// Counts an address that a program sends or connects to.
  func noteAttempt(_ endpoint: Endpoint, _ facts: CallFacts) {
    guard assembly.countsAttempts, case .ip(let address, let port) = endpoint, port != 0 else {
      return
    }
    // The C library connects datagram sockets to find out which address it would be sent from, and
    // sends nothing.
    if facts.event == .connect, let descriptor = facts.descriptor,
      ProcessFiles.socket(descriptor, of: facts.process)?.type == 2
    {
      return
    }
    let program = context.tree[facts.process.rawValue]?.image.name ?? ""
    context.totals.note(address, port, by: program, at: context.now)
  }

  /// Notes the kinds of credentials that the rules which have just matched are about.
  ///
  /// - Returns: whether there is a new one.
  mutating func noteCredentials() -> Bool {
    var isNew = false
    for rule in evaluation.matches {
      guard let kind = configuration.kinds[rule].credential else { continue }
      if context.totals.noteCredential(kind) { isNew = true }
    }
    return isNew
  }

  /// Judges a new process.
  mutating func judgeStart(_ process: ThreadID) {
    context.totals.noteStart(at: context.now)
    guard isRecording || configuration.program.isWatched(.procstart),
      let memory = memories[process]
    else { return }
    judge(
      CallFacts(
        thread: process, process: process, event: .procstart,
        registers: CallRegisters(architecture: 0, number: 0), memory: memory, context: context),
      nil)
  }

  /// Remembers, when the command has ended, which processes go on in sessions of their own.
  mutating func noteSurvivors(of command: ThreadID) {
    guard configuration.program.isWatched(.procexit) else { return }
    for id in context.tree.living where id != command.rawValue {
      let process = ThreadID(rawValue: id)
      guard
        let stat = ProcessFiles.text("stat", of: process),
        let found = ProcTexts.sessionAndTerminal(stat), found.session != session
      else { continue }
      survivors.insert(process)
    }
  }
}

extension RunContext {
  /// Where dftrace itself finds a file that a thread knows by a path.
  func own(_ path: [UInt8], of thread: ThreadID) -> [UInt8] {
    mayDifferInRoot ? Array("/proc/\(thread.rawValue)/root".utf8) + path : path
  }

  private static let systemDirectories = [
    "/usr", "/lib", "/lib64", "/proc", "/sys", "/dev", "/tmp", "/var/tmp", "/nix",
  ].map { Array($0.utf8) }

  /// Whether a directory is one that programs list as a matter of course: of the project, of the
  /// system, or of the interpreter that runs.
  func isOrdinaryDirectory(_ path: [UInt8], of image: ProgramImage) -> Bool {
    if isInWorkspace(path) || path.count <= 1 { return true }
    if Self.systemDirectories.contains(where: { Paths.isBelow(path, $0) }) { return true }
    // An interpreter of its own has its library beside its `bin`.
    let home = Paths.directory(Paths.directory(image.facts.path[...]))
    return home.count > 1 && Paths.isBelow(path, Array(home))
  }
}
