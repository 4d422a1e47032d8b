internal import Decoding
internal import Events
internal import Kernel

/// A path that a call names.
struct PathFacts: Equatable {
  /// What is known of the file.
  enum File: Equatable {
    case known(FileStatus?)
    /// It is looked at when something asks, which most opened files are spared.
    case unasked(followingLink: Bool)
  }

  /// As the program gave it.
  var given: [UInt8] = []
  /// As the kernel resolves it.
  var resolved: [UInt8] = []
  var file = File.known(nil)
  /// Whether what was resolved is what the call opened, by the descriptor's own link.
  var isVerified = false

  /// The file; nil when no file is there.
  func status(_ inspector: any ProcessInspecting) -> FileStatus? {
    switch file {
    case .known(let status): status
    case .unasked(let followingLink):
      inspector.status(resolved, followingLink: followingLink)
    }
  }

  /// Both names as a rule sees them.
  func value(_ arena: inout ByteArena) -> FieldValue {
    let range = arena.append(given)
    // Compared once then.
    if given == resolved { return .path(given: range, resolved: range) }
    return .path(given: range, resolved: arena.append(resolved))
  }
}

/// The paths that a call names: at most two.
struct PathSlots {
  /// A path that has been looked up.
  private struct Slot {
    var position = -1
    var path: PathFacts?
  }

  private var first = Slot()
  private var second = Slot()

  /// The path at a position; nil when it has not been looked up, nil inside when there is none.
  subscript(position: Int) -> PathFacts?? {
    if first.position == position { return .some(first.path) }
    if second.position == position { return .some(second.path) }
    return nil
  }

  /// Whether a position has been looked up.
  func hasLookedUp(_ position: Int) -> Bool {
    first.position == position || second.position == position
  }

  /// Both names of the path at a position, as a rule sees them.
  func names(at position: Int, _ arena: inout ByteArena) -> FieldValue {
    if first.position == position { return first.path?.value(&arena) ?? .absent }
    guard second.position == position else { return .absent }
    return second.path?.value(&arena) ?? .absent
  }

  /// Keeps what was found at a position.
  mutating func set(_ path: consuming PathFacts?, at position: Int) {
    if first.position < 0 || first.position == position {
      first = Slot(position: position, path: path)
    } else {
      second = Slot(position: position, path: path)
    }
  }

  /// Whether any path is what the call opened.
  var hasVerified: Bool {
    first.path?.isVerified ?? false || second.path?.isVerified ?? false
  }

  /// Gives the memory of the paths to the next event.
  mutating func recycle(into buffers: inout BufferPool) {
    if let path = first.path.take() { buffers.give(path) }
    if let path = second.path.take() { buffers.give(path) }
    first.position = -1
    second.position = -1
  }
}
