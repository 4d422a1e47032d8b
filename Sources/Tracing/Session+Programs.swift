internal import Decoding
internal import Events
internal import Kernel
internal import ProcessState

extension Session {
  /// Opens the memory of a process that is new, or runs another program.
  mutating func hold(_ process: ThreadID) {
    let memory = HeldMemory(of: process)
    memories[process] = memory
    if memory.isRefused { blindSpots.add(.unreadableMemory) }
  }

  /// What is known of a program that a process has just begun to run.
  func programFacts(
    _ process: ThreadID, _ named: PathFacts?, former: ProgramImage?
  ) -> ProgramImage.Facts {
    var facts = ProgramImage.Facts()
    // The owner of a process's directory is its effective user; proc(5).
    let owner = ProcessFiles.status("/proc/\(process.rawValue)")?.owner ?? 0
    facts.uid = owner
    facts.euid = owner
    facts.isCommand = former?.facts.path.isEmpty ?? true
    // What launched the command itself is dftrace, and no program of the run.
    facts.executor = former.flatMap { $0.facts.path.isEmpty ? nil : $0.name }
    let status = ProcessFiles.status("/proc/\(process.rawValue)/exe")
    var path = ProcessFiles.executable(of: process) ?? []
    facts.isMemoryFile = path.starts(with: Array("/memfd:".utf8))
    let mark = Array(" (deleted)".utf8)
    // A name may really end so; only a file without names has been deleted.
    if status?.links == 0, path.suffix(mark.count).elementsEqual(mark) {
      path.removeLast(mark.count)
      facts.isDeleted = !facts.isMemoryFile
    }
    path = firstName(of: path, status, process)
    // What has no name that can be told has the one that it was executed by.
    if path.isEmpty { path = named?.resolved ?? [0x3F] }
    facts.path = path
    facts.isExecutorsInterpreter = former?.facts.path == path
    facts.arguments = ProcessFiles.text("cmdline", of: process, limit: 8192) ?? []
    facts.isSetuid = (status?.mode ?? 0) & 0o6000 != 0
    facts.hasCapabilities = ProcessFiles.givesCapabilities("/proc/\(process.rawValue)/exe")
    // For a script the kernel runs its interpreter: what was named is the script.
    let script = named?.status.flatMap { $0.identity == status?.identity ? nil : $0 }
    facts.executed = script == nil ? path : named?.resolved ?? path
    facts.isInWorkspace = context.isInWorkspace(facts.executed)
    facts.isInWritableDirectory =
      !facts.isMemoryFile && context.isInWritableDirectory(facts.executed, of: process)
    for file in [status, script].compactMap({ $0 }) where facts.writer == nil {
      facts.writer = context.writer(of: file)
    }
    return facts
  }

  /// The name that a file had before this run gave it another, or showed it in another place; its own
  /// when it has no longer got that one, as after an installation by a name that is only for a while.
  private func firstName(of path: [UInt8], _ status: FileStatus?, _ process: ThreadID) -> [UInt8] {
    // Cargo makes the programs of a project by hard links, and they go by the new name.
    guard !context.otherNames.isEmpty, !context.isInWorkspace(path),
      let first = context.otherNames.original(of: path, status),
      let found = ProcessFiles.status(context.own(first, of: process), followingLink: false),
      found.identity == status?.identity
    else { return path }
    return first
  }
}
