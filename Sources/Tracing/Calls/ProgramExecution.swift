internal import Decoding
internal import Events
internal import ProcessState

/// Finds out what a process executes.
struct ProgramExecution {
  private let run: RunState

  init(_ run: RunState) { self.run = run }

  /// What is known of a program that a process has just begun to run.
  ///
  /// - Parameters:
  ///   - named: the path that the call named.
  ///   - former: what the process executed before.
  func facts(
    of process: ProcessID, _ named: PathFacts?, former: ProgramImage?
  ) -> ProgramImage.Facts {
    var facts = ProgramImage.Facts()
    // The owner of a process's directory is its effective user; proc(5).
    let owner = run.inspector.status("/proc/\(process.rawValue)")?.owner ?? 0
    facts.uid = owner
    facts.euid = owner
    facts.isCommand = former?.facts.path.isEmpty ?? true
    // What launched the command itself is dftrace, and no program of the run.
    facts.executor = former.flatMap { $0.facts.path.isEmpty ? nil : $0.name }
    let status = run.inspector.status("/proc/\(process.rawValue)/exe")
    var path = run.inspector.executable(of: process) ?? []
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
    facts.arguments = run.inspector.text("cmdline", of: process, limit: 8192) ?? []
    facts.isSetuid = (status?.mode ?? 0) & 0o6000 != 0
    facts.hasCapabilities = run.inspector.givesCapabilities("/proc/\(process.rawValue)/exe")
    // For a script the kernel runs its interpreter: what was named is the script.
    let script = named?.status(run.inspector).flatMap { $0.identity == status?.identity ? nil : $0 }
    facts.executed = script == nil ? path : named?.resolved ?? path
    facts.isInWorkspace = run.isInWorkspace(facts.executed)
    facts.isInWritableDirectory =
      !facts.isMemoryFile && run.isInWritableDirectory(facts.executed, of: process.leader)
    for file in [status, script].compactMap({ $0 }) where facts.writer == nil {
      facts.writer = run.writer(of: file)
    }
    return facts
  }

  /// The name that a file had before this run gave it another, or showed it in another place; its own
  /// when it has no longer got that one, as after an installation by a name that is only for a while.
  private func firstName(of path: [UInt8], _ status: FileStatus?, _ process: ProcessID) -> [UInt8] {
    // Cargo makes the programs of a project by hard links, and they go by the new name.
    guard !run.pathAliases.isEmpty, !run.isInWorkspace(path),
      let first = run.pathAliases.original(of: path, status),
      let found = run.inspector.status(run.own(first, of: process.leader), followingLink: false),
      found.identity == status?.identity
    else { return path }
    return first
  }
}
