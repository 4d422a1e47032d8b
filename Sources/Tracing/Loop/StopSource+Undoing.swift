internal import Decoding
internal import Events
internal import Kernel

// Undoes effects of ptrace that an untraced thread would not see.
extension StopSource {
  /// The stop requested by a filter; nil when the thread is dying.
  func filtered(_ tracee: borrowing StoppedTracee) -> TaskStop? {
    do {
      if let registers = try tracee.callEntry() { return .called(registers, isNotified: false) }
      // The program's own filter returned TRACE, but dftrace is not its tracer.
      try tracee.refuseCall()
      return .trap
    } catch {
      return nil
    }
  }

  /// Restarts a syscall that only ptrace interrupted, by the result ERESTARTNOHAND (-514). A stop
  /// ends such a blocking syscall when the thread continues; signal(7).
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
  /// Whether an ignored signal ended a syscall only because of ptrace.
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
  /// Syscalls that return EINTR after any wake-up, by their numbers on x86-64: epoll_wait,
  /// epoll_pwait, epoll_pwait2, semop, semtimedop, rt_sigtimedwait, io_getevents, io_pgetevents.
  /// The kernel restarts all other blocking syscalls unless a handler runs.
  private static let disturbed: Set<UInt64> = [232, 281, 441, 65, 220, 128, 208, 333]
  /// SIGCONT, SIGCHLD, SIGURG and SIGWINCH have no effect without a handler.
  private static let ignored: UInt64 = 1 << 17 | 1 << 16 | 1 << 22 | 1 << 27

  /// Whether an ignored signal ended the syscall only because of ptrace.
  ///
  /// The kernel discards ignored signals of untraced processes, but delivers them to tracers.
  ///
  /// - Parameter status: the thread's status, read on demand.
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
