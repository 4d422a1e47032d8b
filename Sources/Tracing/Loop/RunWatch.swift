public import Events

/// The progress of a run.
public struct RunProgress: Equatable, Sendable {
  /// Nanoseconds since the launch.
  public let elapsed: Int64
  /// The number of processes so far.
  public let processes: Int
  /// The number of evaluated events so far.
  public let events: Int
  /// Distinct counted alerts so far, by priority.
  public let alerts: [Priority: Int]
}

/// A request of a run's watch.
public enum RunRequest: Equatable, Sendable {
  /// Continue.
  case goOn
  /// Send SIGTERM to all processes of the run.
  case terminate
  /// Send SIGKILL to all processes of the run.
  case kill
}

/// Watches a run; the tracer's thread calls it.
public protocol RunWatch: AnyObject {
  /// The interval between calls of ``tick(_:)``, in milliseconds.
  var interval: Int { get }
  /// Called about every ``interval``.
  func tick(_ progress: RunProgress) -> RunRequest
  /// Called once for each distinct alert, at its first occurrence.
  func raised(_ alert: Alert) -> RunRequest
  /// Whether to report writes to a terminal on descriptors 1 and 2.
  var watchesTerminal: Bool { get }
  /// Called before the command writes to a terminal.
  ///
  /// - Parameter endsLine: whether the output ends with a line feed; false when unknown.
  func writes(endsLine: Bool)
  /// Called before dftrace stops with the command, so that the shell owns the terminal.
  func pauses()
  /// Called when the command opens the terminal by name, since those writes are not reported.
  func takesTerminal()
}
