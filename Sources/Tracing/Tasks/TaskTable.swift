internal import Events
internal import Kernel

/// The threads of the run and what each is in the middle of: a pure state machine.
struct TaskTable {
  /// How the return of an awaited call is learnt.
  private enum Way {
    /// By the ptrace stop at the call's exit.
    case exitStop
    /// By interrupting the thread, which stops it right after the call.
    case interruption
  }

  /// A class, so that a change is made in place: in a dictionary of structures it would cost an
  /// allocation.
  private final class Task {
    let process: ProcessID
    /// The call whose return is waited for.
    var awaited: CallRegisters?
    var way = Way.exitStop
    /// A call that a signal interrupted and that the kernel will start again.
    var interrupted: CallRegisters?
    /// Whether the thread is let go from call to call until the interrupted one starts again: to
    /// interrupt it once more would cut a call that notices pending signals short for ever.
    var isFollowed = false
    /// Whether it is let go from call to call, to listen to what it says on a connection.
    var isListenedTo = false
    /// The call that it was at the entry of then.
    var passing: CallRegisters?
    /// The last call that was announced and let go.
    var announced: CallRegisters?
    /// Whether the call that it is entering was announced.
    var isNotified = false

    init(process: ProcessID) { self.process = process }

    var awaitsInterruption: Bool { awaited != nil && way == .interruption }

    /// How the thread goes on from a stop.
    var answer: TaskAnswer {
      // Event and signal stops happen in the midst of a call whose exit may still be wanted.
      let isToExit = isFollowed || isListenedTo || awaited != nil && way == .exitStop
      return TaskAnswer(isToExit ? .runToExit : .run)
    }

    /// The handler of a signal may make calls of its own before the kernel starts the interrupted
    /// one again, so that only that one's own entry ends the wait for it.
    func takeInterrupted(_ registers: CallRegisters) -> CallRegisters? {
      guard let call = interrupted, call.isSameCall(as: registers) else { return nil }
      interrupted = nil
      return call
    }
  }

  private var tasks: [ThreadID: Task] = [:]
  /// The threads of each process that has more than its leader, without the leader.
  private var others: [ProcessID: Set<ThreadID>] = [:]
  /// Those that stopped themselves before their makers told of them, until they do, though they may
  /// have ended by then: what is told of the dead would never end again.
  private var early: Set<ThreadID> = []

  /// Whether a thread is known.
  func knows(_ id: ThreadID) -> Bool { tasks[id] != nil }

  /// The process that a thread belongs to.
  func process(of id: ThreadID) -> ProcessID? { tasks[id]?.process }

  /// Whether a call of a thread was interrupted and has not been started again.
  func isInterrupted(_ id: ThreadID) -> Bool { tasks[id]?.interrupted != nil }

  /// Whether the next stop of a thread is that after an awaited call.
  func awaitsInterruption(_ id: ThreadID) -> Bool { tasks[id]?.awaitsInterruption ?? false }

  /// All threads of the run.
  var threads: [ThreadID] { Array(tasks.keys) }

  /// Says what a stop means, and how the thread goes on unless ``await(_:_:)`` says otherwise.
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
      // The child's own first stop may have come before, and all its others.
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
      // The kernel reports a leader only when all its threads have gone.
      return (isLeader ? .processEnded(end) : .threadEnded, TaskAnswer(.run))
    }
  }

  /// Has the thread stop again when the call that it is entering returns.
  mutating func await(_ registers: CallRegisters, _ id: ThreadID) -> TaskAnswer {
    guard let task = tasks[id] else { return TaskAnswer(.run) }
    // Of an interrupted call it is known already, and where its stack is too.
    if task.awaited == nil { task.awaited = registers }
    guard task.isNotified else { return task.answer }
    // A thread that is followed stops at the exit of each call anyway.
    let stopsAnyway = task.isFollowed || task.isListenedTo
    task.way = stopsAnyway ? .exitStop : .interruption
    var answer = TaskAnswer(.run)
    answer.stopsAfterCall = !stopsAnyway
    return answer
  }

  /// Has a thread stop at the entry and the exit of all its calls, or no more. What it does already
  /// is not affected: the thread must be stopped by ptrace, or goes on as it was let go.
  mutating func listen(to id: ThreadID, _ isWanted: Bool) {
    tasks[id]?.isListenedTo = isWanted
    if !isWanted { tasks[id]?.passing = nil }
  }

  /// Whether all calls of a thread are stopped at.
  func isListenedTo(_ id: ThreadID) -> Bool { tasks[id]?.isListenedTo ?? false }

  /// Notes whether a thread got the answer to what it had announced.
  mutating func answered(_ registers: CallRegisters, _ id: ThreadID, isGone: Bool) {
    guard let task = tasks[id] else { return }
    if isGone {
      // A signal was quicker; the call will be announced again. The interruption that was asked for
      // stops the thread all the same.
      task.announced = nil
      if !task.awaitsInterruption { task.interrupted = registers }
    } else {
      task.announced = registers
    }
  }

  /// Notes that a thread was gone before its call had been looked at, which will come again as new.
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
    // Any entry proves that an earlier call's exit will not come any more.
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
    // How ptrace lets it go was said before: there is no stop to be answered.
    return (.callEntered(isRestart: interrupted != nil), TaskAnswer(.run))
  }

  private mutating func entering(
    _ registers: CallRegisters, _ id: ThreadID
  ) -> (TaskReport, TaskAnswer) {
    // Handlers of signals run below the stack of what they interrupt. A call from there or above
    // that is another one says that the handler made the interrupted one fail with EINTR.
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
      // The call itself was interrupted: it had been announced, and will be again.
      if task.interrupted == nil { task.interrupted = call.registers }
    } else {
      // The wait for the tracer was. Without one the call would not have been interrupted.
      answer.repeatsCall = true
    }
    return (.nothing, answer)
  }

  private mutating func executed(
    _ id: ThreadID, _ former: ThreadID
  ) -> (TaskReport, TaskAnswer) {
    // All other threads are gone without a further word; the one that executed leads now.
    let process = ProcessID(leader: id)
    for thread in others.removeValue(forKey: process) ?? [] { tasks[thread] = nil }
    tasks[id] = Task(process: process)
    return (.processExecuted(process, former: former), TaskAnswer(.run))
  }
}
