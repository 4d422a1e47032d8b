/// A process of the run.
public struct RunProcess: Equatable, Sendable {
  /// Process id in dftrace's own pid namespace. A number may come again in a long run.
  public var pid: Int32
  /// The process that made it, as the place in the list that this is in; nil for the command.
  public var parent: Int?
  /// What it ran last.
  public var exe: String
  /// The argument vector that it was executed with, capped.
  public var argv: [String]
  /// When it began, in nanoseconds since 1970-01-01T00:00:00Z.
  public var start: Int64
  /// When it ended; nil when that was not seen.
  public var end: Int64?
  /// How it ended; nil when that was not seen.
  public var outcome: CommandOutcome?

  /// Describes a process that has begun.
  public init(pid: Int32, parent: Int?, exe: String, argv: [String], start: Int64) {
    self.pid = pid
    self.parent = parent
    self.exe = exe
    self.argv = argv
    self.start = start
  }
}
