internal import Decoding
internal import Events

/// The directories that this run created in temporary directories and in the project.
///
/// A tree whose outermost directory the run created is the run's own ground: no file of anybody else
/// lies there. A directory is known by device, inode and birth time, so that a later directory with
/// the same inode is another one. Bounded: a directory beyond the capacity is nobody's own.
struct OwnGround {
  private static let limit = 65_536
  private var created: [FileIdentity: Int64?] = [:]

  /// Notes a directory that the run created.
  ///
  /// - Parameter birth: nanoseconds since 1970; nil if the file system does not record it.
  mutating func note(_ directory: FileIdentity, birth: Int64?) {
    if created.count < Self.limit || created[directory] != nil { created[directory] = birth }
  }

  /// Whether the run created a directory.
  func isCreated(_ directory: FileIdentity, birth: @autoclosure () -> Int64?) -> Bool {
    guard let known = created[directory] else { return false }
    return known == birth()
  }

  /// Whether the run created none.
  var isEmpty: Bool { created.isEmpty }

  /// Directories whose content has a meaning for the system, whoever created it.
  private static let system = [
    "/etc", "/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32", "/boot", "/dev",
    "/proc", "/sys",
  ].map { Array($0.utf8) }

  /// Where sources lie below the system's directories.
  private static let sources = ["/usr/src", "/usr/local/src", "/usr/app"].map { Array($0.utf8) }

  /// The directory below which trees may be the run's own: a temporary directory or the project.
  ///
  /// An account's home in it, and the system's directories, are excluded.
  static func base(
    of path: [UInt8], workspace: [UInt8]?, homes: [UserList.Home]
  ) -> [UInt8]? {
    let bases = WellKnownPaths.temporaryDirectoryBytes + (workspace.map { [$0] } ?? [])
    guard
      let base = bases.filter({ Paths.isBelow(path, $0) && path.count > $0.count })
        .max(by: { $0.count < $1.count })
    else { return nil }
    let isShared = Paths.isBelow(base, WellKnownPaths.temporaryDirectoryBytes[2])
    let isSource = sources.contains { Paths.isBelow(base, $0) }
    if !isShared, !isSource, system.contains(where: { Paths.isBelow(path, $0) }) { return nil }
    let isHome = homes.contains { Paths.isBelow(path, $0.path) && Paths.isBelow($0.path, base) }
    return isHome ? nil : base
  }

  /// Directories that belong to the repository in whose root they lie.
  private static let ofRepository = [
    ".git", ".github", ".gitlab", ".circleci", ".gitea", ".forgejo", ".woodpecker", ".buildkite",
    ".azure-pipelines", ".semaphore", ".teamcity", ".tekton", ".husky", ".githooks",
  ].map { Array($0.utf8) }

  /// The length of the path of the repository's root in which a file lies: the directory of the
  /// outermost `.git`, `.github` and the like, or else the file's own.
  static func repository(of path: [UInt8], below base: [UInt8]) -> Int {
    // The root directory's path ends with the slash that others lack.
    var start = base == [0x2F] ? 1 : base.count + 1
    while let slash = path[min(start, path.count)...].firstIndex(of: 0x2F) {
      if ofRepository.contains(where: { path[start..<slash].elementsEqual($0) }) {
        return start - 1
      }
      start = slash + 1
    }
    return Paths.directory(path[...]).count
  }
}

// The run's own ground.
extension RunState {
  /// The length of the path of the outermost directory that this run created above a file; nil if
  /// any directory between it and the file is not the run's.
  private func createdRoot(of path: [UInt8], below base: [UInt8], _ thread: ThreadID) -> Int? {
    settleCreations()
    guard !ground.isEmpty else { return nil }
    let parent = Paths.directory(path[...]).count
    var root: Int?
    var end = base.count
    while end < parent {
      end = path[(end + 1)..<parent].firstIndex(of: 0x2F) ?? parent
      let directory = own(Array(path[..<end]), of: thread)
      guard let status = inspector.status(directory, followingLink: false), status.isDirectory
      else { return nil }
      if ground.isCreated(status.identity, birth: inspector.birth(of: directory)) {
        root = root ?? end
      } else if root != nil {
        return nil
      }
    }
    return root
  }

  /// Whether a file lies in a tree that the run created.
  func isOnOwnGround(_ path: [UInt8], of thread: ThreadID) -> Bool {
    guard let base = OwnGround.base(of: path, workspace: workspace, homes: homes) else {
      return false
    }
    return createdRoot(of: path, below: base, thread) != nil
  }

  /// Whether a file lies in a repository whose root the run created.
  func isInOwnRepository(_ path: [UInt8], of thread: ThreadID) -> Bool {
    guard let base = OwnGround.base(of: path, workspace: workspace, homes: homes),
      let root = createdRoot(of: path, below: base, thread)
    else { return false }
    return root <= OwnGround.repository(of: path, below: base)
  }
}
