internal import Kernel

/// Where stops come from, and where the answers to them go.
///
/// The loop above knows only "this thread is at the entry of this call with these arguments" and
/// says "go on", or "go on and stop after". Ptrace with a seccomp filter that answers TRACE is one
/// source; seccomp notifications can be another.
protocol StopSource: ~Copyable {
  /// Waits for the next stop.
  ///
  /// - Parameter table: which threads are known, so that a new one's identity is asked for once.
  /// - Returns: nil when no thread is left, `.interrupted` when a signal to dftrace came first.
  mutating func next(_ table: borrowing TaskTable) throws(Errno) -> SourceEvent?

  /// Lets the thread of the last stop go on.
  mutating func answer(_ answer: TaskAnswer)
}

/// What a source has to tell.
enum SourceEvent: Equatable {
  case stop(ThreadID, TaskStop)
  case interrupted
}

/// Stops by ptrace: life and death of threads, and the calls that the filter answers TRACE to.
struct PtraceSource: StopSource, ~Copyable {
  private var stopped: StoppedTracee?
  private var lastResumed: ThreadID?

  init() {}

  mutating func next(_ table: borrowing TaskTable) throws(Errno) -> SourceEvent? {
    while true {
      // The thread that was let go last is the likeliest to report, and asking for one thread
      // costs the same however many there are; waiting for any walks them all.
      var report: WaitReport?
      if let lastResumed { report = try? Tracees.wait(for: lastResumed, block: false) }
      lastResumed = nil
      if report == nil {
        do {
          report = try Tracees.wait(for: nil, block: true)
        } catch {
          if error == .interrupted { return .interrupted }
          if error == .noChild { return nil }
          throw error
        }
      }
      guard var found = report.take() else { continue }
      let id = found.id
      let status = found.status
      stopped = found.tracee.take()
      if let stop = classify(id, status, table) { return .stop(id, stop) }
      // A request failed with ESRCH: the thread is dying, and its end will be reported.
      stopped = nil
    }
  }

  mutating func answer(_ answer: TaskAnswer) {
    guard let tracee = stopped.take() else { return }
    let id = tracee.id
    if tracee.resume(answer.resumption, delivering: answer.signal) { lastResumed = id }
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

  /// Writes a word into the stopped thread's memory.
  mutating func write(_ word: UInt64, at address: UInt64) {
    guard let tracee = stopped.take() else { return }
    _ = try? tracee.write(word, at: address)
    stopped = consume tracee
  }

  private mutating func classify(
    _ id: ThreadID, _ status: WaitStatus, _ table: borrowing TaskTable
  ) -> TaskStop? {
    switch status {
    case .exited(let code): return .ended(.exited(code))
    case .signaled(let signal, _): return .ended(.signaled(signal))
    default: break
    }
    guard let tracee = stopped.take() else { return nil }
    let stop = Self.classify(tracee, status, isKnown: table.knows(id))
    stopped = consume tracee
    return stop
  }

  private static func classify(
    _ tracee: borrowing StoppedTracee, _ status: WaitStatus, isKnown: Bool
  ) -> TaskStop? {
    switch status {
    case .seccomp:
      guard let registers = try? tracee.callEntry() else { return nil }
      return .called(registers)
    case .call:
      guard let result = try? tracee.callResult() else { return .trap }
      return .returned(result)
    case .fork, .vfork: return child(tracee).map { .created($0, isThread: false) }
    case .clone:
      return child(tracee).map { child in
        .created(child, isThread: Identity.isThread(child, ofProcessWith: tracee.id))
      }
    case .exec:
      guard let message = try? tracee.eventMessage() else { return nil }
      return .executed(former: ThreadID(rawValue: Int32(truncatingIfNeeded: message)))
    case .signalDelivery(let signal): return .signal(signal)
    case .groupStop(let signal):
      // A child that is made while its process is being stopped reports that first.
      return isKnown ? .groupStop(signal) : Identity.appearance(of: tracee.id, isStopped: true)
    case .trap: return isKnown ? .trap : Identity.appearance(of: tracee.id, isStopped: false)
    case .vforkDone, .exit, .unknown: return .trap
    case .exited, .signaled: return nil
    }
  }

  private static func child(_ tracee: borrowing StoppedTracee) -> ThreadID? {
    guard let message = try? tracee.eventMessage() else { return nil }
    return ThreadID(rawValue: Int32(truncatingIfNeeded: message))
  }
}
