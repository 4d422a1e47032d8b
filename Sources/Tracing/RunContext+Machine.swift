internal import Decoding
internal import Kernel
internal import Text

// What the run happens on: its day, its users, its project.
extension RunContext {
  /// The day of the event that is being looked at, `YYYY-MM-DD`, in UTC.
  var today: String {
    CalendarDate(daysSinceEpoch: now / 86_400_000_000_000).description
  }

  /// The permission bits that a process's new files do not get.
  func umask(of process: ThreadID) -> UInt32 {
    if let known = umasks[process.rawValue] { return known }
    let found = Credentials(ProcessFiles.text("status", of: process) ?? []).umask ?? 0o022
    if umasks.count > 4096 { umasks.removeAll() }
    umasks[process.rawValue] = found
    return found
  }

  /// The paths that the project's version control tracks.
  func trackedPaths() -> GitIndex? {
    guard let workspace else { return nil }
    var directory = String(decoding: workspace, as: UTF8.self) + "/.git"
    // A worktree's is a file that names the directory.
    if let text = ProcessFiles.status(directory)?.isRegular == true
      ? ProcessFiles.contents(directory, limit: 4096) : nil, text.starts(with: "gitdir: ".utf8)
    {
      directory = String(decoding: text.dropFirst(8).prefix { $0 != 0x0A }, as: UTF8.self)
    }
    return ProcessFiles.contents(directory + "/index", limit: 64 << 20).flatMap { GitIndex($0) }
  }
}
