/// The facts of a recorded run before its first event.
public struct RecordingStart: Equatable, Sendable {
  /// The version of dftrace that made the recording.
  public var version: String
  /// The command and its arguments.
  public var command: [String]
  /// The application's name.
  public var app: String
  /// The component's name; nil without one.
  public var component: String?
  /// The project's directory; nil outside a project.
  public var workspace: String?
  /// The names of the completely recorded syscalls, sorted.
  public var calls: [String]
  /// Whether values that look like credentials were redacted.
  public var isRedacted: Bool
  /// Start time in nanoseconds since 1970-01-01T00:00:00Z; nil if the recording has none.
  public var time: Int64?

  /// Creates the facts.
  public init(
    version: String, command: [String], app: String, component: String?, workspace: String?,
    calls: [String], isRedacted: Bool, time: Int64? = nil
  ) {
    self.time = time
    self.version = version
    self.command = command
    self.app = app
    self.component = component
    self.workspace = workspace
    self.calls = calls
    self.isRedacted = isRedacted
  }
}

/// The results of a recorded run, without alerts, which depend on the policy.
public struct RecordingEnd: Equatable, Sendable {
  /// The exit status or signal of the command.
  public var outcome: CommandOutcome
  /// Duration in nanoseconds from the launch to the end of the last process.
  public var duration: Int64
  /// Number of processes of the run.
  public var processes: Int
  /// Numbers of events by type.
  public var events: [String: Int]
  /// The inventory of the run, as far as observed.
  public var inventory: Inventory
  /// The blind spots.
  public var blindSpots: [BlindSpot]

  /// Creates the facts.
  public init(
    outcome: CommandOutcome, duration: Int64, processes: Int, events: [String: Int],
    inventory: Inventory, blindSpots: [BlindSpot]
  ) {
    self.outcome = outcome
    self.duration = duration
    self.processes = processes
    self.events = events
    self.inventory = inventory
    self.blindSpots = blindSpots
  }
}
