internal import Decoding
internal import Detection
internal import Events
internal import Geography
internal import Kernel
internal import ProcessState
internal import Syscalls

/// The state of the run that rules read in addition to the event.
final class RunState {
  /// Reads processes and files.
  let inspector: any ProcessInspecting
  var blindSpots = BlindSpots()
  var tree = ProcessTree()
  var memory = RunMemory()
  var names = NameMemory()
  var inventory = RunInventory()
  /// Files being created; their status is read later.
  private(set) var creations: [Creation] = []
  /// Whether a process of the run may have another root file system than dftrace: set by the first
  /// syscall that could change it.
  var mayDifferInRoot = false
  var directories: DirectoryCache
  /// The buffers of earlier events without alerts, for reuse.
  var buffers = BufferPool()
  /// The time of the current event: nanoseconds since 1970-01-01T00:00:00Z. The clock is that of
  /// the run's start, so that a clock adjustment cannot break a time window.
  private(set) var now = Machine.now
  private let epoch = Machine.now - Machine.sinceStart
  var elf: ElfCache
  var totals: RunTotals
  var origins = CallOrigins()
  /// The umasks of processes, read on demand.
  private var umasks: [ProcessID: UInt32] = [:]
  /// The facts of the host, read when the command begins.
  private(set) lazy var host = HostFacts(
    root: hostRoot, hasProject: workspace != nil, inspector)
  private let hostRoot: String
  /// The home directories of the host's users.
  private(set) lazy var homes = UserList(
    inspector.contents("/etc/passwd", limit: 1 << 20) ?? []
  ).homes
  /// The names of the host's users and groups.
  private(set) lazy var userNames = IDNames(
    inspector.contents("/etc/passwd", limit: 1 << 20) ?? [])
  private(set) lazy var groupNames = IDNames(
    inspector.contents("/etc/group", limit: 1 << 20) ?? [])
  /// The paths that the project's version control tracks.
  private lazy var tracked = trackedPaths()
  var pathAliases = PathAliases()
  /// The directories that this run created.
  var ground = OwnGround()
  /// The number of files with names beyond the capacity.
  var unnamed = 0
  let countries: any CountrySource
  /// The project's directory; nil outside a project.
  let workspace: [UInt8]?
  /// The configured name servers; `resolv.conf(5)`.
  private(set) lazy var resolvers = ProcTexts.nameServers(
    inspector.contents("/etc/resolv.conf", limit: 65536) ?? [])

  init(
    _ inspector: any ProcessInspecting, countries: any CountrySource, workspace: [UInt8]?,
    directories: DirectoryCache = DirectoryCache(isReliable: false), hostRoot: String = ""
  ) {
    self.inspector = inspector
    totals = RunTotals(inspector)
    elf = ElfCache(inspector)
    self.countries = countries
    self.hostRoot = hostRoot
    self.workspace = workspace
    self.directories = directories
  }

  /// The number of entries dropped at capacity.
  var lost: Int { memory.overflow + names.overflow + pathAliases.lost + totals.lost }

  /// Advances the clock to the current event.
  func tick() { now = epoch + Machine.sinceStart }

  // MARK: Umasks

  /// The umask of a process.
  func umask(of process: ProcessID) -> UInt32 {
    if let known = umasks[process] { return known }
    let found = Credentials(inspector.text("status", of: process) ?? []).umask ?? 0o022
    noteUmask(found, of: process)
    return found
  }

  /// Sets the umask of a process.
  func noteUmask(_ mask: UInt32, of process: ProcessID) {
    if umasks.count > 4096 { umasks.removeAll() }
    umasks[process] = mask
  }

  /// Copies the parent's umask to a new process.
  func inheritUmask(_ process: ProcessID, from parent: ProcessID?) {
    if let parent, let umask = umasks[parent] { umasks[process] = umask }
  }

  // MARK: Files written

  /// A file or directory that was missing when a thread requested its creation.
  struct Creation {
    let path: [UInt8]
    let program: String
    let thread: ThreadID
    var isDirectory = false
  }

  /// Stores a creation, which avoids a second stop of the thread at the return.
  func note(_ creation: Creation) {
    creations.append(creation)
    if creations.count > 256 { settleCreations() }
  }

  /// Records the writers of the created files. Call this before a rename or link, and when the
  /// thread makes its next syscall.
  func settleCreations(of thread: ThreadID? = nil) {
    guard !creations.isEmpty else { return }
    creations.removeAll { creation in
      guard thread == nil || creation.thread == thread else { return false }
      if creation.isDirectory {
        noteDirectory(creation.path)
      } else if let status = inspector.status(creation.path, followingLink: true),
        status.isRegular
      {
        noteWritten(creation.path, status, by: creation.program, isNew: true)
      }
      return true
    }
  }

