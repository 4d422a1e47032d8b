public import Events

/// The result of a run or a recording.
public struct RunResult: Sendable {
  /// How the command ended.
  public let outcome: CommandOutcome
  /// The duration in nanoseconds.
  public let duration: Int64
  /// The number of the run's processes.
  public let processes: Int
  /// Events by the name of their syscall, sorted by name.
  public let events: [(name: String, count: Int)]
  /// The counts of the alerts.
  public let alerts: AlertCounts
  /// The name of the observation mode in reports; nil for a recording.
  public let traceMode: String?
  /// The cost of each kind of event; empty unless requested.
  public let statistics: [EventStatistics]
  /// The observed actions of the run.
  public let inventory: Inventory
  /// The actions that dftrace could not observe.
  public let blindSpots: [BlindSpot]
  /// The processes, if requested.
  public var processTree: [RunProcess] = []

  /// Creates a result.
  public init(
    outcome: CommandOutcome, duration: Int64, processes: Int,
    events: [(name: String, count: Int)], alerts: AlertCounts,
    traceMode: String? = nil, statistics: [EventStatistics] = [],
    inventory: Inventory, blindSpots: [BlindSpot]
  ) {
    self.outcome = outcome
    self.duration = duration
    self.processes = processes
    self.events = events
    self.alerts = alerts
    self.traceMode = traceMode
    self.statistics = statistics
    self.inventory = inventory
    self.blindSpots = blindSpots
  }
}
