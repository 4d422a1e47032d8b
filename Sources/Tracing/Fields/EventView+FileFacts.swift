internal import Decoding
internal import Detection
internal import Events
internal import Kernel
internal import ProcessState
internal import Syscalls

// Fields of a file beyond its name: owner, writer, location.
extension EventView {
  mutating func fileValue(_ field: FileField, _ arena: inout ByteArena) -> FieldValue {
    guard let subject = subject() else { return .absent }
    switch field {
    case .fileIsDirectory: return .boolean(subject.status(run.inspector)?.isDirectory ?? false)
    case .fileIsExecutable:
      return .boolean(
        subject.status(run.inspector).map { $0.isRegular && $0.mode & 0o111 != 0 } ?? false)
    case .fileInTempDir:
      return .boolean(run.isInTemporaryDirectory(subject.resolved, of: facts.thread))
    case .fileInWritableDir:
      return .boolean(run.isInWritableDirectory(subject.resolved, of: facts.thread))
    case .fileIsPrivate: return .boolean(isPrivate(subject))
    case .fileInOtherHome: return .boolean(isInOtherHome(subject.resolved))
    case .fileIsOwnExecutable: return .boolean(isOwnExecutable(subject))
    case .fileWriter:
      return writer(of: subject).map { .text(arena.append($0)) } ?? .absent
    case .fileWrittenInRun: return .boolean(writer(of: subject) != nil)
    case .fileCreatedInRun:
      return .boolean(subject.status(run.inspector).map { run.isNew($0) } ?? false)
    case .fileNameIsRandom:
      return .boolean(Randomness.isRandom(Paths.filename(subject.resolved[...])))
    case .fileIsTracked: return .boolean(run.isTracked(subject.resolved))
    case .fileWasChecked:
      return .boolean(run.totals.isChecked(subject.resolved, by: facts.process))
    case .fileIsElf: return .boolean(isElf(subject))
    case .fileIsOnOwnGround: return .boolean(isOnOwnGround(subject))
    case .fileIsInOwnRepository:
      return .boolean(run.isInOwnRepository(subject.resolved, of: facts.thread))
    }
  }

  /// Whether a file begins with the four bytes of `elf(5)`.
  private func isElf(_ subject: PathFacts) -> Bool {
    guard subject.status(run.inspector)?.isRegular ?? false else { return false }
    let path = run.own(subject.resolved, of: facts.thread)
    guard let file = run.inspector.file(path) else { return false }
    var bytes: [UInt8] = []
    _ = file.read(at: 0, count: 4, into: &bytes)
    return bytes == [0x7F, 0x45, 0x4C, 0x46]
  }

  /// Whether a file lies in a tree that the run created, and is not there by other means: it is
  /// missing, or the run created it.
  private func isOnOwnGround(_ path: PathFacts) -> Bool {
    guard run.isOnOwnGround(path.resolved, of: facts.thread) else { return false }
    // A link or a new name is no access to the file.
    guard facts.event.isOpen, wasMissing != true, let status = path.status(run.inspector) else {
      return true
    }
    return status.isRegular && run.isNew(status)
  }

  private func writer(of path: PathFacts) -> String? {
    path.status(run.inspector).flatMap { run.writer(of: $0) }
  }

  /// Whether other users may not read a file. If dftrace cannot read the status, the directories
  /// decide.
  private func isPrivate(_ path: PathFacts) -> Bool {
    if let status = path.status(run.inspector) { return status.mode & 0o004 == 0 }
    var directory = Paths.directory(path.resolved[...])
    while directory.count > 1 {
      if let status = run.inspector.status(Array(directory), followingLink: true) {
        // A searchable directory shows the status of any file in it.
        return status.mode & 0o001 == 0
      }
      directory = Paths.directory(directory)
    }
    return false
  }

  private mutating func isInOtherHome(_ path: [UInt8]) -> Bool {
    guard !run.isInWorkspace(path),
      let home = run.homes.filter({ Paths.isBelow(path, $0.path) })
        .max(by: { $0.path.count < $1.path.count })
    else { return false }
    let ids = ids()
    guard home.user != ids.uid, home.user != ids.euid else { return false }
    // A process whose HOME is the directory counts as the directory's owner.
    let own = environmentBlock().flatMap { ProcTexts.variable("HOME", in: $0) }
    return !(own?.elementsEqual(home.path) ?? false)
  }

  private func isOwnExecutable(_ path: PathFacts) -> Bool {
    if !image.facts.executed.isEmpty, image.facts.executed == path.resolved { return true }
    guard let status = path.status(run.inspector),
      let own = run.inspector.status("/proc/\(facts.process.rawValue)/exe")
    else { return false }
    return status.identity == own.identity && status.isRegular
  }

  /// The fields `run.…` that every event has.
  func totalValue(_ field: TotalField, _ parameter: FieldKey.Parameter) -> FieldValue {
    let start = run.now - windowLength(parameter)
    switch field {
    case .runProcesses: return .number(Int64(run.tree.count))
    case .runProcessRate: return .number(Int64(run.totals.processRate(at: run.now)))
    case .runDeleted:
      guard contribution.isDeletion else { return .absent }
      return .number(Int64(run.totals.deletions(by: image.name, since: start)))
    case .runEncrypted:
      run.totals.encryption.look(now: run.now, isLast: facts.event == .procexit)
      return .number(Int64(run.totals.encryption.count(by: image.name)))
    case .runCredentialKinds:
      return contribution.credentialKinds.map { .number(Int64($0)) } ?? .absent
    }
  }

  /// The fields `run.…` about an address.
  func attempts(_ field: AttemptField, _ parameter: FieldKey.Parameter) -> FieldValue {
    guard case .ip(let address, let port)? = destination else { return .absent }
    let start = run.now - windowLength(parameter)
    switch field {
    case .runDestinations:
      return run.totals.destinations(upTo: address).map { .number(Int64($0)) } ?? .absent
    case .runPortsTried:
      return .number(Int64(run.totals.ports(of: address, by: image.name, since: start)))
    case .runHostsTried:
      return .number(Int64(run.totals.hosts(on: port, by: image.name, since: start)))
    }
  }

  /// The field's parameter in seconds, as nanoseconds; recordings have ten seconds.
  private func windowLength(_ parameter: FieldKey.Parameter) -> Int64 {
    if case .index(let seconds) = parameter { return Int64(seconds) * 1_000_000_000 }
    return 10_000_000_000
  }
}
