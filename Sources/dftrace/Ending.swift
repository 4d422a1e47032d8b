import ArgumentParser
import Detection
import Events
import Kernel
import Tracing

/// How dftrace ends after a run: the table of exit statuses, in the order of precedence.
struct Ending {
  /// The ids of the alerts that reached the threshold.
  let failedBy: [String]
  /// The status to exit with; nil to die by the command's signal.
  let status: Int32?
  private let outcome: CommandOutcome
  private let interruption: RunInterruption?
  private let isReplay: Bool

  /// Decides: dftrace's own failure before alerts, alerts before the command's own status, which
  /// a recording's is not.
  init(
    _ result: RunResult, threshold: FailThreshold, alertStatus: Int32, failure: OutputFailure?,
    isReplay: Bool = false, interruption: RunInterruption? = nil
  ) {
    self.interruption = interruption
    outcome = result.outcome
    self.isReplay = isReplay
    failedBy = result.alerts.raised.filter { threshold.isReached(by: $0.priority) }.map(\.id)
    if failure != nil {
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
  func summary(
    _ result: RunResult, command: [String], policy: String, app: String, component: String?,
    threshold: FailThreshold, baseline: String?
  ) -> Summary {
    var summary = Summary(
      command: command, outcome: result.outcome, policy: policy, app: app, component: component,
      duration: result.duration, processes: result.processes, events: result.events,
      alerts: result.alerts.alerts, suppressed: result.alerts.suppressed,
      overflow: result.alerts.overflow,
      threshold: threshold, failedBy: failedBy, exitStatus: status,
      peakMemory: Machine.peakMemory, inventory: result.inventory,
      blindSpots: result.blindSpots)
    summary.traceMode = isReplay ? nil : result.traceMode
    summary.statistics = result.statistics
    summary.interruption = interruption
    summary.unusedExceptions = result.alerts.unusedExceptions
    summary.processTree = result.processTree
    summary.baseline = baseline.map {
      BaselineComparison(file: $0, known: result.alerts.known, gone: result.alerts.gone)
    }
    return summary
  }

  /// Ends this process.
  ///
  /// - Parameter lateFailure: an error that an output met, perhaps only at the very end.
  func leave(lateFailure: OutputFailure?) throws {
    if let lateFailure {
      throw fail("\(lateFailure)")
    }
    if let status {
      guard status == 0 else { throw ExitCode(status) }
      return
    }
    if case .signaled(let number, _) = outcome { Signals.die(by: Signal(rawValue: number)) }
  }
}
