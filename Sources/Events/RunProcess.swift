/// A process of the run.
public struct RunProcess: Equatable, Sendable {
  /// Process id in dftrace's own pid namespace; may be reused in a long run.
  public var pid: Int32
  /// The index of the parent in the list of processes; nil for the traced command.
  public var parent: Int?
  /// The last executable.
  public var exe: String
  /// The argument vector at the last execution, limited in length.
  public var argv: [String]
  /// Start time in nanoseconds since 1970-01-01T00:00:00Z.
  public var start: Int64
  /// End time in nanoseconds since 1970-01-01T00:00:00Z; nil if unknown.
  public var end: Int64?
  /// Exit status or signal; nil if unknown.
  public var outcome: CommandOutcome?

  /// Creates a running process.
  public init(pid: Int32, parent: Int?, exe: String, argv: [String], start: Int64) {
    self.pid = pid
    self.parent = parent
    self.exe = exe
    self.argv = argv
    self.start = start
  }
}
