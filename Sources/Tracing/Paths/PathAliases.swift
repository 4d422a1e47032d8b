internal import Decoding
internal import Events
internal import Kernel

/// Additional names that this run gave to files and directories: hard links and bind mounts. Rules
/// on the original name match them too. Bounded.
struct PathAliases {
  private static let mostLinks = 200_000
  /// Every opened file is compared with each of them.
  private static let mostMounts = 1024
  /// Capacity in bytes of all link names together: one file may have 65,536 links.
  private static let mostBytes = 32 << 20
  private var links: [FileIdentity: [UInt8]] = [:]
  private var bytes = 0
  private var mounts: [(place: [UInt8], source: [UInt8])] = []

  /// The number of names dropped at capacity.
  private(set) var lost = 0

  /// Whether there are no aliases, as in most runs.
  var isEmpty: Bool { links.isEmpty && mounts.isEmpty }

  /// Adds a hard link.
  mutating func noteLink(_ status: FileStatus, _ name: [UInt8]) {
    guard links[status.identity] == nil else { return }
    guard links.count < Self.mostLinks, bytes + name.count <= Self.mostBytes else {
      lost += 1
      return
    }
    links[status.identity] = name
    bytes += name.count
  }

  /// Adds a bind mount.
  mutating func noteMount(_ source: [UInt8], at place: [UInt8]) {
    if mounts.count < Self.mostMounts { mounts.append((place, source)) } else { lost += 1 }
  }

  /// The original name of a path; nil when the path is no alias.
  func original(of path: [UInt8], _ status: @autoclosure () -> FileStatus?) -> [UInt8]? {
    for mount in mounts.reversed() where Paths.isBelow(path, mount.place) {
      return mount.source + path.dropFirst(mount.place.count)
    }
    guard !links.isEmpty, let name = status().flatMap({ links[$0.identity] }), name != path else {
      return nil
    }
    return name
  }
}
