internal import Decoding
internal import Events
internal import Kernel
internal import Syscalls

/// An event of the source.
enum SourceEvent: Equatable {
  case stop(ThreadID, TaskStop)
  case interrupted
}

/// The source of stops, and the receiver of the answers.
///
/// Ptrace reports the start and end of threads, signals, and the syscalls for which the filter
/// returns TRACE. A listener reports the syscalls for which it returns USER_NOTIF, which is several
/// times faster. The tracer's loop sees neither: it receives "this thread enters this syscall with
/// these arguments", and answers "continue" or "continue and stop after it".
struct StopSource: ~Copyable {
  /// Capacity of one batch of reports, so that notifications are not delayed.
  private static let batch = 4096
  /// After this number of single stops, all pending reports are taken.
  private static let turns = 16

  /// Whether a syscall causes a notification.
  let isAnnounced: (_ number: UInt64) -> Bool
  var listener: NotificationListener?
  var stopped: StoppedTracee?
  private var notification: SeccompNotification?
  private var placement: WakePlacement
  private var place = WakePlacement.Place.here
  private var isSynchronizing = true
  private var lastResumed: ThreadID?
  /// Reports taken but not yet returned, the next one last. All are taken at once, so that one busy
  /// thread does not starve the others.
  private var reports: [WaitReport] = []
  /// The number of single stops since all pending reports were last taken.
  private var turn = 0
  /// Whether more reports may be pending; true at first.
  private var mayHaveReports = true
  private var isOver = false
  /// The threads that stopped inside a syscall, until their next one.
  var halted: Set<ThreadID> = []

  /// A source of stops, with or without notifications.
  ///
  /// - Parameter isAnnounced: whether a syscall number causes a notification.
  init(
    listener: consuming NotificationListener? = nil,
    isAnnounced: @escaping (UInt64) -> Bool = { _ in false }
  ) {
    let isSynchronous = listener?.isSynchronous ?? false
    placement = WakePlacement(cpus: isSynchronous ? Machine.allowedCPUs : [])
    self.listener = listener
    self.isAnnounced = isAnnounced
  }

  /// Waits for the next stop.
  ///
  /// - Parameters:
  ///   - table: the known threads, so that the identity of a new one is read once.
  ///   - inspector: reads a thread's process and signal dispositions.
  /// - Returns: nil when no thread is left, `.interrupted` when a signal to dftrace came first.
  mutating func next(
    _ table: borrowing TaskTable, _ inspector: any ProcessInspecting
  ) throws(Errno) -> SourceEvent? {
    do {
      while true {
        guard let report = try nextReport() else {
          if let found = notification {
            return .stop(found.thread, .called(found.registers, isNotified: true))
          }
          if isOver { return nil }
          continue
        }
        stopped = report.tracee
        if let stop = classify(report, table, inspector) { return .stop(report.id, stop) }
        // A request failed with ESRCH: the thread is dying, and its end will be reported.
        stopped = nil
      }
    } catch {
      if error == .interrupted { return .interrupted }
      if error == .noChild { return nil }
      throw error
    }
  }

  /// Resumes the thread of the last stop.
  ///
  /// - Returns: false when the thread no longer waits for the answer to its notification.
  @discardableResult
  mutating func answer(_ answer: TaskAnswer) -> Bool {
    if let announced = notification.take() {
      // An interrupt before the resumption stops the thread right after the syscall.
      if answer.stopsAfterCall { _ = Tracees.interrupt(announced.thread) }
      return letGo(announced)
    }
    guard let tracee = stopped.take() else { return true }
    // ERESTARTNOINTR instead of ERESTARTSYS, <linux/errno.h>.
    if answer.repeatsCall { _ = try? tracee.setResult(-513) }
    let id = tracee.id
    if tracee.resume(answer.resumption, delivering: answer.signal), listener == nil {
      lastResumed = id
    }
    return true
  }

  private mutating func letGo(_ announced: SeccompNotification) -> Bool {
    switch place {
    case .here: synchronize(true)
    case .asBefore: synchronize(false)
    case .on(let cpu):
      synchronize(true)
      Machine.stay(on: [cpu])
    }
    let isLetGo = listener?.letGo(announced) ?? false
    if case .on = place { Machine.stay(on: placement.allowed) }
    return isLetGo
  }

  /// Selects how the kernel wakes the other side, if it offers a choice.
  private mutating func synchronize(_ isWanted: Bool) {
    guard placement.hasChoice, isWanted != isSynchronizing else { return }
    listener?.synchronize(isWanted)
    isSynchronizing = isWanted
  }

  /// Whether the thread of the last stop is still stopped. The thread of a notification may have
  /// been interrupted, and then its memory may belong to another syscall.
  func isHeld() -> Bool {
    guard let notification else { return true }
    return listener?.isWaiting(notification) ?? false
  }

  /// The registers of the thread of the last stop, which is about to receive a signal.
  mutating func fault() -> Fault? {
    guard let tracee = stopped.take() else { return nil }
    let fault = try? tracee.fault()
    stopped = consume tracee
    return fault
  }

  /// Changes an argument register of the syscall that the stopped thread enters.
  mutating func setArgument(_ index: Int, to value: UInt64) {
    guard let tracee = stopped.take() else { return }
    _ = try? tracee.setArgument(index, to: value)
    stopped = consume tracee
  }
}

// Waiting.
extension StopSource {
  /// Waits for a report of a traced thread; nil when a notification came first, or without reports.
  private mutating func nextReport() throws(Errno) -> WaitReport? {
    guard listener != nil else { return try nextStop() }
    if let next = reports.popLast() { return next }
    if mayHaveReports, try takeReports() { return reports.popLast() }
    if isOver { return nil }
    let before = Machine.monotonicNow
    var wasWaiting = true
    var ready: NotificationListener.Ready?
    if mayHaveReports || placement.isCrowded(at: before) {
      ready = try listener?.wait(block: false)
    }
    if ready == nil, !mayHaveReports {
      wasWaiting = false
      synchronize(true)
      ready = try listener?.wait(block: true)
    }
    switch ready {
    case .notification:
      notification = listener?.receive()
      guard placement.hasChoice, let thread = notification?.thread else { break }
      place = placement.place(
        thread, cpu: Machine.currentCPU, wasWaiting: wasWaiting,
        now: wasWaiting ? before : Machine.monotonicNow)
    case .child: mayHaveReports = true
    // Only ends of threads remain, which need no listener.
    case .hungUp: listener = nil
    case nil: break
    }
    return nil
  }

  /// Takes all pending reports.
  private mutating func takeReports() throws(Errno) -> Bool {
    while reports.count < Self.batch {
      do {
        guard let report = try Tracees.wait(for: nil, block: false) else { break }
        reports.append(report)
      } catch {
        guard error == .noChild else { throw error }
        isOver = true
        break
      }
    }
    mayHaveReports = reports.count == Self.batch
    reports.reverse()
    return !reports.isEmpty
  }

  /// Waits for a report when nothing else can arrive.
  private mutating func nextStop() throws(Errno) -> WaitReport? {
    // Reports taken while notifications arrived, or in the last batch.
    if let next = reports.popLast() { return next }
    // A busy thread would be found first every time, and starve the others.
    turn += 1
    if turn == Self.turns {
      turn = 0
      if try takeReports() { return reports.popLast() }
      if isOver { return nil }
    }
    // The thread resumed last is the likeliest to report. Waiting for one thread has a constant
    // cost; waiting for any thread walks all of them.
    if let last = lastResumed.take(), let report = try? Tracees.wait(for: last, block: false) {
      return report
    }
    return try Tracees.wait(for: nil, block: true)
  }
}
