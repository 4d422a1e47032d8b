internal import Decoding
internal import Events
internal import Kernel
internal import ProcessState
internal import Text

// The surroundings of the run: date, users, project.
extension RunState {
  /// The date of the current event, `YYYY-MM-DD`, in UTC.
  var today: String {
    CalendarDate(daysSinceEpoch: now / 86_400_000_000_000).description
  }

  /// The paths that the project's version control tracks.
  func trackedPaths() -> GitIndex? {
    guard let workspace else { return nil }
    var directory = String(decoding: workspace, as: UTF8.self) + "/.git"
    // In a worktree, `.git` is a file with the path of the directory.
    if let text = inspector.status(directory)?.isRegular == true
      ? inspector.contents(directory, limit: 4096) : nil, text.starts(with: "gitdir: ".utf8)
    {
      directory = String(decoding: text.dropFirst(8).prefix { $0 != 0x0A }, as: UTF8.self)
    }
    return inspector.contents(directory + "/index", limit: 64 << 20).flatMap { GitIndex($0) }
  }
}

extension RunState {
  /// The path, in dftrace's view, of a thread's path.
  func own(_ path: [UInt8], of thread: ThreadID) -> [UInt8] {
    mayDifferInRoot ? Array("/proc/\(thread.rawValue)/root".utf8) + path : path
  }

  private static let systemDirectories =
    [
      "/usr", "/lib", "/lib64", "/proc", "/sys", "/dev", "/nix",
    ].map { Array($0.utf8) } + WellKnownPaths.temporaryDirectoryBytes

  /// Whether programs list a directory regularly: one of the project, the system, or the running
  /// interpreter.
  func isOrdinaryDirectory(_ path: [UInt8], of image: ProgramImage) -> Bool {
    if isInWorkspace(path) || path.count <= 1 { return true }
    if Self.systemDirectories.contains(where: { Paths.isBelow(path, $0) }) { return true }
    // A private interpreter has its library next to its `bin`.
    let home = Paths.directory(Paths.directory(image.facts.path[...]))
    return home.count > 1 && Paths.isBelow(path, Array(home))
  }
}
