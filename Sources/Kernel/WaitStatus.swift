/// Why a thread that is traced has been reported by the kernel.
///
/// The status word's layout is described in `ptrace(2)`; a seized tracee only has these stops.
public enum WaitStatus: Equatable, Sendable {
  /// The thread has exited with this status, 0 to 255.
  case exited(Int32)
  /// A signal has ended the thread.
  case signaled(Signal, coreDumped: Bool)
  /// It stopped because of the seccomp filter, at the entry of a system call.
  case seccomp
  /// It stopped at the exit of a system call (or the entry, which this tracer never asks for).
  case call
  /// It is about to receive a signal, which the tracer passes on or not.
  case signalDelivery(Signal)
  /// It has made a child: fork, vfork or clone; the message is the child's id.
  case fork, vfork, clone
  /// A vfork child has let its parent go on.
  case vforkDone
  /// It has executed another program; the message is the thread's former id.
  case exec
  /// It is about to exit.
  case exit
  /// The whole thread group has been stopped by a stop signal.
  case groupStop(Signal)
  /// A new child's first stop, the end of a group stop, or an interrupt.
  case trap
  /// A word that none of the above explains.
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
      // PTRACE_O_TRACESYSGOOD marks stops at calls, so that they are not taken for a SIGTRAP.
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
