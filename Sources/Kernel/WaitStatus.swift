/// Why the kernel reports a traced thread.
///
/// `ptrace(2)` describes the layout of the status word; a seized thread has only these stops.
public enum WaitStatus: Equatable, Sendable {
  /// The thread has exited with this status, 0 to 255.
  case exited(Int32)
  /// A signal has ended the thread.
  case signaled(Signal, coreDumped: Bool)
  /// A stop requested by the seccomp filter, at the entry of a syscall.
  case seccomp
  /// A stop at the exit or entry of a syscall; ``StoppedTracee/callStop()`` tells which.
  case call
  /// A stop before the delivery of a signal, which the tracer may suppress.
  case signalDelivery(Signal)
  /// The creation of a child: fork, vfork or clone; the message is the child's id.
  case fork, vfork, clone
  /// A vfork child has released its parent.
  case vforkDone
  /// The execution of a program; the message is the thread's former id.
  case exec
  /// A stop before the thread's exit.
  case exit
  /// A stop of the whole thread group by a stop signal.
  case groupStop(Signal)
  /// A new child's first stop, the end of a group stop, or an interrupt.
  case trap
  /// An unknown status word.
  case unknown(Int32)

  /// Reads a status word of `wait4(2)`.
  public init(word: Int32) {
    let low = word & 0xFF
    let signal = Signal(rawValue: word >> 8 & 0xFF)
    if low == 0x7F {
      self = Self.stop(signal, event: word >> 16 & 0xFF, word: word)
    } else if low & 0x7F == 0 {
      self = .exited(word >> 8 & 0xFF)
    } else {
      self = .signaled(Signal(rawValue: low & 0x7F), coreDumped: low & 0x80 != 0)
    }
  }

  private static func stop(_ signal: Signal, event: Int32, word: Int32) -> WaitStatus {
    switch event {
    case 0:
      // PTRACE_O_TRACESYSGOOD distinguishes syscall stops from a SIGTRAP.
      signal.rawValue == 0x85 ? .call : .signalDelivery(signal)
    case 1: .fork
    case 2: .vfork
    case 3: .clone
    case 4: .exec
    case 5: .vforkDone
    case 6: .exit
    case 7: .seccomp
    case 128: signal == .trap ? .trap : .groupStop(signal)
    default: .unknown(word)
    }
  }
}
