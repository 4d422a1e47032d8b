/// The kernel's id of a thread (TID), in dftrace's own pid namespace.
public struct ThreadID: Hashable, Comparable, Sendable {
  /// The number.
  public let rawValue: Int32

  /// A thread by its number.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// Order by number.
  public static func < (a: ThreadID, b: ThreadID) -> Bool { a.rawValue < b.rawValue }
}

/// The kernel's id of one process (a PID; the kernel calls it a thread group id), as dftrace's own
/// pid namespace has it.
public struct ProcessID: Hashable, Comparable, Sendable {
  /// The number.
  public let rawValue: Int32

  /// A process by its number.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// The process whose leader a thread is.
  public init(leader: ThreadID) { rawValue = leader.rawValue }

  /// The thread that has the process's id; it exists as long as the process does.
  public var leader: ThreadID { ThreadID(rawValue: rawValue) }

  /// Order by number.
  public static func < (a: ProcessID, b: ProcessID) -> Bool { a.rawValue < b.rawValue }
}
