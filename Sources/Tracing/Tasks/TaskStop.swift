internal import Events
internal import Kernel

/// A stop of a traced thread, independent of its source.
///
/// ``TaskStop`` and ``TaskAnswer`` are the task table's whole view of the kernel. So recorded
/// sequences test the races between threads, signals, executions and deaths.
enum TaskStop: Equatable {
  /// A thread's first stop, before its creator's; process and parent come from `/proc`. The thread
  /// may already be in a group stop.
  case appeared(process: ProcessID, parent: ProcessID?, isStopped: Bool)
  /// The entry of a syscall that the filter selects, by a ptrace stop or by a notification.
  case called(CallRegisters, isNotified: Bool)
  /// The entry of any syscall, after PTRACE_SYSCALL.
  case entering(CallRegisters)
  /// The exit of a syscall; nil when the kernel reports no exit.
  case returned(Int64?)
  /// An interrupt after or inside a syscall, possibly with a group stop.
  case interrupted(InterruptedCall?, groupStop: Signal?)
  /// The creation of a child: a thread of the same process, or another process.
  case created(ThreadID, isThread: Bool)
  /// The execution of a program; a thread other than the leader takes the leader's id.
  case executed(former: ThreadID)
  /// A signal before its delivery; it may have interrupted an announced syscall.
  case signal(Signal, during: InterruptedCall?)
  /// A group stop of its process.
  case groupStop(Signal)
  /// A stop without a meaning of its own: a child's first, the end of a group stop.
  case trap
  /// The end of the thread.
  case ended(TaskEnd)
}

/// A syscall in or after which a thread stopped.
struct InterruptedCall: Equatable {
  let registers: CallRegisters
  let result: Int64
  /// Whether syscalls of this kind may block, so that a signal may interrupt the syscall itself.
  var mayWait = false

  /// Whether the syscall did not complete. The program never sees ERESTARTSYS to
  /// ERESTART_RESTARTBLOCK: the kernel restarts the syscall, or a handler makes it fail with EINTR.
  var isCutShort: Bool { (-516 ... -512).contains(result) }
}

/// How a thread ended.
enum TaskEnd: Equatable {
  case exited(Int32)
  case signaled(Signal, coreDumped: Bool)

  /// The end as reports show it.
  var outcome: CommandOutcome {
    switch self {
    case .exited(let status): .exited(status)
    case .signaled(let signal, _): .signaled(number: signal.rawValue, name: signal.name)
    }
  }
}

/// The meaning of a stop for the run.
enum TaskReport: Equatable {
  case nothing
  /// A syscall begins; the restart of an interrupted syscall continues the same event.
  case callEntered(isRestart: Bool)
  /// A syscall of a watched thread begins; the filter may select it too.
  case callPassing(CallRegisters)
  /// A watched thread's syscall has returned; its return is not awaited otherwise.
  case callPassed(CallRegisters, Int64)
  /// An awaited syscall has returned.
  case callReturned(CallRegisters, Int64)
  case processCreated(ProcessID, parent: ProcessID?)
  case threadCreated
  case processExecuted(ProcessID, former: ThreadID)
  case groupStopped(Signal)
  case threadEnded
  case processEnded(TaskEnd)
}

/// How a thread resumes.
struct TaskAnswer: Equatable {
  var resumption: Resumption
  var signal: Signal?
  /// Whether the thread is interrupted right after its announced syscall.
  var stopsAfterCall = false
  /// Whether an interrupted syscall restarts regardless of the signal's handler. The tracer caused
  /// the interruption before the kernel began the syscall.
  var repeatsCall = false

  init(_ resumption: Resumption, _ signal: Signal? = nil) {
    self.resumption = resumption
    self.signal = signal
  }
}

extension CallRegisters {
  /// Whether both are the same syscall from the same instruction. A notification lacks the stack
  /// pointer.
  func isSameCall(as other: CallRegisters) -> Bool {
    number == other.number && instructionPointer == other.instructionPointer
      && arguments == other.arguments && architecture == other.architecture
      && (stackPointer == other.stackPointer || stackPointer == 0 || other.stackPointer == 0)
  }
}
