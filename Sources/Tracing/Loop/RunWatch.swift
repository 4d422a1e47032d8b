public import Events

/// How far a run has come.
public struct RunProgress: Equatable, Sendable {
  /// Nanoseconds since the launch.
  public let elapsed: Int64
  /// Processes that the run has had.
  public let processes: Int
  /// Events that were looked at.
  public let events: Int
  /// Distinct alerts that count, by priority.
  public let alerts: [Priority: Int]
}

/// What whoever watches a run wants of it.
public enum RunRequest: Equatable, Sendable {
  /// Nothing.
  case goOn
  /// That the command be asked to end: SIGTERM to all its processes.
  case terminate
  /// That all its processes be ended at once: SIGKILL.
  case kill
}

/// Whoever watches a run while it goes on, from the tracer's own thread.
public protocol RunWatch: AnyObject {
  /// How often ``tick(_:)`` is called, in milliseconds.
  var interval: Int { get }
  /// Called about every ``interval``.
  func tick(_ progress: RunProgress) -> RunRequest
  /// Called with each distinct alert once, when it is first seen.
  func raised(_ alert: Alert) -> RunRequest
  /// Whether writing to a terminal on descriptors 1 and 2 is to be told of.
  var watchesTerminal: Bool { get }
  /// Called before the command writes to a terminal.
  ///
  /// - Parameter endsLine: whether what it writes ends with a line feed; false when that is not known.
  func writes(endsLine: Bool)
  /// Called before dftrace stops with the command, so that a shell has the terminal to itself.
  func pauses()
  /// Called when the command takes the terminal by its name, so that what it writes there is not told.
  func takesTerminal()
}
