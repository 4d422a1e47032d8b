public import Events

/// The exit status of dftrace after a run or an analysis: the exit statuses in their order of
/// precedence.
public struct RunVerdict: Sendable {
  /// The ids of the alerts that reached the threshold.
  public let failedBy: [String]
  /// The exit status; nil to die by the command's signal.
  public let status: Int32?
  /// How the command ended.
  public let outcome: CommandOutcome
  private let interruption: RunInterruption?
  private let isReplay: Bool

  /// Decides the exit status. An error of dftrace precedes alerts, and alerts precede the command's
  /// own status. The status of a recorded command does not count.
  ///
  /// - Parameters:
  ///   - alertStatus: the exit status for alerts that reach the threshold.
  ///   - hasFailed: whether dftrace could not do its work, such as write a report.
  ///   - isReplay: whether the result is that of a recording.
  ///   - interruption: why the run was ended early; nil when it was not.
  public init(
    _ result: RunResult, threshold: FailThreshold, alertStatus: Int32, hasFailed: Bool,
    isReplay: Bool = false, interruption: RunInterruption? = nil
  ) {
    self.interruption = interruption
    outcome = result.outcome
    self.isReplay = isReplay
    failedBy = result.alerts.raised.filter { threshold.isReached(by: $0.priority) }.map(\.id)
    if hasFailed {
      status = 125
    } else if !failedBy.isEmpty {
      status = alertStatus
    } else if isReplay {
      status = 0
    } else if case .timeout = interruption {
      status = 124
    } else if case .exited(let own) = result.outcome {
      status = own
    } else {
      status = nil
    }
  }

  /// The last record of a run.
  ///
  /// - Parameter peakMemory: the peak memory of dftrace, in bytes.
  public func summary(
    _ result: RunResult, command: [String], policy: String, app: String, component: String?,
    threshold: FailThreshold, baseline: String?, peakMemory: Int64
  ) -> Summary {
    var summary = Summary(
      command: command, outcome: result.outcome, policy: policy, app: app, component: component,
      duration: result.duration, processes: result.processes, events: result.events,
      alerts: result.alerts.alerts, suppressed: result.alerts.suppressed,
      overflow: result.alerts.overflow, threshold: threshold, failedBy: failedBy,
      exitStatus: status, peakMemory: peakMemory, inventory: result.inventory,
      blindSpots: result.blindSpots)
    summary.traceMode = isReplay ? nil : result.traceMode
    summary.statistics = result.statistics
    summary.interruption = interruption
    summary.unusedExceptions = result.alerts.unusedExceptions
    summary.processTree = result.processTree
    summary.baseline = baseline.map {
      BaselineComparison(
        file: $0, known: result.alerts.known, gone: result.alerts.gone,
        earlierVersion: result.alerts.earlierBaseline)
    }
    return summary
  }
}
