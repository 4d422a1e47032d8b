/// The options of a traced run.
public struct TraceOptions: Sendable {
  /// The configuration of the detection and of the run's surroundings.
  public var configuration: TraceConfiguration
  /// The requested mode of observation.
  public var mode: TraceMode
  /// The kernel features that the run does not use.
  public var missing: Set<TraceFeature>
  /// Whether the run ends its remaining processes when the command has ended.
  public var killsOnExit: Bool
  /// Whether the result contains the cost of each kind of event.
  public var hasStatistics: Bool

  /// Creates the options of a traced run.
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
