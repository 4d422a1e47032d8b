internal import Events
internal import Kernel

/// The threads of the run and the state of each: a pure state machine.
struct TaskTable {
  /// How the tracer observes the return of an awaited syscall.
  private enum Way {
    /// By the ptrace stop at the syscall's exit.
    case exitStop
    /// By an interrupt, which stops the thread right after the syscall.
    case interruption
  }

  /// A class, so that changes happen in place: a dictionary of structures would allocate.
  private final class Task {
    let process: ProcessID
    /// The syscall whose return is awaited.
    var awaited: CallRegisters?
    var way = Way.exitStop
    /// A syscall that a signal interrupted and that the kernel will restart.
    var interrupted: CallRegisters?
    /// Whether the thread stops at each syscall until the interrupted one restarts. Another
    /// interrupt would cut short, forever, a syscall that checks for pending signals.
    var isFollowed = false
    /// Whether the thread stops at each syscall for the inspection of a connection.
    var isListenedTo = false
    /// The syscall at whose entry the thread last stopped then.
    var passing: CallRegisters?
    /// The last announced syscall that was answered.
    var announced: CallRegisters?
    /// Whether a notification announced the syscall that the thread enters.
    var isNotified = false

    init(process: ProcessID) { self.process = process }

    var awaitsInterruption: Bool { awaited != nil && way == .interruption }

    /// How the thread resumes from a stop.
    var answer: TaskAnswer {
      // Event and signal stops occur inside a syscall whose exit may still be awaited.
      let isToExit = isFollowed || isListenedTo || awaited != nil && way == .exitStop
      return TaskAnswer(isToExit ? .runToExit : .run)
    }

    /// A signal handler may make syscalls before the kernel restarts the interrupted one. So only
    /// the entry of the same syscall ends the wait.
    func takeInterrupted(_ registers: CallRegisters) -> CallRegisters? {
      guard let call = interrupted, call.isSameCall(as: registers) else { return nil }
      interrupted = nil
      return call
    }
  }

  private var tasks: [ThreadID: Task] = [:]
  /// The threads of each process with more than one, without the leader.
  private var others: [ProcessID: Set<ThreadID>] = [:]
  /// Threads that stopped before their creators' reports, until those arrive. Such a thread may
  /// have ended by then; adding it would leave an entry forever.
  private var early: Set<ThreadID> = []

  /// Whether a thread is known.
  func knows(_ id: ThreadID) -> Bool { tasks[id] != nil }

  /// The process of a thread.
  func process(of id: ThreadID) -> ProcessID? { tasks[id]?.process }

  /// Whether a thread has an interrupted syscall without a restart so far.
  func isInterrupted(_ id: ThreadID) -> Bool { tasks[id]?.interrupted != nil }

  /// Whether the next stop of a thread is the one after an awaited syscall.
  func awaitsInterruption(_ id: ThreadID) -> Bool { tasks[id]?.awaitsInterruption ?? false }

  /// All threads of the run.
  var threads: [ThreadID] { Array(tasks.keys) }

  /// Returns the meaning of a stop, and how the thread resumes unless ``await(_:_:)`` changes it.
  mutating func apply(_ stop: TaskStop, to id: ThreadID) -> (TaskReport, TaskAnswer) {
    switch stop {
    case .appeared(let process, let parent, let isStopped):
      early.insert(id)
      let report = add(id, process: process, parent: parent)
      return (report, isStopped ? TaskAnswer(.listen) : answer(id))
    case .called(let registers, let isNotified):
      return isNotified ? announced(registers, id) : entered(registers, id)
    case .entering(let registers): return entering(registers, id)
    case .returned(let result): return returned(result, id)
    case .interrupted(let call, let groupStop): return interrupted(call, groupStop, id)
    case .created(let child, let isThread):
      let process = tasks[id]?.process ?? ProcessID(leader: id)
      // The child's own first stop, and even its end, may have come earlier.
      guard early.remove(child) == nil, !knows(child) else { return (.nothing, answer(id)) }
      return (
        add(
          child, process: isThread ? process : ProcessID(leader: child),
          parent: isThread ? nil : process),
        answer(id)
      )
    case .executed(let former): return executed(id, former)
    case .signal(let signal, let call): return signalled(signal, call, id)
    case .groupStop(let signal): return (.groupStopped(signal), TaskAnswer(.listen))
    case .trap: return (.nothing, answer(id))
    case .ended(let end):
      let process = tasks.removeValue(forKey: id)?.process ?? ProcessID(leader: id)
      let isLeader = process.leader == id
      if isLeader { others[process] = nil } else { others[process]?.remove(id) }
      // The kernel reports a leader's end only after the end of all its threads.
      return (isLeader ? .processEnded(end) : .threadEnded, TaskAnswer(.run))
    }
  }

  /// Makes the thread stop again at the return of the current syscall.
  mutating func await(_ registers: CallRegisters, _ id: ThreadID) -> TaskAnswer {
    guard let task = tasks[id] else { return TaskAnswer(.run) }
    // An interrupted syscall is already known, with its stack pointer.
    if task.awaited == nil { task.awaited = registers }
    guard task.isNotified else { return task.answer }
    // A followed thread stops at the exit of each syscall anyway.
    let stopsAnyway = task.isFollowed || task.isListenedTo
    task.way = stopsAnyway ? .exitStop : .interruption
    var answer = TaskAnswer(.run)
    answer.stopsAfterCall = !stopsAnyway
    return answer
  }

  /// Starts or ends stops at the entry and exit of all a thread's syscalls. A resumed thread is
  /// unaffected, so the thread must be in a ptrace stop.
  mutating func listen(to id: ThreadID, _ isWanted: Bool) {
    tasks[id]?.isListenedTo = isWanted
    if !isWanted { tasks[id]?.passing = nil }
  }

