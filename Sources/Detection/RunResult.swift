public import Events

/// What a run or a recording has come to.
public struct RunResult: Sendable {
  /// How the command ended.
  public let outcome: CommandOutcome
  /// Nanoseconds.
  public let duration: Int64
  /// How many processes the run had.
  public let processes: Int
  /// Events by the name of their call, sorted by name.
  public let events: [(name: String, count: Int)]
  /// What the alerts come to.
  public let alerts: AlertCounts
  /// How calls were observed, as reports name it; nil for a recording.
  public let traceMode: String?
  /// What each kind of event has cost; empty unless asked for.
  public let statistics: [EventStatistics]
  /// What the run did, as far as it could be seen.
  public let inventory: Inventory
  /// What could not be seen.
  public let blindSpots: [BlindSpot]
  /// The processes, if they were to be kept.
  public var processTree: [RunProcess] = []

  /// Gathers what a run has come to.
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
