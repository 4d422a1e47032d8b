internal import Events
internal import Kernel
internal import Syscalls

// Calls that do not come to their end the first time.
extension Session {
  /// Goes on with a call that a signal interrupted: it is the same event.
  ///
  /// - Returns: whether its return is waited for.
  mutating func restarted(_ id: ThreadID) -> Bool {
    if let call = interrupted.removeValue(forKey: id) { pending[id] = call }
    return pending[id] != nil
  }

  /// Adds to an announced call that a signal has cut short whether it may have been waiting itself.
  func considered(_ call: InterruptedCall, _ id: ThreadID) -> InterruptedCall {
    var call = call
    guard let row = SyscallTable.x86_64.row(number: call.registers.number),
      let process = table.process(of: id), let memory = memories[process]
    else { return call }
    let facts = CallFacts(
      thread: id, process: process, event: row.event, registers: call.registers, memory: memory,
      context: context)
    call.mayWait = row.event.isOpen ? facts.opensWaitingFile : !row.event.isImmediate
    return call
  }

  /// Makes room for another call of the thread, by the handler of the signal that interrupted
  /// the one before or because that will not be restarted. Its attempt was made, and counts once.
  mutating func setAside(_ id: ThreadID) {
    // Asked at every call, and nearly always in vain.
    guard !pending.isEmpty, var call = pending.removeValue(forKey: id) else { return }
    for draft in call.drafts { finish(draft, call.view) }
    guard table.isInterrupted(id) else {
      record(call)
      return
    }
    call.counted.formUnion(call.drafts.map(\.rule))
    call.drafts = []
    interrupted[id] = call
  }

  /// Shows the alerts of a call whose return will not be seen: the attempt was made.
  mutating func abandon(_ id: ThreadID) {
    interrupted[id] = nil
    guard let call = pending.removeValue(forKey: id) else { return }
    for draft in call.drafts { finish(draft, call.view) }
    record(call)
  }
}
