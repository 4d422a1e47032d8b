/// How a command is traced.
public struct TraceOptions: Sendable {
  /// What events are evaluated by, and what the run is told of its surroundings.
  public var configuration: TraceConfiguration
  /// How calls are observed.
  public var mode: TraceMode
  /// What is done without although the kernel may have it.
  public var missing: Set<TraceFeature>
  /// Whether the processes that still run are ended when the command itself has ended.
  public var killsOnExit: Bool
  /// Whether the result has the cost of each kind of event.
  public var hasStatistics: Bool

  /// Gathers how a command is traced.
  public init(
    _ configuration: TraceConfiguration, mode: TraceMode = .auto,
    without missing: Set<TraceFeature> = [], killsOnExit: Bool = false, hasStatistics: Bool = false
  ) {
    self.configuration = configuration
    self.mode = mode
    self.missing = missing
    self.killsOnExit = killsOnExit
    self.hasStatistics = hasStatistics
  }
}
