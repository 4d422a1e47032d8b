internal import Decoding
internal import Detection
internal import Events
internal import Kernel
internal import Syscalls

/// A syscall without an observed return yet, with all its arguments in memory.
struct PendingCall {
  var view: EventView
  var drafts: [AlertDraft]
  let endpoints: Endpoints
  /// Snapshots of the syscall's entry for a recording, one for each endpoint; otherwise empty.
  var snapshots: [EventSnapshot] = []
  /// The rules whose alerts were counted when the syscall was set aside.
  var counted: Set<Int> = []
}

/// A requested execution. Its arguments are gone after the success.
struct ExecutingCall {
  let event: EventType
  let registers: CallRegisters
  let path: PathFacts?
  /// The credentials before the execution of a set-user-id file.
  let credentials: Credentials?
  /// The origin of the syscall; nil when no rule reads it.
  let origin: CallOrigin?
}

/// The syscalls between their entry and their return.
struct PendingCalls {
  private var calls: [ThreadID: PendingCall] = [:]
  /// Syscalls that a signal interrupted, while its handler makes others.
  private var interrupted: [ThreadID: PendingCall] = [:]
  private var executing: [ThreadID: ExecutingCall] = [:]

  /// The type of the syscall whose return is awaited for a thread.
  func event(of id: ThreadID) -> EventType? { calls[id]?.view.facts.event }

  /// Adds a syscall whose return is awaited.
  mutating func add(_ call: PendingCall, _ id: ThreadID) { calls[id] = call }

  /// Removes and returns the syscall of a thread.
  mutating func take(_ id: ThreadID) -> PendingCall? {
    // Called for every syscall; the dictionary is usually empty.
    calls.isEmpty ? nil : calls.removeValue(forKey: id)
  }

  /// Stores an interrupted syscall, while the signal's handler makes others.
  mutating func interrupt(_ call: PendingCall, _ id: ThreadID) { interrupted[id] = call }

  /// Continues a syscall that a signal interrupted; the event stays the same.
  ///
  /// - Returns: whether its return is awaited.
  mutating func restarted(_ id: ThreadID) -> Bool {
    if let call = interrupted.removeValue(forKey: id) { calls[id] = call }
    return calls[id] != nil
  }

  /// Removes the interrupted syscall of a thread.
  mutating func forgetInterrupted(_ id: ThreadID) { interrupted[id] = nil }

  /// Adds a requested execution.
  mutating func begin(_ execution: ExecutingCall, _ id: ThreadID) { executing[id] = execution }

  /// Removes and returns the execution of a thread.
  mutating func takeExecution(_ id: ThreadID) -> ExecutingCall? {
    executing.isEmpty ? nil : executing.removeValue(forKey: id)
  }
}
