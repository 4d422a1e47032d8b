internal import Decoding
internal import Detection
internal import Events
internal import Kernel
internal import ProcessState
internal import Syscalls
internal import Text

/// Facts of a process, read before its end.
struct ExitSnapshot {
  /// The signal that ended the process; nil after exit.
  var signal: Signal?
  /// The text of `/proc/PID/status`.
  var status: [UInt8]?
  var workingDirectory: [UInt8]?
  /// The message that the C library recorded at the abort.
  var message: [UInt8]?
  /// Whether the kernel wrote a core file.
  var hasCore = false
  /// Whether the process outlived the command in a session of its own.
  var outlivesCommand = false
  /// The registers of the thread that received the signal.
  var fault: Fault?
  /// The stack trace, innermost frame first.
  var frames: [String] = []

  /// The evidence for an alert.
  var evidence: [NamedValue] {
    guard let signal, let fault else { return [] }
    var list: [NamedValue] = []
    // Positive codes come from the kernel; only those have an address.
    if signal.hasAddress, fault.code > 0 {
      list.append(.init("address", .text("0x" + String(fault.address, radix: 16))))
    }
    if let message { list.append(.init("message", .text(displayText(message)))) }
    if !frames.isEmpty { list.append(.init("stack", .text(frames.joined(separator: " < ")))) }
    return list
  }
}

/// Records the end of processes, and the signals that cause it.
struct ExitRecorder {
  /// Facts of processes that a signal is about to end.
  private var snapshots: [ProcessID: ExitSnapshot] = [:]
  /// The processes that outlived the command in sessions of their own, and when the command ended:
  /// nanoseconds since 1970.
  private var survivors: [ProcessID: Int64] = [:]
  /// What ends by itself within this time was not left behind on purpose: two seconds.
  private static let grace: Int64 = 2_000_000_000

  /// Handles a thread that is about to receive a signal.
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

  /// Reads the facts of a process before a fatal signal, since they are unreadable afterwards.
  private mutating func lookBeforeTheEnd(
    _ id: ThreadID, _ process: ProcessID, _ signal: Signal, _ source: inout StopSource,
    _ calls: borrowing CallPipeline
  ) {
    let inspector = calls.run.inspector
    let text = inspector.text("status", of: id)
    let status = ProcTexts.status(text ?? [])
    // A program with a handler continues: virtual machines use such signals regularly.
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
      // A different signal ended the process than the one in the snapshot.
      if snapshot.signal != signal { snapshot = ExitSnapshot() }
      snapshot.signal = signal
      snapshot.hasCore = hasCore
    }
    if let since = survivors.removeValue(forKey: process) {
      snapshot.outlivesCommand = calls.run.now - since >= Self.grace
    }
    calls.evaluate(.procexit, process.leader, process, snapshot)
  }

  /// Stores which processes outlive the command in sessions of their own.
  mutating func noteSurvivors(of command: CommandState, _ run: RunState) {
    for process in run.tree.living where process != command.root {
      guard let stat = run.inspector.text("stat", of: process),
        let found = ProcTexts.sessionAndTerminal(stat), found.session != command.session
      else { continue }
      survivors[process] = run.now
    }
  }
}

/// Collects a thread's stack trace.
enum CallChain {
  /// The stack trace of a thread, innermost frame first, as `FILE+0xOFFSET`.
  ///
  /// The frames follow the frame pointers and end at the first function without one. The trace is
  /// correct, but may be incomplete.
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
