internal import Kernel

/// What a stop of a traced thread says, free of how it was learnt.
///
/// With ``TaskAnswer`` this is all that the table of tasks sees of the kernel, so that the races
/// between threads, signals, executions and deaths are tested on recorded sequences.
enum TaskStop: Equatable {
  /// A thread's first stop, before its maker's; process and parent come from `/proc`. It may
  /// already be stopped with its whole process.
  case appeared(process: ThreadID, parent: ThreadID?, isStopped: Bool)
  /// It entered a system call that the filter asks for.
  case called(CallRegisters)
  /// It is at the exit of a call; nil when the kernel says that it is at no exit.
  case returned(Int64?)
  /// It made a child, which is a thread of its own process or another process.
  case created(ThreadID, isThread: Bool)
  /// It runs another program; its id before was another when a thread executed that does not lead.
  case executed(former: ThreadID)
  /// It is about to receive a signal.
  case signal(Signal)
  /// Its process is stopped by a signal.
  case groupStop(Signal)
  /// A stop with no meaning of its own: a child's first, the end of a group stop.
  case trap
  /// The thread has ended.
  case ended(TaskEnd)
}

/// How a thread ended.
enum TaskEnd: Equatable {
  case exited(Int32)
  case signaled(Signal)
}

/// What a stop means for the run.
enum TaskReport: Equatable {
  case nothing
  /// A call begins; a restart of an interrupted call is the same event once more.
  case callEntered(isRestart: Bool)
  /// The call that was waited for has returned.
  case callReturned(CallRegisters, Int64)
  case processCreated(ThreadID, parent: ThreadID?)
  case threadCreated
  case processExecuted(ThreadID, former: ThreadID)
  case groupStopped(Signal)
  case threadEnded
  case processEnded(TaskEnd)
}

/// How the thread goes on.
struct TaskAnswer: Equatable {
  var resumption: Resumption
  var signal: Signal?

  init(_ resumption: Resumption, _ signal: Signal? = nil) {
    self.resumption = resumption
    self.signal = signal
  }
}

/// The threads of the run and what each is in the middle of: a pure state machine.
struct TaskTable {
  private struct Task {
    let process: ThreadID
    /// The call whose exit is waited for.
    var awaited: CallRegisters?
    /// A call that a signal interrupted and that the kernel will start again.
    var interrupted: CallRegisters?
  }

  private var tasks: [ThreadID: Task] = [:]
  /// The threads of each process that has more than its leader, without the leader.
  private var others: [ThreadID: Set<ThreadID>] = [:]

  /// Whether a thread is known.
  func knows(_ id: ThreadID) -> Bool { tasks[id] != nil }

  /// The process that a thread belongs to.
  func process(of id: ThreadID) -> ThreadID? { tasks[id]?.process }

  /// Whether a call of a thread was interrupted and has not been started again.
  func isInterrupted(_ id: ThreadID) -> Bool { tasks[id]?.interrupted != nil }

  /// All threads of the run.
  var threads: [ThreadID] { Array(tasks.keys) }

  /// Says what a stop means, and how the thread goes on unless ``await(_:)`` says otherwise.
  mutating func apply(_ stop: TaskStop, to id: ThreadID) -> (TaskReport, TaskAnswer) {
    switch stop {
    case .appeared(let process, let parent, let isStopped):
      let report = add(id, process: process, parent: parent)
      return (report, isStopped ? TaskAnswer(.listen) : answer(id))
    case .called(let registers): return entered(registers, id)
    case .returned(let result): return returned(result, id)
    case .created(let child, let isThread):
      let process = tasks[id]?.process ?? id
      // The child's own first stop may have come before: then it is known already.
      guard !knows(child) else { return (.nothing, answer(id)) }
      return (
        add(child, process: isThread ? process : child, parent: isThread ? nil : process),
        answer(id)
      )
    case .executed(let former): return executed(id, former)
    case .signal(let signal): return (.nothing, TaskAnswer(answer(id).resumption, signal))
    case .groupStop(let signal): return (.groupStopped(signal), TaskAnswer(.listen))
    case .trap: return (.nothing, answer(id))
    case .ended(let end):
      let process = tasks.removeValue(forKey: id)?.process ?? id
      if process == id { others[id] = nil } else { others[process]?.remove(id) }
      // The kernel reports a leader only when all its threads have gone.
      return (process == id ? .processEnded(end) : .threadEnded, TaskAnswer(.run))
    }
  }

  /// Has the thread stop again when the call that it is entering returns.
  mutating func await(_ registers: CallRegisters, _ id: ThreadID) -> TaskAnswer {
    tasks[id]?.awaited = registers
    return answer(id)
  }

  private func answer(_ id: ThreadID) -> TaskAnswer {
    // Event and signal stops happen in the midst of a call whose exit may still be wanted.
    TaskAnswer(tasks[id]?.awaited == nil ? .run : .runToExit)
  }

  private mutating func add(
    _ id: ThreadID, process: ThreadID, parent: ThreadID?
  ) -> TaskReport {
    guard !knows(id) else { return .nothing }
    tasks[id] = Task(process: process)
    if process != id { others[process, default: []].insert(id) }
    return process == id ? .processCreated(id, parent: parent) : .threadCreated
  }

  private mutating func entered(
    _ registers: CallRegisters, _ id: ThreadID
  ) -> (TaskReport, TaskAnswer) {
    // The handler of the signal may make calls of its own before the kernel starts the
    // interrupted one again, so that only that one's own entry ends the wait for it.
    let isRestart = tasks[id]?.interrupted == registers
    if isRestart { tasks[id]?.interrupted = nil }
    // Any entry proves that an earlier call's exit will not come any more.
    tasks[id]?.awaited = isRestart ? registers : nil
    return (.callEntered(isRestart: isRestart), answer(id))
  }

  private mutating func returned(
    _ result: Int64?, _ id: ThreadID
  ) -> (TaskReport, TaskAnswer) {
    guard let result, let awaited = tasks[id]?.awaited else { return (.nothing, answer(id)) }
    tasks[id]?.awaited = nil
    // ERESTARTSYS to ERESTART_RESTARTBLOCK never reach the program: the call will be made again,
    // or fail with EINTR if a handler wants it so.
    if (-516 ... -512).contains(result) {
      tasks[id]?.interrupted = awaited
      return (.nothing, answer(id))
    }
    return (.callReturned(awaited, result), answer(id))
  }

  private mutating func executed(
    _ id: ThreadID, _ former: ThreadID
  ) -> (TaskReport, TaskAnswer) {
    // All other threads are gone without a further word; the one that executed leads now.
    for thread in others.removeValue(forKey: id) ?? [] { tasks[thread] = nil }
    tasks[id] = Task(process: id)
    return (.processExecuted(id, former: former), TaskAnswer(.run))
  }
}
