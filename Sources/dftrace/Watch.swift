import Events
import Kernel
import Policies
import Tracing

/// Watches a run for the status line, `--timeout`, `--fail-fast` and readers of streamed events.
final class Watch: RunWatch {
  /// Time between SIGTERM and SIGKILL, in nanoseconds.
  private static let grace: Int64 = 5_000_000_000

  private let status: StatusLine?
  private let limit: Int64?
  private let threshold: FailThreshold?
  /// The recorder that streams events to a reader.
  var stream: Recorder?
  private(set) var interruption: RunInterruption?

  /// - Parameters:
  ///   - status: the status line.
  ///   - timeout: maximum duration, in seconds.
  ///   - failFast: the threshold; the first alert that reaches it ends the run.
  init(status: StatusLine?, timeout: Double?, failFast: FailThreshold?) {
    self.status = status
    limit = timeout.map { Int64($0 * 1_000_000_000) }
    threshold = failFast
  }

  /// Whether the run needs a watch.
  var isNeeded: Bool { status != nil || limit != nil || threshold != nil || stream != nil }

  var interval: Int { limit != nil ? 50 : stream != nil ? 100 : 500 }

  var watchesTerminal: Bool { status != nil }

  func tick(_ progress: RunProgress) -> RunRequest {
    stream?.flush()
    status?.show(progress)
    guard let limit, progress.elapsed >= limit else { return .goOn }
    defer { interruption = interruption ?? .timeout(nanoseconds: limit) }
    if progress.elapsed >= limit + Self.grace { return .kill }
    return interruption == nil ? .terminate : .goOn
  }

  func raised(_ alert: Alert) -> RunRequest {
    guard let threshold, alert.isNew, alert.suppression == nil,
      threshold.isReached(by: alert.priority)
    else { return .goOn }
    interruption = interruption ?? .failFast
    return .kill
  }

  func writes(endsLine: Bool) { status?.makeRoom(endsLine: endsLine) }

  func pauses() { status?.hide() }

  func takesTerminal() { status?.giveUp() }
}
