internal import Decoding
internal import Events
internal import Kernel

/// Names that this run gave to files and directories that have another already: hard links and bind
/// mounts. What a rule knows by its first name is known by these too. Bounded.
struct PathAliases {
  private static let mostLinks = 200_000
  /// Each of these is looked at for every file that is opened.
  private static let mostMounts = 1024
  /// Bytes of the names of all links together: one may have as many as 65,536.
  private static let mostBytes = 32 << 20
  private var links: [FileIdentity: [UInt8]] = [:]
  private var bytes = 0
  private var mounts: [(place: [UInt8], source: [UInt8])] = []

  /// How many names were not kept.
  private(set) var lost = 0

  /// Whether there are any, which hardly any run has.
  var isEmpty: Bool { links.isEmpty && mounts.isEmpty }

  /// Notes that a file is being given another name.
  mutating func noteLink(_ status: FileStatus, _ name: [UInt8]) {
    guard links[status.identity] == nil else { return }
    guard links.count < Self.mostLinks, bytes + name.count <= Self.mostBytes else {
      lost += 1
      return
    }
    links[status.identity] = name
    bytes += name.count
  }

  /// Notes that a directory or file is being shown in another place.
  mutating func noteMount(_ source: [UInt8], at place: [UInt8]) {
    if mounts.count < Self.mostMounts { mounts.append((place, source)) } else { lost += 1 }
  }

  /// The first name of what is found by another; nil when it has none.
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
