internal import Decoding
internal import Kernel

// What the run happens on: its day, its users, its project.
extension RunContext {
  /// The day of the event that is being looked at, `YYYY-MM-DD`, in UTC.
  var today: String {
    // The civil calendar by days since 0000-03-01 (Hinnant, 2013).
    let days = now / 86_400_000_000_000 + 719_468
    let era = days / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month))-\(two(dayOfYear - (153 * shifted + 2) / 5 + 1))"
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
