import Events
/// Finds the project's directory, in which a run may build, write and execute its own files.
public enum Workspace {
  /// Directories that are never a project, although commands may start in them.
  private static let shared = Set<String>([
    "/", "/bin", "/boot", "/dev", "/etc", "/home", "/lib", "/lib32", "/lib64", "/media", "/mnt",
    "/opt", "/proc", "/root", "/run", "/sbin", "/srv", "/sys", "/usr", "/usr/bin",
    "/usr/lib", "/usr/local", "/usr/local/bin", "/usr/sbin", "/usr/share", "/var", "/var/lib",
  ]).union(WellKnownPaths.temporaryDirectories)

  /// The version-control root that contains the working directory, else the directory itself; nil
  /// for home, shared and system directories.
  ///
  /// - Parameters:
  ///   - directory: the working directory.
  ///   - home: the user's home directory.
  ///   - files: where it is looked.
  public static func root(
    of directory: [UInt8], home: String?, in files: any FileStore
  ) -> [UInt8]? {
    var candidate = String(decoding: directory, as: UTF8.self)
    guard Array(candidate.utf8) == directory else { return nil }
    let start = candidate
    while true {
      if isRoot(candidate, files), isProject(candidate, home: home, files) {
        return Array(candidate.utf8)
      }
      guard let slash = candidate.lastIndex(of: "/"), slash != candidate.startIndex else { break }
      candidate = String(candidate[..<slash])
    }
    return isProject(start, home: home, files) ? directory : nil
  }

  private static func isRoot(_ directory: String, _ files: any FileStore) -> Bool {
    [".git", ".hg", ".svn", ".jj"].contains { files.exists("\(directory)/\($0)") }
  }

  private static func isProject(
    _ directory: String, home: String?, _ files: any FileStore
  ) -> Bool {
    guard !shared.contains(directory), directory != home,
      let mode = files.mode(of: directory)
    else { return false }
    // A directory that everybody may write belongs to no project.
    return mode & 0o002 == 0
  }
}
