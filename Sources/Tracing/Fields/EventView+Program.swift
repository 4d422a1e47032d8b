internal import Decoding
internal import Detection
internal import Events
internal import Kernel
internal import ProcessState
internal import Secrets
internal import Syscalls

// Fields of the executable, its credentials and its arguments.
extension EventView {
  mutating func programValue(_ field: ProgramField, _ arena: inout ByteArena) -> FieldValue {
    func texts(_ values: some Sequence<String>) -> FieldValue {
      list(values.map { Array($0.utf8) }, &arena)
    }
    switch field {
    case .procIsCommand: return .boolean(image.facts.isCommand)
    case .procBelowPackageManager: return .boolean(image.isBelowPackageManager)
    case .procProgramArgs: return .text(arena.append(image.programArgumentText))
    case .procLoaderVariables: return texts(Self.loaderVariables.filter { variable($0) != nil })
    case .procHasFileCapabilities: return .boolean(image.facts.hasCapabilities)
    case .procSecretInArgs:
      return SecretKind.inArguments(image.argumentList).map { .text(arena.append($0)) } ?? .absent
    case .procParentHasAccepted:
      return .boolean(
        run.totals.hasAccepted(facts.process) || run.totals.hasAccepted(parent))
    case .procImports: return executableFacts().map { list($0.imports, &arena) } ?? .absent
    case .procHardeningMissing:
      return executableFacts().map { list($0.missingHardening, &arena) } ?? .absent
    case .procExecutableStack: return .boolean(executableFacts()?.facts.hasExecutableStack ?? false)
    case .procRpathIsUnsafe:
      return .boolean(executableFacts().map { isUnsafe($0.facts.runPaths) } ?? false)
    case .procIs64Bit: return executableFacts().map { .boolean($0.facts.is64Bit) } ?? .absent
    case .procCwdOutsideRoot: return .boolean(isOutsideRoot())
    case .threadCapEffective: return texts(Capabilities.names(of: credentials().effective))
    case .threadCapPermitted: return texts(Capabilities.names(of: credentials().permitted))
    }
  }

  /// Variables that `ld.so(8)` and glibc's `unsecvars.h` list, without the paths of libraries.
  private static let loaderVariables = [
    "GLIBC_TUNABLES", "GCONV_PATH", "GETCONF_DIR", "LD_AUDIT", "LD_DEBUG_OUTPUT", "LD_PROFILE",
    "LD_ORIGIN_PATH", "LOCPATH", "MALLOC_TRACE", "NIS_PATH", "RESOLV_HOST_CONF",
  ]

  /// The credentials after a syscall that changes them.
  mutating func rightsValue(_ field: RightsField, _ arena: inout ByteArena) -> FieldValue {
    guard let former = formerCredentials, let result, result >= 0 else {
      return field == .procGainedRoot ? .boolean(false) : .absent
    }
    let now = credentials()
    switch field {
    case .procCapabilitiesGained:
      let gained =
        now.effective & ~former.effective | now.permitted & ~former.permitted
        | now.ambient & ~former.ambient
      return list(Capabilities.names(of: gained).map { Array($0.utf8) }, &arena)
    case .procKeptPrivileges:
      return list(now.keptPrivileges(former: former).map { Array($0.utf8) }, &arena)
    case .procGainedRoot: return .boolean(gainedRoot(former))
    }
  }

  /// The current ids, groups and capabilities.
  func credentials() -> Credentials {
    if let known = readings?.credentials { return known }
    let found = Credentials(exitSnapshot?.status ?? text("status", of: facts.thread) ?? [])
    readings?.credentials = found
    return found
  }

  /// The ELF facts of the executable.
  mutating func executableFacts() -> KnownElf? {
    if let knownExecutable { return knownExecutable }
    guard exitSnapshot == nil else { return nil }
    let path = "/proc/\(facts.process.rawValue)/exe"
    let found = run.inspector.status(path).flatMap { run.elf.facts($0) { Array(path.utf8) } }
    knownExecutable = .some(found)
    return found
  }

  /// Whether the loader would search directories outside the project that are relative or that other
  /// users may write to; `ld.so(8)`: an empty entry is the working directory.
  func isUnsafe(_ runPaths: [[UInt8]]) -> Bool {
    runPaths.contains { path in
      // The loader expands $ORIGIN and the like.
      if path.first == 0x24 { return false }
      guard path.first == 0x2F else {
        let place = workingDirectory().map { Paths.normalized(Paths.join($0, path[...])) }
        return !(place.map { run.isInWorkspace($0) } ?? false)
      }
      let path = Paths.normalized(path)
      let name = run.resolve(path, of: facts.thread, followingLink: true)?.name ?? path
      return run.isWritableByOthers(name, of: facts.thread)
    }
  }

  /// Whether the process has changed its root but its working directory lies outside; `chroot(2)`.
  private func isOutsideRoot() -> Bool {
    guard run.mayDifferInRoot, let root = run.inspector.root(of: facts.thread),
      root.count > 1, let place = workingDirectory()
    else { return false }
    return !Paths.isBelow(place, root)
  }

  /// The name argument of prctl(PR_SET_NAME); 16 bytes with the NUL.
  func newName(_ arena: inout ByteArena) -> FieldValue {
    // PR_SET_NAME, <linux/prctl.h>.
    guard facts.registers.arguments[0] & 0xFFFF_FFFF == 15 else { return .absent }
    var name: [UInt8] = []
    guard
      facts.memory.readString(facts.registers.arguments[1], limit: 15, into: &name) != .unreadable
    else { return .absent }
    return .text(arena.append(name))
  }

  /// Facts of a process that has ended.
  func endingValue(_ field: EndingField, _ arena: inout ByteArena) -> FieldValue {
    switch field {
    case .procCoreDumped: return .boolean(exitSnapshot?.hasCore ?? false)
    case .procOutlivesCommand: return .boolean(exitSnapshot?.outlivesCommand ?? false)
    case .procAbortMessage:
      return exitSnapshot?.message.map { .text(arena.append($0)) } ?? .absent
    case .procExitSignal:
      return exitSnapshot?.signal.map { .text(arena.append($0.name)) } ?? .absent
    }
  }
}
