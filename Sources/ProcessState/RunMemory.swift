public import Events

/// What `/proc` forgets, and rules ask for: who wrote a file in this run, and which sockets it
/// connected. Bounded, whatever a program does; what did not fit is counted.
public struct RunMemory: Sendable {
  private var writers: [FileIdentity: String] = [:]
  private var outgoing: Set<UInt64> = []
  private let limit: Int
  /// How many files or sockets were not kept.
  public private(set) var overflow = 0

  /// An empty memory.
  ///
  /// - Parameter limit: how many files, and how many sockets, it keeps at the most.
  public init(limit: Int = 200_000) { self.limit = limit }

  /// Notes that a program has opened a file for writing. The last writer counts.
  public mutating func noteWritten(_ file: FileIdentity, by program: String) {
    if writers.count < limit || writers[file] != nil {
      writers[file] = program
    } else {
      overflow += 1
    }
  }

  /// The program that wrote a file in this run.
  public func writer(of file: FileIdentity) -> String? { writers[file] }

  /// Notes that a socket is being connected to an internet address.
  ///
  /// - Parameter socket: its inode number, which the kernel gives to no other socket while it is
  ///   up.
  public mutating func noteOutgoing(_ socket: UInt64) {
    if outgoing.count < limit || outgoing.contains(socket) {
      outgoing.insert(socket)
    } else {
      overflow += 1
    }
  }

  /// Whether a process of this run connected a socket.
  public func isOutgoing(_ socket: UInt64) -> Bool { outgoing.contains(socket) }
}
