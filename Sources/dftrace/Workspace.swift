import Events
import Kernel

/// The project that a run belongs to: what it builds, writes and executes there is its own.
enum Workspace {
  /// Directories that are nobody's project, although a command may be started in them.
  private static let shared: Set<String> = [
    "/", "/bin", "/boot", "/dev", "/etc", "/home", "/lib", "/lib32", "/lib64", "/media", "/mnt",
    "/opt", "/proc", "/root", "/run", "/sbin", "/srv", "/sys", "/tmp", "/usr", "/usr/bin",
    "/usr/lib", "/usr/local", "/usr/local/bin", "/usr/sbin", "/usr/share", "/var", "/var/lib",
    "/var/tmp", "/dev/shm",
  ]

  /// The version-control root around the working directory, or else that directory itself; nil
  /// when it is a home, a shared or a system directory.
  static func root(of directory: [UInt8], home: String?) -> [UInt8]? {
    var candidate = String(decoding: directory, as: UTF8.self)
    guard Array(candidate.utf8) == directory else { return nil }
    let start = candidate
    while true {
      if isRoot(candidate), isProject(candidate, home: home) { return Array(candidate.utf8) }
      guard let slash = candidate.lastIndex(of: "/"), slash != candidate.startIndex else { break }
      candidate = String(candidate[..<slash])
    }
    return isProject(start, home: home) ? directory : nil
  }

  private static func isRoot(_ directory: String) -> Bool {
    [".git", ".hg", ".svn", ".jj"].contains {
      Files.status("\(directory)/\($0)") != nil
    }
  }

  private static func isProject(_ directory: String, home: String?) -> Bool {
    guard !shared.contains(directory), directory != home,
      let status = Files.status(directory)
    else { return false }
    // Where everybody may write, nothing is one's own.
    return status.mode & 0o002 == 0
  }
}
