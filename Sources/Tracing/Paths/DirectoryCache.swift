internal import Decoding
internal import Events
internal import Kernel
internal import Syscalls
internal import Text

/// What is known of directories that the run has named: what the kernel calls them, and whether
/// others may write there. Most opened files lie in a few.
///
/// An entry is good for a second, and until a thread of the run does what can give a directory
/// another name; while such a call is under way nothing is kept. What processes outside the run do
/// to a directory is noticed a second late.
struct DirectoryCache {
  private struct Entry {
    /// The directory as it was named.
    var name: [UInt8] = []
    /// What the kernel calls it.
    var resolved: [UInt8] = []
    /// Whether that is what it was named.
    var isPlain = true
    /// Whether others may write there; nil when nothing has asked.
    var isWritable: Bool?
    /// Nanoseconds since 1970 at which it is forgotten.
    var end: Int64 = 0
  }

  private static let lifetime: Int64 = 1_000_000_000
  private var entries = [Entry](repeating: Entry(), count: 128)
  /// Threads whose call may change what is known, and that have not been heard of since.
  private var unsettled: Set<ThreadID> = []
  /// Whether anything may be kept: a filter that does not ask for calls that move directories, or a
  /// program that makes calls that no filter sees, leaves nothing to rely on.
  private var isReliable = false

  /// Calls that can make a directory's name mean another one.
  static let moving: [EventType] = [
    .rename, .renameat, .renameat2, .symlink, .symlinkat, .mount, .umount2, .move_mount,
    .pivot_root,
  ]

  init(isReliable: Bool) { self.isReliable = isReliable }

  /// Keeps nothing from now on.
  mutating func distrust() {
    isReliable = false
    forget()
  }

  /// Notes that a thread is entering a call.
  mutating func note(_ event: EventType, by thread: ThreadID) {
    guard isReliable, Self.moves[Int(event.rawValue)] else { return }
    forget()
    unsettled.insert(thread)
  }

  /// Notes that a thread is heard of again: what it was doing is done.
  mutating func settle(_ thread: ThreadID) {
    if !unsettled.isEmpty { unsettled.remove(thread) }
  }

  /// Of each event whether it is one of those: this is asked of every call, and a set would hash.
  private static let moves = EventType.allCases.map { moving.contains($0) }

  private mutating func forget() {
    for index in entries.indices { entries[index].end = 0 }
  }

  /// Replaces a path's directory by what the kernel calls it.
  ///
  /// - Parameters:
  ///   - path: absolute, without `.` and `..`, in dftrace's own view; changed in place.
  ///   - followingLink: whether a symbolic link at the path's end would be followed.
  /// - Returns: false when that needs a closer look: the path ends in a link, or has no directory.
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

  /// Whether others may write in a directory, as a closure finds out when it is not known.
  ///
  /// - Parameter directory: as the kernel calls it, in dftrace's own view.
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

  /// Where a directory is kept; nil when there is none of that name.
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
