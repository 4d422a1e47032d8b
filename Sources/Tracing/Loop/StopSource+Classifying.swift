internal import Decoding
internal import Events
internal import Kernel
internal import Syscalls

// Classifies the kernel's reports.
extension StopSource {
  mutating func classify(
    _ report: WaitReport, _ table: borrowing TaskTable, _ inspector: any ProcessInspecting
  ) -> TaskStop? {
    switch report.status {
    case .exited(let code):
      halted.remove(report.id)
      return .ended(.exited(code))
    case .signaled(let signal, let hasCore):
      halted.remove(report.id)
      return .ended(.signaled(signal, coreDumped: hasCore))
    default: break
    }
    guard let tracee = stopped.take() else { return nil }
    undoDisturbance(of: tracee, report.status, inspector)
    let stop =
      table.awaitsInterruption(report.id)
      ? interruption(tracee, report.status)
        ?? classify(tracee, report.status, isKnown: true, inspector)
      : classify(tracee, report.status, isKnown: table.knows(report.id), inspector)
    stopped = consume tracee
    return stop
  }

  /// The requested stop after a syscall; nil for any other stop.
  private func interruption(
    _ tracee: borrowing StoppedTracee, _ status: WaitStatus
  ) -> TaskStop? {
    switch status {
    case .trap: return .interrupted(interruptedCall(tracee), groupStop: nil)
    case .groupStop(let signal):
      return .interrupted(interruptedCall(tracee), groupStop: signal)
    default: return nil
    }
  }

  private func interruptedCall(_ tracee: borrowing StoppedTracee) -> InterruptedCall? {
    guard let found = try? tracee.interruptedCall() else { return nil }
    return InterruptedCall(registers: found.call, result: found.result)
  }

  private func classify(
    _ tracee: borrowing StoppedTracee, _ status: WaitStatus, isKnown: Bool,
    _ inspector: any ProcessInspecting
  ) -> TaskStop? {
    switch status {
    case .seccomp:
      return filtered(tracee)
    case .call:
      switch try? tracee.callStop() {
      case .entry(let registers): return .entering(registers)
      case .exit(let result): return .returned(result)
      case nil: return .trap
      }
    case .fork, .vfork: return Self.child(tracee).map { .created($0, isThread: false) }
    case .clone:
      return Self.child(tracee).map { child in
        .created(
          child, isThread: ThreadIdentity.isThread(child, ofProcessWith: tracee.id, inspector))
      }
    case .exec:
      guard let message = try? tracee.eventMessage() else { return nil }
      return .executed(former: ThreadID(rawValue: Int32(truncatingIfNeeded: message)))
    case .signalDelivery(let signal):
      return .signal(signal, during: cutShort(tracee))
    case .groupStop(let signal):
      // A child created during a group stop reports that stop first.
      return isKnown
        ? .groupStop(signal) : ThreadIdentity.appearance(of: tracee.id, isStopped: true, inspector)
    case .trap:
      return isKnown ? .trap : ThreadIdentity.appearance(of: tracee.id, isStopped: false, inspector)
    case .vforkDone, .exit, .unknown: return .trap
    case .exited, .signaled: return nil
    }
  }

  /// The announced syscall that a signal has interrupted.
  private func cutShort(_ tracee: borrowing StoppedTracee) -> InterruptedCall? {
    guard listener != nil, let call = interruptedCall(tracee), call.isCutShort,
      isAnnounced(call.registers.number)
    else { return nil }
    return call
  }

  private static func child(_ tracee: borrowing StoppedTracee) -> ThreadID? {
    guard let message = try? tracee.eventMessage() else { return nil }
    return ThreadID(rawValue: Int32(truncatingIfNeeded: message))
  }
}
