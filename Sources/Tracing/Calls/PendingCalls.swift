internal import Detection
internal import Events
internal import Kernel
internal import Syscalls

/// A call whose return is waited for, with all that it named in memory.
struct PendingCall {
  var view: EventView
  var drafts: [AlertDraft]
  let endpoints: Endpoints
  /// What a recording keeps of the call's entry, one for each endpoint; empty without a recording.
  var snapshots: [EventSnapshot] = []
  /// The rules whose alert was counted when the call was set aside.
  var counted: Set<Int> = []
}

/// An execution that has been asked for; its arguments are gone when it has happened.
struct ExecutingCall {
  let event: EventType
  let registers: CallRegisters
  let path: PathFacts?
  /// The effective user before.
  let user: UInt32?
  /// Where the call was made; nil when no rule asks.
  let origin: CallOrigin?
}

/// The calls that have been entered and have not come to their end.
struct PendingCalls {
  private var calls: [ThreadID: PendingCall] = [:]
  /// Calls that a signal interrupted, while its handler makes others.
  private var interrupted: [ThreadID: PendingCall] = [:]
  private var executing: [ThreadID: ExecutingCall] = [:]

  /// The type of the call whose return a thread is waited for.
  func event(of id: ThreadID) -> EventType? { calls[id]?.view.facts.event }

  /// Keeps a call whose return is waited for.
  mutating func add(_ call: PendingCall, _ id: ThreadID) { calls[id] = call }

  /// Takes the call of a thread out.
  mutating func take(_ id: ThreadID) -> PendingCall? {
    // Asked for at every call, and nearly always in vain.
    calls.isEmpty ? nil : calls.removeValue(forKey: id)
  }

  /// Keeps a call that a signal interrupted, while the signal's handler makes others.
  mutating func interrupt(_ call: PendingCall, _ id: ThreadID) { interrupted[id] = call }

  /// Goes on with a call that a signal interrupted: it is the same event.
  ///
  /// - Returns: whether its return is waited for.
  mutating func restarted(_ id: ThreadID) -> Bool {
    if let call = interrupted.removeValue(forKey: id) { calls[id] = call }
    return calls[id] != nil
  }

  /// Forgets the interrupted call of a thread.
  mutating func forgetInterrupted(_ id: ThreadID) { interrupted[id] = nil }

  /// Keeps an execution that has been asked for.
  mutating func begin(_ execution: ExecutingCall, _ id: ThreadID) { executing[id] = execution }

  /// Takes the execution of a thread out.
  mutating func takeExecution(_ id: ThreadID) -> ExecutingCall? {
    executing.isEmpty ? nil : executing.removeValue(forKey: id)
  }
}
