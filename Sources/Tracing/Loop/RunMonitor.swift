internal import Detection
internal import Kernel

/// Reports the progress of a run to its watch.
struct RunMonitor {
  private let watch: (any RunWatch)?
  /// The start of the launch, in monotonic nanoseconds.
  private var started: Int64 = 0
  /// The time of the next report, in monotonic nanoseconds.
  private var nextTick = Int64.max
  /// Whether the watch has requested the end of all processes.
  var isEnding = false

  init(_ watch: (any RunWatch)?) { self.watch = watch }

  /// Whether the run has a watch.
  var isWatched: Bool { watch != nil }

  /// Starts the calls of ``RunWatch/tick(_:)``.
  ///
  /// - Parameter start: the start of the launch, in monotonic nanoseconds.
  mutating func begin(at start: Int64) {
    started = start
    guard let watch else { return }
    nextTick = start
    Signals.alarm(every: watch.interval)
  }

  /// Reports the progress when the interval has passed.
  ///
  /// - Returns: the request of the watch; nil before the interval has passed.
  mutating func progress(_ processes: Int, _ events: borrowing EventPipeline) -> RunRequest? {
    guard let watch else { return nil }
    let now = Machine.monotonicNow
    guard now >= nextTick else { return nil }
    // A slightly early alarm belongs to this tick.
    nextTick = now + Int64(watch.interval) * 900_000
    return watch.tick(
      RunProgress(
        elapsed: now - started, processes: processes, events: events.counts.total,
        alerts: events.alerts.byPriority))
  }

  /// Reports that dftrace is about to stop with the command.
  func pauses() { watch?.pauses() }
}
