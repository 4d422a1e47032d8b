internal import Decoding
internal import Events
internal import Kernel

/// A path argument of a syscall.
struct PathFacts: Equatable {
  /// The status of the file.
  enum File: Equatable {
    case known(FileStatus?)
    /// Unread until a rule needs it, which most opens avoid.
    case unasked(followingLink: Bool)
  }

  /// The path as the program passed it.
  var given: [UInt8] = []
  /// The path as the kernel resolves it.
  var resolved: [UInt8] = []
  var file = File.known(nil)
  /// Whether the descriptor's link confirms that the syscall opened the resolved path.
  var isVerified = false

  /// The file's status; nil when the file does not exist.
  func status(_ inspector: any ProcessInspecting) -> FileStatus? {
    switch file {
    case .known(let status): status
    case .unasked(let followingLink):
      inspector.status(resolved, followingLink: followingLink)
    }
  }

  /// Both names as rules see them.
  ///
  /// - Parameter isEffect: whether the syscall changes the file. The kernel changes the resolved
  ///   one, so the unresolved name counts only if it could not be resolved.
  func value(_ arena: inout ByteArena, isEffect: Bool = false) -> FieldValue {
    if isEffect, resolved.first == 0x2F {
      let range = arena.append(resolved)
      return .path(given: range, resolved: range)
    }
    let range = arena.append(given)
    // Equal names are compared once.
    if given == resolved { return .path(given: range, resolved: range) }
    return .path(given: range, resolved: arena.append(resolved))
  }
}

/// The path arguments of a syscall: at most two.
struct PathSlots {
  /// A resolved path argument.
  private struct Slot {
    var position = -1
    var path: PathFacts?
  }

  private var first = Slot()
  private var second = Slot()

  /// The path at a position; nil when unresolved, nil inside when the argument is no path.
  subscript(position: Int) -> PathFacts?? {
    if first.position == position { return .some(first.path) }
    if second.position == position { return .some(second.path) }
    return nil
  }

  /// Whether the path at a position is resolved.
  func hasLookedUp(_ position: Int) -> Bool {
    first.position == position || second.position == position
  }

  /// Both names of the path at a position, as rules see them.
  func names(at position: Int, _ arena: inout ByteArena, isEffect: Bool) -> FieldValue {
    if first.position == position {
      return first.path?.value(&arena, isEffect: isEffect) ?? .absent
    }
    guard second.position == position else { return .absent }
    return second.path?.value(&arena, isEffect: isEffect) ?? .absent
  }

  /// Stores the path at a position.
  mutating func set(_ path: consuming PathFacts?, at position: Int) {
    if first.position < 0 || first.position == position {
      first = Slot(position: position, path: path)
    } else {
      second = Slot(position: position, path: path)
    }
  }

  /// Whether a descriptor's link confirms any path.
  var hasVerified: Bool {
    first.path?.isVerified ?? false || second.path?.isVerified ?? false
  }

  /// Returns the buffers of the paths to the pool.
  mutating func recycle(into buffers: inout BufferPool) {
    if let path = first.path.take() { buffers.give(path) }
    if let path = second.path.take() { buffers.give(path) }
    first.position = -1
    second.position = -1
  }
}
