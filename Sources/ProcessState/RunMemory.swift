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
  /// A program at an end of a pipe, and the pipe at its other standard stream.
  private struct PipeEnd {
    let line: [UInt8]
    let next: [UInt8]?
  }

  private struct Pipe {
    var writer: PipeEnd?
    var reader: PipeEnd?
  }

  /// The pipes of the latest executions, and those of the executions before them. A pipe lives no
  /// longer than its programs, so old ones are forgotten.
  private var pipes: [[UInt8]: Pipe] = [:]
  private var olderPipes: [[UInt8]: Pipe] = [:]
  private static let mostPipes = 10_000
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

  /// Records a program that was executed with pipes as standard streams. For each end of a pipe, the
  /// last one counts.
  ///
  /// - Parameters:
  ///   - input: the link of standard input if it is a pipe or FIFO, such as `pipe:[123]`.
  ///   - output: the same for standard output.
  ///   - line: the program's command line, of which the first 256 bytes are kept.
  public mutating func notePipes(input: [UInt8]?, output: [UInt8]?, _ line: [UInt8]) {
    let line = Array(line.prefix(256))
    if let input { note(input) { $0.reader = PipeEnd(line: line, next: output) } }
    if let output { note(output) { $0.writer = PipeEnd(line: line, next: input) } }
  }

  private mutating func note(_ pipe: [UInt8], _ change: (inout Pipe) -> Void) {
    if pipes.count >= Self.mostPipes, pipes[pipe] == nil {
      olderPipes = pipes
      pipes.removeAll()
    }
    change(&pipes[pipe, default: olderPipes[pipe] ?? Pipe()])
  }

  /// The command lines of the programs that write to a pipe, the nearest first.
  public func writers(ofPipe pipe: [UInt8]) -> [[UInt8]] { lines(from: pipe, \.writer) }

  /// The command lines of the programs that read from a pipe, the nearest first.
  public func readers(ofPipe pipe: [UInt8]) -> [[UInt8]] { lines(from: pipe, \.reader) }

  private func lines(from pipe: [UInt8], _ end: KeyPath<Pipe, PipeEnd?>) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var pipe: [UInt8]? = pipe
    // Programs can connect pipes in a circle.
    while let known = pipe.flatMap({ (pipes[$0] ?? olderPipes[$0])?[keyPath: end] }),
      lines.count < 16
    {
      lines.append(known.line)
      pipe = known.next
    }
    return lines
  }

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
