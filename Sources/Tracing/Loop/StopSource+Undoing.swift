internal import Decoding
internal import Events
internal import Kernel

// What the kernel does to a traced thread and to no other, and what is done about it.
extension StopSource {
  /// The stop that a filter asks for; nil when the thread is dying.
  func filtered(_ tracee: borrowing StoppedTracee) -> TaskStop? {
    do {
      if let registers = try tracee.callEntry() { return .called(registers, isNotified: false) }
      // A filter of the program's own leaves the call to a tracer, which dftrace is not for it.
      try tracee.refuseCall()
      return .trap
    } catch {
      return nil
    }
  }

  /// Has a call that only the tracer's being there has ended made again, by the result ERESTARTNOHAND
  /// (-514). One that was stopped in its midst ends when it is continued, signal(7).
  mutating func undoDisturbance(
    of tracee: borrowing StoppedTracee, _ status: WaitStatus,
    _ inspector: any ProcessInspecting
  ) {
    switch status {
    case .groupStop: halted.insert(tracee.id)
    case .trap: break
    case .signalDelivery(let signal):
      guard halted.remove(tracee.id) == nil, tracee.isDisturbed(by: signal, inspector) else {
        return
      }
      _ = try? tracee.setResult(-514)
    default: halted.remove(tracee.id)
    }
  }
}

extension StoppedTracee {
  /// Whether a signal that the program ignores has ended a call that it would not have ended without a
  /// tracer.
  fileprivate borrowing func isDisturbed(
    by signal: Signal, _ inspector: any ProcessInspecting
  ) -> Bool {
    guard let found = try? interruptedCall() else { return false }
    let id = id
    return InterruptedCall(registers: found.call, result: found.result).isDisturbed(
      by: signal, ProcTexts.status(inspector.text("status", of: id) ?? []))
  }
}

extension InterruptedCall {
  /// Calls that answer EINTR whatever has woken them, by their numbers on x86-64: epoll_wait,
  /// epoll_pwait, epoll_pwait2, semop, semtimedop, rt_sigtimedwait, io_getevents, io_pgetevents. All
  /// others that wait are made again by the kernel if no handler runs.
  private static let disturbed: Set<UInt64> = [232, 281, 441, 65, 220, 128, 208, 333]
  /// SIGCONT, SIGCHLD, SIGURG and SIGWINCH do nothing unless there is a handler.
  private static let ignored: UInt64 = 1 << 17 | 1 << 16 | 1 << 22 | 1 << 27

  /// Whether it was ended by a signal that its program ignores: the kernel discards ignored signals
  /// when they are sent, but shows them to tracers.
  ///
  /// - Parameter status: the thread's, which is asked for when it matters.
  func isDisturbed(by signal: Signal, _ status: @autoclosure () -> ProcTexts.Status) -> Bool {
    // EINTR.
    guard result == -4, registers.isNative, Self.disturbed.contains(registers.number) else {
      return false
    }
    let status = status()
    let bit = 1 << UInt64(signal.rawValue - 1) as UInt64
    return status.ignored & bit != 0 || (Self.ignored & bit != 0 && status.caught & bit == 0)
  }
}
