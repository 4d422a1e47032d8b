public import Events
internal import Rules
internal import Syscalls

/// Evaluates recorded events like a run.
///
/// A run evaluates a syscall at its entry and at its return, and so does a replay.
public struct Replay {
  private let configuration: DetectionConfiguration
  private var alerts: AlertPipeline
  private var host: [FieldKey: RecordedValue] = [:]

  /// A replay without events.
  public init(_ configuration: DetectionConfiguration) {
    self.configuration = configuration
    alerts = AlertPipeline(configuration)
  }

  /// Evaluates one event.
  ///
  /// - Returns: the alerts with their first occurrence in this event.
  public mutating func evaluate(_ event: RecordedEvent) -> [Alert] {
    // Only the first execution, the command's own, describes the host.
    if host.isEmpty, event.type.isExecution {
      host = event.last.values.filter { $0.key.field.isOfHost }
    }
    guard alerts.isWatched(event.type) else { return [] }
    var drafts: [AlertDraft] = []
    if let entry = event.entry {
      var view = RecordedEventView(event: event, snapshot: entry, isEntry: true, host: host)
      _ = alerts.evaluate(&view, into: &drafts)
    }
    // Executions and ends of processes have no entry of their own.
    let isEntryOnly = event.entry == nil && event.last.event.level == .requested
    var view = RecordedEventView(
      event: event, snapshot: event.last, isEntry: isEntryOnly, host: host)
    alerts.complete(&drafts, &view)
    return alerts.finish(drafts, view)
  }

  /// The counts of the alerts so far.
  public var counts: AlertCounts { alerts.counts }

  /// The syscalls that the policy needs but a recording does not cover, sorted by name.
  ///
  /// - Parameter covered: the names of the syscalls that the recording covers.
  public func missing(covered: Set<String>) -> [String] {
    configuration.program.filterPlan.needs.keys.map(\.name).filter { !covered.contains($0) }
      .sorted()
  }
}
