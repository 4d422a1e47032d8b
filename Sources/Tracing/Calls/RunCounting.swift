internal import Decoding
internal import Detection
internal import Events
internal import Kernel
internal import ProcessState
internal import Syscalls

/// Updates the run's counters and state that rules read.
struct RunCounting {
  private let run: RunState
  private let assembly: FilterAssembly

  init(_ run: RunState, _ assembly: FilterAssembly) {
    self.run = run
    self.assembly = assembly
  }

  /// Counts a syscall at its entry.
  func count(_ view: inout EventView) {
    let facts = view.facts
    switch facts.event {
    case .accept, .accept4:
      if assembly.remembersAccepts { noteAccept(facts) }
    case .access, .faccessat, .faccessat2:
      guard assembly.remembersChecks, let position = view.pathPositions.last,
        let path = view.path(at: position)
      else { return }
      run.totals.noteCheck(path.resolved, by: facts.process)
    case .link, .linkat:
      let positions = view.pathPositions
      guard let from = view.path(at: positions.first ?? 0), let status = from.status(run.inspector),
        status.isRegular
      else { return }
      run.pathAliases.noteLink(status, from.resolved)
    // MS_BIND.
    case .mount where facts.registers.arguments[3] & 0x1000 != 0:
      var source: [UInt8] = []
      guard let position = view.pathPositions.last, let place = view.path(at: position),
        facts.memory.readString(
          facts.registers.arguments[0], limit: Paths.longest, into: &source) == .complete
      else { return }
      run.pathAliases.noteMount(facts.path(named: source).resolved, at: place.resolved)
    case .umask:
      run.noteUmask(UInt32(facts.registers.arguments[0] & 0o777), of: facts.process)
    case .unlink, .unlinkat, .rmdir: noteDeletion(&view)
    case .rename, .renameat, .renameat2:
      guard assembly.watchesEncryption, let from = view.path(at: view.pathPositions.first ?? 0),
        let to = view.path(at: view.pathPositions.last ?? 0)
      else { return }
      run.totals.encryption.move(from.status(run.inspector), to: to.resolved)
    default:
      if facts.event.isOpen { countOpen(&view) }
    }
  }

  /// Notes a program at the end of a pipe or FIFO.
  func notePipes(of process: ProcessID, _ image: ProgramImage) {
    func pipe(_ number: Int32) -> [UInt8]? {
      let stream = DescriptorFacts(
        number, thread: process.leader, process: process, run.inspector)
      return stream?.type == "pipe" ? stream?.link : nil
    }
    let input = pipe(0)
    let output = pipe(1)
    guard input != nil || output != nil else { return }
    run.memory.notePipes(
      input: input, output: output, image.line(beginningWith: Array(image.name.utf8)))
  }

  /// Notes a directory that may become the run's own ground and whose return is not awaited; its
  /// status is read later.
  func noteDirectory(_ view: inout EventView) {
    guard let position = groundPosition(view), let path = view.path(at: position),
      path.status(run.inspector) == nil, isGround(path)
    else { return }
    run.note(
      .init(
        path: run.own(path.resolved, of: view.facts.thread), program: view.image.name,
        thread: view.facts.thread, isDirectory: true))
  }

  private func groundPosition(_ view: EventView) -> Int? {
    guard assembly.remembersGround, view.facts.event == .mkdir || view.facts.event == .mkdirat
    else { return nil }
    return view.pathPositions.last
  }

  private func isGround(_ path: PathFacts) -> Bool {
    isTemporary(path.resolved) || run.isInWorkspace(path.resolved)
  }

  private func countOpen(_ view: inout EventView) {
    guard assembly.watchesEncryption || assembly.countsDirectories,
      let flags = view.facts.openFlags
    else { return }
    let isDirectory = flags.contains(.directory)
    let isWriting = flags.requestsWrite || flags.contains(.truncate)
    guard isDirectory && assembly.countsDirectories || isWriting && assembly.watchesEncryption,
      let position = view.pathPositions.first, let path = view.path(at: position)
    else { return }
    if isDirectory {
      if !run.isOrdinaryDirectory(path.resolved, of: view.image) {
        view.contribution.directories = run.totals.noteDirectory(
          path.resolved, by: view.image.name)
      }
    } else if !isTemporary(path.resolved) || run.isInWorkspace(path.resolved) {
      let own = run.own(path.resolved, of: view.facts.thread)
      if let status = path.status(run.inspector) {
        run.totals.encryption.note(own, status, by: view.image.name)
      } else if flags.contains(.create) {
        run.totals.encryption.noteCreated(own, by: view.image.name)
      }
    }
  }

  private func isTemporary(_ path: [UInt8]) -> Bool {
    WellKnownPaths.temporaryDirectoryBytes.contains { Paths.isBelow(path, $0) }
  }