  /// Whether a thread stops at all its syscalls.
  func isListenedTo(_ id: ThreadID) -> Bool { tasks[id]?.isListenedTo ?? false }

  /// Notes whether a thread received the answer to its notification.
  mutating func answered(_ registers: CallRegisters, _ id: ThreadID, isGone: Bool) {
    guard let task = tasks[id] else { return }
    if isGone {
      // A signal arrived first; the kernel will notify again. The requested interrupt still stops
      // the thread.
      task.announced = nil
      if !task.awaitsInterruption { task.interrupted = registers }
    } else {
      task.announced = registers
    }
  }

  /// Notes that a notification became stale before its evaluation; the next one is new.
  mutating func missed(_ id: ThreadID) { tasks[id]?.announced = nil }

  private func answer(_ id: ThreadID) -> TaskAnswer { tasks[id]?.answer ?? TaskAnswer(.run) }

  private mutating func add(
    _ id: ThreadID, process: ProcessID, parent: ProcessID?
  ) -> TaskReport {
    guard !knows(id) else { return .nothing }
    tasks[id] = Task(process: process)
    guard process.leader == id else {
      others[process, default: []].insert(id)
      return .threadCreated
    }
    return .processCreated(process, parent: parent)
  }

  private mutating func entered(
    _ registers: CallRegisters, _ id: ThreadID
  ) -> (TaskReport, TaskAnswer) {
    guard let task = tasks[id] else { return (.callEntered(isRestart: false), TaskAnswer(.run)) }
    let isRestart = task.takeInterrupted(registers) != nil
    // Any entry proves that an earlier syscall's exit will not arrive.
    task.awaited = isRestart ? registers : nil
    task.way = .exitStop
    task.isNotified = false
    return (.callEntered(isRestart: isRestart), task.answer)
  }

  private mutating func announced(
    _ registers: CallRegisters, _ id: ThreadID
  ) -> (TaskReport, TaskAnswer) {
    guard let task = tasks[id] else { return (.callEntered(isRestart: false), TaskAnswer(.run)) }
    let interrupted = task.takeInterrupted(registers)
    task.awaited = task.isFollowed ? interrupted : nil
    task.way = .exitStop
    task.isNotified = true
    // A notification is no ptrace stop, so this resumption has no effect.
    return (.callEntered(isRestart: interrupted != nil), TaskAnswer(.run))
  }

  private mutating func entering(
    _ registers: CallRegisters, _ id: ThreadID
  ) -> (TaskReport, TaskAnswer) {
    // Signal handlers run below the stack of the interrupted code. Another syscall from there or
    // above means that the handler made the interrupted one fail with EINTR.
    if let task = tasks[id], task.isFollowed, let interrupted = task.interrupted,
      registers.stackPointer >= interrupted.stackPointer, !interrupted.isSameCall(as: registers)
    {
      task.isFollowed = false
      task.interrupted = nil
    }
    guard let task = tasks[id], task.isListenedTo else { return (.nothing, answer(id)) }
    task.passing = registers
    return (.callPassing(registers), task.answer)
  }

  private mutating func returned(
    _ result: Int64?, _ id: ThreadID
  ) -> (TaskReport, TaskAnswer) {
    guard let result, let task = tasks[id], let awaited = task.awaited, task.way == .exitStop else {
      guard let result, let task = tasks[id], let call = task.passing else {
        return (.nothing, answer(id))
      }
      task.passing = nil
      return (.callPassed(call, result), task.answer)
    }
    task.passing = nil
    task.awaited = nil
    if InterruptedCall(registers: awaited, result: result).isCutShort {
      task.interrupted = awaited
      return (.nothing, task.answer)
    }
    if task.interrupted == nil { task.isFollowed = false }
    return (.callReturned(awaited, result), task.answer)
  }

  private mutating func interrupted(
    _ call: InterruptedCall?, _ groupStop: Signal?, _ id: ThreadID
  ) -> (TaskReport, TaskAnswer) {
    guard let task = tasks[id] else { return (.nothing, TaskAnswer(.run)) }
    let awaited = task.awaited
    task.awaited = nil
    task.way = .exitStop
    var report = TaskReport.nothing
    if let call, let awaited, awaited.isSameCall(as: call.registers) {
      if call.isCutShort {
        task.interrupted = call.registers
        task.isFollowed = true
      } else {
        report = .callReturned(awaited, call.result)
      }
    }
    return (report, groupStop == nil ? task.answer : TaskAnswer(.listen))
  }

  private mutating func signalled(
    _ signal: Signal, _ call: InterruptedCall?, _ id: ThreadID
  ) -> (TaskReport, TaskAnswer) {
    var answer = answer(id)
    answer.signal = signal
    guard let call, call.isCutShort, let task = tasks[id] else { return (.nothing, answer) }
    if call.mayWait, let last = task.announced, last.isSameCall(as: call.registers) {
      // The signal interrupted the announced syscall itself; the kernel will notify again.
      if task.interrupted == nil { task.interrupted = call.registers }
    } else {
      // The signal interrupted the wait for the tracer. An untraced syscall would have continued.
      answer.repeatsCall = true
    }
    return (.nothing, answer)
  }

  private mutating func executed(
    _ id: ThreadID, _ former: ThreadID
  ) -> (TaskReport, TaskAnswer) {
    // All other threads have ended without a report; the executing thread leads now.
    let process = ProcessID(leader: id)
    for thread in others.removeValue(forKey: process) ?? [] { tasks[thread] = nil }
    tasks[id] = Task(process: process)
    return (.processExecuted(process, former: former), TaskAnswer(.run))
  }
}
