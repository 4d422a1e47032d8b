internal import Decoding
internal import Detection
internal import Events
internal import Kernel
internal import ProcessState
internal import Syscalls
internal import Text

/// What was learnt of a process before it had gone.
struct ExitSnapshot {
  /// The signal that ended it; nil when it called exit.
  var signal: Signal?
  /// The text of `/proc/PID/status`.
  var status: [UInt8]?
  var workingDirectory: [UInt8]?
  /// What the C library recorded before it aborted the process.
  var message: [UInt8]?
  /// Whether a core was written.
  var hasCore = false
  /// Whether the process still ran, in a session of its own, when the command had ended.
  var outlivesCommand = false
  /// Where the thread stood that the signal was for.
  var fault: Fault?
  /// The code that it was in, and what had called it, innermost first.
  var frames: [String] = []

  /// What an alert says of it.
  var evidence: [NamedValue] {
    guard let signal, let fault else { return [] }
    var list: [NamedValue] = []
    // Positive codes are the kernel's own, and only then is there an address.
    if signal.hasAddress, fault.code > 0 {
      list.append(.init("address", .text("0x" + String(fault.address, radix: 16))))
    }
    if let message { list.append(.init("message", .text(displayText(message)))) }
    if !frames.isEmpty { list.append(.init("stack", .text(frames.joined(separator: " < ")))) }
    return list
  }
}

/// Looks at the ends of processes, and at the signals that bring them.
struct ExitRecorder {
  /// What was learned of processes that are about to end by a signal.
  private var snapshots: [ProcessID: ExitSnapshot] = [:]
  /// Processes that went on in a session of their own when the command had ended.
  private var survivors: Set<ProcessID> = []

  /// Looks at a thread that is about to receive a signal.
  mutating func signalled(
    _ id: ThreadID, _ signal: Signal, _ table: TaskTable, _ source: inout StopSource,
    _ calls: inout CallPipeline
  ) {
    guard let process = table.process(of: id) else { return }
    if calls.events.watches(.signaldeliver), calls.memory(of: process) != nil {
      let sender = source.fault()?.sender ?? 0
      calls.evaluate(
        .signaldeliver, id, process, nil,
        arguments: .init(UInt64(signal.rawValue), UInt64(truncatingIfNeeded: sender)))
    }
    guard signal.isFault, calls.events.watches(.procexit) else { return }
    lookBeforeTheEnd(id, process, signal, &source, calls)
  }

  /// Looks at a process that a signal may be about to end: afterwards it can't be looked at.
  private mutating func lookBeforeTheEnd(
    _ id: ThreadID, _ process: ProcessID, _ signal: Signal, _ source: inout StopSource,
    _ calls: borrowing CallPipeline
  ) {
    let inspector = calls.run.inspector
    let text = inspector.text("status", of: id)
    let status = ProcTexts.status(text ?? [])
    // With a handler the program goes on: virtual machines use such signals all the time.
    guard status.caught >> UInt64(signal.rawValue - 1) & 1 == 0 else { return }
    let fault = source.fault()
    let memory = calls.memory(of: process)
    var snapshot = ExitSnapshot(
      signal: signal, status: text, workingDirectory: inspector.workingDirectory(of: id),
      fault: fault)
    if let fault, let memory {
      snapshot.frames = CallChain.frames(fault, process, memory, inspector)
    }
    if signal == .abort, let memory {
      snapshot.message = AbortMessage.text(of: process, memory, calls.run)
    }
    snapshots[process] = snapshot
  }

  /// Evaluates the end of a process.
  mutating func ended(_ process: ProcessID, _ how: TaskEnd, _ calls: inout CallPipeline) {
    var snapshot = snapshots.removeValue(forKey: process) ?? ExitSnapshot()
    guard calls.events.watches(.procexit) else { return }
    switch how {
    case .exited: snapshot = ExitSnapshot()
    case .signaled(let signal, let hasCore):
      // Another signal was quicker than the one that was looked at.
      if snapshot.signal != signal { snapshot = ExitSnapshot() }
      snapshot.signal = signal
      snapshot.hasCore = hasCore
    }
    snapshot.outlivesCommand = survivors.remove(process) != nil
    calls.evaluate(.procexit, process.leader, process, snapshot)
  }

  /// Remembers, when the command has ended, which processes go on in sessions of their own.
  mutating func noteSurvivors(of command: CommandState, _ run: RunState) {
    for process in run.tree.living where process != command.root {
      guard let stat = run.inspector.text("stat", of: process),
        let found = ProcTexts.sessionAndTerminal(stat), found.session != command.session
      else { continue }
      survivors.insert(process)
    }
  }
}

/// Names the code that a thread was in.
enum CallChain {
  /// Where a thread is and what called that, innermost first, as `FILE+0xOFFSET`.
  ///
  /// The chain is that of frame pointers, which stops at the first function built without one:
  /// what it tells is true, but it need not be all.
  static func frames(
    _ fault: Fault, _ process: ProcessID, _ memory: ProcessMemory,
    _ inspector: any ProcessInspecting
  ) -> [String] {
    guard let text = inspector.maps(of: process) else { return [] }
    let code = ProcMaps.executable(in: text)
    func frame(_ address: UInt64) -> String? {
      guard let mapping = code.first(where: { $0.contains(address) }) else { return nil }
      let offset = String(address - mapping.start + mapping.offset, radix: 16)
      let name = mapping.path.isEmpty ? "anonymous" : displayText(mapping.path)
      return "\(name)+0x\(offset)"
    }
    var frames = [
      frame(fault.instructionPointer) ?? "0x"
        + String(
          fault.instructionPointer, radix: 16)
    ]
    var pointer = fault.framePointer
    var lowest = fault.stackPointer
    while frames.count < 32, pointer >= lowest, pointer & 7 == 0,
      let caller = memory.readNumber(pointer &+ 8, bytes: 8), let name = frame(caller),
      let next = memory.readNumber(pointer, bytes: 8)
    {
      frames.append(name)
      lowest = pointer &+ 16
      pointer = next
    }
    return frames
  }
}
