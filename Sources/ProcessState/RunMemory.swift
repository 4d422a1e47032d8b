public import Events

/// Facts that rules read but `/proc` does not keep: who wrote a file in this run, and which sockets
/// the run connected. Bounded; dropped entries are counted.
public struct RunMemory: Sendable {
  /// What is known of a file that the run wrote.
  private struct Written {
    var program: String
    var isNew: Bool
  }

  private var written: [FileIdentity: Written] = [:]
  private var outgoing: Set<UInt64> = []
  private let limit: Int
  /// The number of files or sockets dropped at capacity.
  public private(set) var overflow = 0

  /// An empty memory.
  ///
  /// - Parameter limit: the capacity of files, and that of sockets.
  public init(limit: Int = 200_000) { self.limit = limit }

  /// Records an open for writing. The last writer counts.
  ///
  /// - Parameter isNew: whether the open created the file.
  public mutating func noteWritten(_ file: FileIdentity, by program: String, isNew: Bool = false) {
    if let former = written[file] {
      written[file] = Written(program: program, isNew: former.isNew || isNew)
    } else if written.count < limit {
      written[file] = Written(program: program, isNew: isNew)
    } else {
      overflow += 1
    }
  }

  /// The program that wrote a file in this run.
  public func writer(of file: FileIdentity) -> String? { written[file]?.program }

  /// Whether the run created a file.
  public func isNew(_ file: FileIdentity) -> Bool { written[file]?.isNew ?? false }

  /// Records a connect of a socket to an internet address.
  ///
  /// - Parameter socket: its inode number, which the kernel does not reuse until the next boot.
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