  /// Counts the deletion of an older file outside the project, temporary directories and caches.
  private func noteDeletion(_ view: inout EventView) {
    guard assembly.countsDeletions || assembly.watchesEncryption,
      let position = view.pathPositions.last,
      let path = view.path(at: position), let status = path.status(run.inspector)
    else { return }
    let isTemporary = isTemporary(path.resolved)
    let isInWorkspace = run.isInWorkspace(path.resolved)
    if assembly.watchesEncryption, !isTemporary || isInWorkspace {
      run.totals.encryption.noteDeletion(run.own(path.resolved, of: view.facts.thread), status)
    }
    guard assembly.countsDeletions, !isTemporary, !isInWorkspace,
      !Self.isCache(path.resolved), run.writer(of: status) == nil
    else { return }
    view.contribution.isDeletion = true
    run.totals.noteDeletion(by: view.image.name, at: run.now)
  }

  /// Whether a file lies in a directory whose content programs can regenerate.
  private static func isCache(_ path: [UInt8]) -> Bool {
    let parts = path.split(separator: 0x2F)
    let caches = [".cache", "cache", "Cache", "node_modules", "__pycache__", "tmp", ".npm"]
    return parts.contains { part in caches.contains { part.elementsEqual($0.utf8) } }
  }

  private func noteAccept(_ facts: CallFacts) {
    guard !run.totals.hasAccepted(facts.process), let descriptor = facts.descriptor,
      let socket = run.inspector.socket(descriptor, of: facts.process),
      socket.domain == SocketFamily.ipv4 || socket.domain == SocketFamily.ipv6
    else { return }
    run.totals.noteAccept(facts.process)
  }

  /// Counts an address that a program sends or connects to.
  private func noteAttempt(_ endpoint: Endpoint, _ facts: CallFacts) {
    guard assembly.countsAttempts, case .ip(let address, let port) = endpoint else { return }
    func socket() -> SocketFacts? {
      facts.descriptor.flatMap { run.inspector.socket($0, of: facts.process) }
    }
    // An echo request has no port: IPPROTO_ICMP and IPPROTO_ICMPV6, <netinet/in.h>.
    if port == 0 {
      guard let kind = socket()?.proto, kind == 1 || kind == 58 else { return }
    }
    // The C library connects datagram sockets only to learn their source address. It sends nothing.
    if facts.event == .connect, socket()?.type == SocketType.datagram { return }
    let program = run.tree[facts.process]?.image.name ?? ""
    run.totals.note(address, port, by: program, at: run.now)
  }
}

// Addresses of syscalls, and files that they write.
extension RunCounting {
  /// The addresses of a syscall; adds them to the inventory.
  func endpoints(of facts: CallFacts) -> Endpoints {
    guard facts.event.hasDestination else { return Endpoints(nil) }
    let endpoints = facts.endpoints()
    guard facts.event != .bind else { return endpoints }
    for index in 0..<endpoints.count {
      guard let endpoint = endpoints[index], case .ip = endpoint else { continue }
      guard facts.event != .listen else {
        run.inventory.addListener(endpoint)
        continue
      }
      run.inventory.addDestination(endpoint)
      noteAttempt(endpoint, facts)
      if assembly.remembersSockets, facts.connects, let descriptor = facts.descriptor,
        let link = run.inspector.descriptor(descriptor, of: facts.thread),
        let socket = ProcTexts.socketInode(link)
      {
        run.memory.noteOutgoing(socket)
      }
    }
    return endpoints
  }

  /// Whether the return of a syscall is awaited to update the run state.
  func isToBeRemembered(_ facts: CallFacts) -> Bool {
    if assembly.remembersNames, facts.event.receivesDatagrams { return true }
    guard assembly.remembersWriters, let flags = facts.openFlags else { return false }
    return flags.mayWrite
  }

  /// Whether the syscall creates a missing file, whose status is read later.
  func isCreation(_ view: inout EventView) -> Bool {
    guard !run.mayDifferInRoot, let flags = view.facts.openFlags, flags.contains(.create),
      let position = view.pathPositions.first, let path = view.path(at: position),
      path.status(run.inspector) == nil
    else { return false }
    run.note(.init(path: path.resolved, program: view.image.name, thread: view.facts.thread))
    return true
  }

  /// Updates the run state at the return of a syscall.
  func remember(_ view: EventView, _ result: Int64) {
    if assembly.remembersNames, view.facts.event.receivesDatagrams, result > 0 {
      for message in view.facts.nameServerAnswers(result) {
        for answer in message.names { run.names.note(answer.name, for: answer.address) }
      }
      return
    }
    if let position = groundPosition(view) {
      guard result == 0, view.wasMissing == true, let path = view.paths[position] ?? nil,
        isGround(path)
      else { return }
      run.noteDirectory(run.own(path.resolved, of: view.facts.thread))
      return
    }
    guard result >= 0, isToBeRemembered(view.facts),
      let position = view.pathPositions.first ?? (view.facts.event.isOpen ? 0 : nil),
      let path = view.paths[position] ?? nil, let status = path.status(run.inspector),
      status.isRegular
    else { return }
    run.noteWritten(
      path.resolved, status, by: view.image.name, isNew: view.wasMissing ?? false)
  }
}
