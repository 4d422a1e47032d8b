internal import Decoding
internal import Events
internal import Kernel
internal import Syscalls

/// What a source has to tell.
enum SourceEvent: Equatable {
  case stop(ThreadID, TaskStop)
  case interrupted
}

/// Where stops come from, and where the answers to them go.
///
/// Ptrace tells of life and death of threads, of signals, and of the calls that the filter answers
/// TRACE to; a listener, if there is one, of the calls that it answers USER_NOTIF to, which is
/// several times quicker. The loop above knows only "this thread is at the entry of this call with
/// these arguments" and says "go on", or "go on and stop after".
struct StopSource: ~Copyable {
  /// More reports than these are not taken at once, so that notifications get their turn.
  private static let batch = 4096
  /// After so many stops found one by one all that have stopped are taken.
  private static let turns = 16

  /// Whether a call is announced to the listener.
  let isAnnounced: (_ number: UInt64) -> Bool
  var listener: NotificationListener?
  var stopped: StoppedTracee?
  private var notification: SeccompNotification?
  private var placement: WakePlacement
  private var place = WakePlacement.Place.here
  private var isSynchronizing = true
  private var lastResumed: ThreadID?
  /// Reports that have been taken and not told, the next one last. Taken all at once, so that a
  /// thread that stops again and again does not keep others waiting.
  private var reports: [WaitReport] = []
  /// How many stops have been found one by one since all that had stopped were last taken.
  private var turn = 0
  /// Whether there may be more to take; at first there may.
  private var mayHaveReports = true
  private var isOver = false
  /// The threads that were stopped in the midst of their calls, until they go on to others.
  var halted: Set<ThreadID> = []

  /// A source of stops alone, or of notifications too.
  ///
  /// - Parameter isAnnounced: whether a call's number is one that the listener is told of.
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
  ///   - table: which threads are known, so that a new one's identity is asked for once.
  ///   - inspector: how a thread's process and dispositions of signals are asked for.
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

  /// Lets the thread of the last stop go on.
  ///
  /// - Returns: false when it had announced a call and waits for no answer any more.
  @discardableResult
  mutating func answer(_ answer: TaskAnswer) -> Bool {
    if let announced = notification.take() {
      // Asked for before the thread goes on, the stop comes right after the call.
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

  /// Says how the other side is woken from now on, where there is a choice.
  private mutating func synchronize(_ isWanted: Bool) {
    guard placement.hasChoice, isWanted != isSynchronizing else { return }
    listener?.synchronize(isWanted)
    isSynchronizing = isWanted
  }

  /// Whether the thread of the last stop still stands there: one that has announced a call may have
  /// been interrupted, and what was read of it may be another call's.
  func isHeld() -> Bool {
    guard let notification else { return true }
    return listener?.isWaiting(notification) ?? false
  }

  /// Where the thread of the last stop stands, which is about to receive a signal.
  mutating func fault() -> Fault? {
    guard let tracee = stopped.take() else { return nil }
    let fault = try? tracee.fault()
    stopped = consume tracee
    return fault
  }

  /// Changes an argument register of the call that the stopped thread is entering.
  mutating func setArgument(_ index: Int, to value: UInt64) {
    guard let tracee = stopped.take() else { return }
    _ = try? tracee.setArgument(index, to: value)
    stopped = consume tracee
  }
}

// Waiting.
extension StopSource {
  /// Waits for a report of a traced thread; nil when a notification came first, or nothing.
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
    // What is left are ends, which are reported without a listener too.
    case .hungUp: listener = nil
    case nil: break
    }
    return nil
  }

  /// Takes what reports there are.
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

  /// Waits for a report when there is nothing else to wait for.
  private mutating func nextStop() throws(Errno) -> WaitReport? {
    // What was taken while there were notifications, or at the last turn of all.
    if let next = reports.popLast() { return next }
    // Whoever stops again and again would be found first each time, and others never.
    turn += 1
    if turn == Self.turns {
      turn = 0
      if try takeReports() { return reports.popLast() }
      if isOver { return nil }
    }
    // The thread that was let go last is the likeliest to report, and asking for one thread
    // costs the same however many there are; waiting for any walks them all.
    if let last = lastResumed.take(), let report = try? Tracees.wait(for: last, block: false) {
      return report
    }
    return try Tracees.wait(for: nil, block: true)
  }
}
