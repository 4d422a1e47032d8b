/// What is known of a recorded run before its first event.
public struct RecordingStart: Equatable, Sendable {
  /// The version of dftrace that recorded.
  public var version: String
  /// The command and its arguments.
  public var command: [String]
  /// The application's name.
  public var app: String
  /// The component's name, when one was given.
  public var component: String?
  /// The project's directory; nil when the run had none of its own.
  public var workspace: String?
  /// The names of the calls of which every one was recorded, sorted.
  public var calls: [String]
  /// Whether values that look like credentials were replaced.
  public var isRedacted: Bool
  /// When the command was started, in nanoseconds since 1970-01-01T00:00:00Z; nil for a recording
  /// that does not say.
  public var time: Int64?

  /// Gathers what is known.
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

/// What a recorded run came to, apart from its alerts, which depend on the policy.
public struct RecordingEnd: Equatable, Sendable {
  /// How the command ended.
  public var outcome: CommandOutcome
  /// Nanoseconds from the launch to the last process's end.
  public var duration: Int64
  /// Processes that the run had.
  public var processes: Int
  /// Events by the name of their call.
  public var events: [String: Int]
  /// What the run did, as far as it could be seen.
  public var inventory: Inventory
  /// What could not be seen.
  public var blindSpots: [BlindSpot]

  /// Gathers what is known.
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
