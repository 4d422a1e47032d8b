internal import Decoding
internal import Events
internal import ProcessState

/// Collects the facts of an execution.
struct ProgramExecution {
  private let run: RunState

  init(_ run: RunState) { self.run = run }

  /// The facts of a program that a process has just executed.
  ///
  /// - Parameters:
  ///   - named: the path argument of the syscall.
  ///   - former: the program that the process executed before.
  func facts(
    of process: ProcessID, _ named: PathFacts?, former: ProgramImage?
  ) -> ProgramImage.Facts {
    var facts = ProgramImage.Facts()
    // The owner of a process's directory is its effective user; proc(5).
    let owner = run.inspector.status("/proc/\(process.rawValue)")?.owner ?? 0
    facts.uid = owner
    facts.euid = owner
    facts.isCommand = former?.facts.path.isEmpty ?? true
    facts.isExecutorDirect = former?.isDirect ?? false
    facts.isExecutorBelowPackageManager = former?.isBelowPackageManager ?? false
    // dftrace launched the command itself; dftrace is no program of the run.
    facts.executor = former.flatMap { $0.facts.path.isEmpty ? nil : $0.name }
    let status = run.inspector.status("/proc/\(process.rawValue)/exe")
    var path = run.inspector.executable(of: process) ?? []
    facts.isMemoryFile = path.starts(with: Array("/memfd:".utf8))
    let mark = Array(" (deleted)".utf8)
    // A name may end like this; only a file without links is deleted.
    if status?.links == 0, path.suffix(mark.count).elementsEqual(mark) {
      path.removeLast(mark.count)
      facts.isDeleted = !facts.isMemoryFile
    }
    path = firstName(of: path, status, process)
    // A file without a readable name gets the path of the execution.
    if path.isEmpty { path = named?.resolved ?? [0x3F] }
    facts.path = path
    facts.isExecutorsInterpreter = former?.facts.path == path
    facts.arguments = run.inspector.text("cmdline", of: process, limit: 8192) ?? []
    facts.isSetuid = (status?.mode ?? 0) & 0o6000 != 0
    facts.hasCapabilities = run.inspector.givesCapabilities("/proc/\(process.rawValue)/exe")
    // For a script the kernel executes the interpreter: the path argument is the script.
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

  /// The name of a file before this run linked or mounted it elsewhere. Returns the current name if
  /// the earlier one is gone, as after an installation under a temporary name.
  private func firstName(of path: [UInt8], _ status: FileStatus?, _ process: ProcessID) -> [UInt8] {
    // Cargo hard-links the programs of a project; the new name applies.
    guard !run.pathAliases.isEmpty, !run.isInWorkspace(path),
      let first = run.pathAliases.original(of: path, status),
      let found = run.inspector.status(run.own(first, of: process.leader), followingLink: false),
      found.identity == status?.identity
    else { return path }
    return first
  }
}
