internal import Events
internal import Kernel

/// What a stop of a traced thread says, free of how it was learnt.
///
/// With ``TaskAnswer`` this is all that the table of tasks sees of the kernel, so that the races
/// between threads, signals, executions and deaths are tested on recorded sequences.
enum TaskStop: Equatable {
  /// A thread's first stop, before its maker's; process and parent come from `/proc`. It may
  /// already be stopped with its whole process.
  case appeared(process: ProcessID, parent: ProcessID?, isStopped: Bool)
  /// It entered a system call that the filter asks for, by a stop or by a notification.
  case called(CallRegisters, isNotified: Bool)
  /// It is at the entry of any call, since it was let go to the exit of one.
  case entering(CallRegisters)
  /// It is at the exit of a call; nil when the kernel says that it is at no exit.
  case returned(Int64?)
  /// It has been interrupted after a call, or in it; perhaps its process is stopped as well.
  case interrupted(InterruptedCall?, groupStop: Signal?)
  /// It made a child, which is a thread of its own process or another process.
  case created(ThreadID, isThread: Bool)
  /// It runs another program; its id before was another when a thread executed that does not lead.
  case executed(former: ThreadID)
  /// It is about to receive a signal, which may have interrupted a call that is announced.
  case signal(Signal, during: InterruptedCall?)
  /// Its process is stopped by a signal.
  case groupStop(Signal)
  /// A stop with no meaning of its own: a child's first, the end of a group stop.
  case trap
  /// The thread has ended.
  case ended(TaskEnd)
}

/// A call in or after which a thread was stopped.
struct InterruptedCall: Equatable {
  let registers: CallRegisters
  let result: Int64
  /// Whether a call of its kind waits for others, so that a signal may interrupt the call itself.
  var mayWait = false

  /// Whether the call did not come to its end: ERESTARTSYS to ERESTART_RESTARTBLOCK never reach the
  /// program. It will be made again, or fail with EINTR if a handler wants it so.
  var isCutShort: Bool { (-516 ... -512).contains(result) }
}

/// How a thread ended.
enum TaskEnd: Equatable {
  case exited(Int32)
  case signaled(Signal, coreDumped: Bool)

  /// The end as reports have it.
  var outcome: CommandOutcome {
    switch self {
    case .exited(let status): .exited(status)
    case .signaled(let signal, _): .signaled(number: signal.rawValue, name: signal.name)
    }
  }
}

/// What a stop means for the run.
enum TaskReport: Equatable {
  case nothing
  /// A call begins; a restart of an interrupted call is the same event once more.
  case callEntered(isRestart: Bool)
  /// A call begins of a thread that is listened to; the filter may ask for it besides.
  case callPassing(CallRegisters)
  /// Such a call has returned, and nobody else waits for it.
  case callPassed(CallRegisters, Int64)
  /// The call that was waited for has returned.
  case callReturned(CallRegisters, Int64)
  case processCreated(ProcessID, parent: ProcessID?)
  case threadCreated
  case processExecuted(ProcessID, former: ThreadID)
  case groupStopped(Signal)
  case threadEnded
  case processEnded(TaskEnd)
}

/// How the thread goes on.
struct TaskAnswer: Equatable {
  var resumption: Resumption
  var signal: Signal?
  /// Whether it is interrupted right after the call that it has announced.
  var stopsAfterCall = false
  /// Whether its interrupted call is made again whatever the signal's handler asks for: it was
  /// interrupted for the tracer's sake, before the kernel had begun with it.
  var repeatsCall = false

  init(_ resumption: Resumption, _ signal: Signal? = nil) {
    self.resumption = resumption
    self.signal = signal
  }
}

extension CallRegisters {
  /// Whether this is the same call from the same place: a notification does not say where the stack
  /// is.
  func isSameCall(as other: CallRegisters) -> Bool {
    number == other.number && instructionPointer == other.instructionPointer
      && arguments == other.arguments && architecture == other.architecture
      && (stackPointer == other.stackPointer || stackPointer == 0 || other.stackPointer == 0)
  }
}
