internal import Detection
internal import Kernel

/// Tells the watcher of a run how far it has come.
struct RunMonitor {
  private let watch: (any RunWatch)?
  /// When the launch began, in monotonic nanoseconds.
  private var started: Int64 = 0
  /// When the watcher is next told of the progress, in monotonic nanoseconds.
  private var nextTick = Int64.max
  /// Whether the watcher has asked for the end of all processes.
  var isEnding = false

  init(_ watch: (any RunWatch)?) { self.watch = watch }

  /// Whether anything follows the run.
  var isWatched: Bool { watch != nil }

  /// Begins to call ``RunWatch/tick(_:)``.
  ///
  /// - Parameter start: when the launch began, in monotonic nanoseconds.
  mutating func begin(at start: Int64) {
    started = start
    guard let watch else { return }
    nextTick = start
    Signals.alarm(every: watch.interval)
  }

  /// Tells the watcher of the progress when it is time.
  ///
  /// - Returns: what the watcher wants; nil when it was not time.
  mutating func progress(_ processes: Int, _ events: borrowing EventPipeline) -> RunRequest? {
    guard let watch else { return nil }
    let now = Machine.monotonicNow
    guard now >= nextTick else { return nil }
    // An alarm that comes a little early is meant for this tick all the same.
    nextTick = now + Int64(watch.interval) * 900_000
    return watch.tick(
      RunProgress(
        elapsed: now - started, processes: processes, events: events.counts.total,
        alerts: events.alerts.byPriority))
  }

  /// Says that dftrace is about to stop with the command.
  func pauses() { watch?.pauses() }
}
