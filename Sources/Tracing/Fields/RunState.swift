internal import Decoding
internal import Detection
internal import Events
internal import Geography
internal import Kernel
internal import ProcessState
internal import Syscalls

/// What the rules may ask beyond the event itself; one for the whole run.
final class RunState {
  /// How processes and files are looked at.
  let inspector: any ProcessInspecting
  var blindSpots = BlindSpots()
  var tree = ProcessTree()
  var memory = RunMemory()
  var names = NameMemory()
  var inventory = RunInventory()
  /// Files that are being created, and that are looked for when it matters.
  private(set) var creations: [Creation] = []
  /// Whether a process of the run may see another file system than dftrace does: set by the first
  /// call that could make it so.
  var mayDifferInRoot = false
  var directories: DirectoryCache
  /// What events that nothing came of have left to the next ones.
  var buffers = BufferPool()
  /// When the event that is being looked at was met: nanoseconds since 1970-01-01T00:00:00Z by the
  /// clock as it was when the run began, so that no window of time is torn when it is set.
  private(set) var now = Machine.now
  private let epoch = Machine.now - Machine.sinceStart
  var elf: ElfCache
  var totals: RunTotals
  var origins = CallOrigins()
  /// What files may not be given when a process makes them, where something has asked.
  private var umasks: [ProcessID: UInt32] = [:]
  /// The host, looked at when the command begins.
  private(set) lazy var host = HostFacts(root: hostRoot, inspector)
  private let hostRoot: String
  /// The homes of this machine's users.
  private(set) lazy var homes = UserList(
    inspector.contents("/etc/passwd", limit: 1 << 20) ?? []
  ).homes
  /// The names of this machine's users and groups.
  private(set) lazy var userNames = IDNames(
    inspector.contents("/etc/passwd", limit: 1 << 20) ?? [])
  private(set) lazy var groupNames = IDNames(
    inspector.contents("/etc/group", limit: 1 << 20) ?? [])
  /// What the project's version control tracks.
  private lazy var tracked = trackedPaths()
  var pathAliases = PathAliases()
  /// How many files were used whose names are too long to be told.
  var unnamed = 0
  let countries: any CountrySource
  /// The project's directory; nil when the run has none of its own.
  let workspace: [UInt8]?
  /// The name servers of this machine; `resolv.conf(5)`.
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

  /// How often something was not remembered, since there was too much of it.
  var lost: Int { memory.overflow + names.overflow + pathAliases.lost + totals.lost }

  /// Notes that another event is looked at.
  func tick() { now = epoch + Machine.sinceStart }

  // MARK: Umasks

  /// The permission bits that a process's new files do not get.
  func umask(of process: ProcessID) -> UInt32 {
    if let known = umasks[process] { return known }
    let found = Credentials(inspector.text("status", of: process) ?? []).umask ?? 0o022
    noteUmask(found, of: process)
    return found
  }

  /// Notes the permission bits that a process's new files do not get from now on.
  func noteUmask(_ mask: UInt32, of process: ProcessID) {
    if umasks.count > 4096 { umasks.removeAll() }
    umasks[process] = mask
  }

  /// Notes that a new process has its parent's umask.
  func inheritUmask(_ process: ProcessID, from parent: ProcessID?) {
    if let parent, let umask = umasks[parent] { umasks[process] = umask }
  }

  // MARK: Files written

  /// A file that did not exist when a thread asked for it to be created.
  struct Creation {
    let path: [UInt8]
    let program: String
    let thread: ThreadID
  }

  /// Keeps a creation, so that its caller need not stop again only for that it succeeded.
  func note(_ creation: Creation) {
    creations.append(creation)
    if creations.count > 256 { settleCreations() }
  }

  /// Notes the writers of the files that have been created. Has to be asked for before anything
  /// gives one of them another name, and when its thread goes on to something else.
  func settleCreations(of thread: ThreadID? = nil) {
    guard !creations.isEmpty else { return }
    creations.removeAll { creation in
      guard thread == nil || creation.thread == thread else { return false }
      if let status = inspector.status(creation.path, followingLink: true), status.isRegular {
        noteWritten(creation.path, status, by: creation.program)
      }
      return true
    }
  }

  /// Notes that a file has been opened for writing.
  func noteWritten(_ path: [UInt8], _ status: FileStatus, by program: String) {
    memory.noteWritten(status.identity, by: program)
    inventory.addDirectoryWritten(Paths.directory(path[...]))
  }

  /// The program that wrote a file in this run.
  func writer(of file: FileStatus) -> String? {
    settleCreations()
    return memory.writer(of: file.identity)
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
    func find() -> Bool {
      isAnyDirectory(of: path[...], thread) { mode, _ in mode & 0o002 != 0 }
    }
    if mayDifferInRoot { return find() }
    return directories.isWritable(
      Paths.directory(path[...]), now: now, inspector, find)
  }

  /// Whether a file lies directly in a directory that everybody may write and where nobody may remove
  /// what is another's, such as /tmp.
  func isInTemporaryDirectory(_ path: [UInt8], of thread: ThreadID) -> Bool {
    guard path.first == 0x2F else { return false }
    let directory = own(Array(Paths.directory(path[...])), of: thread)
    return inspector.status(directory, followingLink: true)
      .map { $0.mode & 0o1002 == 0o1002 } ?? false
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
    while !directory.isEmpty {
      let name = own(Array(directory), of: thread)
      if let status = inspector.status(name, followingLink: true), test(status.mode, isFirst) {
        return true
      }
      guard directory.count > 1 else { return false }
      directory = Paths.directory(directory)
      isFirst = false
    }
    return false
  }

  /// Whether the project's version control tracks a file.
  func isTracked(_ path: [UInt8]) -> Bool {
    guard let workspace, Paths.isBelow(path, workspace), path.count > workspace.count + 1 else {
      return false
    }
    return tracked?.contains(path[(workspace.count + 1)...]) ?? false
  }

  /// The names that DNS answers gave for an address.
  func names(of address: IPAddress) -> [String] { names.names(of: address) }

  /// Forgets a process that has ended.
  func forget(_ process: ProcessID) {
    tree.remove(process)
    umasks[process] = nil
    origins.forget(process)
  }

  /// The file behind a path as a process sees it.
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

  /// The country of an address and the range that says so.
  func country(of address: IPAddress) -> CountryMatch? {
    address.isIPv4
      ? countries.country(v4: UInt32(truncatingIfNeeded: address.low))
      : countries.country(v6High: address.high, low: address.low)
  }
}
