internal import Decoding
internal import Events
internal import Kernel
internal import Syscalls
internal import Text

/// A cache of directories: their resolved names, and whether other users may write to them. Most
/// opened files lie in few directories.
///
/// An entry expires after a second, or when a thread of the run can rename a directory. The cache
/// stores nothing while such a syscall runs. Changes by processes outside the run become visible
/// within a second.
struct DirectoryCache {
  private struct Entry {
    /// The directory's name in the path argument.
    var name: [UInt8] = []
    /// The kernel's name of the directory.
    var resolved: [UInt8] = []
    /// Whether both names are equal.
    var isPlain = true
    /// Whether other users may write to the directory; nil if unread.
    var isWritable: Bool?
    /// The expiry, in nanoseconds since 1970.
    var end: Int64 = 0
  }

  private static let lifetime: Int64 = 1_000_000_000
  private var entries = [Entry](repeating: Entry(), count: 128)
  /// Threads with a running syscall that may change cached facts.
  private var unsettled: Set<ThreadID> = []
  /// Whether the cache may store entries. It may not if the filter omits syscalls that move
  /// directories, or if a program makes syscalls that no filter sees.
  private var isReliable = false

  /// Syscalls that can change the meaning of a directory's name.
  static let moving: [EventType] = [
    .rename, .renameat, .renameat2, .symlink, .symlinkat, .mount, .umount2, .move_mount,
    .pivot_root,
  ]

  init(isReliable: Bool) { self.isReliable = isReliable }

  /// Disables the cache for the rest of the run.
  mutating func distrust() {
    isReliable = false
    forget()
  }

  /// Notes the entry of a thread's syscall.
  mutating func note(_ event: EventType, by thread: ThreadID) {
    guard isReliable, Self.moves[Int(event.rawValue)] else { return }
    forget()
    unsettled.insert(thread)
  }

  /// Notes a later report of a thread: its earlier syscall has ended.
  mutating func settle(_ thread: ThreadID) {
    if !unsettled.isEmpty { unsettled.remove(thread) }
  }

  /// Whether an event is one of those, by event number: a set would hash at every syscall.
  private static let moves = EventType.allCases.map { moving.contains($0) }

  private mutating func forget() {
    for index in entries.indices { entries[index].end = 0 }
  }

  /// Replaces a path's directory by the kernel's name.
  ///
  /// - Parameters:
  ///   - path: absolute, without `.` and `..`, in dftrace's own view; changed in place.
  ///   - followingLink: whether to follow a symbolic link at the path's end.
  /// - Returns: false when the path needs a full resolution: it ends in a link, or has no
  ///   directory.
  mutating func locate(
    _ path: inout [UInt8], followingLink: Bool, now: Int64, _ inspector: any ProcessInspecting
  ) -> Bool {
    guard isReliable, unsettled.isEmpty, let slash = path.lastIndex(of: 0x2F), slash > 0,
      let place = place(of: path[..<slash], now, inspector)
    else { return false }
    if !entries[place].isPlain {
      path.replaceSubrange(..<slash, with: entries[place].resolved)
    }
    return !followingLink || !inspector.isLink(path)
  }

  /// Whether other users may write to a directory; a closure reads it on a cache miss.
  ///
  /// - Parameter directory: the kernel's name, in dftrace's own view.
  mutating func isWritable(
    _ directory: ArraySlice<UInt8>, now: Int64, _ inspector: any ProcessInspecting,
    _ find: () -> Bool
  ) -> Bool {
    guard isReliable, unsettled.isEmpty, directory.count > 1,
      let place = place(of: directory, now, inspector)
    else { return find() }
    if let known = entries[place].isWritable { return known }
    let found = find()
    entries[place].isWritable = found
    return found
  }

  /// The slot of a directory; nil when the directory does not exist.
  private mutating func place(
    of directory: ArraySlice<UInt8>, _ now: Int64, _ inspector: any ProcessInspecting
  ) -> Int? {
    var hash = FNV1a()
    hash.add(directory)
    let place = Int(truncatingIfNeeded: (hash.value ^ hash.value >> 32) & 127)
    let isKnown = entries[place].end > now && entries[place].end - now <= Self.lifetime
    if isKnown, entries[place].name.elementsEqual(directory) { return place }
    let name = Array(directory)
    guard
      let found = try? inspector.resolve(name, of: nil, followingLink: true),
      found.status.isDirectory
    else { return nil }
    entries[place] = Entry(
      name: name, resolved: found.name, isPlain: name == found.name, end: now + Self.lifetime)
    return place
  }
}