  /// Records a directory that the run created, by its name in dftrace's own view.
  func noteDirectory(_ path: [UInt8]) {
    guard let status = inspector.status(path, followingLink: false), status.isDirectory else {
      return
    }
    ground.note(status.identity, birth: inspector.birth(of: path))
  }

  /// Records an open for writing.
  func noteWritten(
    _ path: [UInt8], _ status: FileStatus, by program: String, isNew: Bool = false
  ) {
    memory.noteWritten(status.identity, by: program, isNew: isNew)
    inventory.addDirectoryWritten(Paths.directory(path[...]))
  }

  /// The program that wrote a file in this run.
  func writer(of file: FileStatus) -> String? {
    settleCreations()
    return memory.writer(of: file.identity)
  }

  /// Whether this run created a file.
  func isNew(_ file: FileStatus) -> Bool {
    settleCreations()
    return memory.isNew(file.identity)
  }

  /// Whether a path lies in the project.
  func isInWorkspace(_ path: [UInt8]) -> Bool {
    workspace.map { Paths.isBelow(path, $0) } ?? false
  }

  /// Whether a file outside the project lies in or below a directory that other users may write to.
  ///
  /// Group permissions do not count: on Debian `/usr/local` belongs to a group, and home
  /// directories to the user's own group.
  func isInWritableDirectory(_ path: [UInt8], of thread: ThreadID) -> Bool {
    guard path.first == 0x2F, !isInWorkspace(path) else { return false }
    func find() -> Bool {
      isAnyDirectory(of: path[...], thread) { mode, _ in mode & 0o002 != 0 }
    }
    if mayDifferInRoot { return find() }
    return directories.isWritable(
      Paths.directory(path[...]), now: now, inspector, find)
  }

  /// Whether a file lies directly in a world-writable directory with the sticky bit, such as /tmp.
  func isInTemporaryDirectory(_ path: [UInt8], of thread: ThreadID) -> Bool {
    guard path.first == 0x2F else { return false }
    let directory = own(Array(Paths.directory(path[...])), of: thread)
    return inspector.status(directory, followingLink: true)
      .map { $0.mode & 0o1002 == 0o1002 } ?? false
  }

  /// Whether other users may create or replace a file in a directory outside the project.
  ///
  /// In a directory with the sticky bit, such as `/tmp`, they cannot replace another user's file.
  func isWritableByOthers(_ directory: [UInt8], of thread: ThreadID) -> Bool {
    guard directory.first == 0x2F, !isInWorkspace(directory) else { return false }
    return isAnyDirectory(of: directory + Array("/.".utf8), thread) { mode, isFirst in
      mode & 0o002 != 0 && (isFirst || mode & 0o1000 == 0)
    }
  }

  /// Whether a predicate on the mode is true for a file's directory or one above it, innermost
  /// first, and other users may search all of them. Below a directory of mode 0700 they can do
  /// nothing.
  private func isAnyDirectory(
    of path: some Collection<UInt8>, _ thread: ThreadID, _ test: (UInt32, Bool) -> Bool
  ) -> Bool {
    var directory = Paths.directory(Array(path)[...])
    var isFirst = true
    var isTrue = false
    // The kernel's name has no symbolic links, so it is valid below the process's root.
    while !directory.isEmpty {
      let name = own(Array(directory), of: thread)
      if let status = inspector.status(name, followingLink: true) {
        guard status.mode & 0o001 != 0 else { return false }
        isTrue = isTrue || test(status.mode, isFirst)
      }
      guard directory.count > 1 else { return isTrue }
      directory = Paths.directory(directory)
      isFirst = false
    }
    return isTrue
  }

  /// Whether the project's version control tracks a file.
  func isTracked(_ path: [UInt8]) -> Bool {
    guard let workspace, Paths.isBelow(path, workspace), path.count > workspace.count + 1 else {
      return false
    }
    return tracked?.contains(path[(workspace.count + 1)...]) ?? false
  }

  /// The host names of an address in the run's DNS answers.
  func names(of address: IPAddress) -> [String] { names.names(of: address) }

  /// Removes a process that has ended.
  func forget(_ process: ProcessID) {
    tree.remove(process)
    umasks[process] = nil
    origins.forget(process)
  }

  /// Resolves a path in a process's view.
  func resolve(
    _ path: [UInt8], of thread: ThreadID, followingLink: Bool
  ) -> (name: [UInt8], status: FileStatus)? {
    do {
      return try inspector.resolve(
        path, of: mayDifferInRoot ? thread : nil, followingLink: followingLink)
    } catch {
      if error == .outOfRange { unnamed += 1 }
      return nil
    }
  }

  /// The country of an address, and the matching range of the table.
  func country(of address: IPAddress) -> CountryMatch? {
    address.isIPv4
      ? countries.country(v4: UInt32(truncatingIfNeeded: address.low))
      : countries.country(v6High: address.high, low: address.low)
  }
}
